"""Values of plans and reports as cells of a workbook hold them."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from plans.figures.criteria import word_of
from plans.periods import Month


def cell_value(value: Any) -> str | int | float | date | None:
    """A value as a cell holds it: a month is its first day, what is exact a number."""
    if isinstance(value, Month):
        return date(value.year, value.month, 1)
    if isinstance(value, bool | tuple):
        return word_of(value)
    if isinstance(value, Fraction):
        return int(value) if value.denominator == 1 else round(float(value), 6)
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value if isinstance(value, str | int | float | date) or value is None else str(value)
