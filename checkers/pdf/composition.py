"""Pages put together: furniture taken away, lines joined to paragraphs, grids to tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from checkers.document import Block, Paragraph
from checkers.pdf.beginnings import labels_annex
from checkers.pdf.columns import lines_in_order
from checkers.pdf.contents import with_contents_marked
from checkers.pdf.furniture import furniture_in
from checkers.pdf.grids import Grid, grids_on
from checkers.pdf.lines import Line
from checkers.pdf.measures import Setting, place_of, settings_of
from checkers.pdf.pages import Page
from checkers.pdf.paragraphs import paragraph_of, runs
from checkers.pdf.tables import table_of

_ROOM_LEFT = 2.5                    # lines; a page that ends higher was ended by the author


def composed(pages: Sequence[Page]) -> tuple[tuple[Block, ...], tuple[Paragraph, ...]]:
    """The blocks of the text on `pages` in reading order; headers, footers and watermarks."""
    lines, grids = _contents(pages)
    furniture = furniture_in(
        {number: list(group) for number, group in groupby(lines, key=lambda line: line.page)},
        {page.number: page.height for page in pages},
        {page.slanted for page in pages if page.slanted})
    text = with_contents_marked([line for line in lines if line not in furniture])
    margins = [Paragraph(line.text, page=line.page) for line in lines if line in furniture]
    margins += [Paragraph(page.slanted, page=page.number) for page in pages if page.slanted]
    margins += [Paragraph("".join(glyph.char for glyph in group), page=page.number)
                for page in pages for group in page.sideways]
    sizes = {page.number: (page.width, page.height) for page in pages}
    return tuple(_blocks(text, grids, sizes)), tuple(margins)


def _contents(pages: Iterable[Page]) -> tuple[list[Line], list[Grid]]:
    lines: list[Line] = []
    grids: list[Grid] = []
    for page in pages:
        found, outside = grids_on(page, grids[-1] if grids else None)
        grids += found
        lines += lines_in_order(outside, page.number)
    return lines, grids


def _blocks(lines: Sequence[Line], grids: Sequence[Grid],
            sizes: dict[int, tuple[float, float]]) -> Iterator[Block]:
    settings = settings_of(lines, sizes, [(grid.page, grid.box.x0, grid.box.x1) for grid in grids])
    lowest = {page: max(line.base for line in group)
              for page, group in groupby(lines, key=lambda line: line.page)}
    for grid in grids:
        lowest[grid.page] = max(lowest.get(grid.page, 0.0), grid.box.y1)
    first_on_page = {next(group) for _, group in groupby(lines, key=lambda line: line.page)}
    number = tables = 0
    for is_table, group in groupby(_flow(lines, grids), key=lambda item: isinstance(item, Grid)):
        items = list(group)
        if is_table:
            for joined in _joined([item for item in items if isinstance(item, Grid)]):
                tables += 1
                yield table_of(joined, tables)
            continue
        for run, setting in runs((line, settings[place_of(line, sizes)])
                                 for line in items if isinstance(line, Line)):
            number += 1
            first = run[0]
            breaks = first in first_on_page and (first.page - 1 in lowest) and (
                labels_annex(first) or _has_room(lowest[first.page - 1], setting, first))
            yield paragraph_of(run, setting, number, breaks)


def _flow(lines: Iterable[Line], grids: Sequence[Grid]) -> Iterator[Line | Grid]:
    waiting = list(grids)
    for line in lines:
        while waiting and (waiting[0].page, waiting[0].box.y0) < (line.page, line.base):
            yield waiting.pop(0)
        yield line
    yield from waiting


def _joined(grids: Sequence[Grid]) -> Iterator[list[Grid]]:
    """Tables with no text between them, those that run over a page's end taken as one."""
    table: list[Grid] = []
    for grid in grids:
        if table and not grid.continues(table[-1]):
            yield table
            table = []
        table.append(grid)
    if table:
        yield table


def _has_room(lowest: float, setting: Setting, line: Line) -> bool:
    pitch = (setting.pitch or 1.5) * line.size
    return setting.bottom - lowest > _ROOM_LEFT * pitch
