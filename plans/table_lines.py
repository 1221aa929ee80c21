"""A sheet of a table as it lies in a file, before anyone says which of its rows is the header."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from plans.errors import Fault, Place


@dataclass(frozen=True, slots=True)
class Line:
    """A row that is not blank: `number` counts from 1 as the program shows it; `texts` by column.

    `faults` are those of its cells; the column, from 1, is in the place of each.
    """

    number: int
    texts: tuple[str, ...]
    faults: tuple[Fault, ...] = ()

    def text(self, column: int) -> str:
        """What stands in `column` (from 1), "" where nothing does."""
        return self.texts[column - 1] if column <= len(self.texts) else ""


class Sheet(Protocol):
    """A sheet of a workbook, or all of a text file."""

    @property
    def name(self) -> str:
        """As its tab shows it; "" in a text file."""

    def lines(self) -> Iterator[Line]:
        """Its rows from the top, read anew at each call; raises UserError where it is damaged."""

    def uncalculated(self) -> tuple[Fault, ...]:
        """Formulas whose value is not in the file."""

    def place(self, row: int, column: int) -> Place:
        """Where that cell lies."""
