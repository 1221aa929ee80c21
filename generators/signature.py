"""Where the signature stands: GB/T 9704-2012, 7.3.5, in characters of the body size.

With a seal (7.3.5.1) the date keeps four characters free on its right and the unit is centred over
it; without (7.3.5.2) the unit keeps two free, and the date begins two characters right of where
the unit begins, unless that would leave the date less than two.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from plans.dates import show_date
from plans.plan import Signature


@dataclass(frozen=True, slots=True)
class Signed:
    """The lines of a signature with their right indents; `day` is None where there is no date."""

    unit: str
    day: str | None
    unit_right: float
    day_right: float


def signed(signature: Signature) -> Signed:
    """`signature` laid out; a unit longer than the line begins at the margin at the latest."""
    unit = signature.unit
    if signature.date is None:
        return Signed(unit, None, 4.0 if signature.seal else 2.0, 0.0)
    day = show_date(signature.date)
    longer = width(unit) - width(day)
    if signature.seal:
        day_right = max(4.0, 2.0 + longer / 2)
        return Signed(unit, day, day_right - longer / 2, day_right)
    day_right = max(2.0, longer)
    return Signed(unit, day, day_right + 2.0 - longer, day_right)


def width(text: str) -> float:
    """The width of `text` in characters: 1 for a Chinese one, 0.5 for a letter or a figure."""
    return sum(1.0 if unicodedata.east_asian_width(char) in "WFA" else 0.5 for char in text)
