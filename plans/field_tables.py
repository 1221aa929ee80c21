"""A field that is a table: the rows of an input, each cell read as its column's type.

    问题清单:
      - {问题: 缺少工作措施, 位置: 第三部分之后}    # by the name or the label of the column
      - [缺少工作措施, 第三部分之后]               # in the order of the columns
      - 缺少工作措施                               # the first column alone
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from plans.errors import Fault, Place
from plans.field_bounds import bounds_broken
from plans.field_types import Scalar
from plans.fixed_rows import with_fixed
from plans.keys import items_in, keyed, text_in
from plans.kinds import Field
from plans.located import Entries, Items, Node, Text
from plans.messages import _
from plans.placeholders import is_to_fill_in, to_fill_in
from plans.plan import Gap, Row

ReadCell = Callable[[Field, str, Place], Scalar | None]
"""The value of a cell from its column, its text and its place; None where a fault was told."""


@dataclass
class TableReader:
    """Reads tables; what is wrong goes to `faults`, what is missing to `gaps`.

    With `draft` a required cell that is blank holds 【待填：…】.
    """

    read: ReadCell
    draft: bool
    faults: list[Fault]
    gaps: list[Gap]

    def rows(self, field: Field, node: Node) -> tuple[Row, ...]:
        """The rows under a field that is a table; a row of blank cells is none, and laid-down rows
        to which nothing is added are none."""
        before = len(self.gaps)
        rows = tuple(row for item in items_in(node, self.faults, field.label)
                     if (row := self._row(field, item)))
        if field.fixed:
            rows = with_fixed(field, rows, node.place, self.faults)
            if not rows:
                del self.gaps[before:]      # the table as a whole is missing
            return rows
        if (wrong := bounds_broken(field, rows)) is not None and rows:
            self.faults.append(Fault(node.place, f"{field.label}: {wrong}", _("correct it")))
        return rows

    def missing(self, field: Field) -> tuple[Row, ...]:
        """What stands for a table that is required and not there: a row to be filled in, or those
        that it has."""
        return tuple({one.name: row.get(one.name) or to_fill_in(one.label)
                      for one in field.columns} for row in field.fixed or ({},))

    def _row(self, field: Field, item: Node) -> Row:
        cells = dict(self._cells(field, item))
        if all(isinstance(cell, Text) and cell.is_blank for cell in cells.values()):
            return {}
        return {one.name: value for one in field.columns
                if (value := self._cell(field, one, cells, item.place)) is not None}

    def _cells(self, field: Field, item: Node) -> Iterator[tuple[str, Node]]:
        columns = field.columns
        if isinstance(item, Entries):
            yield from keyed(item, {one.name: one.label for one in columns}, self.faults,
                             field.label).items()
        elif isinstance(item, Text):
            yield columns[0].name, item
        else:
            yield from zip((one.name for one in columns), item.items, strict=False)
            self._too_many(field, item)

    def _too_many(self, field: Field, item: Items) -> None:
        if len(item.items) > len(field.columns):
            self.faults.append(Fault(
                item.items[len(field.columns)].place,
                _("a row of {label} has more cells than there are columns").format(
                    label=field.label),
                _("its columns are: {names}").format(
                    names="、".join(one.label for one in field.columns))))

    def _cell(self, field: Field, column: Field, cells: Mapping[str, Node],
              row: Place) -> Scalar | None:
        before = len(self.faults)
        text = text_in(cells, column.name, self.faults)
        place = cells[column.name].place if column.name in cells else row
        if text and is_to_fill_in(text):
            self.gaps.append(Gap(place, column.label, _("{label} is still to be filled in").format(
                label=column.label), _("write it in place of the mark"), is_marked=True))
            return text
        if text:
            return self.read(column, text, place)
        if not column.required or len(self.faults) > before:
            return None
        self.gaps.append(Gap(
            place, column.label, _("a row of {table} has no {column}").format(
                table=field.label, column=column.label),
            _("write `{label}: {example}`").format(label=column.label,
                                                   example=column.example or "…")))
        return to_fill_in(column.label) if self.draft else None
