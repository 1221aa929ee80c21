"""Ruled grids on a page: pdfplumber finds the cells between the ruling lines, pdfium their text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from checkers.pdf.drawings import Box
from checkers.pdf.glyphs import Glyph
from checkers.pdf.pages import Page

_SNAP = 3.0                         # pt; pdfplumber's own tolerance for lines that should meet
_CROSSINGS = 250_000                # level times upright lines; more is a drawing
_CORNERS = 5_000                    # where they meet, on one page
_SAME_COLUMN = 4.0                  # pt; how far the columns of two pages may differ

_Corners = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell on the grid: rows and columns from 0, the last ones not included."""

    box: Box
    row: int
    column: int
    last_row: int
    last_column: int
    glyphs: tuple[Glyph, ...] = ()
    inner: tuple[Grid, ...] = ()    # tables within the cell


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of a ruled table on one page; `columns` are the x of its column borders."""

    page: int
    box: Box
    columns: tuple[float, ...]
    cells: tuple[GridCell, ...]

    def continues(self, above: Grid) -> bool:
        """Whether this has the columns of a table on the page before, and so may be one with it."""
        return self.page == above.page + 1 and len(self.columns) == len(above.columns) and all(
            abs(one - other) < _SAME_COLUMN
            for one, other in zip(self.columns, above.columns, strict=True))


def grids_on(page: Page) -> tuple[list[Grid], list[Glyph]]:
    """The ruled tables of `page` that hold text, from the top, and the glyphs outside them."""
    bare = [_grid(page.number, cells) for cells in _cells(page.rulings)]
    owned: dict[Box, list[Glyph]] = {cell.box: [] for grid in bare for cell in grid.cells}
    if not owned:
        return [], list(page.glyphs)
    outside: list[Glyph] = []
    boxes = sorted(owned, key=_area)
    for glyph in page.glyphs:
        x, y = (glyph.x0 + glyph.x1) / 2, glyph.y - 0.3 * glyph.face.size
        home = next((box for box in boxes if box.x0 <= x <= box.x1 and box.y0 <= y <= box.y1), None)
        (outside if home is None else owned[home]).append(glyph)
    grids: list[Grid] = []
    for grid in sorted(bare, key=lambda grid: _area(grid.box)):     # those within others first
        cells = tuple(replace(cell, glyphs=tuple(owned[cell.box]), inner=tuple(
            inner for inner in grids if _is_within(inner.box, cell.box))) for cell in grid.cells)
        if any(cell.inner or any(not glyph.is_blank for glyph in cell.glyphs) for cell in cells):
            within = [inner for cell in cells for inner in cell.inner]
            grids = [other for other in grids if other not in within]
            grids.append(replace(grid, cells=cells))
    return sorted(grids, key=lambda grid: (grid.box.y0, grid.box.x0)), outside


def _cells(rulings: Sequence[Box]) -> list[list[_Corners]]:
    level = sum(box.y0 == box.y1 for box in rulings)
    if level < 2 or level == len(rulings):
        return []
    from pdfplumber import table as plumber  # 0.2 s, and most files have no tables

    edges: list[dict[str, Any]] = plumber.merge_edges(
        [_edge(box) for box in rulings], _SNAP, _SNAP, _SNAP, _SNAP)
    edges += list(_open_sides(edges))
    level = sum(edge["orientation"] == "h" for edge in edges)
    if level * (len(edges) - level) > _CROSSINGS:
        return []
    corners = plumber.edges_to_intersections(edges, _SNAP, _SNAP)
    if len(corners) > _CORNERS:
        return []
    tables: list[list[_Corners]] = plumber.cells_to_tables(plumber.intersections_to_cells(corners))
    return tables


def _open_sides(edges: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The left and right borders that a table open at its sides would have."""
    level = sorted((edge for edge in edges if edge["orientation"] == "h"),
                   key=lambda edge: (round(edge["x0"] / _SNAP), edge["top"]))
    upright = [edge for edge in edges if edge["orientation"] == "v"]
    for above, below in pairwise(level):
        if abs(above["x0"] - below["x0"]) > _SNAP or abs(above["x1"] - below["x1"]) > _SNAP:
            continue
        between = [edge["x0"] for edge in upright if edge["top"] <= above["top"] + _SNAP
                   and edge["bottom"] >= below["top"] - _SNAP]
        for side in (above["x0"], above["x1"]):
            if any(above["x0"] + _SNAP < x < above["x1"] - _SNAP for x in between) and not any(
                    abs(x - side) <= _SNAP for x in between):
                yield _edge(Box(side, above["top"], side, below["top"]))


def _edge(box: Box) -> dict[str, Any]:
    return {"x0": box.x0, "x1": box.x1, "top": box.y0, "bottom": box.y1,
            "width": box.x1 - box.x0, "height": box.y1 - box.y0,
            "orientation": "h" if box.y0 == box.y1 else "v"}


def _grid(page: int, cells: Sequence[_Corners]) -> Grid:
    xs = _distinct(x for cell in cells for x in (cell[0], cell[2]))
    ys = _distinct(y for cell in cells for y in (cell[1], cell[3]))
    placed = [GridCell(Box(*cell), _nearest(ys, cell[1]), _nearest(xs, cell[0]),
                       _nearest(ys, cell[3]), _nearest(xs, cell[2])) for cell in cells]
    return Grid(page, Box(xs[0], ys[0], xs[-1], ys[-1]), xs,
                tuple(sorted(placed, key=lambda cell: (cell.row, cell.column))))


def _distinct(values: Iterator[float]) -> tuple[float, ...]:
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _SNAP:
            found.append(value)
    return tuple(found)


def _nearest(values: Sequence[float], value: float) -> int:
    return min(range(len(values)), key=lambda place: abs(values[place] - value))


def _area(box: Box) -> float:
    return (box.x1 - box.x0) * (box.y1 - box.y0)


def _is_within(inner: Box, outer: Box) -> bool:
    return (outer.x0 - 1 <= inner.x0 and inner.x1 <= outer.x1 + 1
            and outer.y0 - 1 <= inner.y0 and inner.y1 <= outer.y1 + 1)
