"""One YAML file → one Plan, valid or with every fault and gap told at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from plans.errors import Fault, Place, UsageError, UserError
from plans.field_types import Scalar, date_of, field_type, yes_of
from plans.house import House
from plans.keys import MEMBER, PLAN, SIGNATURE, TARGET, items_in, keyed, text_in
from plans.kinds import Field, Kind
from plans.located import Entries, Node, Text, read_yaml
from plans.messages import _
from plans.periods import Period
from plans.placeholders import filled, to_fill_in
from plans.plan import Gap, Member, MonthTasks, Plan, Signature, Target
from plans.schedules import ScheduleReader
from plans.written import SectionReader


def load_input(path: Path, house: House, *, draft: bool = False,
               as_kind: Kind | None = None) -> Plan:
    """The plan that the YAML file at `path` holds; `as_kind` views it as another kind.

    With `draft` what is missing stands as 【待填：…】 in the plan and is listed in its `gaps`.
    Raises UserError with every fault, and without `draft` with every gap too.
    """
    faults: list[Fault] = []
    top = read_yaml(path, faults)
    kind = as_kind or _kind_of(top, house, Place(str(path), 1), faults)
    reader = _InputReader(kind, house, draft, faults)
    plan = reader.plan(top, str(path), other_view=as_kind is not None)
    faults += [Fault(gap.place, gap.what, gap.mend) for gap in plan.gaps if not draft]
    if faults:
        raise UserError(faults)
    return plan


def _kind_of(top: Entries, house: House, place: Place, faults: list[Fault]) -> Kind:
    node = top.get("kind") or top.get(PLAN["kind"])
    key = node.text.strip() if isinstance(node, Text) else ""
    if not key:
        raise UserError([*faults, Fault(
            node.place if node else place, _("the file does not say of what kind it is"),
            _("begin with `kind: …`; known are {names}").format(
                names=", ".join(house.kind_folders)))])
    try:
        return house.kind(key)
    except UsageError as error:
        # With the line of the input, not as a wrong command; faults in kind.yaml keep their place.
        raise UserError([*faults, Fault(
            node.place if node else place, _("there is no kind {kind}").format(kind=key),
            error.faults[0].mend)]) from None


@dataclass
class _InputReader:
    kind: Kind
    house: House
    draft: bool
    faults: list[Fault]
    gaps: list[Gap] = field(default_factory=list)
    values: dict[str, Scalar] = field(default_factory=dict)
    shown: dict[str, str] = field(default_factory=dict)

    def plan(self, top: Entries, path: str, *, other_view: bool) -> Plan:
        known = PLAN | {one.name: one.label for one in self.kind.fields}
        unknown: list[Fault] = []
        given = keyed(top, known, unknown, self.kind.name)
        # Another view of the same data need not show all of it.
        self.faults += [] if other_view else unknown
        for one in self.kind.fields:
            self._read(one, given, top.place)
        period = next((value for value in self.values.values() if isinstance(value, Period)), None)
        months = self._months(given.get("schedule"), period, top.place)
        sections = SectionReader(self._title, bool(months), self.draft, self.faults)
        written = (sections.sections(given.get("sections"), self.kind.sections,
                                     given["sections"].place if "sections" in given else top.place)
                   if self.kind.sections or not other_view else ())
        annexes = sections.annexes(given.get("annexes")) if not other_view else ()
        return Plan(
            id=text_in(given, "id", self.faults), kind=self.kind,
            title=self._title(self.kind.title) or self.kind.name,
            values=self.values, shown=self.shown, period=period,
            sections=written, schedule=months,
            members=tuple(self._members(given)), targets=tuple(self._targets(given)),
            signature=self._signature(given.get("signature")), annexes=annexes,
            gaps=tuple(self.gaps + sections.gaps), path=path)

    def _months(self, node: Node | None, period: Period | None,
                place: Place) -> tuple[MonthTasks, ...]:
        # Without a period no month can be judged; its own fault or gap is told already.
        if period is None:
            return ()
        reader = ScheduleReader(period, self.house.calendar, self.kind.schedule_required,
                                self.draft, self.faults)
        months = reader.months(node, place)
        self.gaps += reader.gaps
        return months

    def _title(self, text: str) -> str:
        return filled(text, self.kind.fields, self.shown)

    def _read(self, one: Field, given: Mapping[str, Node], place: Place) -> None:
        text = text_in(given, one.name, self.faults)
        where = given[one.name].place if one.name in given else place
        if not text:
            if one.required and (one.name not in given or isinstance(given[one.name], Text)):
                self.gaps.append(Gap(where, one.label, _("{label} is missing").format(
                    label=one.label), _("write `{label}: {example}`").format(
                        label=one.label, example=one.example or "…")))
                if self.draft:
                    self.shown[one.name] = to_fill_in(one.label)
            return
        kind = field_type(one.type)
        value = kind.read(text, self.house.calendar)
        if value is None:
            self.faults.append(Fault(where, _("{label}: {text} is not understood").format(
                label=one.label, text=text), _("write {expects}").format(expects=_(kind.expects))))
        else:
            self.values[one.name] = value
            self.shown[one.name] = kind.show(value)

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

    def _targets(self, given: Mapping[str, Node]) -> list[Target]:
        targets = []
        for values, place in self._rows(given, "targets", TARGET):
            text = text_in(values, "at_least", self.faults)
            number = field_type("number").read(text, self.house.calendar) if text else 1.0
            if not isinstance(number, float):
                self.faults.append(Fault(
                    values["at_least"].place, _("{text} is no number").format(text=text),
                    _("write digits, such as 2")))
                number = 0.0
            what = text_in(values, "what", self.faults)
            if not what:
                self.faults.append(Fault(place, _("the target does not say what is counted"),
                                         _("write `what: …`, such as 研读专著")))
            targets.append(Target(
                text_in(values, "id", self.faults), what, number,
                text_in(values, "unit", self.faults), text_in(values, "role", self.faults),
                text_in(values, "per", self.faults), place))
        return targets

    def _signature(self, node: Node | None) -> Signature | None:
        if not isinstance(node, Entries):
            if node is not None and not (isinstance(node, Text) and node.is_blank):
                self.faults.append(Fault(node.place, _("the signature must be a mapping"),
                                         _("write {example}").format(
                                             example="{unit: …, date: 2026-03-01}")))
            return None
        values = keyed(node, SIGNATURE, self.faults, PLAN["signature"])
        text = text_in(values, "date", self.faults)
        day = date_of(text) if text else None
        if text and day is None:
            self.faults.append(Fault(values["date"].place,
                                     _("{text} is no date").format(text=text),
                                     _("write it as 2026-03-20")))
        seal = text_in(values, "seal", self.faults)
        if seal and yes_of(seal) is None:
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
        return Signature(unit, day, bool(yes_of(seal)))

