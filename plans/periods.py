"""Months, and the periods that plans are made for: March to December, a term, a school year.

When a school year and its terms begin is data (`calendar:` in templates/calendar.yaml), so that a
school may change it; everything here works on plain months.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from plans.numerals import HAN, in_chinese, number_of

_NUMBER = rf"(?:\d{{1,4}}|[{HAN}]{{1,4}})"
_YEAR = rf"(?:\d{{4}}|[{HAN}]{{4}})"
_DASH = r"\s*(?:/|~|～|-{1,2}|—{1,2}|–|－|至|到)\s*"
_MONTH = rf"(?:(?P<yN>{_YEAR})\s*[年./\-])?\s*(?P<mN>{_NUMBER})\s*(?:月份?)?"
_FIRST, _SECOND = (_MONTH.replace("N>", f"{n}>") for n in "12")
_SPAN = re.compile(_FIRST + _DASH + _SECOND + "$")
_SCHOOL_YEAR = re.compile(
    rf"(?P<y>{_YEAR})(?:{_DASH}(?P<next>\d{{2}}|{_YEAR}))?\s*(?P<what>[学學]年度?|年)?"
    rf"\s*(?P<term>(?:第[一二12]|[上下]|(?P<season>[春秋])季)[学學]期)?$")
_YEAR_ONLY = re.compile(rf"(?P<y>{_YEAR})\s*年?\s*度?\s*(?P<half>上半年|下半年)?$")
_ONE_MONTH = re.compile(_FIRST + "$")
_DATE = re.compile(r"\d{4}([./-])\d{1,2}\1\d{1,2}$")


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A month of a year; ordered, and counted with `+` a number of months."""

    year: int
    month: int

    def __post_init__(self) -> None:
        if not (1 <= self.month <= 12 and 1900 <= self.year <= 2999):
            raise ValueError(f"{self.year}-{self.month}")

    def __add__(self, months: int) -> Month:
        year, month = divmod(self.year * 12 + self.month - 1 + months, 12)
        return Month(year, month + 1)

    def __sub__(self, other: Month) -> int:
        """Months from `other` to this one."""
        return (self.year - other.year) * 12 + self.month - other.month

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"

    @property
    def chinese(self) -> str:
        """三月: how a plan heads the month."""
        return f"{in_chinese(self.month)}月"

    @property
    def last_day(self) -> date:
        """The last day of the month."""
        return date(self.year, self.month, monthrange(self.year, self.month)[1])


@dataclass(frozen=True, slots=True)
class Calendar:
    """When a school's year runs; months 1 to 12, a term may cross December.

    `first_days` are the first days of terms (开学日期) that are known, in order.
    """

    school_year: tuple[int, int] = (9, 8)
    terms: tuple[tuple[int, int], ...] = ((9, 1), (2, 7))
    first_days: tuple[date, ...] = ()

    def in_term(self, month: Month) -> bool:
        """Whether a term runs in `month`."""
        return any((month.month - start) % 12 <= (end - start) % 12 for start, end in self.terms)


@dataclass(frozen=True, slots=True)
class Period:
    """From one month to another, both included; `first` is never after `last`."""

    first: Month
    last: Month

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"{self.first}/{self.last}")

    def __contains__(self, month: Month) -> bool:
        return self.first <= month <= self.last

    def __iter__(self) -> Iterator[Month]:
        return (self.first + months for months in range(len(self)))

    def __len__(self) -> int:
        return self.last - self.first + 1

    def __str__(self) -> str:
        return f"{self.first}/{self.last}"

    @property
    def chinese(self) -> str:
        """2026年3月至12月: how a document prints it."""
        if self.first == self.last:
            return f"{self.first.year}年{self.first.month}月"
        year = "" if self.last.year == self.first.year else f"{self.last.year}年"
        return f"{self.first.year}年{self.first.month}月至{year}{self.last.month}月"

    def month_numbered(self, number: int) -> Month | None:
        """The month of the period that the bare `number` (1-12) means; None if none or two do."""
        fitting = [month for month in self if month.month == number]
        return fitting[0] if len(fitting) == 1 else None


def month_of(text: str) -> Month | None:
    """The month with its year in `text` ("2026-03", "2026年3月", "二〇二六年三月"); else None."""
    match = _ONE_MONTH.match(text.strip())
    return _month(match["y1"], match["m1"]) if match and match["y1"] else None


def month_number_of(text: str) -> int | None:
    """The number of a month without a year in `text` ("3", "三月", "3月份"); else None."""
    match = _ONE_MONTH.match(text.strip())
    if not match or match["y1"]:
        return None
    number = number_of(match["m1"])
    return number if number and number <= 12 else None


def period_of(text: str, calendar: Calendar = Calendar()) -> Period | None:
    """The period that `text` names; None if it names none.

    Understood: 2026-03/2026-12, 2026年3月至12月, 2025年9月—2026年1月, 2026年, 2026年上半年,
    2025-2026学年, 2025-2026学年第一学期, one month. A span whose last month has no year and a
    smaller number than the first runs into the next year.
    """
    text = text.strip()
    if _DATE.match(text):
        return None
    if match := _SPAN.match(text):
        first = _month(match["y1"], match["m1"])
        if first is not None:
            last = _month(match["y2"] or str(first.year), match["m2"])
            if last is not None and last < first and not match["y2"]:
                last = _month(str(first.year + 1), match["m2"])
            return _period(first, last)
    if match := _YEAR_ONLY.match(text):
        year = number_of(match["y"]) or 0
        months = {"上半年": (1, 6), "下半年": (7, 12)}.get(match["half"] or "", (1, 12))
        return _period(_month(str(year), str(months[0])), _month(str(year), str(months[1])))
    if (match := _SCHOOL_YEAR.match(text)) and (match["what"] or match["term"]):
        year = number_of(match["y"]) or 0
        if match["next"] and (number_of(match["next"]) or 0) % 100 != (year + 1) % 100:
            return None
        # 2026年春季学期 is the spring of 2026, though its school year began in 2025.
        plain_year = match["season"] and not match["next"] and match["what"] in (None, "年")
        if match["what"] == "年" and not plain_year:
            return None
        return _school_period(year, match["term"] or "", calendar, plain_year=bool(plain_year))
    if one := month_of(text):
        return Period(one, one)
    return None


def _school_period(year: int, term: str, calendar: Calendar, *,
                   plain_year: bool = False) -> Period | None:
    start, end = calendar.school_year
    if term:
        second = any(word in term for word in ("二", "2", "下", "春"))
        if second >= len(calendar.terms):
            return None
        first, end = calendar.terms[second]
        # A spring term lies in the year after the one that its school year is called by.
        year += first < start and not plain_year
        start = first
    first_month = _month(str(year), str(start))
    return _period(first_month, _month(str(year + (end < start)), str(end)))


def _month(year: str | None, month: str) -> Month | None:
    try:
        return Month(number_of(year or "") or 0, number_of(month) or 0)
    except ValueError:
        return None


def _period(first: Month | None, last: Month | None) -> Period | None:
    return Period(first, last) if first and last and first <= last else None
