"""profile.yaml → Profile: ours first, then the school's own values; every fault with its line."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from plans.errors import Fault, Place, UserError
from plans.keys import entries_in, keyed, text_in
from plans.located import Node, Text, read_yaml
from plans.messages import _
from plans.profile import (
    HABIT,
    MEASURED,
    PAGE,
    STANDARD,
    Element,
    Margins,
    Profile,
    names,
    parent_of,
    properties_of,
)
from plans.type_sizes import number_in, points_of

_MARGINS = {"top": "上", "bottom": "下", "left": "左", "right": "右"}
_PROPERTIES = {"font": "字体", "size": "字号", "line": "行距", "letter": "字间距",
               "indent": "首行缩进"}
_CLAUSE = {"clause": "条款"}
_TOP = {"margins": "页边距", **dict(names())}
_CUSTOM = {"habit": HABIT, "习惯": HABIT, "measured": MEASURED, "实测": MEASURED}
# mm, points, points, points, characters
_RANGES = {**dict.fromkeys(_MARGINS, (5, 120)), "size": (5, 72), "line": (5, 200),
           "letter": (-5, 20), "indent": (0, 10)}
_ROOM = (60, 80)            # mm: the narrowest and the lowest text that still holds a table
_LONGEST_FONT = 31          # characters: Windows keeps no more


@dataclass(frozen=True, slots=True)
class _Given:
    """A value as a file gave it."""

    value: float | str
    source: str
    own: bool
    place: Place


_Values = dict[str, dict[str, _Given]]      # by group (an element or "margins") and name


def read(path: Path, own: Path | None) -> Profile:
    """As plans.profile.read_profile."""
    faults: list[Fault] = []
    given: _Values = {group: {} for group in _TOP}
    clauses: dict[str, dict[str, str]] = {group: {} for group in _TOP}
    for one in (path, own):
        if one is not None:
            _File(one, one is own, faults).read(given, clauses)
    if faults:
        raise UserError(faults)
    profile = Profile(_margins(given["margins"]),
                      tuple(_element(name, given, clauses) for name, _label in names()))
    faults = [*_room(profile, given["margins"], own or path), *_cut_off(profile, given)]
    if faults:
        raise UserError(faults)
    return profile


class _File:
    """One profile.yaml; what is wrong with it goes to `faults`."""

    def __init__(self, path: Path, own: bool, faults: list[Fault]) -> None:
        self.path, self.own, self.faults = path, own, faults

    def read(self, given: _Values, clauses: dict[str, dict[str, str]]) -> None:
        """Puts what the file says over what was `given`; only our own file names `clauses`."""
        top = keyed(read_yaml(self.path, self.faults), _TOP, self.faults, "profile.yaml")
        for group, node in top.items():
            known = _MARGINS if group == "margins" else {
                name: _PROPERTIES[name] for name in properties_of(group)}
            values = keyed(entries_in(node, self.faults, group), known | _CLAUSE, self.faults,
                           group)
            if not self.own:
                clauses[group] = self._clauses(values.pop("clause", None), tuple(known),
                                               tuple(values))
            values.pop("clause", None)      # a school's file may be a copy of ours
            for name in values:
                self._value(values, group, name, given, clauses)

    def _value(self, values: dict[str, Node], group: str, name: str, given: _Values,
               clauses: dict[str, dict[str, str]]) -> None:
        text = text_in(values, name, self.faults)
        if not text:
            return
        place = values[name].place
        value = self._font(text, place) if name == "font" else self._number(text, name, place)
        if value is None:
            return
        source = clauses[group].get(name, HABIT)
        before = given[group].get(name)
        if self.own and (before is None or before.value != value):
            source = self.path.name
        given[group][name] = _Given(value, source, self.own, place)

    def _font(self, text: str, place: Place) -> str | None:
        if len(text) <= _LONGEST_FONT and not set(text) & set("\"'<>&;,，；"):
            return text
        self.faults.append(Fault(place, _("{text} is no name of a font").format(text=text),
                                 _("write one font as Word lists it, such as 仿宋")))
        return None

    def _number(self, text: str, name: str, place: Place) -> float | None:
        label = _PROPERTIES.get(name) or _MARGINS[name]
        value = points_of(text) if name == "size" else number_in(text)
        least, most = _RANGES[name]
        if value is not None and least <= value <= most:
            return value
        if name == "size":
            what = _("{text} is no type size").format(text=text)
            mend = _("write a size such as 三号 or 小四, or points from {least} to {most}")
        else:
            what = _("{label} cannot be {text}").format(label=label, text=text)
            mend = {"indent": _("write a number of characters from {least} to {most}"),
                    "line": _("write points from {least} to {most}"),
                    "letter": _("write points from {least} to {most}")}.get(
                        name, _("write millimetres from {least} to {most}"))
        self.faults.append(Fault(place, what, mend.format(least=least, most=most)))
        return None

    def _clauses(self, node: Node | None, known: tuple[str, ...],
                 stated: tuple[str, ...]) -> dict[str, str]:
        """What each value of a group is taken from; one clause alone is that of all `stated`."""
        if isinstance(node, Text):
            return dict.fromkeys(stated, _source(node.text))
        entries = keyed(entries_in(node, self.faults, "clause"), {
            name: _PROPERTIES.get(name) or _MARGINS[name] for name in known}, self.faults, "clause")
        return {name: _source(text_in(entries, name, self.faults)) for name in entries}


def _source(clause: str) -> str:
    return _CUSTOM.get(clause.strip(), f"{STANDARD} {clause.strip()}")


def _margins(given: dict[str, _Given]) -> Margins:
    return Margins("margins", tuple((name, one.source) for name, one in given.items()),
                   frozenset(name for name, one in given.items() if one.own),
                   **{name: float(one.value) for name, one in given.items()})


def _element(name: str, given: _Values, clauses: dict[str, dict[str, str]]) -> Element:
    """The element, with what it does not say itself taken from those that it follows."""
    found = {key: _followed(name, key, given, clauses) for key in properties_of(name)}
    values = {key: one.value for key, one in found.items()}
    return Element(name, tuple((key, one.source) for key, one in found.items()),
                   frozenset(key for key, one in found.items() if one.own),
                   font=str(values["font"]), size=float(values["size"]),
                   **{key: float(value) for key, value in values.items()
                      if key not in ("font", "size")})


def _followed(name: str, key: str, given: _Values, clauses: dict[str, dict[str, str]]) -> _Given:
    one = given[name].get(key)
    if one is None:
        one = _followed(parent_of(name), key, given, clauses)
        if not one.own and key in clauses[name]:
            return _Given(one.value, clauses[name][key], False, one.place)
    return one


def _room(profile: Profile, given: dict[str, _Given], path: Path) -> list[Fault]:
    margins = profile.margins
    faults = []
    for paper, least, sides in zip(PAGE, _ROOM, (("left", "right"), ("top", "bottom")),
                                   strict=True):
        first, second = (float(getattr(margins, side)) for side in sides)
        if paper - first - second < least:
            place = next((given[side].place for side in sides if given[side].own),
                         Place(str(path)))
            what = _("margins of {first} and {second} mm leave {room} mm of {paper} for the text")
            faults.append(Fault(place, what.format(
                first=f"{first:g}", second=f"{second:g}", paper=f"{paper:g}",
                room=f"{max(0.0, paper - first - second):g}"),
                _("leave at least {least} mm").format(least=least)))
    return faults


def _cut_off(profile: Profile, given: _Values) -> list[Fault]:
    """Lines that are lower than their type; in tables the spacing is only the least one."""
    faults = []
    for one in profile.elements:
        parent = profile.element(parent_of(one.name)) if parent_of(one.name) else None
        same = parent is not None and (one.line, one.size) == (parent.line, parent.size)
        own = [key for key in ("line", "size") if key in one.own]
        if same or not own or one.line >= one.size or "line" not in properties_of(one.name) or (
                one.name.startswith("table_")):
            continue
        faults.append(Fault(_giver(one.name, own[0], given).place, _(
            "lines of {line} pt cut characters of {size} pt off ({element})").format(
                line=f"{one.line:g}", size=f"{one.size:g}", element=_TOP[one.name]),
            _("write a larger 行距, or a smaller 字号")))
    return faults


def _giver(name: str, key: str, given: _Values) -> _Given:
    """The value that an element has, its own or that of the one it follows."""
    return given[name].get(key) or _giver(parent_of(name), key, given)
