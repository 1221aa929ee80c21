"""How often a task recurs (每两个月, every term), and the months of a period that it falls on.

A task that recurs every N months, every term, year or N years falls on the first month of each such
stretch within the period, or on the month `starts` and then in that step.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from plans.comparing import simplified
from plans.numerals import HAN, number_of
from plans.periods import Calendar, Month, Period

_EVERY = re.compile(rf"(?:每|every)?\s*(?P<n>\d{{1,3}}|[{HAN}]{{1,3}})?\s*个?\s*"
                    r"(?P<unit>months?|月|terms?|学期|years?|学年|年)(?:一次)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Interval:
    """Every `count` months, terms or years."""

    count: int
    unit: str                       # month | term | year

    def months(self, period: Period, calendar: Calendar,
               starts: Month | None = None) -> list[Month]:
        """The months of `period` that the task falls on."""
        first = starts or period.first
        months = [month for month in period if month >= first]
        if self.unit == "term":
            # A term that runs already when the period begins counts, a holiday does not.
            return [month for month in months
                    if month == starts or (month == first and calendar.in_term(month))
                    or month.month in {start for start, _end in calendar.terms}][::self.count]
        return months[::self.count * (12 if self.unit == "year" else 1)]


def interval_of(text: str) -> Interval | None:
    """The interval that `text` names (2 months, 每学期一次, 每年), None if it names none."""
    match = _EVERY.match(simplified(text))
    count = number_of(match["n"]) if match and match["n"] else 1
    if not match or not count:
        return None
    unit = match["unit"].lower()
    return Interval(count, "term" if unit.startswith("term") or unit == "学期" else
                    "year" if unit.startswith("year") or unit in ("年", "学年") else "month")
