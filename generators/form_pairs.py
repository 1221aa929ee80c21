"""Labels with their values at the right of them, several pairs side by side in a row."""

from __future__ import annotations

from collections.abc import Sequence

from generators.form_cells import PICTURE_HEIGHT, Cells, height_of
from generators.form_grid import Cell, Row
from generators.form_text import LABEL, paragraph, run
from generators.form_widths import Lines, label_lines, label_need, need
from generators.form_widths import shared as shared_out
from plans.field_types import PICTURE
from plans.kinds import Field
from plans.plan import Value

HEIGHT = 520                    # twips, of a row of short values
_LABEL_LINE = 330
_LONG = "longtext"
_ROOM = (6, 5)                  # characters of a label where 1, 2 pairs stand side by side
_LEAST_ROOM = 4


class Pairs:
    """Draws rows of pairs; rows of as many pairs in the same width have the same lines.

    `groups` are the fields of every such row of the form, and the line that it ends at.
    """

    def __init__(self, cells: Cells, lines: Lines,
                 groups: Sequence[tuple[tuple[Field, ...], int]]) -> None:
        self._cells = cells
        self._edges: dict[tuple[int, int], list[int]] = {}
        alike: dict[tuple[int, int], list[tuple[Field, ...]]] = {}
        for fields, right in groups:
            alike.setdefault((len(fields), right), []).append(fields)
        # One label as wide as the next: the first of all rows, and all where there is little room.
        most = _ROOM[max((len(fields) for fields, _right in groups), default=1) - 1:][:1]
        self._room = most[0] if most else _LEAST_ROOM
        first = max((label_need(fields[0].label, self._room) for fields, _right in groups),
                    default=_LEAST_ROOM)
        for key, rows in alike.items():
            self._edges[key] = self._lines_of(rows, key[1], first, lines)

    def row(self, fields: tuple[Field, ...], values: dict[str, Value], right: int) -> Row:
        """The row of `fields` that ends at the line `right`."""
        edges = self._edges[len(fields), right]
        cells: list[Cell] = []
        height = HEIGHT
        for one, left, middle, end in zip(fields, edges[::2], edges[1::2], edges[2::2],
                                          strict=False):
            label = self._cells.label(one.label, left, middle)
            lines = -(-len(one.label) // label_lines(one.label, self._cells.fits(left, middle)))
            height = max(height, lines * _LABEL_LINE + 100 if lines > 1 else 0,
                         height_of(one.lines or 3) if one.type == _LONG else 0,
                         PICTURE_HEIGHT + 160 if one.type == PICTURE else 0)
            draw = self._cells.box if one.type == _LONG else self._cells.value
            cells += [label, draw(one, values.get(one.name), middle, end)]
        return Row(tuple(cells), height)

    def _lines_of(self, rows: Sequence[tuple[Field, ...]], right: int, first: int,
                  lines: Lines) -> list[int]:
        count = len(rows[0])
        labels = [self._cells.units(max(2, *(label_need(row[at].label, self._room)
                                             for row in rows))) if at else
                  self._cells.units(max(2, first)) for at in range(count)]
        needs = [1 + max(need(row[at]) for row in rows) for at in range(count)]
        shares = shared_out(max(right - sum(labels), 2 * count), needs)
        edges = [0]
        for number, (label, share) in enumerate(zip(labels, shares, strict=True)):
            edges.append(lines.at(edges[-1] + label, right=2 if number else 0))
            # What ends a value begins a label: only to the left, or that becomes too narrow.
            end = edges[-1] + share
            edges.append(right if number == count - 1 else lines.at(end, left=2))
        return edges


def heads(rows: Sequence[tuple[Field, ...]], values: dict[str, Value],
          cells: Cells) -> list[Row]:
    """Rows of pairs as the heading of a sheet: 学校：江城职业中专, nothing in the middle."""
    drawn = []
    for fields in rows:
        labels = [cells.units(len(one.label) + 1) for one in fields]
        free = max(cells.grid.columns - sum(labels), 2 * len(fields))
        shares = shared_out(free, [need(one) for one in fields])
        at, row = 0, []
        for one, label, share in zip(fields, labels, shares, strict=True):
            row.append(Cell(paragraph(run(f"{one.label}："), LABEL, '<w:jc w:val="left"/>'),
                            at, at + label))
            row.append(cells.value(one, values.get(one.name), at + label, at + label + share,
                                   centred=False))
            at += label + share
        drawn.append(Row(tuple(row), HEIGHT - 100))
    return drawn
