"""The sizes of the type on a picture, told from how wide the lines are for what stands in them."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Sequence
from itertools import pairwise

from checkers.ocr.seen import Seen
from checkers.pdf.characters import is_wide

_MANY = 6                           # wide characters; a line of so many tells its size surely
_RIM = 0.22                         # of the height: what a box is wider than its text, both sides
_SPACED = 0.2                       # of the size: what editors set between Chinese and Latin
_SAME = 1.12                        # sizes that differ by less are one
_SHORT = 1.25                       # the same for a line of few characters, which tells less


def sizes_of(lines: Sequence[Seen]) -> list[float]:
    """The size of each line in pixels; lines that are set alike have the same."""
    widths = [_by_width(one) for one in lines]
    sure = _alike((size, len(one.text)) for one, size in zip(lines, widths, strict=True)
                  if size and _wide(one.text) >= _MANY)
    shares = [size / one.height for one, size in zip(lines, widths, strict=True) if size]
    share = statistics.median(shares) if shares else 1.0
    rough = [size or share * min(one.height, one.width)
             for one, size in zip(lines, widths, strict=True)]
    near = [_nearest(size, sure, _SAME if _wide(one.text) >= _MANY else _SHORT)
            for one, size in zip(lines, rough, strict=True)]
    others = _alike((size, len(one.text))
                    for one, size, found in zip(lines, rough, near, strict=True) if not found)
    return [found or _nearest(size, others, _SAME) or size
            for size, found in zip(rough, near, strict=True)]


def _wide(text: str) -> int:
    return sum(is_wide(char) for char in text)


def _by_width(line: Seen) -> float:
    """The width of a wide character; 0 where few are there, or the line is written downwards."""
    wide = _wide(line.text)
    if wide < 2 or 2 * wide < len(line.text) or line.height > line.width:
        return 0.0
    units = wide + 0.5 * (len(line.text) - wide) + _SPACED * sum(
        is_wide(one) != is_wide(other) for one, other in pairwise(line.text))
    return (line.width - _RIM * line.height) / units


def _alike(sizes: Iterable[tuple[float, int]]) -> list[float]:
    """The usual size of each group of sizes that lie close together, each with its weight."""
    groups: list[list[tuple[float, int]]] = []
    for size, weight in sorted(sizes):
        if groups and size < _SAME * _usual(groups[-1]):
            groups[-1].append((size, weight))
        else:
            groups.append([(size, weight)])
    return [_usual(group) for group in groups]


def _usual(group: Sequence[tuple[float, int]]) -> float:
    """The median of a group, each size counted as often as its weight says."""
    left = sum(weight for _, weight in group) / 2
    for size, weight in group:
        left -= weight
        if left <= 0:
            return size
    return group[-1][0]


def _nearest(size: float, found: Sequence[float], within: float) -> float:
    """The one of the sizes `found` that is `size` but for the factor `within`; 0 if none is."""
    near = min(found, key=lambda one: abs(one - size), default=0.0)
    return near if near and 1 / within < size / near < within else 0.0
