"""The labels of a layout table: cells that name the text beside or below them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from checkers.document import Cell
from checkers.grid import Grid, is_text, label_text
from checkers.lines import Label
from checkers.marks import mark_of
from plans.topics import Strength, Topics


@dataclass(frozen=True, slots=True)
class LabelCell:
    """A cell that is a label, `text` as one line, and what it names; `known` is how surely that is
    a section, `has_text` whether a text stands there (a value is none)."""

    cell: Cell
    text: str
    label: Label
    known: Strength
    has_text: bool

    @property
    def may_be_section(self) -> bool:
        """Whether it heads a text, or a blank where a section was to be written."""
        return self.has_text or self.known >= Strength.HEAD


def labels_in(grid: Grid, topics: Topics) -> Mapping[tuple[int, int], LabelCell]:
    """The labels by row (from 0) and column."""
    found = {}
    for row, cells in enumerate(grid.rows):
        if not cells or grid.is_data(row):
            continue
        alone = grid.alone(row)
        named = (_over(grid, row, alone) if alone is not None else
                 _over_each(grid, row, cells) or _beside(grid, row, cells))
        for cell, label in named:
            body = [one for at in range(label.first - 1, label.last) for one in grid.rows[at]
                    if label.holds(at + 1, one.column)]
            found[row, cell.column] = LabelCell(
                cell, label_text(cell), label, _known(label_text(cell), topics),
                any(map(is_text, body)) or len(list(filter(_says, body))) > 2)
    return found


def _known(text: str, topics: Topics) -> Strength:
    mark = mark_of(text)
    title = (mark.rest if mark else text).rstrip("：: ")
    return max(topics.meaning(title).values(), default=Strength.NONE)


def _says(cell: Cell) -> bool:
    return bool(cell.text)


def _over(grid: Grid, row: int, cell: Cell) -> Iterator[tuple[Cell, Label]]:
    """A label that has its row to itself names the rows below, up to the next such label."""
    last = row
    while last + 1 < len(grid.rows):
        below = grid.alone(last + 1)
        if below is not None and label_text(below) and (last > row or not is_text(below)):
            break
        last += 1
    body = [one for at in range(row + 1, last + 1) for one in grid.rows[at]]
    if label_text(cell) and body and (not any(map(_says, body)) or any(map(is_text, body))
                                      or len(body) > 2):
        yield cell, Label(row + 2, last + 1, 1, grid.width)


def _over_each(grid: Grid, row: int, cells: Sequence[Cell]) -> list[tuple[Cell, Label]]:
    """Labels side by side, each over a text of its own width."""
    below = grid.rows[row + 1] if row + 1 < len(grid.rows) else []
    if (len(cells) < 2 or not all(map(label_text, cells)) or not any(map(is_text, below))
            or grid.bounds(row) != grid.bounds(row + 1)
            or (len(cells) > 2 and not grid.heads_texts(row))):
        return []
    above = grid.alone(row - 1) if row else None
    level = 2 if above is not None and label_text(above) else 1
    return [(cell, Label(row + 2, row + 2, cell.column, cell.column, level)) for cell in cells]


def _beside(grid: Grid, row: int, cells: Sequence[Cell]) -> Iterator[tuple[Cell, Label]]:
    """Labels with their text beside them: one, one within another, or two pairs in a row."""
    first, *others = cells
    if not others or not label_text(first):
        return
    last = grid.reach(row, first)
    if len(others) == 3 and is_text(others[0]) and label_text(others[1]) and (
            is_text(others[2]) or not others[2].text):
        yield first, _to_the_right(row, last, others[0], others[0].column)
        yield others[1], _to_the_right(row, last, others[2], others[2].column)
        return
    body = [one for at in range(row, last + 1) for one in grid.rows[at]
            if one.column > first.column]
    is_sub = len(others) == 2 and bool(label_text(others[0])) and (
        is_text(others[1]) or (last > row and not others[1].text))
    is_one = (len(others) == 1 or last > row) and (
        not any(map(_says, body)) or any(map(is_text, body))
        or (len(others) == 1 and bool(others[0].text)
            and (grid.width <= 2 or others[0].width > 1)))
    if is_one or is_sub:
        yield first, _to_the_right(row, last, others[0], grid.width, grid.is_inner(row))
    if is_sub:
        yield others[0], _to_the_right(row, grid.reach(row, others[0]), others[1], grid.width,
                                       True)


def _to_the_right(row: int, last: int, body: Cell, right: int, is_inner: bool = False) -> Label:
    return Label(row + 1, last + 1, body.column, right, 2 if is_inner else 1)
