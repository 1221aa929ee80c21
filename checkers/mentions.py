"""Who of a roster is named in a text: the name of a file or a folder, a title, a signature."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from checkers.short_names import short_names
from plans.comparing import plain_form
from plans.roster import Submitter
from plans.surroundings import Surroundings

SURE, GROUP, DOUBTFUL = "sure", "group", "doubtful"
"""The name itself; that of a group's head (王珂工作室); perhaps part of a longer name."""

_HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_RUN = re.compile(f"[{_HAN}]+")
_SPACED = re.compile(f"(?<![{_HAN}])([{_HAN}])[ \t]+(?=[{_HAN}](?![{_HAN}]))")
_DOTS = re.compile("[·•・]")
_KEY = 2        # characters by which names are looked up

Bearers = Mapping[str, Sequence[Submitter]]


@dataclass(frozen=True, slots=True)
class Mention:
    """A name that stands in a text, as it is compared; `strength` is SURE, GROUP or DOUBTFUL."""

    name: str
    strength: str
    is_person: bool


class Mentions:
    """Finds names in texts; the longest one counts where one is in another.

    `people` and `units` are those who bear each name, by names in compare form; what units go by
    for short is found too.
    """

    def __init__(self, people: Bearers, units: Bearers, around: Surroundings) -> None:
        self.people = dict(people)
        self.units = {**units, **{short: units[name] for short, name in
                                  short_names(tuple(units)).items()}}
        self._around = around
        self._words = {name for name in self.people if self._around.is_word(name)}
        self._by_start: dict[str, list[str]] = {}
        for name in sorted({*self.people, *self.units}, key=len, reverse=True):
            self._by_start.setdefault(name[:_KEY], []).append(name)

    def bearers(self, name: str) -> Sequence[Submitter]:
        """Those who go by a name; people before units of the same name."""
        return self.people.get(name) or self.units[name]

    def in_text(self, text: str) -> list[Mention]:
        """The names in `text`, in order, each once for each strength."""
        return list(dict.fromkeys(self._found(_joined(plain_form(text)))))

    def _found(self, text: str) -> Iterator[Mention]:
        at = 0
        while at < len(text):
            name = next((one for one in self._by_start.get(text[at:at + _KEY], ())
                         if text.startswith(one, at)), "")
            if name and (strength := self._strength(text, at, name)):
                yield Mention(name, strength, name in self.people)
                at += len(name)
            else:
                at += 1

    def _strength(self, text: str, at: int, name: str) -> str:
        """How surely the `name` that stands at `at` is meant; "" where it is another word."""
        run = next((one for one in _RUN.finditer(text) if one.start() <= at < one.end()), None)
        if run is None:     # in Latin letters
            alone = not (text[at - 1:at].isalnum() or text[at + len(name):][:1].isalnum())
            return SURE if alone else ""
        before, after = text[run.start():at], text[at + len(name):run.end()]
        if name in self.units and name not in self.people:
            return self._unit(name, before, after)
        if name in self._words or len(name) < _KEY:
            alone = not before and (not after or after.startswith(self._around.titles))
            return SURE if alone else ""
        if after.startswith(self._around.groups):
            return GROUP
        if len(name) == _KEY:
            # 王珂然, 王珂然工作计划
            longer = not self._around.goes_on(after) and self._around.goes_on(after[1:])
            return DOUBTFUL if longer or (not after and self._around.is_surname(before)) else SURE
        return SURE

    def _unit(self, name: str, before: str, after: str) -> str:
        if not before or before.endswith(self._around.before_units):
            # 一中心小学 is not 一中
            return "" if len(name) == _KEY and after.startswith("心") else SURE
        return DOUBTFUL if len(name) > _KEY else ""


def _joined(text: str) -> str:
    """`text` without the blank in a name of two characters (王 珂) and the dot in one of more."""
    return _SPACED.sub(r"\1", _DOTS.sub("", text))
