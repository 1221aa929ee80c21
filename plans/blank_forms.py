"""What stands in a form before anybody fills it in: values that are known, marks where none is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from plans.errors import Fault, Place
from plans.field_values import FieldReader
from plans.house import House
from plans.inputs import plan_of
from plans.kinds import Field, Kind
from plans.located import Entries, Node, Text
from plans.periods import period_of
from plans.placeholders import filled, tags_in, to_fill_in
from plans.plan import Annex, MonthTasks, Passage, Plan, Task, Value, WrittenSection
from plans.sources import Source

_TASK = "任务"


@dataclass(frozen=True)
class BlankForms:
    """Forms of `kind`; `source` is a blank input of it, for what a Word template prints."""

    kind: Kind
    house: House
    source: Source

    def plan(self, cells: Mapping[str, Node], place: Place, faults: list[Fault]) -> Plan:
        """The form in which the `cells`, by field, stand; what cannot be understood is left blank,
        and told in `faults`.

        Where the kind has a Word template, 【待填：…】 stands for what is missing. Raises UserError
        where no such form can be made.
        """
        values, shown = values_in(cells, self.kind, self.house, place, faults)
        if self.kind.is_drawn:
            return Plan(id="", kind=self.kind, title=self._title(shown), values=values,
                        shown=shown, path=str(place))
        return self._draft({name: cells[name] for name in values}, place)

    def _title(self, shown: Mapping[str, str]) -> str:
        """The title that the values give; the name of the kind where one of them is missing."""
        fields = [self.kind.field_called(key) for key in tags_in(self.kind.title)]
        if self.kind.title and all(one and one.name in shown for one in fields):
            return filled(self.kind.title, self.kind.fields, shown)
        return self.kind.name

    def _draft(self, good: Mapping[str, Node], place: Place) -> Plan:
        """The plan with headings and marks; its months are those of the kind's example where
        nobody has said which, for a schedule needs some."""
        given = dict(good)
        assumed = None
        span = next((one for one in self.kind.fields if one.type == "period"), None)
        if span and span.name not in given and self._has_schedule and period_of(span.example):
            assumed, given[span.name] = span, Text(span.example, place)
        plan = plan_of(self.source, self.house, draft=True, row=Entries(
            tuple((Text(name, place), cell) for name, cell in given.items()), place))
        if plan.period and not plan.schedule and self._has_schedule:
            plan = replace(plan, schedule=tuple(MonthTasks(month, (Task(to_fill_in(_TASK)),))
                                                for month in plan.period))
        if assumed:
            plan = self._without(assumed, plan)
        hints = _hints(self.kind)
        return replace(
            plan, gaps=(), notices=(), path=str(place),
            sections=tuple(_hinted(one, hints) for one in plan.sections),
            annexes=tuple(Annex(one.title, tuple(_said(one.passages, hints)), tuple(
                _hinted(section, hints) for section in one.sections)) for one in plan.annexes))

    @property
    def _has_schedule(self) -> bool:
        return self.kind.schedule_required or self.kind.family == "schedule"

    def _without(self, field: Field, plan: Plan) -> Plan:
        """The plan without a period that was only assumed."""
        shown = {**plan.shown, field.name: to_fill_in(field.label)}
        values = {name: value for name, value in plan.values.items() if name != field.name}
        return replace(plan, values=values, shown=shown, period=None,
                       title=filled(self.kind.title, self.kind.fields, shown) or self.kind.name)


def values_in(cells: Mapping[str, Node], kind: Kind, house: House, place: Place,
              faults: list[Fault]) -> tuple[dict[str, Value], dict[str, str]]:
    """The values of the `cells`, by the names of fields of `kind`, and how they are printed; what
    cannot be understood is left out, and told in `faults`."""
    values: dict[str, Value] = {}
    shown: dict[str, str] = {}
    reader = FieldReader(house.calendar, False, faults, [], values, shown)
    for one in kind.fields:
        if one.name not in cells:
            continue
        before = len(faults)
        reader.read(one, {one.name: cells[one.name]}, place)
        if len(faults) > before or one.name not in values:
            values.pop(one.name, None)
            shown.pop(one.name, None)
    return values, shown


def _hints(kind: Kind) -> dict[str, str]:
    """What to write by the mark that stands for a section; nothing where two have one name."""
    found: dict[str, set[str]] = {}
    for one in kind.walk():
        found.setdefault(to_fill_in(one.name), set()).add(one.hint)
    return {mark: to_fill_in(hint) for mark, hints in found.items()
            if len(hints) == 1 and (hint := min(hints))}


def _hinted(section: WrittenSection, hints: Mapping[str, str]) -> WrittenSection:
    """The section with what to write where only its name stood in a mark."""
    return replace(section, passages=tuple(_said(section.passages, hints)),
                   sections=tuple(_hinted(one, hints) for one in section.sections))


def _said(passages: Sequence[Passage], hints: Mapping[str, str]) -> Iterator[Passage]:
    for one in passages:
        yield replace(one, text=hints.get(one.text, one.text))
