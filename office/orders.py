"""What is to be made: each input, as each view, once or once for each row of a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from plans.comparing import compare_form
from plans.errors import Fault, UserError
from plans.house import House
from plans.inputs import plans_of
from plans.kinds import Kind
from plans.located import Entries, Text
from plans.messages import _
from plans.plan import Plan
from plans.sources import Source, kind_of, read_source

if TYPE_CHECKING:
    from plans.tables import Table


@dataclass(frozen=True, slots=True)
class Order:
    """One document to be made: its `plan`, or why there is none.

    `source` is the input, or the row of the table that stands before it ("roster.xlsx:Sheet1:A7").
    `stem` is what its files are called, "" for what the kind says; `faults` are those in spite of
    which it is made.
    """

    source: str
    plan: Plan | UserError
    stem: str = ""
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True)
class Orders:
    """The orders of a run: every input as every one of `views` (itself where there are none)."""

    inputs: Sequence[Path]
    views: Sequence[Kind]
    house: House
    draft: bool = False
    rows: Path | None = None
    records: Sequence[Path] = ()        # of reports, besides those that inputs name

    def __iter__(self) -> Iterator[Order]:
        for path in self.inputs:
            try:
                source = read_source(path)
                kinds = self.views or [kind_of(source, self.house)]
                if self.rows is None:
                    yield from self._of(source)
                else:
                    from plans.tables import open_table

                    with open_table(self.rows, _labels(kinds)) as table:
                        strange = {one.place.column for one in _strange(table, _labels(kinds))}
                        for row in table.rows:
                            faults = [one for one in row.faults
                                      if one.place.column not in strange]
                            yield from self._of(source, row.entries, faults)
            except UserError as error:
                yield Order(str(path), error)

    def count(self) -> int:
        """How many orders there will be, at most; 0 where the table cannot be read."""
        rows = 1
        if self.rows is not None:
            from plans.tables import open_table

            try:
                with open_table(self.rows, ()) as table:
                    rows = sum(1 for _row in table.rows)
            except UserError:
                return 0
        return rows * len(self.inputs) * max(1, len(self.views))

    def strangers(self) -> list[Fault]:
        """The columns of the table that no field of any kind is called by, for people to know.

        Raises UserError where the table cannot be read, or fills no field at all.
        """
        if self.rows is None:
            return []
        kinds: list[Kind] = list(self.views)
        for path in () if kinds else self.inputs:
            try:
                kinds.append(kind_of(read_source(path), self.house))
            except UserError:
                continue        # told when its order comes
        from plans.tables import open_table

        labels = _labels(kinds)
        with open_table(self.rows, labels) as table:
            return _strangers(table, labels) if labels else []

    def _of(self, source: Source, row: Entries | None = None,
            wrong: Sequence[Fault] = ()) -> Iterator[Order]:
        """The orders of one input, or of one row before it; `wrong` is what is wrong in the row."""
        name = source.path if row is None else str(row.place)
        for kind in self.views or (None,):
            try:
                for plan in plans_of(source, self.house, draft=self.draft, as_kind=kind, row=row,
                                     records=tuple(self.records)):
                    yield Order(name, UserError(wrong) if wrong else plan)
            except UserError as error:
                yield Order(name, UserError([*wrong, *error.faults]))


def _labels(kinds: Sequence[Kind]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key for kind in kinds for one in kind.fields for key in one.keys))


def _strange(table: Table, labels: Sequence[str]) -> list[Text]:
    known = {compare_form(one) for one in labels}
    return [one for one in table.header if compare_form(one.text) not in known]


def _strangers(table: Table, labels: Sequence[str]) -> list[Fault]:
    told = "、".join(one for one in labels if not one.isascii())
    strange = _strange(table, labels)
    if len(strange) == len(table.header):
        raise UserError.at(table.header[0].place,
                           _("no column of the table is called like a field"),
                           _("head the columns with: {names}").format(names=told))
    return [Fault(strange[0].place, _("no field is called {names}; left out").format(
        names="、".join(one.text for one in strange)),
        _("fields are: {names}").format(names=told))] if strange else []
