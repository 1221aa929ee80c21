"""The ruling lines of tables on a picture."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import cv2
import numpy
from PIL.Image import Image

from checkers.ocr.skew import turned_back
from checkers.pdf.drawings import Box

_PARTS = 30                         # a line is at least this part of the page's width
_STROKES = 1.7                      # of the size: no stroke of a character is as long
_THICK = 10                         # px; what is thicker is no line
_BROKEN = 7                         # px; gaps that dirt makes
_PAPER = 15                         # how much darker than its surroundings (of 255) ink is


def rulings_on(image: Image, angle: float, size: float) -> list[Box]:
    """Flat boxes in pixels, level and upright, of the picture turned back by `angle` degrees.

    `size` is that of the largest text in pixels.
    """
    grey = numpy.asarray(image.convert("L"))
    if angle:
        grey = turned_back(grey, angle, 255)
    ink = cv2.adaptiveThreshold(grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV,
                                31, _PAPER)
    shortest = round(max(image.width / _PARTS, _STROKES * size))
    return [*_lines(ink, shortest, level=True), *_lines(ink, shortest, level=False)]


def _lines(ink: Any, shortest: int, level: bool) -> Iterator[Box]:
    def kernel(length: int) -> Any:
        return cv2.getStructuringElement(cv2.MORPH_RECT, (length, 1) if level else (1, length))

    whole = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, kernel(_BROKEN))
    # A line that is askew by a pixel or two is thinned away unless it is thickened first.
    thick = cv2.dilate(whole, cv2.getStructuringElement(
        cv2.MORPH_RECT, (1, 3) if level else (3, 1)))
    found = cv2.morphologyEx(thick, cv2.MORPH_OPEN, kernel(shortest))
    count, _labels, stats, _centres = cv2.connectedComponentsWithStats(found)
    for place in range(1, count):
        x, y, width, height, _area = (int(value) for value in stats[place])
        if level and height <= _THICK and width >= shortest:
            yield Box(x, y + height / 2, x + width, y + height / 2)
        elif not level and width <= _THICK and height >= shortest:
            yield Box(x + width / 2, y, x + width / 2, y + height)
