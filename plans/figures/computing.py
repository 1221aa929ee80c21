"""Figures counted: the vocabulary of a kind × the tables of a plan and its records → values.

Rows of another table belong to a row by what their columns mean: the attendance of a member, the
tasks of a month. Numbers are kept exact (one third is a third) until they are printed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from plans.errors import Place, UserError
from plans.figures.criteria import holds, word_of
from plans.figures.tables import Ground, GroundRow
from plans.figures.vocabulary import COUNTED, JUDGE, NUMBER, OF, RANK, Each, Figure, Where
from plans.figures.ways import counted, in_order, judged, rank_by, reckoned_in_turn
from plans.kinds import Field, Kind
from plans.messages import _
from plans.periods import Month
from plans.record_maps import DAY, MONTH

_CALLED = ""        # no column of a kind is called so


def values_of(row: GroundRow, name: str) -> tuple[Any, ...]:
    """What a row is called by in a column: several values where several are named (two owners of a
    task), one made of both in `session+date`."""
    if "+" in name:
        return ("+".join(word_of(row.get(part)) for part in name.split("+")),)
    value = row.get(name)
    return value if isinstance(value, tuple) else (value,)


@dataclass(frozen=True, slots=True)
class Link:
    """The column of a row, and the column of another table whose rows belong to it; `by_month`
    where a day belongs to its month."""

    own: str
    other: str
    by_month: bool = False


@dataclass(frozen=True, slots=True)
class Own:
    """The table that a row is of, and the column that it is called by."""

    source: Ground
    key: str


@dataclass(frozen=True, slots=True)
class Document:
    """One of the documents of a kind that has many: its `values` by field, and what it is for:
    the row of `own` that is `called` so."""

    values: Mapping[str, Any]
    own: Own
    called: Any


@dataclass
class Computing:
    """Counts the figures of `kind` from `grounds`, to which finished tables are added."""

    kind: Kind
    grounds: dict[str, Ground]
    _indexed: dict[tuple[str, str, bool, Where], dict[Any, list[GroundRow]]] = field(
        default_factory=dict)

    def table(self, one: Field, document: Document | None = None) -> Ground:
        """The rows of a table of the report, each column by its name; of the rows of a table that
        belong to a document only those of this `document`."""
        assert one.each is not None
        each, source = one.each, self._ground(one.each.source)
        own = Own(source, each.distinct or source.key)
        rows = [self._row(one.columns, dict(row), own)
                for row in self._given(each, source, document)]
        for column in one.columns:
            if column.figure and column.figure.way == RANK:
                rank_by(rows, column.name, column.figure.columns[0])
        for row in rows:
            for column in one.columns:
                if column.figure and column.figure.way == JUDGE:
                    row[column.name] = judged(row, column.figure)
        kept = in_order([row for row in rows if holds(row, each.having)], each)[:each.most or None]
        for column in one.columns:
            if column.figure and column.figure.way == NUMBER:
                for number, row in enumerate(kept, 1):
                    row[column.name] = number
        found = Ground(one.name, one.label, one.columns, tuple(kept))
        self.grounds[one.name] = found
        return found

    def documents(self, each: Each) -> Iterator[Document]:
        """Each document of a kind that has many, with the values of its counted fields."""
        columns = tuple(one for one in self.kind.fields if one.figure is not None)
        source = self._ground(each.source)
        key = each.distinct or source.key
        # The column that the rows are called by goes along, to find what belongs to each.
        called = Field(_CALLED, "", "text", figure=Figure(OF, columns=(key,)))
        found = self.table(Field("", self.kind.name, "table", columns=(*columns, called),
                                 each=each))
        del self.grounds[""]
        own = Own(source, key)
        for row in found.rows:
            yield Document({name: row[name] for name in row if name != _CALLED}, own,
                           row[_CALLED])

    def singles(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """The values of the fields outside tables; what is `given` is not counted."""
        figures = {one.name: one.figure for one in self.kind.fields
                   if one.figure is not None and one.name not in given}
        found = {name: counted(figure, [row for row in self._ground(figure.source).rows
                                        if holds(row, figure.where)])
                 for name, figure in figures.items() if figure.way in COUNTED}
        found = reckoned_in_turn({name: figure for name, figure in figures.items()
                                  if figure.way not in (*COUNTED, JUDGE)}, {**given, **found},
                                 found)
        for name, figure in figures.items():
            if figure.way == JUDGE:
                found[name] = judged({**given, **found}, figure)
        return found

    def _given(self, each: Each, source: Ground, document: Document | None) -> list[GroundRow]:
        rows = [row for row in source.rows if holds(row, each.where)]
        if each.belonging and document is not None:
            link = self.link(document.own, source)
            rows = [row for row in rows if document.called in values_of(row, link.other)]
        if not each.distinct:
            return rows
        firsts: dict[Any, GroundRow] = {}
        for row in rows:
            for value in values_of(row, each.distinct):
                if value not in (None, ""):
                    firsts.setdefault(value, row)
        return list(firsts.values())

    def _row(self, columns: Sequence[Field], row: Mapping[str, Any], own: Own) -> dict[str, Any]:
        """The values of a row but for ranks, numbers and judgements; those from other columns come
        when these are known, in whatever order the columns stand."""
        found: dict[str, Any] = {}
        later: dict[str, Figure] = {}
        for column in columns:
            figure = column.figure
            if figure is None or figure.way in (RANK, JUDGE, NUMBER):
                continue
            if figure.way == OF:
                found[column.name] = row.get(figure.columns[0])
            elif figure.way in COUNTED:
                found[column.name] = counted(figure, self._belonging(figure, row, own))
            else:
                later[column.name] = figure
        return reckoned_in_turn(later, {**row, **found}, found)

    def _belonging(self, figure: Figure, row: GroundRow, own: Own) -> list[GroundRow]:
        """The rows of the source of `figure` that belong to `row`."""
        link = self.link(own, self._ground(figure.source))
        key = (figure.source, link.other, link.by_month, figure.where)
        if key not in self._indexed:
            index: dict[Any, list[GroundRow]] = {}
            for one in self._ground(figure.source).rows:
                if holds(one, figure.where):
                    for value in values_of(one, link.other):
                        if link.by_month and isinstance(value, date):
                            value = Month(value.year, value.month)
                        index.setdefault(value, []).append(one)
            self._indexed[key] = index
        called = values_of(row, link.own)
        return self._indexed[key].get(called[0], []) if called else []

    def link(self, own: Own, other: Ground) -> Link:
        """How rows of `other` belong to a row; raises UserError where they have nothing in common.
        """
        key = own.source.column(own.key)
        means = key.means if key else ""
        if own.source.name == other.name:
            return Link(own.key, own.key)
        for column in other.columns:
            if means and column.means == means:
                return Link(own.key, column.name)
        if means == MONTH and (days := [one for one in other.columns if one.means == DAY]):
            return Link(own.key, days[0].name, by_month=True)
        if other.column(own.key) is not None:
            return Link(own.key, own.key)
        raise UserError.at(Place(str(self.kind.folder / "kind.yaml")), _(
            "rows of {other} do not belong to rows of {own}").format(
                other=other.name, own=own.source.name),
            _("count rows that name the same member, month, task, target or item"))

    def _ground(self, name: str) -> Ground:
        if name in self.grounds:
            return self.grounds[name]
        raise UserError.at(Place(str(self.kind.folder / "kind.yaml")),
                           _("there is nothing called {name} to be counted").format(name=name),
                           _("write one of: {names}").format(names=", ".join(self.grounds)))
