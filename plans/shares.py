"""Shares as people write them: 85.5% is 0.855."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

_CENTS = 2
_SHARE = re.compile(r"\s*(-?\d{1,6}(?:\.\d{1,6})?)\s*([%％]?)\s*$")


def share_of(text: str) -> float | None:
    """The share that a text writes, with % or as a fraction of one; None where it is none."""
    match = _SHARE.match(text)
    if match is None:
        return None
    return float(Decimal(match[1]) / 100) if match[2] else float(match[1])


def rounded(number: Fraction, digits: int) -> float:
    """`number` to so many digits, half up as people do it; what is less than whole stays so."""
    step = Decimal(1).scaleb(-digits)
    exact = Decimal(number.numerator) / Decimal(number.denominator)
    found = exact.quantize(step, ROUND_HALF_UP)
    return float(found - step if found == 1 and number < 1 and digits > _CENTS else found)


def show_share(value: object) -> str:
    """A share as a person writes it, to a tenth of a hundredth."""
    return f"{Decimal(str(round(float(str(value)) * 100, 1))).normalize():f}%"
