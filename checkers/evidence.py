"""The evidence for and against a line being a heading, weighed openly, with reasons to show."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from checkers.lines import Line
from checkers.shapes import Shape

SURE_ENOUGH = 0.5       # the confidence from which a line counts as a heading


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason for or against a heading, in English (translated where it is shown), and what it
    adds to the log odds."""

    text: str
    weight: float


@dataclass
class Weighed:
    """A line with its evidence, before it is a heading."""

    line: Line
    row: int
    shape: Shape
    odds: float = 0.0               # the logarithm of the odds
    reasons: tuple[Reason, ...] = ()
    level: int = 1
    is_known: bool = False          # its title names a topic

    @property
    def confidence(self) -> float:
        """How surely the line is a heading, 0 to 1."""
        return 1 / (1 + math.exp(-self.odds))

    def add(self, weight: float, reason: str) -> None:
        """Takes one more reason in."""
        if weight:
            self.odds += weight
            self.reasons += (Reason(reason, weight),)


def weigh(line: Line, row: int, shape: Shape, traits: Mapping[str, float],
          weights: Mapping[str, float]) -> Weighed:
    """The line with all that its traits say; the weight of "" is what every line begins with."""
    one = Weighed(line, row, shape, weights.get("", 0.0))
    for name, amount in traits.items():
        one.add(round(amount * weights.get(name, 0.0), 2), name)
    return one
