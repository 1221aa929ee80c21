"""When a task is due: 2026-03-20, 3月20日, 20日, or 第3周 of the term."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from plans.comparing import simplified
from plans.dates import date_of
from plans.errors import Fault, Place
from plans.holidays import Holidays
from plans.keys import text_in
from plans.located import Node
from plans.messages import _
from plans.numerals import HAN, number_of
from plans.periods import Month, Period
from plans.weeks import Weeks, last_workday, week_number_of

_MONTH_AND_DAY = re.compile(rf"(\d{{1,2}}|[{HAN}]{{1,3}})\s*月\s*(\d{{1,2}}|[{HAN}]{{1,3}})"
                            r"\s*[日号]?$")
_DAY = re.compile(rf"(\d{{1,2}}|[{HAN}]{{1,3}})\s*[日号]?$")


@dataclass
class DueReader:
    """Reads due dates against the plan's period.

    Faults, and notices of days that nobody works on, are gathered.
    """

    period: Period
    faults: list[Fault]
    weeks: Weeks = field(default_factory=Weeks)
    holidays: Holidays = field(default_factory=Holidays)
    notices: list[Fault] = field(default_factory=list)

    def due(self, values: Mapping[str, Node], month: Month | None) -> date | None:
        """The date under `due` of a task of `month`; None where there is none, or a wrong one."""
        text = simplified(text_in(values, "due", self.faults))
        if not text:
            return None
        place = values["due"].place
        if week := week_number_of(text):
            return self._in_week(text, week, month, place)
        due = date_of(text) or day_within(text, month, self.period)
        if due is None:
            self.faults.append(Fault(place, _("{text} is no date").format(text=text), _(
                "write it as 2026-03-20, as a day of the month (20日), or as a week (第3周)")))
        elif not self._is_inside(due):
            self.faults.append(outside(text, self.period, place))
        else:
            self._judge(due, place)
        return due

    def _is_inside(self, day: date) -> bool:
        first = self.period.first
        return date(first.year, first.month, 1) <= day <= self.period.last.last_day

    def _in_week(self, text: str, week: int, month: Month | None, place: Place) -> date | None:
        """The last workday of a week of the term that runs in `month`, within the period."""
        if month is None:
            return None         # the month is wrong, and told
        terms = self.weeks.terms_in(month)
        if not terms:
            self.faults.append(Fault(
                place, _("{text} cannot be counted: the first day of the term in {month} is not "
                         "known").format(text=text, month=f"{month.year}年{month.month}月"),
                _("write 开学日期: 2026-02-24 at the top of the input (or first_days in the "
                  "school's calendar.yaml), or give a date")))
            return None
        found = [days for term in terms if (days := term.days_of(week))]
        if not found:
            self.faults.append(Fault(place, _("the term has no {text}").format(text=text), _(
                "weeks are counted from the first day of the term; correct it, or give a date")))
            return None
        days = next((days for days in found if _touches(days, month)), found[0])
        due = last_workday(days, self.holidays)
        if not self._is_inside(due) and _touches(days, self.period.last):
            due = self.period.last.last_day     # a week that outlasts the period ends with it
        if not self._is_inside(due):
            self.faults.append(outside(text, self.period, place))
        elif not _touches(days, month):
            self.notices.append(Fault(
                place, _("{text} is {first} to {last}, not in {month}").format(
                    text=text, first=days[0], last=days[4], month=month.chinese),
                _("weeks are counted from the first day of the term: correct the week or the "
                  "month, or leave it if it is meant so")))
        self._judge(due, place)
        return due

    def _judge(self, due: date, place: Place) -> None:
        if reason := self.holidays.reason(due):
            self.notices.append(Fault(
                place, _("the task is due on {date}, which is {reason}").format(
                    date=due, reason=reason),
                _("choose a day of work, or leave it if it is meant so")))


def day_within(text: str, month: Month | None, period: Period) -> date | None:
    """The date that 3月20日, or 20日 of `month`, means within `period`; None if it means none."""
    if match := _MONTH_AND_DAY.match(text):
        month = period.month_numbered(number_of(match[1]) or 0)
    elif not (match := _DAY.match(text)):
        return None
    try:
        return date(month.year, month.month, number_of(match[match.lastindex or 1]) or 0
                    ) if month else None
    except ValueError:
        return None


def _touches(days: tuple[date, ...], month: Month) -> bool:
    """Whether a day from Monday to Friday lies in `month`."""
    return any((day.year, day.month) == (month.year, month.month) for day in days[:5])


def outside(text: str, period: Period, place: Place) -> Fault:
    """The fault of a month or date that lies outside the plan's period."""
    return Fault(place, _("{month} is outside the period {period}").format(
        month=text, period=period.chinese), _("move the task, or widen the period"))
