"""M001 missing-month: a month of the period is not in the schedule.

Fails:
    --period 2014-03/2014-06
    各月份工作安排
    三月份：制定计划。
    四月份：主题班会。
    六月份：学期总结。
Passes:
    --period 2014-03/2014-05
    各月份工作安排
    三月份：制定计划。
    四月份：主题班会。
    五月份：经验交流。
Why:    a month that is not planned is a month in which nobody knows what to do.
Mend:   add the month, even if only to say that nothing is planned.
"""

from __future__ import annotations

from collections.abc import Iterator

from checkers.case import Case
from checkers.findings import AFTER, BEFORE, ON, Finding, Location, at_paragraph
from checkers.month_words import LAST_YEAR
from checkers.months import MonthSeen, as_month
from plans.messages import _
from plans.periods import Month

SEVERITY = "error"


def check(case: Case) -> Iterator[Finding]:
    """Against the period; without one only gaps between the first and last month, as a warning."""
    if case.outline is None or not case.asks_months or not case.is_judged:
        return
    seen = case.outline.main.months
    if case.period is not None:
        dated = [(month, one) for one in seen if (month := as_month(one, case.period))]
        there = {month for month, _seen in dated}
        missing = [month for month in case.period if month not in there]
        if len(missing) < len(case.period) or not _section_missing(case):
            yield from _finding(missing, dated, "")
    elif seen:
        dated = _dated(seen)
        gaps = _gaps([month for month, _seen in dated])
        # Where every month has to be planned, a person must say whether this one was meant to be.
        asked = case.kind is not None and case.kind.schedule_required
        yield from _finding(gaps, dated, "warning", review=asked)
    elif case.kind is not None and case.kind.schedule_required and not _section_missing(case):
        yield Finding(_("no month of a schedule is found"),
                      _("write one line or table row for each month: 三月份：…"))


def _section_missing(case: Case) -> bool:
    """Whether the section that holds the schedule is missing: that is said once, by S001."""
    return any(one.section.schedule and one.heading is None for one in case.requirements)


def _dated(seen: tuple[MonthSeen, ...]) -> list[tuple[Month, MonthSeen]]:
    """Each month with a year; where the document says none, they count from 2000."""
    year, last, dated = 2000, 0, []
    for one in seen:
        if one.year is not None:
            year = one.year
        elif last - one.month > 5:
            year = min(year + 1, LAST_YEAR)
        last = one.month
        dated.append((Month(year, one.month), one))
    return dated


def _gaps(months: list[Month]) -> list[Month]:
    """What is missing between the first and the last of `months`; nothing over two years."""
    first, end = min(months), max(months)
    return [] if end - first > 24 else [
        first + step for step in range(end - first) if first + step not in months]


def _finding(missing: list[Month], dated: list[tuple[Month, MonthSeen]],
             severity: str, review: bool = False) -> Iterator[Finding]:
    if missing:
        years = {month.year for month in (*missing, *(month for month, _seen in dated))}
        names = "、".join(f"{one.year}年{one.month}月" if len(years) > 1 and one.year > 2001
                         else one.chinese for one in missing)
        # The place is the last month before the gap: there the missing one belongs.
        before = [one for month, one in dated if month < missing[0]]
        place = before[-1:] or [one for _month, one in dated[:1]]
        # Of several gaps only the first lies there.
        is_one = missing[-1] - missing[0] == len(missing) - 1
        yield Finding(_("months missing from the schedule: {months}").format(months=names),
                      _("add them, even if only to say that nothing is planned"),
                      at_paragraph(place[0].paragraph) if place else Location(),
                      severity=severity, review=review,
                      side=ON if not is_one else AFTER if before else BEFORE)
