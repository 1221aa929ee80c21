"""Tables that lay a text out: 指导思想 | its text beside it, a label above its text, a plan in one
large cell.

Such a table becomes lines, so that its headings are found; rows of months, fields and scores stay a
table.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from checkers.document import Cell, Table
from checkers.grid import LONGEST_LABEL, Grid, is_text
from checkers.labels import LabelCell, labels_in
from checkers.lines import Line, Row, line_of
from checkers.marks import OUTER, mark_of
from plans.topics import Strength, Topics

_LARGE = 80         # characters; a form's boxes hold less
_MOST = 0.6         # share of the characters of a table or a paper
_FEWEST = 2         # labels that name sections; a single one may be the caption of a form's box
_MANY = 3
_Labels = Mapping[tuple[int, int], LabelCell]


def unfolded(rows: Sequence[Row], topics: Topics) -> tuple[Row, ...]:
    """The rows, each table that lays a text out replaced by the lines and tables within it."""
    whole = sum(map(_size, rows))
    return tuple(piece for row in rows for piece in (
        _unfolded(row, topics, whole) if isinstance(row, Table) else (row,)))


def _size(row: Row) -> int:
    if isinstance(row, Line):
        return len(row.text)
    return sum(len(cell.text) for cells in row.rows for cell in cells)


def _unfolded(table: Table, topics: Topics, whole: int) -> tuple[Row, ...]:
    """The lines of a table, or the table; `whole` is how many characters the paper has."""
    grid = Grid(table)
    labels = labels_in(grid, topics)
    sections = [one for one in labels.values() if one.may_be_section]
    known = [one for one in sections if one.known >= Strength.HEAD]
    if len(known) >= _FEWEST or (known and len(sections) >= _MANY) or (
            sum(one.has_text for one in sections) >= _MANY and not grid.has_data
            and _size(table) >= _MOST * whole):
        return tuple(_lines(grid, labels, topics))
    return tuple(_lines(grid, {}, topics)) if _is_frame(grid, topics) else (table,)


def _is_frame(grid: Grid, topics: Topics) -> bool:
    """Whether large cells hold most of the text, with numbered headings in it, or lines that are
    the names of sections."""
    large = [cell for at, row in enumerate(grid.rows) for cell in row if not grid.is_data(at)
             and (len(cell.text) >= _LARGE or grid.alone(at) is cell)]
    whole = _size(grid.table)
    if not whole or sum(len(cell.text) for cell in large) < _MOST * whole:
        return False
    lines = [one for cell in large if len(cell.paragraphs) > _FEWEST for one in cell.paragraphs]
    marks = [mark_of(one.text, one.number) for one in lines]
    return (sum(mark is not None and mark.form in OUTER for mark in marks) >= _FEWEST
            or sum(_is_name(one.text, topics) for one in lines) >= _FEWEST)


def _is_name(text: str, topics: Topics) -> bool:
    title = text.strip().rstrip("：:")
    return len(title) <= LONGEST_LABEL and (
        max(topics.meaning(title).values(), default=Strength.NONE) >= Strength.HEAD)


def _lines(grid: Grid, labels: _Labels, topics: Topics) -> Iterator[Row]:
    """The lines of a table, each label before what it names; rows of data as tables between."""
    data: list[tuple[Cell, ...]] = []
    done: set[tuple[int, int]] = set(labels)
    for row, cells in enumerate(grid.rows):
        own = [labels[row, cell.column] for cell in cells if (row, cell.column) in labels]
        rest = [cell for cell in cells if (row, cell.column) not in done]
        is_data = not own and (grid.is_data(row) or (
            len(rest) > 1 and not any(map(is_text, rest))))
        if is_data:
            data.append(tuple(rest))
            continue
        if data:
            yield replace(grid.table, rows=tuple(data))
            data = []
        for one in own:
            yield _label_line(one)
            if one.label.left == one.label.right:       # one of two side by side
                for at, column in _named_by(one, grid, done):
                    done.add((at, column))
                    yield from _inside(grid, at, column, topics)
        for cell in rest:
            if (row, cell.column) not in done:
                yield from _inside(grid, row, cell.column, topics)
    if data:
        yield replace(grid.table, rows=tuple(data))


def _named_by(one: LabelCell, grid: Grid, done: set[tuple[int, int]]) -> list[tuple[int, int]]:
    return [(at, cell.column) for at in range(one.label.first - 1, one.label.last)
            for cell in grid.rows[at]
            if one.label.holds(at + 1, cell.column) and (at, cell.column) not in done]


def _label_line(one: LabelCell) -> Line:
    """The label on one line, with the place and look of its first paragraph."""
    paragraphs = [piece for piece in one.cell.paragraphs if piece.displayed.strip()]
    numbered = next((piece for piece in paragraphs if piece.number), None)
    if numbered is not None:
        paragraph = replace(numbered, text=one.text.removeprefix(numbered.number))
    else:
        paragraph = replace(paragraphs[0], text=one.text)
    return replace(line_of(paragraph), label=one.label)


def _inside(grid: Grid, row: int, column: int, topics: Topics) -> Iterator[Row]:
    cell = next(one for one in grid.rows[row] if one.column == column)
    for paragraph in cell.paragraphs:
        if paragraph.text.strip() and not paragraph.toc:
            yield line_of(paragraph)
    for table in cell.tables:
        # Of a table within a cell unknown labels say nothing, however large it is.
        yield from _unfolded(table, topics, _size(table) * 2)
