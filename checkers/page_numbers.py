"""Numbers of pages as people write them: 1-3, 7."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

_MOST = 10                          # runs of pages; a longer list is no longer read


def pages_shown(pages: Sequence[int]) -> str:
    """Rising page numbers with those in a row as one, and … for what is too long to be read."""
    shown = []
    for _step, group in groupby(enumerate(pages), key=lambda pair: pair[1] - pair[0]):
        numbers = [number for _place, number in group]
        shown.append(str(numbers[0]) if len(numbers) == 1 else f"{numbers[0]}-{numbers[-1]}")
    return ", ".join(shown[:_MOST]) + (" …" if len(shown) > _MOST else "")
