"""Which forms are to be made: a blank one, or one for each row of a roster."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from generators.blank_input import blank_input
from generators.documents import safe_name
from office.orders import Order
from office.row_names import RowNames, asked_orders
from plans.blank_forms import BlankForms
from plans.errors import Fault, Place, UserError
from plans.form_rows import FormRows
from plans.house import House
from plans.kinds import Kind
from plans.located import Node, parse_yaml
from plans.sources import Source


class FormOrders:
    """The orders of a run; `skipped` counts the rows of those who need not hand in this form."""

    def __init__(self, kind: Kind, house: House, rows: Path | None = None) -> None:
        self._kind = kind
        self._rows = FormRows(rows, kind, house) if rows is not None else None
        self._names = RowNames(self._rows or ())
        source = Source(kind.id, parse_yaml(blank_input(kind).encode(), kind.id, []))
        self._blank = BlankForms(kind, house, source)
        self.skipped = 0

    def __iter__(self) -> Iterator[Order]:
        self.skipped = 0
        if self._rows is None:
            yield self._order(Place(self._kind.id), {}, (), safe_name(self._kind.name))
            return
        yield from asked_orders(self._rows, lambda row: self._order(
            row.place, row.cells, row.faults, self._names.stem(row, self._kind.name)), self._skip)

    def _skip(self) -> None:
        self.skipped += 1

    def count(self) -> int:
        """How many orders there will be, at most."""
        return sum(1 for _row in self._rows) if self._rows is not None else 1

    def strangers(self) -> list[Fault]:
        """The columns of the roster that say nothing of a form; raises UserError where the roster
        cannot be read."""
        return self._rows.strangers() if self._rows is not None else []

    def _order(self, place: Place, cells: Mapping[str, Node], wrong: Sequence[Fault],
               stem: str) -> Order:
        faults = [*wrong]
        try:
            plan = self._blank.plan(cells, place, faults)
        except UserError as error:
            return Order(str(place), UserError([*faults, *error.faults]))
        # The name of the file says whose form it is, whatever the kind calls a filled one.
        unnamed = replace(plan, kind=replace(plan.kind, file_name=""))
        return Order(str(place), unnamed, stem, tuple(faults))
