"""One YAML file → one Plan, valid or with every fault and gap told at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from plans.calendars import first_days_in
from plans.comparing import compare_form, simplified
from plans.dates import date_of
from plans.due_dates import DueReader
from plans.errors import Fault, Place, UserError
from plans.field_types import yes_of
from plans.field_values import FieldReader
from plans.house import House
from plans.keys import MEMBER, PLAN, REPORT, SIGNATURE, items_in, keyed, text_in, texts_in
from plans.kinds import Field, Kind
from plans.left_out import parts_left_out, tasks_left_out
from plans.located import Entries, Node, Text
from plans.messages import _
from plans.periods import Period
from plans.placeholders import filled, to_fill_in
from plans.plan import Gap, Member, MonthTasks, Plan, Signature, Value
from plans.schedules import ScheduleReader
from plans.sources import Source, kind_of, read_source
from plans.sums import faults_in_sums
from plans.targets import targets_in
from plans.ticks import ticks_in
from plans.views import seen_as
from plans.weeks import weeks_of
from plans.written import SectionReader


def load_input(path: Path, house: House, *, draft: bool = False,
               as_kind: Kind | None = None) -> Plan:
    """The plan that the YAML file at `path` holds; see `plan_of`."""
    return plan_of(read_source(path), house, draft=draft, as_kind=as_kind)


def plan_of(source: Source, house: House, *, draft: bool = False, as_kind: Kind | None = None,
            row: Entries | None = None) -> Plan:
    """The plan that `source` holds; `as_kind` views it as another kind.

    The values of a `row` of a table, by name or label of the field, stand before those of the
    source. With `draft` what is missing stands as 【待填：…】 in the plan and is in its `gaps`.
    Raises UserError with every fault, and without `draft` with every gap too.
    """
    return next(plans_of(source, house, draft=draft, as_kind=as_kind, row=row))


def plans_of(source: Source, house: House, *, draft: bool = False, as_kind: Kind | None = None,
             row: Entries | None = None, records: tuple[Path, ...] = ()) -> Iterator[Plan]:
    """As `plan_of`; of a report that is made for each of many, all of them.

    `records` are files besides those that the input names.
    """
    kind = as_kind or kind_of(source, house)
    if kind.is_counted:
        from plans.reports import ReportReader  # late: most inputs are no reports

        def read(one: Source, its_kind: Kind, its_row: Entries | None, *, view: bool) -> Plan:
            return _read(one, its_kind, house, draft, its_row, view=view)

        reports = [*ReportReader(source, kind, house, read, draft, records).plans(
            row, view=as_kind is not None)]
        if not reports:
            raise UserError.at(source.path, _("there is nobody that such a document is made for"),
                               _("see each: in the kind.yaml, and the records"))
        yield from reports
        return
    if as_kind is not None:
        source = _viewed(source, as_kind, house)
    yield _read(source, kind, house, draft, row, view=as_kind is not None)


def _read(source: Source, kind: Kind, house: House, draft: bool, row: Entries | None, *,
          view: bool) -> Plan:
    faults = list(source.faults)
    plan = _InputReader(kind, house, draft, faults).plan(source, row, other_view=view)
    faults += [Fault(gap.place, gap.what, gap.mend) for gap in plan.gaps
               if not draft and not gap.is_marked]
    if faults:
        raise UserError(faults)
    return plan


def _viewed(source: Source, kind: Kind, house: House) -> Source:
    try:
        return replace(source, top=seen_as(source.top, kind_of(source, house), kind))
    except UserError:
        return source       # without a kind of its own its names are taken as they stand


def _cell(row: Entries, one: Field) -> Node | None:
    names = {compare_form(key) for key in one.keys}
    cells = [value for key, value in row if compare_form(key.text) in names]
    return next((one for one in cells if not (isinstance(one, Text) and one.is_blank)),
                cells[0] if cells else None)


@dataclass
class _InputReader:
    kind: Kind
    house: House
    draft: bool
    faults: list[Fault]
    gaps: list[Gap] = field(default_factory=list)
    notices: list[Fault] = field(default_factory=list)
    values: dict[str, Value] = field(default_factory=dict)
    shown: dict[str, str] = field(default_factory=dict)

    def plan(self, source: Source, row: Entries | None, *, other_view: bool) -> Plan:
        top = source.top
        known = PLAN | (REPORT if self.kind.is_counted else {}) | {
            one.name: one.label for one in self.kind.fields}
        unknown: list[Fault] = []
        given = keyed(top, known, unknown, self.kind.name)
        # Another view of the same data need not show all of it.
        if not other_view:
            self.faults += unknown
            self.notices += parts_left_out(self.kind, given)
        fields = FieldReader(self.house.calendar, self.draft, self.faults, self.gaps, self.values,
                             self.shown)
        for one in self.kind.fields:
            # A blank cell says nothing: what the input says of the field counts for all rows.
            cell = _cell(row, one) if row else None
            if cell is not None and (one.name not in given
                                     or not (isinstance(cell, Text) and cell.is_blank)):
                given[one.name] = cell
            if one.name in given or not (one.figure or one.each):
                fields.read(one, given, row.place if row else top.place)
        self.faults += faults_in_sums(self.kind, self.values, self.shown, lambda name: (
            given[name].place if name in given else top.place))
        period = next((value for value in self.values.values() if isinstance(value, Period)), None)
        months = self._months(given, period, top.place)
        if period is None and not other_view and not any(
                one.type == "period" and one.name not in self.shown for one in self.kind.fields):
            (self.notices if self.draft else self.faults).extend(tasks_left_out(self.kind, given))
        sections = SectionReader(self._title, bool(months), self.draft, self.faults)
        lead, written = sections.main(
            given.get("sections"), self.kind.main_sections,
            given["sections"].place if "sections" in given else top.place
        ) if self.kind.sections or not other_view else ((), ())
        annexes = sections.annexes(given.get("annexes"), self.kind.annexes, top.place
                                   ) if self.kind.annexes or not other_view else ()
        plan = Plan(
            id=text_in(given, "id", self.faults), kind=self.kind,
            title=self._title(self.kind.title) or self.kind.name,
            values=self.values, shown=self.shown, period=period, lead=lead,
            sections=written, schedule=months,
            members=tuple(self._members(given)),
            targets=targets_in(given.get("targets"), self.faults),
            signature=self._signed(given, top.place, asked=not other_view), annexes=annexes,
            gaps=tuple(self.gaps + sections.gaps), notices=tuple(self.notices),
            verbatim=texts_in(given.get("verbatim"), self.faults, PLAN["verbatim"]),
            path=source.path, ticks=ticks_in(given.get("done"), self.faults, period))
        # With a fault in the schedule a task may seem to be gone that is only not read.
        if months and plan.ticks and not self.faults:
            from plans.ledger import lines_of  # late: most plans have no ticks yet
            from plans.tick_lines import matched

            self.faults += matched(plan, tuple(lines_of(plan)), plan.ticks)[1]
        return plan

    def _months(self, given: Mapping[str, Node], period: Period | None,
                place: Place) -> tuple[MonthTasks, ...]:
        starts = first_days_in(given.get("term_starts"), self.faults)
        # Without a period no month can be judged; its own fault or gap is told already.
        if period is None:
            return ()
        reader = ScheduleReader(period, self.house.calendar, self.kind.schedule_required,
                                self.draft, self.faults, DueReader(
                                    period, self.faults, weeks_of(self.house.calendar, starts),
                                    self.house.holidays, self.notices))
        months = reader.months(given.get("schedule"), place)
        self.gaps += reader.gaps
        return months

    def _title(self, text: str) -> str:
        return filled(text, self.kind.fields, self.shown)

    def _rows(self, given: Mapping[str, Node], name: str,
              columns: Mapping[str, str]) -> list[tuple[dict[str, Node], Place]]:
        rows = []
        for item in items_in(given[name], self.faults, PLAN[name]) if name in given else ():
            if isinstance(item, Entries):
                rows.append((keyed(item, columns, self.faults, PLAN[name]), item.place))
            elif isinstance(item, Text) and not item.is_blank and name == "members":
                rows.append(({"name": item}, item.place))
            else:
                self.faults.append(Fault(
                    item.place, _("a line of {name} must be a mapping").format(name=PLAN[name]),
                    _("write its parts as `{example}: …`").format(example=next(iter(columns)))))
        return rows

    def _members(self, given: Mapping[str, Node]) -> list[Member]:
        members = []
        for values, place in self._rows(given, "members", MEMBER):
            name = text_in(values, "name", self.faults)
            if not name:
                self.gaps.append(Gap(place, _("a member's name"), _("a member without a name"),
                                     _("write `name: …`")))
                name = to_fill_in(MEMBER["name"])
            members.append(Member(name, text_in(values, "role", self.faults),
                                  text_in(values, "unit", self.faults), place))
        return members

    def _signed(self, given: Mapping[str, Node], place: Place, asked: bool) -> Signature | None:
        """The signature; where the kind asks for one that is not there, a gap is told."""
        found = self._signature(given.get("signature"))
        if not (asked and self.kind.signature_required) or (found and found.date):
            return found
        node = given.get("signature")
        self.gaps.append(Gap(
            node.place if node else place, PLAN["signature"],
            _("the signature bears no date") if found else _("the signature is missing"),
            _("write {example}").format(
                example="signature: {unit: 江城实验学校, date: 2026-03-01}")))
        return found or Signature(to_fill_in(SIGNATURE["unit"]), None, False)

    def _signature(self, node: Node | None) -> Signature | None:
        if not isinstance(node, Entries):
            if node is not None and not (isinstance(node, Text) and node.is_blank):
                self.faults.append(Fault(node.place, _("the signature must be a mapping"),
                                         _("write {example}").format(
                                             example="{unit: …, date: 2026-03-01}")))
            return None
        values = keyed(node, SIGNATURE, self.faults, PLAN["signature"])
        text = text_in(values, "date", self.faults)
        day = date_of(simplified(text)) if text else None
        if text and day is None:
            self.faults.append(Fault(values["date"].place,
                                     _("{text} is no date").format(text=text),
                                     _("write it as 2026-03-20")))
        seal = text_in(values, "seal", self.faults)
        if seal and yes_of(simplified(seal)) is None:
            self.faults.append(Fault(values["seal"].place,
                                     _("{text} is neither yes nor no").format(text=seal),
                                     _("write 是 or 否")))
        unit = text_in(values, "unit", self.faults)
        if not unit and not text:
            return None
        if not unit:
            self.gaps.append(Gap(node.place, _("the signing unit"),
                                 _("the signature has a date but no unit"),
                                 _("write `unit: …` into it")))
            unit = to_fill_in(SIGNATURE["unit"])
        return Signature(unit, day, bool(yes_of(simplified(seal))))

