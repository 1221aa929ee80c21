"""Rows of cells on the grid of a form → a Word table whose vertical lines all run through."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

MARGIN = 80                     # twips, left and right within a cell
UNIT = 97                       # twips, about: the width of a column of the grid
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


@dataclass(frozen=True, slots=True)
class Cell:
    """`content` is XML; it reaches from one line of the grid to another.

    `merge` is "restart" where the cell goes on below, "continue" where it belongs to the one above.
    """

    content: str
    left: int
    right: int
    align: str = "center"       # top, center or bottom
    merge: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row, at least `height` twips high. `splits` where a page may end within it, `repeated`
    where it stands at the head of every page; `before` and `behind` are XML around it."""

    cells: tuple[Cell, ...]
    height: int = 0
    splits: bool = False
    repeated: bool = False
    before: str = ""
    behind: str = ""

    def beside(self, cell: Cell) -> Row:
        """The row with one more cell at its right."""
        return replace(self, cells=(*self.cells, cell))


@dataclass(frozen=True, slots=True)
class Grid:
    """Lines from 0 to `columns` over a width in twips."""

    width: int

    @property
    def columns(self) -> int:
        """How many columns there are; the last line has this number."""
        return self.width // UNIT

    def twips(self, left: int, right: int) -> int:
        """What lies between two lines."""
        return round(right * self.width / self.columns) - round(left * self.width / self.columns)

    def units(self, twips: float) -> int:
        """The fewest columns that are that wide."""
        return -int(-twips * self.columns // self.width)

    def table(self, rows: Sequence[Row], *, bordered: bool = True) -> str:
        """The table of `rows`."""
        lines = sorted({line for row in rows for cell in row.cells
                        for line in (cell.left, cell.right)})
        drawn = "".join(f'<w:gridCol w:w="{self.twips(left, right)}"/>'
                        for left, right in itertools.pairwise(lines))
        borders = "" if bordered else "<w:tblBorders>" + "".join(
            f'<w:{side} w:val="nil"/>' for side in _SIDES) + "</w:tblBorders>"
        sides = "".join(f'<w:{side} w:w="{MARGIN}" w:type="dxa"/>' for side in ("left", "right"))
        return (f'<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{self.width}" '
                f'w:type="dxa"/><w:jc w:val="center"/>{borders}<w:tblLayout w:type="fixed"/>'
                f'<w:tblCellMar>{sides}</w:tblCellMar><w:tblLook w:val="0000" w:firstRow="0" '
                'w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="0"/>'
                f"</w:tblPr><w:tblGrid>{drawn}</w:tblGrid>"
                + "".join(self._row(row, lines) for row in rows) + "</w:tbl>")

    def _row(self, row: Row, lines: Sequence[int]) -> str:
        properties = "".join((
            "" if row.splits else "<w:cantSplit/>",
            f'<w:trHeight w:val="{row.height}" w:hRule="atLeast"/>' if row.height else "",
            "<w:tblHeader/>" if row.repeated else ""))
        cells = "".join(self._cells(row, lines))
        return (f"{row.before}<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}"
                f"{cells}</w:tr>{row.behind}")

    def _cells(self, row: Row, lines: Sequence[int]) -> Iterator[str]:
        for cell in row.cells:
            span = lines.index(cell.right) - lines.index(cell.left)
            yield (f'<w:tc><w:tcPr><w:tcW w:w="{self.twips(cell.left, cell.right)}" '
                   f'w:type="dxa"/>{_value("gridSpan", span) if span > 1 else ""}'
                   f'{_value("vMerge", cell.merge) if cell.merge else ""}'
                   f'{_value("vAlign", cell.align)}</w:tcPr>{cell.content}</w:tc>')


def _value(name: str, value: object) -> str:
    return f'<w:{name} w:val="{value}"/>'
