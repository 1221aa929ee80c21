"""S008 numbering-gap: the numbers of headings skip one, or one stands twice.

Fails:
    --require 指导思想
    一、指导思想
    把每件小事落到班级里和学生身上。
    二、工作目标
    全年研读专著两本。
    四、工作措施
    每两个月召开一次例会。
Passes:
    --require 指导思想
    一、指导思想
    把每件小事落到班级里和学生身上。
    二、工作目标
    全年研读专著两本。
    三、工作措施
    每两个月召开一次例会。
Why:    a number that is skipped often means that a section was lost in copying.
Mend:   look whether a section is missing there; else number the headings anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checkers.case import Case
from checkers.findings import Finding, at_heading
from checkers.headings import Heading
from checkers.lines import Line
from checkers.marks import Mark
from checkers.outline import PartOutline
from plans.messages import _
from plans.numerals import in_chinese

SEVERITY = "warning"
SEVERITY_IN_FORMS = "error"


def check(case: Case) -> Iterator[Finding]:
    """A list that begins anew, and a number that stands elsewhere between the two, are let be."""
    for part in case.outline.parts if case.outline else ():
        for before, after in _neighbours(part):
            step = _mark(part, after).value - _mark(part, before).value
            if step == 0 and not _begins_anew(part, before, after):
                yield Finding(
                    _("the number {number} stands twice: “{one}” and “{other}”").format(
                        number=_mark(part, after).text, one=before.title, other=after.title),
                    _("number the headings anew"), at_heading(after))
            elif step > 1 and not _stands_between(part, before, after):
                yield Finding(
                    _("after “{one}” comes “{other}”: the number skips").format(
                        one=before.text, other=after.text),
                    _("see whether a section was lost there; else number the headings anew"),
                    at_heading(after))


def _neighbours(part: PartOutline) -> Iterator[tuple[Heading, Heading]]:
    """Headings of one list that follow one another: of one level and form, under one heading."""
    last: dict[int, Heading] = {}
    for one in part.headings:
        for level in [level for level in last if level > one.level]:
            del last[level]
        before, last[one.level] = last.get(one.level), one
        if before is not None and _mark_or_none(part, before) and _mark_or_none(part, one) and (
                _mark(part, before).form == _mark(part, one).form):
            yield before, one


def _mark_or_none(part: PartOutline, heading: Heading) -> Mark | None:
    row = part.rows[heading.row]
    return row.mark if isinstance(row, Line) else None


def _mark(part: PartOutline, heading: Heading) -> Mark:
    mark = _mark_or_none(part, heading)
    assert mark is not None
    return mark


def _begins_anew(part: PartOutline, before: Heading, after: Heading) -> bool:
    """Whether numbering starts from 1 again between the two, in lines that are no headings too."""
    return any(isinstance(row, Line) and row.mark is not None
               and row.mark.form == _mark(part, before).form and row.mark.value == 1
               for row in part.rows[before.row + 1:after.row])


def _stands_between(part: PartOutline, before: Heading, after: Heading) -> bool:
    """Whether a skipped number is written somewhere between the two, in a list or glued to a text.
    """
    first, last = _mark(part, before), _mark(part, after)
    rows = part.rows[before.row:after.row]
    between = range(first.value + 1, last.value)
    return any(isinstance(row, Line) and (
        (row.mark is not None and row.mark.form == first.form and row.mark.value in between)
        or _names(row.text, first, between)) for row in rows)


def _names(text: str, like: Mark, values: Sequence[int]) -> bool:
    shown = [in_chinese(value) if not like.numeral.isdecimal() else str(value) for value in values]
    return any(re.search(rf"(?<![\d一二三四五六七八九十]){re.escape(like.text)}".replace(
        re.escape(like.numeral), re.escape(one)), text) for one in shown)
