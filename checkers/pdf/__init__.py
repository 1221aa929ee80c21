"""The PDF reader: a file's bytes as paragraphs and tables, in reading order, as they were typed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from checkers import limits
from checkers.document import Block, Paragraph, Reading, Unreadable
from checkers.pdf.characters import is_garbled
from checkers.pdf.columns import lines_in_order
from checkers.pdf.contents import with_contents_marked
from checkers.pdf.furniture import furniture_in
from checkers.pdf.grids import Grid, grids_on
from checkers.pdf.lines import Line
from checkers.pdf.measures import Setting, place_of, settings_of
from checkers.pdf.pages import Page, open_pdf, pages_of
from checkers.pdf.paragraphs import paragraph_of, runs
from checkers.pdf.tables import table_of

_CID = re.compile(r"\(cid:\d+\)")   # what some converters print for a character they do not know
_ROOM_LEFT = 2.5                    # lines; a page that ends higher was ended by the author

__all__ = ["read_pdf"]


def read_pdf(data: bytes) -> Reading:
    """What the PDF file `data` says.

    Raises Unreadable: F002 for a password, F003 for a damaged file or one without pages, F005 for
    more pages or characters than checkers.limits allows. A page that cannot be read is named in
    `skipped`.
    """
    document = open_pdf(data)
    try:
        declared = len(document)
        found = list(pages_of(document))
    finally:
        document.close()
    pages = [page for page in found if isinstance(page, Page)]
    if not pages:
        raise Unreadable("F003")
    lines, grids = _contents(pages)
    furniture = furniture_in(
        {number: list(group) for number, group in groupby(lines, key=lambda line: line.page)},
        {page.number: page.height for page in pages})
    text = with_contents_marked([line for line in lines if line not in furniture])
    margins = [Paragraph(line.text, page=line.page) for line in lines if line in furniture]
    margins += [Paragraph(page.slanted, page=page.number) for page in pages if page.slanted]
    missing = [page for page in found if isinstance(page, int)]
    return Reading(
        tuple(_blocks(text, grids, {page.number: (page.width, page.height) for page in pages})),
        margins=tuple(margins),
        skipped=tuple(_names(missing, declared)),
        pages=declared if declared <= limits.PDF_PAGES else pages[-1].number,
        scanned_pages=tuple(page.number for page in pages if page.is_scan),
        garbled_share=_garbled_share(pages))


def _contents(pages: Iterable[Page]) -> tuple[list[Line], list[Grid]]:
    lines: list[Line] = []
    grids: list[Grid] = []
    for page in pages:
        found, outside = grids_on(page)
        grids += found
        lines += lines_in_order(outside, page.number)
    return lines, grids


def _blocks(lines: Sequence[Line], grids: Sequence[Grid],
            sizes: dict[int, tuple[float, float]]) -> Iterator[Block]:
    settings = settings_of(lines, sizes)
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
            breaks = first in first_on_page and _has_room(
                lowest.get(first.page - 1), setting, first)
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


def _has_room(lowest: float | None, setting: Setting, line: Line) -> bool:
    pitch = (setting.pitch or 1.5) * line.size
    return lowest is not None and setting.bottom - lowest > _ROOM_LEFT * pitch


def _names(missing: Sequence[int], declared: int) -> Iterator[str]:
    """The pages that are `missing`, those in a row as one; the last ones up to what is declared."""
    for _, group in groupby(enumerate(missing), key=lambda pair: pair[1] - pair[0]):
        numbers = [number for _, number in group]
        last = declared if numbers[-1] > limits.PDF_PAGES else numbers[-1]
        yield f"page {last}" if last == numbers[0] else f"pages {numbers[0]}-{last}"


def _garbled_share(pages: Iterable[Page]) -> float:
    counts: Counter[str] = Counter()
    broken = 0
    for page in pages:
        text = "".join(glyph.char for glyph in page.glyphs)
        counts.update(text)
        broken += sum(len(match.group()) for match in _CID.finditer(text))
    broken += sum(count for char, count in counts.items() if is_garbled(char)
                  and not char.isspace())
    visible = sum(count for char, count in counts.items() if not char.isspace())
    return min(1.0, broken / visible) if visible else 0.0
