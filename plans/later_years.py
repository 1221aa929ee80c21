"""Texts that name years, some years later: 2026-03/2026-12, 2025-26学年, 二〇二六年三月."""

from __future__ import annotations

import re
from datetime import date

from plans.periods import Calendar, Month, Period, month_of, period_of

_DIGITS = "〇一二三四五六七八九"
_YEAR = re.compile(r"(?<![\d.])(?P<year>(?:19|2\d)\d\d)(?P<next>\s*[-—–~～/至]\s*(?P<short>\d\d)"
                   r"(?=\s*[学學]年))?(?!\d)|(?P<han>[二一][〇零○九一二三四五六七八]"
                   r"[〇零○一二三四五六七八九]{2})(?=年)")
_ZEROS = str.maketrans("零○", "〇〇")


def years_in(text: str) -> list[tuple[int, int]]:
    """Where years stand in `text`, and which: (offset, year)."""
    return [(found.start(), int(found["year"]) if found["year"] else _of_han(found["han"]))
            for found in _YEAR.finditer(text)]


def later(text: str, years: int) -> str:
    """`text` with each year in it moved on by `years`; all else stays as it was written."""
    def moved(found: re.Match[str]) -> str:
        if found["han"]:
            return "".join(_DIGITS[int(one)] for one in str(_of_han(found["han"]) + years))
        year = str(int(found["year"]) + years)
        if not found["next"]:
            return year
        short = f"{(int(found['short']) + years) % 100:02d}"
        return year + found["next"][:-2] + short

    return _YEAR.sub(moved, text)


def later_period(text: str, years: int, calendar: Calendar) -> str | None:
    """The period in `text` moved on, written as it was; None where `text` names none."""
    period = period_of(text, calendar)
    if period is None:
        return None
    wanted = Period(period.first + 12 * years, period.last + 12 * years)
    moved = later(text, years)
    return moved if period_of(moved, calendar) == wanted else str(wanted)


def later_month(text: str, years: int) -> str:
    """The month in `text` moved on; one without a year stays."""
    month = month_of(text)
    if month is None:
        return text
    moved = later(text, years)
    return moved if month_of(moved) == month + 12 * years else str(month + 12 * years)


def later_day(day: date, years: int) -> date:
    """The same day of a later year; 29 February becomes the last of its month."""
    return min(date(day.year + years, day.month, 1) + (day - day.replace(day=1)),
               Month(day.year + years, day.month).last_day)


def _of_han(text: str) -> int:
    return int("".join(str(_DIGITS.index(one)) for one in text.translate(_ZEROS)))
