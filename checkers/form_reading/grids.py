"""The tables of a form as its reader walks them: cells beside and below one another, and which of
them are spoken for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checkers.document import Cell, Document, Table, paragraphs_in
from checkers.findings import Location, at_paragraph
from checkers.grid import Grid


class FormGrid:
    """One table of a form; rows count from 0, as in Grid, columns from 1.

    `taken` are the cells that a label, a value or a table's rows have claimed; `heading` is the
    line that stands right above the table.
    """

    def __init__(self, table: Table, part: str, outer: Cell | None = None,
                 heading: str = "") -> None:
        self.grid = Grid(table)
        self.part = part
        self.heading = heading
        self.outer = outer              # the cell that a nested table stands in
        self.taken: set[tuple[int, int]] = set()

    def cells(self) -> Iterator[tuple[int, Cell]]:
        """Every cell with its row, from the top; those that go on from above left out."""
        for row, cells in enumerate(self.grid.rows):
            for cell in cells:
                yield row, cell

    def reach(self, row: int, cell: Cell) -> int:
        """The last row that the cell is merged down to."""
        return self.grid.reach(row, cell)

    def right_of(self, row: int, cell: Cell) -> list[Cell]:
        """The cells to the right in a row, those that go on from above left out."""
        return [one for one in self.grid.rows[row] if one.column >= cell.column + cell.width]

    def below(self, row: int, cell: Cell) -> tuple[int, Cell] | None:
        """The cell under one, with its row; None at the foot of the table."""
        at = self.reach(row, cell) + 1
        for one in self.grid.rows[at] if at < len(self.grid.rows) else ():
            if one.column <= cell.column < one.column + one.width:
                return at, one
        return None

    def owner(self, row: int, column: int) -> Cell | None:
        """The cell that shows at a place of the grid, merged ones included."""
        for at in range(row, -1, -1):
            for cell in self.grid.table.rows[at]:
                if cell.column <= column < cell.column + cell.width:
                    if not cell.covered:
                        return cell
                    break
            else:
                return None
        return None

    def take(self, row: int, cell: Cell) -> None:
        """Claims a cell."""
        self.taken.add((row, cell.column))

    def is_free(self, row: int, cell: Cell) -> bool:
        """Whether nothing has claimed the cell."""
        return (row, cell.column) not in self.taken

    def place(self, row: int, cell: Cell) -> Location:
        """Where a cell stands: at its first words, or at its first line."""
        first = next((one for one in paragraphs_in(cell) if one.text.strip()), None) or next(
            paragraphs_in(cell), None)
        return at_paragraph(first) if first is not None else Location(
            self.part, table=self.grid.table.table, row=row + 1, column=cell.column)


def grids_of(document: Document) -> list[FormGrid]:
    """The tables of a document, nested ones after the one that they stand in."""
    found: list[FormGrid] = []
    for part in document.parts:
        heading = ""
        for block in part.blocks:
            if isinstance(block, Table):
                found += _with_nested(block, part.name, None, heading)
                heading = ""
            elif block.text.strip():
                heading = block.text.strip()
    return found


def _with_nested(table: Table, part: str, outer: Cell | None,
                 heading: str = "") -> Iterator[FormGrid]:
    yield FormGrid(table, part, outer, heading)
    for row in table.rows:
        for cell in row:
            for inner in cell.tables:
                yield from _with_nested(inner, part, cell)


def own_text(cell: Cell) -> str:
    """The text of a cell without that of tables in it, one line a paragraph."""
    return "\n".join(one.displayed for one in cell.paragraphs).strip()


@dataclass(frozen=True, slots=True)
class Spotted:
    """A text and where it stands."""

    text: str
    location: Location
