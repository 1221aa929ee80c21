"""C002 year-differs: the years in the title, the months and the file name do not go together.

Fails:
    --period 2026-03/2026-12
    江城实验学校2025年校本研修计划
    一、指导思想
    把每件小事落到班级里和学生身上。
Passes:
    --period 2026-03/2026-12
    江城实验学校2026年校本研修计划
    一、指导思想
    把每件小事落到班级里和学生身上。
Why:    last year's plan with a new date is the commonest slip of all.
Mend:   see which year is meant, and correct the other place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from checkers.case import Case
from checkers.findings import Finding, Location, at_paragraph
from checkers.month_words import FIRST_YEAR, LAST_YEAR
from plans.messages import _
from plans.numerals import HAN, number_of

SEVERITY = "warning"
SEVERITY_IN_FORMS = "error"
_YEARS = re.compile(rf"(?<![\d{HAN}])(20\d{{2}}|19\d{{2}}|二[〇零○][{HAN}]{{2}})(?!\d)"
                    r"(?:\s*[-—~～至到/]+\s*(20\d{2}|\d{2}))?\s*(学年|學年|年|级|届)?")


def check(case: Case) -> Iterator[Finding]:
    """A school year has two years; a plan may be signed, and its months may end, a year beside."""
    if case.outline is None:
        return
    main = case.outline.main
    titled = years_in(main.title)
    if not titled:
        return
    at_title = Location(quote=main.title)
    if case.period is not None:
        asked = {month.year for month in case.period}
        if not asked & titled:
            yield Finding(
                _("the title says {years}, the period is {period}").format(
                    years=_shown(titled), period=case.period.chinese),
                _("see which year is meant, and correct the other place"), at_title)
            return
    named = years_in(PurePosixPath(case.submission.name).stem)
    if named and not named & titled:
        yield Finding(
            _("the title says {years}, the file name {others}").format(
                years=_shown(titled), others=_shown(named)),
            _("see which year is meant, and correct the other place"), at_title)
    dated = [one for one in main.months if one.year is not None and one.text and years_in(one.text)]
    joined = _joined(titled, {one.year or 0 for one in dated})
    strange = [one for one in dated if one.year not in joined]
    if strange:
        yield Finding(
            _("the title says {years}, the schedule {others}").format(
                years=_shown(titled), others=_shown({one.year or 0 for one in strange})),
            _("see which year is meant, and correct the other place"),
            at_paragraph(strange[0].paragraph))


def _joined(titled: set[int], scheduled: set[int]) -> set[int]:
    """The scheduled years that a title's years lead to: 2014 to 2015, and from there to 2016."""
    joined = set(titled)
    while more := {year for year in scheduled - joined
                   if {year - 1, year + 1} & joined}:
        joined |= more
    return joined


def years_in(text: str) -> set[int]:
    """The years that a title or file name speaks of; both of 2025-2026学年."""
    found: set[int] = set()
    for match in _YEARS.finditer(text):
        year, unit = number_of(match[1]), match[3] or ""
        if unit in ("级", "届") or year is None or not FIRST_YEAR <= year <= LAST_YEAR:
            continue        # 2024级 is a class, not when the paper is for
        found.add(year)
        if match[2]:
            last = int(match[2]) if len(match[2]) == 4 else year // 100 * 100 + int(match[2])
            found |= set(range(year, last + 1)) if year < last <= year + 5 else set()
        elif unit in ("学年", "學年"):
            found.add(year + 1)
    return found


def _shown(years: set[int]) -> str:
    return "、".join(str(year) for year in sorted(years))
