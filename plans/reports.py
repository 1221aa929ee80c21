"""A report: a plan, what its records say, and the kind that says what is to be counted → a Plan.

    own input or view ─┐
    plan (its fields, members, targets, schedule, ticks) ─┤→ figures → values, tables, sentences
    records (YAML, workbook, forms) ─┘

How the ledger stands is said for the day of the report's signature, without one for the last day of
its period: the same input gives the same report on any day.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any, Protocol

from plans.errors import Fault, Place, UserError
from plans.field_types import YES_NO, Scalar, printed
from plans.figures.checking import faults_in_figures
from plans.figures.computing import Computing
from plans.figures.criteria import exact, word_of
from plans.figures.ground import grounds_of
from plans.figures.tables import Ground
from plans.house import House
from plans.keys import REPORT, named, texts_in
from plans.kinds import Field, Kind
from plans.ledger import LedgerLine, ledger_of
from plans.located import Entries, Text
from plans.messages import _
from plans.placeholders import filled, to_fill_in
from plans.plan import Passage, Plan, Value, WrittenSection
from plans.record_checks import faults_in_records
from plans.record_files import load_records, no_files
from plans.records import Records
from plans.report_records import DONE, records_within, ticks_in_records, with_names_of
from plans.schemes import refuse_unset, scheme_of, schemes_of
from plans.shares import rounded
from plans.sources import Source, kind_of, read_source
from plans.targets import Target
from plans.views import seen_as


class PlanOf(Protocol):
    """Reads a source as a plan; see plans.inputs.plan_of."""

    def __call__(self, source: Source, kind: Kind, row: Entries | None, /, *,
                 view: bool) -> Plan: ...


@dataclass(frozen=True)
class ReportReader:
    """Reads the reports of one input; `records` are files that come with the command."""

    source: Source
    kind: Kind
    house: House
    read: PlanOf
    draft: bool = False
    records: tuple[Path, ...] = ()

    def plans(self, row: Entries | None, *, view: bool) -> Iterator[Plan]:
        """The report, or one for each document of a kind that has many.

        Raises UserError with every fault of the input, the plan and the records.
        """
        is_report = kind_of(self.source, self.house).is_counted
        base_source = self._base() if is_report else self.source
        base_kind = kind_of(base_source, self.house) if base_source else self.kind
        base = self.read(base_source, base_kind, None, view=False) if base_source else None
        own = self.read(self._own(base_source, base_kind, view=view), self.kind, row, view=view)
        yield from self._counted(own, base or own)

    def _base(self) -> Source | None:
        """The plan that the input names; None where it holds members and all else itself."""
        node = named(self.source.top, REPORT, "plan")
        if not isinstance(node, Text) or node.is_blank:
            return None
        return read_source(_beside(self.source, node.text.strip(), node.place))

    def _own(self, base: Source | None, kind: Kind, *, view: bool) -> Source:
        """The input with those fields of the plan that it does not give itself."""
        if base is None:
            return self.source
        seen = seen_as(base.top, kind, self.kind) if kind.id != self.kind.id else base.top
        fields = {key for one in self.kind.fields for key in one.keys}
        mine = self.source.top.entries if not view else () if base is self.source else tuple(
            one for one in self.source.top.entries if one[0].text.strip() in fields)
        given = {one.name for key, _value in mine for one in self.kind.fields
                 if key.text.strip() in one.keys}
        theirs = tuple((key, value) for key, value in seen if key.text.strip() in fields and not (
            (field := self.kind.field_called(key.text.strip())) and field.name in given))
        return replace(self.source, top=Entries((*mine, *theirs), self.source.top.place))

    def _counted(self, own: Plan, base: Plan) -> Iterator[Plan]:
        self._refuse_given(own)
        scheme = scheme_of(self.kind, self.house)
        if not self.draft:
            refuse_unset(self.kind, scheme, self.house)
        targets = tuple(_with_source(one, base.kind.targets) for one in base.targets)
        base = replace(base, targets=targets)
        files = self._files()
        faults: list[Fault] = []
        records = with_names_of(base, load_records(files, self.house, faults, base.period)
                                if files else no_files(self.house))
        unread = {(fault.place.file, fault.place.line) for fault in faults}
        faults += faults_in_records(records, base, lambda: schemes_of(
            self.house.kinds, self.house), DONE)
        lines: tuple[LedgerLine, ...] = ()
        try:
            if base.schedule:
                # A row with a cell that cannot be read is told already.
                lines = ledger_of(base, [tick for tick in ticks_in_records(records) if (
                    tick.place.file, tick.place.line) not in unread])
        except UserError as error:
            faults += error.faults
        if faults:
            raise UserError(faults)
        own = replace(own, notices=(*own.notices, *self._empty(records)))
        period = own.period or base.period
        today = (own.signature.date if own.signature else None) or (
            period.last.last_day if period else date.max)
        plan = replace(own, id=own.id or base.id, period=period, members=own.members or
                       base.members, targets=targets, schedule=())
        grounds = grounds_of(plan, [line for line in lines if not period or line.month in period],
                             records_within(records, period), scheme, self.house.calendar, today,
                             base.period)
        computing = Computing(self.kind, grounds)
        made = False
        for one in _filled(plan, computing):
            made = True
            yield one
        if self.draft and not made:     # a blank input has nobody to make a document for
            blank = {one.name: to_fill_in(one.label) for one in self.kind.fields if one.figure}
            yield replace(_with(plan, {}, {}, computing), shown={**plan.shown, **blank})

    def _empty(self, records: Records) -> Iterator[Fault]:
        """The lists that the kind counts and that have no row: what comes of them is nothing."""
        fields = self.kind.fields
        eaches = [self.kind.each, *(one.each for one in fields)]
        figures = [each.figure for one in fields for each in (one, *one.columns)]
        counted = {one.source for one in (*eaches, *figures) if one is not None}
        for name, one in records.lists.items():
            if name in counted and not one.rows:
                yield Fault(Place(self.source.path), _(
                    "{list} has no row: all that is counted of it is 0").format(
                        list=one.field.label),
                    _("name the file that holds it with records: or --records"))

    def _refuse_given(self, own: Plan) -> None:
        """Of a kind with a document for each of many nothing that is counted can be given: it would
        stand in all of them."""
        given = [one.label for one in self.kind.fields if one.figure and one.name in own.values]
        if self.kind.each is not None and given:
            raise UserError.at(self.source.path, _(
                "{names} are counted for each document, and cannot be given").format(
                    names="、".join(given)), _("take them out of the input and of the table"))

    def _files(self) -> list[Path]:
        node = named(self.source.top, REPORT, "records")
        faults: list[Fault] = []
        found = [_beside(self.source, text, node.place) for text in texts_in(
            node, faults, REPORT["records"])] if node else []
        if faults:
            raise UserError(faults)
        return [*found, *self.records]


def _beside(source: Source, name: str, place: Place) -> Path:
    path = Path(source.path).parent / name
    if not path.exists():
        raise UserError.at(place, _("{name} is not there").format(name=name),
                           _("write the path as seen from this file"))
    return path


def _with_source(target: Target, own: Sequence[Target]) -> Target:
    """A target of a plan is counted as its kind says of the target with that id."""
    there = next((one for one in own if one.id == target.id and one.id), None)
    return target if target.counted or there is None else replace(target, counted=there.counted)


def _filled(plan: Plan, computing: Computing) -> Iterator[Plan]:
    kind = plan.kind
    tables = [one for one in kind.fields if one.each is not None]
    if faults := [*faults_in_figures(kind, computing.grounds)]:
        raise UserError(faults)
    found = {one.name: computing.table(one) for one in tables}
    if kind.each is not None:
        own = [one for one in tables if one.each is not None and one.each.belonging]
        for document in computing.documents(kind.each):
            yield _with(plan, found | {one.name: computing.table(one, document) for one in own},
                        document.values, computing)
        return
    yield _with(plan, found, computing.singles(plan.values), computing)


def _with(plan: Plan, tables: Mapping[str, Ground], counted: Mapping[str, Any],
          computing: Computing) -> Plan:
    kind = plan.kind
    values: dict[str, Value] = dict(plan.values)
    shown = dict(plan.shown)
    for one in kind.fields:
        if one.name in tables:
            values[one.name] = tuple(_row(one, row) for row in tables[one.name].rows)
        elif one.figure is not None and one.name not in plan.values and (
                value := plain(one, counted.get(one.name))) is not None:
            values[one.name] = value
            shown[one.name] = printed(one, value) + (one.unit if one.unit else "")
    title = filled(kind.title, kind.fields, shown) or kind.name
    sections = tuple(_said(section, kind, shown) for section in plan.sections)
    return replace(plan, values=values, shown=shown, title=title, sections=sections,
                   grounds=tuple(computing.grounds.values()))


def _row(one: Field, row: Mapping[str, Any]) -> dict[str, Scalar]:
    return {column.name: value for column in one.columns
            if (value := plain(column, row.get(column.name))) is not None}


def plain(field: Field, value: Any) -> Scalar | None:
    """A counted value as a document holds it, None for a blank one."""
    number = exact(value)
    if number is not None and isinstance(value, Fraction | float | int):
        if field.type == "integer" and number.denominator == 1:
            return int(number)
        return rounded(number, 3 if field.type == "percent" else 2)
    if isinstance(value, tuple) or (isinstance(value, bool) and field.type != YES_NO):
        return word_of(value) or None
    return None if value in (None, "") else value


def _said(section: WrittenSection, kind: Kind, shown: Mapping[str, str]) -> WrittenSection:
    first = (Passage(filled(section.says, kind.fields, shown), 0, section.place),
             ) if section.says else ()
    return replace(section, passages=(*first, *section.passages), says="", sections=tuple(
        _said(one, kind, shown) for one in section.sections))

