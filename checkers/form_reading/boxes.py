"""A label and the box that it names: right of it, else below, else in the label's own cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checkers.answers import BESIDE, MOVED, UNCLEAR, Doubt
from checkers.document import Cell
from checkers.findings import Location
from checkers.form_reading.grids import FormGrid, own_text
from checkers.form_reading.names import Names, label_form
from plans.field_types import PICTURE
from plans.kinds import Field

_LABEL = re.compile(r"[\u4e00-\u9fff]{2,10}(?:[（(].{1,12}[)）])?[：:]?")
_TOGETHER = ("longtext",)       # their boxes may be cut into several without harm


@dataclass
class Box:
    """Where a field is to be written: the `cells` with their rows, `text` what stands there."""

    field: Field
    grid: FormGrid
    label: tuple[int, Cell]
    cells: tuple[tuple[int, Cell], ...] = ()
    text: str = ""
    doubts: tuple[Doubt, ...] = ()

    @property
    def location(self) -> Location:
        """The place of what is written, else of the box, else of its label."""
        filled = [one for one in self.cells if own_text(one[1])]
        return self.grid.place(*(*filled, *self.cells, self.label)[0])


def boxes_in(grids: Sequence[FormGrid], names: Names) -> list[Box]:
    """The boxes of all labels that nothing has claimed, in order; they are claimed."""
    boxes = []
    for grid in grids:
        for row, cell in grid.cells():
            one = names.called(own_text(cell)) if grid.is_free(row, cell) else None
            if one is not None and not one.columns:
                boxes.append(_box(one, grid, row, cell, names))
            elif one is None and grid.is_free(row, cell):
                boxes += _within(grid, row, cell, names)
    for box in boxes:
        box.grid.take(*box.label)
        for place in box.cells:
            box.grid.take(*place)
    return boxes


def _box(one: Field, grid: FormGrid, row: int, cell: Cell, names: Names) -> Box:
    box = Box(one, grid, (row, cell))
    last = grid.reach(row, cell)
    beside = tuple((at, other) for at in range(row, last + 1)
                   for other in _until_label(grid, at, grid.right_of(at, cell), names))
    if beside:
        box.cells = beside
        box.text, box.doubts = _joined(one, beside)
        if not box.text and one.type != PICTURE:
            _look_below(box, names)
        return box
    under = _under(grid, row, cell)
    if one.type == PICTURE and (under is None or own_text(under[1])):
        box.cells = ((row, cell),)       # 照片 stands in its own box
    elif under is not None and names.called(own_text(under[1])) is None:
        box.cells, box.text = (under,), own_text(under[1])
    return box


def _under(grid: FormGrid, row: int, cell: Cell) -> tuple[int, Cell] | None:
    """The free cell right below one, as wide as that: a strip across the form is none."""
    under = grid.below(row, cell)
    if under is None or not grid.is_free(*under):
        return None
    return under if (under[1].column, under[1].width) == (cell.column, cell.width) else None


def _until_label(grid: FormGrid, row: int, cells: Sequence[Cell],
                 names: Names) -> Iterator[Cell]:
    """The cells up to the next label; what only looks like one, with a cell of its own, is one too:
    a form of another school asks for more than we know."""
    for at, cell in enumerate(cells):
        text = own_text(cell)
        if names.called(text) is not None or not grid.is_free(row, cell):
            return
        after = cells[at + 1] if at + 1 < len(cells) else None
        if at and _LABEL.fullmatch("".join(text.split())) and after is not None and (
                grid.is_free(row, after) and names.called(own_text(after)) is None):
            return
        yield cell


def _joined(one: Field, cells: Sequence[tuple[int, Cell]]) -> tuple[str, tuple[Doubt, ...]]:
    """The text of a box that may have been cut into several cells."""
    texts = [own_text(cell) for _row, cell in cells]
    filled = [text for text in texts if text]
    if one.type in _TOGETHER:
        return "\n".join(filled), ()
    if len(filled) > 1:
        return "".join(filled), (Doubt(UNCLEAR, " | ".join(filled)),)
    if filled and not texts[0] and len(texts) > 1:
        return filled[0], (Doubt(BESIDE, filled[0]),)
    return "".join(filled), ()


def _look_below(box: Box, names: Names) -> None:
    """A blank box with a stray text under its label: it may have been written there."""
    under = _under(box.grid, *box.label)
    if under is None:
        return
    text = own_text(under[1])
    beside = box.grid.right_of(*under)
    if text and names.called(text) is None and label_form(text) and not any(
            own_text(one) for one in beside) and len(text) <= 40:
        box.cells = (under,)
        box.text, box.doubts = text, (Doubt(MOVED, text),)


def _within(grid: FormGrid, row: int, cell: Cell, names: Names) -> Iterator[Box]:
    """Labels on lines of their own in one cell, each with the lines below it: merged cells."""
    lines = own_text(cell).split("\n")
    found = [(at, one) for at, line in enumerate(lines) if (one := names.called(line)) is not None
             and not one.columns]
    if not found or len(lines) < 2:
        return
    for (at, one), end in zip(found, [*(at for at, _one in found[1:]), len(lines)], strict=True):
        text = "\n".join(lines[at + 1:end]).strip()
        doubts = (Doubt(MOVED, text),) if text else ()
        yield Box(one, grid, (row, cell), ((row, cell),), text, doubts)
