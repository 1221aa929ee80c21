"""A comment that goes back to whoever handed a paper in, and who it is by."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from checkers.document import Spot
from checkers.findings import ON


@dataclass(frozen=True, slots=True)
class Comment:
    """`lines` are its paragraphs; `side` says whether it is about the paragraph at `spot` (ON) or
    about what belongs BEFORE or AFTER it.

    `quote` is what stands there; it goes before the lines where a comment cannot stand at the very
    place.
    """

    spot: Spot
    lines: tuple[str, ...]
    side: str = ON
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Signed:
    """Who comments, and when (the local time of the office)."""

    author: str
    initials: str
    when: datetime
