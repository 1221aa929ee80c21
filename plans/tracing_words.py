"""How a summary says what a plan says in other words: tracing.yaml, the school's merged in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from plans.comparing import compare_form
from plans.errors import Fault, UserError
from plans.house import TEMPLATES, House
from plans.keys import items_in, keyed, texts_in
from plans.located import Node, read_yaml

_TOP = {"same": "同义", "empty": "虚词", "common": "常用词"}
_FILE = "tracing.yaml"


@dataclass(frozen=True)
class TracingWords:
    """All in the form in which names are compared.

    `same` maps each way to say a thing to the first one of its group; `empty` words say nothing,
    `common` ones stand in every paper of a school.
    """

    same: Mapping[str, str] = field(default_factory=dict)
    empty: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()

    def bare(self, text: str) -> str:
        """What `text` says, in compare form: of several words for a thing always the same one, and
        no empty ones."""
        form = compare_form(text)
        if self._pattern is None:
            return form
        return self._pattern.sub(lambda match: self.same.get(match[0], ""), form)

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        """Any word that is written otherwise or not at all, the longest first."""
        return _any_of({*self.same, *self.empty})

    @cached_property
    def commonplace(self) -> re.Pattern[str] | None:
        """Any common word."""
        return _any_of(self.common)


NO_WORDS = TracingWords()


def _any_of(words: set[str] | frozenset[str]) -> re.Pattern[str] | None:
    return re.compile("|".join(map(re.escape, sorted(words, key=lambda one: (-len(one), one))))
                      ) if words else None


def tracing_words(house: House) -> TracingWords:
    """The words of our file and the school's own; raises UserError with every fault of both."""
    faults: list[Fault] = []
    same: dict[str, str] = {}
    lists: dict[str, list[str]] = {"empty": [], "common": []}
    own = house.folder / _FILE if house.folder else None
    for path in (TEMPLATES / _FILE, own):
        if path is None or not path.is_file():
            continue
        for name, node in keyed(read_yaml(path, faults), _TOP, faults, _FILE).items():
            if name == "same":
                for group in _groups(node, faults):
                    # A school's words join the group of ours that one of them is in.
                    head = next((same[one] for one in group if one in same), group[0])
                    same |= {one: head for one in group if one not in same}
            else:
                lists[name] += _forms(node, faults, name)
    if faults:
        raise UserError(faults)
    return TracingWords(same, frozenset(lists["empty"]) - set(same), frozenset(lists["common"]))


def _groups(node: Node, faults: list[Fault]) -> list[list[str]]:
    found = [_forms(one, faults, "same") for one in items_in(node, faults, "same")]
    return [one for one in found if one]


def _forms(node: Node, faults: list[Fault], name: str) -> list[str]:
    return [form for word in texts_in(node, faults, name) if (form := compare_form(word))]
