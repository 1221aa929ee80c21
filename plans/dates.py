"""Days as people write them, and as documents print them."""

from __future__ import annotations

import re
from datetime import date

from plans.numerals import HAN, number_of

_DATE = re.compile(
    rf"(\d{{4}}|[{HAN}]{{4}})\s*[-./年]\s*(\d{{1,2}}|[{HAN}]{{1,3}})\s*[-./月]\s*"
    rf"(\d{{1,2}}|[{HAN}]{{1,3}})\s*[日号]?$")
_TIME = re.compile(r"[T ]\d{1,2}:\d{2}(:\d{2})?$")
_DIGITS = re.compile(r"(\d{4})(\d{2})(\d{2})?$")


def date_of(text: str) -> date | None:
    """The date in `text` (2026-03-20, 2026.3.20, 2026年3月20日, 二〇二六年三月二十日), or None."""
    match = _DATE.match(_TIME.sub("", text.strip()))
    if match is None and (match := _DIGITS.match(text.strip())) and not match[3]:
        match = None
    if not match:
        return None
    year, month, day = (number_of(part) or 0 for part in match.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None


def day_of(text: str) -> date | None:
    """As `date_of`, of the years that months are counted in: 0206 was meant to be another."""
    day = date_of(text)
    return day if day and 1900 <= day.year <= 2999 else None


def show_date(value: date) -> str:
    """2026年3月1日: Arabic digits, no leading zeros (GB/T 9704-2012, 7.3.5.4)."""
    return f"{value.year}年{value.month}月{value.day}日"
