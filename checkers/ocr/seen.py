"""A line of text on a picture, as it was recognised."""

from __future__ import annotations

import math
from dataclasses import dataclass

Corners = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """A line; `corners` in pixels, clockwise from the top left of its text; `sure` from 0 to 1."""

    text: str
    corners: Corners
    sure: float

    @property
    def width(self) -> float:
        return math.dist(self.corners[0], self.corners[1])

    @property
    def height(self) -> float:
        return math.dist(self.corners[1], self.corners[2])
