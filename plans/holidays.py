"""Public holidays, and the weekends that are worked in exchange (调休): holidays.yaml.

A year is judged where the file lists days of it: of one whose exchanged weekends are not known
nobody can say which Sunday is worked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from plans.dates import date_of
from plans.errors import Fault, Place, UserError
from plans.keys import entries_in, items_in, keyed, text_in
from plans.located import Node, Text, read_yaml
from plans.messages import N_, _

_DAYS = {"name": "名称", "from": "从", "to": "到", "workdays": "上班"}
_LONGEST = 100          # days; a school's longest holiday is the summer
_WEEKEND = (N_("Saturday"), N_("Sunday"))


@dataclass(frozen=True, slots=True)
class Holidays:
    """What is known of single days: the name of its holiday, "" for a weekend that is worked."""

    days: Mapping[date, str] = field(default_factory=dict)

    def is_workday(self, day: date) -> bool:
        """Whether schools work on `day`, as far as is known."""
        name = self.days.get(day)
        return day.weekday() < 5 if name is None else not name

    def reason(self, day: date) -> str:
        """Why nobody works on `day`: the holiday's name, or the weekday in the language of the
        messages; "" where it is worked, or nothing is known of its year."""
        if (name := self.days.get(day)) is not None:
            return name
        return _(_WEEKEND[day.weekday() - 5]) if day.weekday() >= 5 and day.year in {
            one.year for one, holiday in self.days.items() if not holiday} else ""


def read_holidays(path: Path, own: Path | None = None) -> Holidays:
    """The holidays of `path`, with those of the school's `own` file put over them day by day.

    Raises UserError with every fault of both files.
    """
    faults: list[Fault] = []
    days: dict[date, str] = {}
    for one in (path, own):
        if one is not None:
            top = keyed(read_yaml(one, faults), {"days": "日子"}, faults, one.name)
            for item in items_in(top["days"], faults, "days") if "days" in top else ():
                days.update(_days_of(item, faults))
    if faults:
        raise UserError(faults)
    return Holidays(days)


def _days_of(item: Node, faults: list[Fault]) -> Iterator[tuple[date, str]]:
    values = keyed(entries_in(item, faults, _("a holiday")), _DAYS, faults, _("a holiday"))
    name = text_in(values, "name", faults)
    first = _day(values.get("from"), faults)
    last = _day(values.get("to"), faults) or first
    if (name and "from" not in values) or (first and not name):
        faults.append(Fault(item.place, _("a holiday needs a name and the day it begins"),
                            _("write {example}").format(
                                example="{name: 国庆节, from: 2026-10-01, to: 2026-10-07}")))
    elif first and last:
        if not 0 <= (last - first).days <= _LONGEST:
            faults.append(Fault(_place(values, item), _("{name} ends on {day}, before it begins or "
                                "more than {most} days after it").format(
                                    name=name, day=last, most=_LONGEST),
                                _("correct one of the two days")))
        else:
            yield from ((first + timedelta(day), name) for day in range((last - first).days + 1))
    worked = values.get("workdays")
    if isinstance(worked, Text):
        yield from ((day, "") for day in (_day(worked, faults),) if day)
    elif worked is not None:
        yield from ((day, "") for one in items_in(worked, faults, "workdays")
                    if (day := _day(one, faults)))


def _place(values: Mapping[str, Node], item: Node) -> Place:
    return values["to"].place if "to" in values else item.place


def _day(node: Node | None, faults: list[Fault]) -> date | None:
    if node is None or (isinstance(node, Text) and node.is_blank):
        return None
    day = date_of(node.text) if isinstance(node, Text) else None
    if day is None:
        faults.append(Fault(node.place, _("{text} is no date").format(
            text=getattr(node, "text", "–")), _("write it as 2026-03-20")))
    return day
