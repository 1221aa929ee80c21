"""The weeks of a term, 第1周 第2周 …: what a school counts its year by.

Week 1 is the week, Monday to Sunday, that holds the first day of the term, whatever weekday that
is: where school begins on a Wednesday, the Monday before lies in week 1 already. The weeks of a
term end on the Sunday before the next one begins, or with the last month that the calendar gives
the term.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from plans.calendars import SAME_TERM
from plans.holidays import Holidays
from plans.numerals import HAN, number_of
from plans.periods import Calendar, Month

_WEEK = re.compile(rf"第?\s*(\d{{1,2}}|[{HAN}]{{1,3}})\s*(?:教学)?周$")
_WITHOUT_TERMS = 6      # months that a term runs where the calendar gives none for its first day


def week_number_of(text: str) -> int | None:
    """The number of the week that `text` names (第3周, 第三周, 3周), None if it names none."""
    match = _WEEK.match(text.strip())
    return (number_of(match[1]) or None) if match else None


@dataclass(frozen=True, slots=True)
class Term:
    """A term by its days: `monday` begins week 1, `last` is its last day."""

    monday: date
    last: date

    def week_of(self, day: date) -> int | None:
        """The week of the term that `day` lies in, None outside the term."""
        return (day - self.monday).days // 7 + 1 if self.monday <= day <= self.last else None

    def days_of(self, week: int) -> tuple[date, ...]:
        """Monday to Sunday of a week; () where the term has no such week."""
        monday = self.monday + timedelta(weeks=week - 1)
        return tuple(monday + timedelta(day) for day in range(7)
                     ) if self.monday <= monday <= self.last else ()

    def runs_in(self, month: Month) -> bool:
        """Whether a day of `month` lies in the term."""
        return self.monday <= month.last_day and date(month.year, month.month, 1) <= self.last


@dataclass(frozen=True, slots=True)
class Weeks:
    """The weeks of every term whose first day is known, in order."""

    terms: tuple[Term, ...] = ()

    def week_of(self, day: date) -> int | None:
        """The week of the term that `day` lies in, None where no known term runs."""
        return next((week for term in self.terms if (week := term.week_of(day))), None)

    def terms_in(self, month: Month) -> tuple[Term, ...]:
        """The terms that run in `month`."""
        return tuple(term for term in self.terms if term.runs_in(month))


def weeks_of(calendar: Calendar, own: tuple[date, ...] = ()) -> Weeks:
    """The weeks that the first days of a calendar make; `own` ones of a plan correct those that lie
    near them."""
    days = sorted({*own, *(day for day in calendar.first_days
                           if all(abs((day - one).days) >= SAME_TERM for one in own))})
    mondays = [day - timedelta(day.weekday()) for day in days]
    ends = [*(monday - timedelta(1) for monday in mondays[1:]), date.max][:len(mondays)]
    return Weeks(tuple(Term(monday, min(end, _last_day(calendar, day)))
                       for day, monday, end in zip(days, mondays, ends, strict=True)
                       if monday <= end))


def last_workday(days: tuple[date, ...], holidays: Holidays) -> date:
    """The last day from Monday to Friday of a week that is no holiday; Friday where all are."""
    working = [day for day in days[:5] if holidays.is_workday(day)]
    return working[-1] if working else days[4]


def _last_day(calendar: Calendar, first: date) -> date:
    """The last day of the term that begins on `first`: in its months, or just before them."""
    month = Month(first.year, first.month)
    length = next((((end - first.month) % 12) for begins, end in calendar.terms
                   if (first.month - begins) % 12 <= (end - begins) % 12
                   or first.month % 12 + 1 == begins), _WITHOUT_TERMS - 1)
    return (month + length).last_day
