"""M003 month-outside: a month of the schedule lies outside the period.

Fails:
    --period 2014-03/2014-04
    三月份：制定计划。
    四月份：主题班会。
    五月份：经验交流。
Passes:
    --period 2014-03/2014-05
    三月份：制定计划。
    四月份：主题班会。
    五月份：经验交流。
Why:    the month was left in from another year's plan, or the period is wrong.
Mend:   take the month out, or correct the period.
"""

from __future__ import annotations

from collections.abc import Iterator

from checkers.case import Case
from checkers.findings import Finding, at_paragraph
from checkers.months import MonthSeen, as_month
from plans.messages import _
from plans.periods import Period

SEVERITY = "error"


def check(case: Case) -> Iterator[Finding]:
    """A month without a year is outside where no month of the period has its number."""
    if case.outline is None or case.period is None or not case.asks_months:
        return
    outside = [one for one in case.outline.main.months if _is_outside(one, case.period)]
    if outside:
        yield Finding(
            _("months outside the period {period}: {months}").format(
                period=case.period.chinese, months="、".join(one.shown for one in outside)),
            _("take them out, or correct the period"), at_paragraph(outside[0].paragraph))


def _is_outside(one: MonthSeen, period: Period) -> bool:
    month = as_month(one, period)
    return month not in period if month else one.month not in {each.month for each in period}
