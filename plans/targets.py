"""Numbers to be reached: a kind proposes them, a plan sets its own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from plans.comparing import simplified
from plans.errors import NOWHERE, Fault, Place
from plans.figures.vocabulary import Figure
from plans.keys import TARGET, items_in, keyed, text_in
from plans.located import Entries, Node
from plans.messages import _
from plans.numerals import HAN, number_of

_NUMBER = re.compile(r"\d{1,12}(\.\d{1,6})?$")
_PER = {"month": "每月", "term": "每学期", "year": "每年", "school-year": "每学年",
        "cycle": "每周期"}
_YEARS = re.compile(rf"(?:every\s*|每)?\s*(?P<n>\d{{1,2}}|[{HAN}]{{1,2}})\s*(?:years?|年)$")


@dataclass(frozen=True, slots=True)
class Target:
    """A number to be reached: `at_least` things (`unit`) by each holder of `role` in each `per`.

    `per` is "", month, term, year, school-year, cycle, or "N years".
    """

    id: str
    what: str
    at_least: float
    unit: str = ""
    role: str = ""
    per: str = ""
    place: Place = NOWHERE
    counted: Figure | None = None   # what of the records fulfils it, beside outputs that name it

    @property
    def key(self) -> str:
        """What records call it: its id, else what is counted."""
        return self.id or self.what

    @property
    def number(self) -> str:
        """`at_least` as printed, a whole number without a point."""
        return f"{self.at_least:.6f}".rstrip("0").rstrip(".")

    @property
    def chinese(self) -> str:
        """不少于2本: how the number is printed."""
        return f"不少于{self.number}{self.unit}"

    @property
    def chinese_per(self) -> str:
        """每学期, 每2年: how `per` is printed; "" where there is none."""
        years = re.fullmatch(r"(\d+) years", self.per)
        return f"每{years[1]}年" if years else _PER.get(self.per, "")


def targets_in(node: Node | None, faults: list[Fault]) -> tuple[Target, ...]:
    """The targets that a list holds; what is wrong with one goes to `faults`."""
    targets = []
    seen: dict[str, Place] = {}
    for item in items_in(node, faults, "targets") if node is not None else ():
        if not isinstance(item, Entries):
            faults.append(Fault(item.place, _("a target must be a mapping"),
                                _("write it as {example}").format(
                                    example="{what: 研读专著, at_least: 2, unit: 本, role: 成员}")))
            continue
        values = keyed(item, TARGET, faults, _("a target"))
        target = _target(values, item.place, faults)
        if target.id and target.id in seen:
            faults.append(Fault(target.place, _("the target id {id} is given twice (first on line "
                                                "{line})").format(
                                    id=target.id, line=seen[target.id].line),
                                _("give each target an id of its own")))
        seen.setdefault(target.id, target.place)
        targets.append(target)
    return tuple(targets)


def _target(values: Mapping[str, Node], place: Place, faults: list[Fault]) -> Target:
    what = text_in(values, "what", faults)
    if not what:
        faults.append(Fault(place, _("the target does not say what is counted"),
                            _("write `what: …`, such as 研读专著")))
    return Target(text_in(values, "id", faults), what, _number(values, faults),
                  text_in(values, "unit", faults), text_in(values, "role", faults),
                  _per(values, faults), place, _counted(values, faults))


def _counted(values: Mapping[str, Node], faults: list[Fault]) -> Figure | None:
    if "counted" not in values:
        return None
    from plans.figures.reading import figure_in  # which reads kinds, and those have targets
    from plans.kind_nodes import KindNodes

    return figure_in(values["counted"], KindNodes(faults))


def _number(values: Mapping[str, Node], faults: list[Fault]) -> float:
    text = text_in(values, "at_least", faults).replace(",", "").replace("，", "")
    if not text:
        return 1.0
    if _NUMBER.match(text):
        return float(text)
    number = number_of(text)
    if number is None:
        faults.append(Fault(values["at_least"].place, _("{text} is no number").format(text=text),
                            _("write digits, such as 2")))
    return float(number or 0)


def _per(values: Mapping[str, Node], faults: list[Fault]) -> str:
    text = simplified(text_in(values, "per", faults))
    for name, chinese in _PER.items():
        if text.lower() in (name, chinese, chinese.removeprefix("每")):
            return name
    if match := _YEARS.match(text.lower()):
        count = number_of(match["n"]) or 1
        return f"{count} years" if count > 1 else "year"
    if text:
        faults.append(Fault(values["per"].place,
                            _("{text} is no stretch of time").format(text=text),
                            _("write one of: {names}").format(
                                names=", ".join([*_PER, "2 years"]))))
    return ""
