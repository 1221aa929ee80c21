"""What the columns of a roster are called, and how people are named: roster.yaml, the school's
merged in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from plans.comparing import compare_form
from plans.errors import Fault, UserError
from plans.house import TEMPLATES, House
from plans.keys import keyed, texts_in
from plans.located import read_yaml

NAME, UNIT, ID, DUE, ALSO = "name", "unit", "id", "due", "also"
COLUMNS = (NAME, UNIT, ID, DUE, ALSO)
_TOP = {NAME: "姓名", UNIT: "单位", ID: "编号", DUE: "应交", ALSO: "简称", "no_people": "不是人",
        "groups": "团队", "followers": "姓名后面", "starts": "后接", "before_units": "单位前面"}
_FILE = "roster.yaml"


@dataclass(frozen=True, slots=True)
class RosterWords:
    """All in the form in which names are compared.

    `columns` maps what a column may be called to its meaning, in order of preference; the others
    are lists of roster.yaml.
    """

    columns: Mapping[str, str]
    no_people: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    followers: frozenset[str] = frozenset()
    starts: tuple[str, ...] = ()
    before_units: tuple[str, ...] = ()

    def labels(self, *meanings: str) -> tuple[str, ...]:
        """What columns of these meanings may be called."""
        return tuple(label for label, meaning in self.columns.items() if meaning in meanings)

    def chosen(self, labels: Iterable[str]) -> dict[str, str]:
        """Of the columns called `labels` the one for each meaning, the most preferred first."""
        order = list(self.columns)
        found: dict[str, str] = {}
        for label in sorted((one for one in labels if compare_form(one) in self.columns),
                            key=lambda one: order.index(compare_form(one))):
            found.setdefault(self.columns[compare_form(label)], label)
        return found

    def is_no_one(self, texts: Sequence[str]) -> bool:
        """Whether the cells of a row, in the order of COLUMNS, are totals or remarks below the
        list."""
        said = [one for one in texts if one]
        return len(said) == 1 and compare_form(re.split("[:：]", said[0])[0]).startswith(
            self.no_people)


def roster_words(house: House) -> RosterWords:
    """The words of our file and the school's own; raises UserError with every fault of both."""
    faults: list[Fault] = []
    lists: dict[str, list[str]] = {name: [] for name in _TOP}
    own = house.folder / _FILE if house.folder else None
    for path in (TEMPLATES / _FILE, own):
        if path is not None and path.is_file():
            for name, node in keyed(read_yaml(path, faults), _TOP, faults, _FILE).items():
                lists[name] += [form for word in texts_in(node, faults, name)
                                if (form := compare_form(word))]
    if faults:
        raise UserError(faults)
    return RosterWords({label: name for name in reversed(COLUMNS) for label in lists[name]},
                       tuple(lists["no_people"]), tuple(lists["groups"]),
                       frozenset(lists["followers"]), tuple(lists["starts"]),
                       tuple(lists["before_units"]))
