"""Ruled grids on a page: pdfplumber finds the cells between the ruling lines, pdfium their text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
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
_HEADER = 0.1                       # of the height of the page: above it stand headers

_Corners = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell on the grid: rows from 0, the last one not included."""

    box: Box
    row: int
    last_row: int
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
        """Whether this may be one with a table on the page before: both end at the same borders,
        and one has no columns that the other does not have (its cells may span several)."""
        if self.page != above.page + 1 or len(self.columns) + len(above.columns) < 4:
            return False
        fewer, more = sorted((self.columns, above.columns), key=len)
        return all(abs(fewer[end] - more[end]) < _SAME_COLUMN for end in (0, -1)) and all(
            min(abs(one - other) for other in more) < _SAME_COLUMN for one in fewer)


def grids_on(page: Page, above: Grid | None = None) -> tuple[list[Grid], list[Glyph]]:
    """The ruled tables of `page` that hold text, from the top, and the glyphs outside them.

    A frame around text is no table, unless `above`, the last one of the page before, goes on in it.
    """
    tables, frames = _cells(page.rulings)
    bare = [_grid(page.number, cells) for cells in tables]
    if above is not None:
        top = min((grid.box.y0 for grid in bare), default=page.height)
        bare += [frame for frame in (_grid(page.number, [cell]) for cell in frames)
                 if frame.box.y1 <= top + _SNAP and frame.continues(above)
                 and not _has_text_above(page, frame.box.y0)]
    owned: dict[Box, list[Glyph]] = {cell.box: [] for grid in bare for cell in grid.cells}
    if not owned:
        return [], list(page.glyphs)
    outside: list[Glyph] = []
    boxes = sorted(owned, key=_area)
    for glyph in page.glyphs:
        home = _home(glyph, boxes)
        (outside if home is None else owned[home]).append(glyph)
    for group in page.sideways:     # what stands upright beside a table is no text of the author
        if home := _home(group[len(group) // 2], boxes):
            owned[home] += group
    grids: list[Grid] = []
    for grid in sorted(bare, key=lambda grid: _area(grid.box)):     # those within others first
        cells = tuple(replace(cell, glyphs=tuple(owned[cell.box]), inner=tuple(
            inner for inner in grids if _is_within(inner.box, cell.box))) for cell in grid.cells)
        if any(cell.inner or any(not glyph.is_blank for glyph in cell.glyphs) for cell in cells):
            within = [inner for cell in cells for inner in cell.inner]
            grids = [other for other in grids if other not in within]
            grids.append(replace(grid, cells=cells))
    return sorted(grids, key=lambda grid: (grid.box.y0, grid.box.x0)), outside


def _home(glyph: Glyph, boxes: Sequence[Box]) -> Box | None:
    x, y = (glyph.x0 + glyph.x1) / 2, glyph.y - 0.3 * glyph.face.size
    return next((box for box in boxes if box.x0 <= x <= box.x1 and box.y0 <= y <= box.y1), None)


def _has_text_above(page: Page, y: float) -> bool:
    """Whether text stands above `y` and below where headers stand."""
    return any(_HEADER * page.height < glyph.y < y for glyph in page.glyphs)


def _cells(rulings: Sequence[Box]) -> tuple[list[list[_Corners]], list[_Corners]]:
    """The cells of each table, and those that are alone."""
    level = sum(box.y0 == box.y1 for box in rulings)
    if level < 2 or level == len(rulings):
        return [], []
    from pdfplumber import table as plumber  # 0.2 s, and most files have no tables

    edges: list[dict[str, Any]] = plumber.merge_edges(
        [_edge(box) for box in rulings], _SNAP, _SNAP, _SNAP, _SNAP)
    edges += list(_open_sides(edges))
    level = sum(edge["orientation"] == "h" for edge in edges)
    if level * (len(edges) - level) > _CROSSINGS:
        return [], []
    corners = plumber.edges_to_intersections(edges, _SNAP, _SNAP)
    if len(corners) > _CORNERS:
        return [], []
    cells: list[_Corners] = plumber.intersections_to_cells(corners)
    tables: list[list[_Corners]] = plumber.cells_to_tables(cells)
    shared = {cell for table in tables for cell in table}
    return tables, [cell for cell in cells if cell not in shared]


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
    xs = distinct(x for cell in cells for x in (cell[0], cell[2]))
    ys = distinct(y for cell in cells for y in (cell[1], cell[3]))
    placed = [GridCell(Box(*cell), nearest(ys, cell[1]), nearest(ys, cell[3])) for cell in cells]
    return Grid(page, Box(xs[0], ys[0], xs[-1], ys[-1]), xs,
                tuple(sorted(placed, key=lambda cell: (cell.row, cell.box.x0))))


def distinct(values: Iterable[float]) -> tuple[float, ...]:
    """`values` from the least, those that lie close together as one."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _SNAP:
            found.append(value)
    return tuple(found)


def nearest(values: Sequence[float], value: float) -> int:
    """The place of what lies nearest to `value` among `values`."""
    return min(range(len(values)), key=lambda place: abs(values[place] - value))


def _area(box: Box) -> float:
    return (box.x1 - box.x0) * (box.y1 - box.y0)


def _is_within(inner: Box, outer: Box) -> bool:
    return (outer.x0 - 1 <= inner.x0 and inner.x1 <= outer.x1 + 1
            and outer.y0 - 1 <= inner.y0 and inner.y1 <= outer.y1 + 1)
