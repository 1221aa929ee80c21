"""The types of a field: how each reads what a person wrote, prints it, and names its JSON Schema.

A further type is one entry of FIELD_TYPES and the function that reads it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from plans.messages import N_
from plans.numerals import HAN, number_of
from plans.periods import Calendar, Month, Period, month_of, period_of

Scalar = str | int | float | date | Month | Period
TABLE = "table"

_DATE = re.compile(
    rf"(\d{{4}}|[{HAN}]{{4}})\s*[-./年]\s*(\d{{1,2}}|[{HAN}]{{1,3}})\s*[-./月]\s*"
    rf"(\d{{1,2}}|[{HAN}]{{1,3}})\s*[日号]?$")
_TIME = re.compile(r"[T ]\d{1,2}:\d{2}(:\d{2})?$")
_NUMBER = re.compile(r"[+-]?\d{1,15}(\.\d{1,6})?$")


@dataclass(frozen=True, slots=True)
class FieldType:
    """`read` gives the value that a text means, None if it means none; `expects` says what it takes
    (translated where it is shown); `show` prints a value; `schema` is its JSON Schema."""

    name: str
    expects: str
    read: Callable[[str, Calendar], Scalar | None]
    show: Callable[[Scalar], str]
    schema: Mapping[str, object]


def date_of(text: str) -> date | None:
    """The date in `text` (2026-03-20, 2026.3.20, 2026年3月20日, 二〇二六年三月二十日), or None."""
    match = _DATE.match(_TIME.sub("", text.strip()))
    if not match:
        return None
    year, month, day = (number_of(part) or 0 for part in match.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None


def show_date(value: date) -> str:
    """2026年3月1日: Arabic digits, no leading zeros (GB/T 9704-2012, 7.3.5.4)."""
    return f"{value.year}年{value.month}月{value.day}日"


def yes_of(text: str) -> bool | None:
    """Whether `text` says yes or no, in English or Chinese; None if neither."""
    word = text.strip().lower()
    if word in {"yes", "true", "y", "on", "1", "是", "有", "要"}:
        return True
    if word in {"no", "false", "n", "off", "0", "否", "无", "不", "没有"}:
        return False
    return None


def _read_line(text: str, _calendar: Calendar) -> str | None:
    return None if "\n" in text.strip() else text.strip()


def _read_text(text: str, _calendar: Calendar) -> str:
    return text.strip()


def _read_integer(text: str, _calendar: Calendar) -> int | None:
    text = text.strip().replace(",", "").replace("，", "")
    return number_of(text.removesuffix("度").removesuffix("年").removesuffix("学"))


def _read_number(text: str, _calendar: Calendar) -> float | None:
    text = text.strip().replace(",", "").replace("，", "")
    if _NUMBER.match(text):
        return float(text)
    whole = number_of(text)
    return None if whole is None else float(whole)


def _show_number(value: Scalar) -> str:
    return f"{Decimal(str(value)):f}".removesuffix(".0")


FIELD_TYPES: tuple[FieldType, ...] = (
    FieldType("text", N_("text on one line"), _read_line, str, {"type": "string"}),
    FieldType("longtext", N_("text"), _read_text, str, {"type": "string"}),
    FieldType("integer", N_("a whole number such as 2026"), _read_integer, str,
              {"type": ["integer", "string"]}),
    FieldType("number", N_("a number such as 12 or 0.5"), _read_number, _show_number,
              {"type": ["number", "string"]}),
    FieldType("date", N_("a date such as 2026-03-20 or 2026年3月20日"),
              lambda text, _calendar: date_of(text),
              lambda value: show_date(value) if isinstance(value, date) else str(value),
              {"type": "string"}),
    FieldType("month", N_("a month with its year, such as 2026-03 or 2026年3月"),
              lambda text, _calendar: month_of(text),
              lambda value: f"{value.year}年{value.month}月" if isinstance(value, Month)
              else str(value),
              {"type": "string"}),
    FieldType("period", N_("a period such as 2026-03/2026-12 or 2025-2026学年第一学期"),
              period_of,
              lambda value: value.chinese if isinstance(value, Period) else str(value),
              {"type": "string"}),
    # Its rows are read by plans.field_tables; a text alone is none.
    FieldType(TABLE, N_("a list of rows, each with the names of its columns"),
              lambda _text, _calendar: None, str, {"type": "array"}),
)


def field_type(name: str) -> FieldType:
    """The type called `name`; raises KeyError."""
    for one in FIELD_TYPES:
        if one.name == name:
            return one
    raise KeyError(name)
