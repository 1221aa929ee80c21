"""Ruled grids as tables: rows put together over page ends, the lines of a cell as paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from checkers.document import Cell, Paragraph, Table
from checkers.pdf.characters import SENTENCE_END
from checkers.pdf.grids import Grid, GridCell, distinct, nearest
from checkers.pdf.lines import Line, lines_of
from checkers.pdf.measures import NEAR, PADDING, setting_between
from checkers.pdf.paragraphs import paragraph_of, runs

_NO_LINE = 2.2                      # of the size: in a lower row no line has room


@dataclass(frozen=True, slots=True)
class _Slot:
    """A cell before its row is numbered; its lines stand between `left` and `right`."""

    column: int
    width: int
    left: float = 0.0
    right: float = 0.0
    lines: tuple[Line, ...] = ()
    centred: bool = False
    inner: tuple[Grid, ...] = ()
    covered: bool = False
    height: float = 0.0

    @property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines)


def table_of(grids: Sequence[Grid], number: int) -> Table:
    """The `number`th table of the file, from its `grids` on one page or several.

    A heading row that is repeated on a later page is left out there; a row that a page end cut in
    two is one again.
    """
    rows: list[list[_Slot]] = []
    columns = distinct(column for grid in grids for column in grid.columns)
    for grid in grids:
        more = _rows(grid, columns)
        if rows and any(slot.text for slot in rows[0]) and (
                [slot.text for slot in rows[0]] == [slot.text for slot in more[0]]):
            more = more[1:]
        if rows and more and _is_cut(rows[-1], more[0]):
            rows[-1] = [replace(above, lines=above.lines + below.lines,
                                inner=above.inner + below.inner)
                        for above, below in zip(rows[-1], more.pop(0), strict=True)]
        elif rows and more:
            more[0] = list(_as_continued(more[0]))
        rows += more
    return Table(tuple(tuple(_cell(slot, row, number) for slot in slots)
                       for row, slots in enumerate(rows, 1)), table=number, page=grids[0].page)


def _rows(grid: Grid, columns: Sequence[float]) -> list[list[_Slot]]:
    """The rows of `grid`, its cells placed in the `columns` of the whole table."""
    rows: list[list[_Slot]] = [[] for _ in range(max(cell.last_row for cell in grid.cells))]
    for cell in grid.cells:
        slot = _slot(cell, grid.page, nearest(columns, cell.box.x0), nearest(columns, cell.box.x1))
        rows[cell.row].append(slot)
        for covered in range(cell.row + 1, cell.last_row):
            rows[covered].append(_Slot(slot.column, slot.width, covered=True))
    return [sorted(row, key=lambda slot: slot.column) for row in rows]


def _slot(cell: GridCell, page: int, column: int, last_column: int) -> _Slot:
    lines = lines_of(cell.glyphs, page)
    padding = PADDING
    if lines:
        padding = max(0.0, min(PADDING, min(line.left for line in lines) - cell.box.x0,
                               cell.box.x1 - max(line.right for line in lines)))
    left, right = cell.box.x0 + padding, cell.box.x1 - padding
    centred = bool(lines) and _are_centred(lines, left, right)
    if centred:                     # room on both sides is room that the next word could have had
        lines = [replace(line, left=left, right=left + line.width) for line in lines]
    return _Slot(column + 1, max(1, last_column - column), left, right,
                 tuple(lines), centred, cell.inner, height=cell.box.y1 - cell.box.y0)


def _are_centred(lines: Sequence[Line], left: float, right: float) -> bool:
    slack = [(line.left - left, right - line.right, NEAR * line.size) for line in lines]
    return all(abs(before - after) < near for before, after, near in slack) and any(
        before > near for before, _, near in slack)


def _is_cut(above: Sequence[_Slot], below: Sequence[_Slot]) -> bool:
    """Whether a page end runs through a sentence of the row, which goes on in `below`."""
    if [(s.column, s.width) for s in above] != [(s.column, s.width) for s in below]:
        return False
    sizes = [line.size for slot in below for line in slot.lines]
    if sizes and not any(slot.lines or slot.inner for slot in above) and (
            max(slot.height for slot in above) < _NO_LINE * max(sizes)):
        return True                 # the page ended before the first line of the row
    pairs = [*zip(above, below, strict=True)]
    open_ends = [(setting_between(one.lines, one.left, one.right).is_full(one.lines[-1],
                                                                          other.lines[0]))
                 for one, other in pairs if one.lines and other.lines
                 and one.lines[-1].text[-1] not in SENTENCE_END]
    # Where a short line had room for more, what stands below it in the next row begins anew.
    return bool(open_ends) and all(open_ends) and any(
        one.lines and not other.lines for one, other in pairs)


def _as_continued(row: Sequence[_Slot]) -> Iterator[_Slot]:
    # A month whose tasks run over the page's end is not printed again: its cell goes on.
    spoken = any(slot.lines or slot.inner for slot in row)
    for slot in row:
        if slot.lines or slot.inner:
            spoken = False
        yield replace(slot, covered=True) if spoken else slot


def _cell(slot: _Slot, row: int, table: int) -> Cell:
    return Cell(row, slot.column, slot.width, tuple(_paragraphs(slot, row, table)),
                tuple(table_of([inner], table) for inner in slot.inner), slot.covered)


def _paragraphs(slot: _Slot, row: int, table: int) -> Iterator[Paragraph]:
    if not slot.lines:
        return
    left = slot.left if slot.centred else min(line.left for line in slot.lines)
    setting = setting_between(slot.lines, left, slot.right)
    for run, _ in runs((line, setting) for line in slot.lines):
        paragraph = paragraph_of(run, setting)
        yield replace(paragraph, table=table, row=row, column=slot.column,
                      look=replace(paragraph.look, centred=slot.centred, right=False))
