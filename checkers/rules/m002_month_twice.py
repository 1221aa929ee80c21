"""M002 month-twice: a month is there twice in one list or table.

Fails:
    --period 2014-03/2014-05
    三月份：制定计划。
    四月份：主题班会。
    四月份：经验交流。
    五月份：总结。
Passes:
    --period 2014-03/2014-05
    三月份：制定计划。
    四月份：主题班会。
    五月份：总结。
Why:    often one of the two was meant to be the next month.
Mend:   put all tasks of the month together, or correct the month.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator

from checkers.case import Case
from checkers.document import Table
from checkers.findings import Finding, at_paragraph
from checkers.month_words import month_line
from checkers.months import MonthSeen
from plans.messages import _

SEVERITY = "warning"


def check(case: Case) -> Iterator[Finding]:
    """A table and a list may both show the whole year, and so may each department's section."""
    if case.outline is None or not case.asks_months:
        return
    part = case.outline.main
    starts = [one.row for one in part.headings if month_line(one.title) is None]
    seen: set[tuple[int, int | None, int]] = set()
    last: MonthSeen | None = None
    for one in part.months:
        in_table = isinstance(part.rows[one.row], Table)
        key = (one.row if in_table else -bisect(starts, one.row) - 1, one.year, one.month)
        # Rows of weeks repeat their month, and 3月上旬 stands beside 3月下旬.
        goes_on = last is not None and last.key == one.key and (in_table or last.text != one.text)
        last = one
        if key in seen and not goes_on:
            yield Finding(_("{month} is there twice").format(month=one.text),
                          _("put its tasks together, or correct the month"),
                          at_paragraph(one.paragraph))
        seen.add(key)
