"""Tables that are only the frame of a text: a plan in one large cell, or 指导思想 | text beside it.

Such a table becomes lines, so that its headings are found; other tables stay what they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from checkers.document import Cell, Table
from checkers.lines import Row, line_of
from checkers.marks import mark_of
from checkers.month_tables import months_of
from plans.topics import Strength, Topics

_MOST = 0.6         # share of a table's characters that stands in its large cells
_LARGE = 80         # characters; a form's boxes hold less
_FEWEST = 2         # headings or labels; a single one may be the caption of a form's box
_LONGEST_LABEL = 14
_OUTER = ("chapter", "han", "han-paren")


def unfolded(rows: Sequence[Row], topics: Topics) -> tuple[Row, ...]:
    """The rows, each table that is a frame replaced by the lines and tables within it."""
    return tuple(piece for row in rows for piece in (
        _lines(row, topics) if isinstance(row, Table) and _is_frame(row, topics) else (row,)))


def _is_frame(table: Table, topics: Topics) -> bool:
    if len(list(months_of(table))) >= _FEWEST:
        return False
    large = [cell for row in table.rows for cell in row
             if len(cell.text) >= _LARGE or _stands_alone(cell, row)]
    whole = sum(len(cell.text) for row in table.rows for cell in row)
    if not whole or sum(len(cell.text) for cell in large) < _MOST * whole:
        return _has_labels(table, topics)
    marks = [mark_of(one.text, one.number) for cell in large for one in cell.paragraphs]
    return sum(mark is not None and mark.form in _OUTER for mark in marks) >= _FEWEST or (
        _has_labels(table, topics))


def _stands_alone(cell: Cell, row: Sequence[Cell]) -> bool:
    return all(other is cell or other.covered or not other.text for other in row)


def _has_labels(table: Table, topics: Topics) -> bool:
    """Whether the first cells name sections of the text beside them, at least two of them."""
    return sum(len(row) > 1 and any(len(cell.text) > len(row[0].text) for cell in row[1:])
               and _is_label(row[0], topics) for row in table.rows) >= _FEWEST


def _is_label(cell: Cell, topics: Topics) -> bool:
    text = cell.text.replace("\n", "")
    mark = mark_of(text)
    title = mark.rest if mark else text
    return len(title) <= _LONGEST_LABEL and max(
        topics.meaning(title).values(), default=Strength.NONE) >= Strength.ALIAS


def _lines(table: Table, topics: Topics) -> Iterator[Row]:
    for row in table.rows:
        for cell in row:
            paragraphs = cell.paragraphs
            if len(paragraphs) > 1 and cell is row[0] and _is_label(cell, topics):
                # A narrow label is broken by hand: 指导 over 思想.
                paragraphs = (replace(paragraphs[0], text="".join(
                    one.text.strip() for one in paragraphs)),)
            for paragraph in paragraphs:
                if paragraph.text.strip() and not paragraph.toc:
                    yield line_of(paragraph)
            yield from cell.tables
