"""Tables: real cells at their place on the grid; spans are told, never multiplied out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lxml.etree import _Element

from checkers import limits
from checkers.document import Cell, Paragraph, Table, Unreadable
from checkers.word import markup as m

if TYPE_CHECKING:
    from checkers.word.walk import Place, Story


# Lines that run down the cell stand from right to left; a label is typed so that it reads from the
# left (简历 before 个人).
_DOWNWARDS = "tbRl"


def table_of(element: _Element, story: Story, place: Place) -> Table | None:
    """The table `element` that stands at `place` of `story`; None where all its rows are deleted.

    The paragraphs of a nested table bear the place of the outer cell that they are in.
    """
    nested = place.table is not None
    rows: list[tuple[Cell, ...]] = []
    merged: set[int] = set()        # columns where the row above has a cell that may go on
    for row in story.members(element, m.TR):
        properties = row.find(m.TRPR)
        if properties is not None and properties.find(m.DEL) is not None:
            continue
        if not nested:
            if not rows:
                place = place._replace(counted=False, paragraph=None, table=story.next_table())
            place = place._replace(row=len(rows) + 1)
        cells, merged = _cells(row, story, place, nested, len(rows) + 1, merged)
        rows.append(cells)
    return Table(tuple(rows), table=place.table or 0) if rows else None


def _cells(row: _Element, story: Story, place: Place, nested: bool, number: int,
           merged: set[int]) -> tuple[tuple[Cell, ...], set[int]]:
    """The cells of a row, and the columns whose cell may go on in the next."""
    cells: list[Cell] = []
    going_on: set[int] = set()
    column = 1 + _span(row.find(m.TRPR), m.GRID_BEFORE, 0)
    for element in story.members(row, m.TC):
        properties = element.find(m.TCPR)
        if properties is not None and properties.find(m.CELL_DEL) is not None:
            continue
        story.count_cell()
        if len(cells) == limits.GRID_COLUMNS:
            raise Unreadable("F005", f"w:tr > {limits.GRID_COLUMNS}")
        width = _span(properties, m.GRID_SPAN, 1)
        if cells and _merge(properties, m.H_MERGE) == "continue":
            cells[-1] = replace(cells[-1], width=min(cells[-1].width + width,
                                                     limits.GRID_COLUMNS))
            column = min(column + width, limits.GRID_COLUMNS)
            continue
        merge = _merge(properties, m.V_MERGE)
        covered = merge == "continue" and column in merged
        if merge:
            going_on.add(column)
        at = place if nested else place._replace(column=column)
        blocks = [] if covered else story.within(element, at)
        if (m.value_of(properties, m.TEXT_DIRECTION) or "").startswith(_DOWNWARDS):
            blocks.reverse()
        cells.append(Cell(number, column, width,
                          tuple(block for block in blocks if isinstance(block, Paragraph)),
                          tuple(block for block in blocks if isinstance(block, Table)), covered))
        column = min(column + width, limits.GRID_COLUMNS)
    return tuple(cells), going_on


def _span(properties: _Element | None, tag: str, least: int) -> int:
    """A number of grid columns; one that no table has is cut down to the most we allow."""
    span = m.whole(m.value_of(properties, tag))
    return least if span is None else max(least, min(span, limits.GRID_COLUMNS - 1))


def _merge(properties: _Element | None, tag: str) -> str:
    """"restart", "continue", or "" for a cell that is not merged in that direction."""
    merge = None if properties is None else properties.find(tag)
    return "" if merge is None else merge.get(m.VAL, "continue")
