"""Whether a value is as a kind asks, and how values are shown where they are compared as words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Any

from plans.dates import show_date
from plans.field_types import show_number
from plans.figures.vocabulary import Criterion, Where
from plans.periods import Month

_DIGITS = 6         # behind the point, where a number is compared as a word


@lru_cache(maxsize=256)
def bound_of(text: str) -> Fraction | None:
    """The number that a bound writes: 12, 0.5, 1/4; None where it is none."""
    try:
        return Fraction(text.replace(" ", ""))
    except (ValueError, ZeroDivisionError):
        return None


def exact(value: Any) -> Fraction | None:
    """A number without the rounding of binary fractions; None for what is no number."""
    if isinstance(value, bool):
        return None
    if isinstance(value, Fraction):
        return value
    if isinstance(value, int):
        return Fraction(value)
    return Fraction(str(value)) if isinstance(value, float | Decimal) else None


def word_of(value: Any) -> str:
    """A value as people write it, "" for none."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, int | float | Fraction):
        return show_number(round(float(value), _DIGITS))
    if isinstance(value, date):
        return show_date(value)
    if isinstance(value, Month):
        return f"{value.year}年{value.month}月"
    if isinstance(value, tuple):
        return "、".join(map(word_of, value))
    return str(value)


def passes(value: Any, test: Criterion) -> bool:
    """Whether `value` is as `test` asks; one of several values is enough."""
    if test.any_of or test.none_of:
        words = [word_of(one) for one in value] if isinstance(value, tuple) else [word_of(value)]
        if test.any_of and not any(word in test.any_of for word in words):
            return False
        if any(word in test.none_of for word in words):
            return False
    if not (test.at_least or test.at_most or test.under):
        return True
    number = exact(value)
    if number is None:
        return False
    low, high, under = map(bound_of, (test.at_least, test.at_most, test.under))
    return ((low is None or number >= low) and (high is None or number <= high)
            and (under is None or number < under))


def holds(row: Mapping[str, Any], where: Where) -> bool:
    """Whether every column of `where` is as it asks."""
    return all(passes(row.get(name), test) for name, test in where)
