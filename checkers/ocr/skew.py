"""By how much a scanned page is askew: the angle at which its lines of ink are sharpest."""

from __future__ import annotations

import math
import statistics
from collections.abc import Sequence
from typing import Any

import cv2
import numpy
from PIL.Image import Image

from checkers.ocr.seen import Corners, Seen

_LONG = 3                           # times as wide as high: such lines tell how a page is turned
_STEEP = 15.0                       # degrees; what is steeper is slanted text, no askew scan
_SEARCHED = ((0.8, 0.1), (0.1, 0.02))           # degrees on both sides, and the step
_SIDE = 1000                        # px; a smaller picture tells the angle as well


def angle_of(image: Image, seen: Sequence[Seen]) -> float:
    """By how many degrees (clockwise) the picture must be turned back for its lines to be level."""
    angle = _of_lines(seen)
    if not seen:
        return 0.0
    grey = image.convert("L")
    grey.thumbnail((_SIDE, _SIDE))
    _level, ink = cv2.threshold(
        numpy.asarray(grey), 0, 255, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)
    for room, step in _SEARCHED:
        steps = round(room / step)
        angle = max((angle + step * place for place in range(-steps, steps + 1)),
                    key=lambda angle: _sharpness(ink, angle))
    return angle


def _of_lines(seen: Sequence[Seen]) -> float:
    angles = [math.degrees(math.atan2(one.corners[1][1] - one.corners[0][1],
                                      one.corners[1][0] - one.corners[0][0]))
              for one in seen if one.width > _LONG * one.height]
    angle = statistics.median(angles) if angles else 0.0
    return angle if abs(angle) < _STEEP else 0.0


def _sharpness(ink: Any, angle: float) -> float:
    """How much the rows of the picture, turned back by `angle`, differ in their ink."""
    rows = turned_back(ink, angle, 0).sum(axis=1, dtype=numpy.float64)
    return float(numpy.square(numpy.diff(rows)).sum())


def turned_back(pixels: Any, angle: float, paper: int) -> Any:
    """The array of grey `pixels` turned by `angle` degrees around its middle; `paper` fills in."""
    height, width = pixels.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1)
    return cv2.warpAffine(pixels, turn, (width, height), borderValue=paper)


def level(corners: Corners, angle: float, size: tuple[int, int]) -> Corners:
    """Where points of a picture of this `size` lie when it is turned back by `angle` degrees."""
    cosine, sine = math.cos(math.radians(-angle)), math.sin(math.radians(-angle))
    x0, y0 = size[0] / 2, size[1] / 2
    return tuple((x0 + (x - x0) * cosine - (y - y0) * sine,
                  y0 + (x - x0) * sine + (y - y0) * cosine) for x, y in corners)
