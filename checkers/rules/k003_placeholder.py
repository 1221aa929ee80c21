"""K003 placeholder: what the template left to be filled in is still there.

Fails:
    --require 指导思想
    一、指导思想
    以XX文件精神为指导，结合我校实际，把每件小事落到班级里和学生身上。
Passes:
    --require 指导思想
    一、指导思想
    以市局文件精神为指导，结合我校实际，把每件小事落到班级里和学生身上。
Why:    a paper with XX in it was taken from the web and not read through.
Mend:   write what belongs there, or take it out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checkers.answers import BLANK
from checkers.asked_fields import is_required
from checkers.case import Case
from checkers.findings import Finding, Location, at_paragraph
from checkers.lines import Line
from checkers.matching import EMPTY
from checkers.outline import PartOutline
from checkers.told_answers import told
from plans.messages import _

SEVERITY = "warning"
SEVERITY_IN_FORMS = "error"
PLACEHOLDER = re.compile(
    r"【待填[^】]*】|\{\{[^}]*\}\}"
    r"|(?<![A-Za-z\d×])(?:[XxＸ]{2,}|[×✕]{2,}|[*＊]{3,})(?![A-Za-z\d])"
    r"|(?<![一二三四五六七八九〇○])[○〇]{2,}(?![一二三四五六七八九〇○])"
    r"|[（(【〔\[](?:此处|请在此|在此)?(?:填写|填入|输入|请填|补充)[^）)】〕\]]{0,20}[）)】〕\]]|某某")
_MOST = 3           # quotes in one finding
_Place = tuple[str, int | None, int | None, int | None, int | None]


def check(case: Case) -> Iterator[Finding]:
    """All of a part in one finding; sections that hold nothing else are told by S003.

    What a form still says itself in a field is told with the field's name, and a field that must be
    filled in and holds nothing else by K002.
    """
    elsewhere: set[_Place] = set()
    for one in told(case):
        answer = one.answer
        mark = PLACEHOLDER.search(answer.text) if not answer.rows else None
        left = answer.left or (_around(answer.text, mark[0]) if mark else "")
        if left and answer.state != BLANK:
            yield one.finding(_("{label}: left to be filled in: {text}").format(
                label=one.name, text=left),
                _("write what belongs there, or take it out"))
            elsewhere.add(_place(answer.location))
        elif answer.state == BLANK and case.kind and is_required(answer.field, case.kind):
            elsewhere.add(_place(answer.location))
    for part in case.outline.parts if case.outline else ():
        empty = _rows_of_empty(case, part)
        found = [(row, match[0]) for at, row in enumerate(part.rows)
                 if at not in empty and isinstance(row, Line)
                 and _place(at_paragraph(row.paragraph)) not in elsewhere
                 for match in PLACEHOLDER.finditer(row.text)]
        if found:
            first, _text = found[0]
            yield Finding(
                _("left to be filled in: {places}").format(places="、".join(
                    dict.fromkeys(_around(row.text, text) for row, text in found[:_MOST]))
                    + ("…" if len(found) > _MOST else "")),
                _("write what belongs there, or take it out"), at_paragraph(first.paragraph))


def _place(location: Location) -> _Place:
    return (location.part, location.paragraph, location.table, location.row, location.column)


def _rows_of_empty(case: Case, part: PartOutline) -> set[int]:
    rows: set[int] = set()
    starts = [*sorted(one.row for one in part.headings), len(part.rows)]
    for one in case.requirements:
        if one.state == EMPTY and one.heading and one.heading.part == part.name:
            end = next(start for start in starts if start > one.heading.row)
            rows |= set(range(one.heading.row, end))
    return rows


def _around(text: str, placeholder: str) -> str:
    """The placeholder with a few characters on both sides, as a reader would look for it."""
    at = text.find(placeholder)
    return text[max(0, at - 4):at + len(placeholder) + 6].strip()
