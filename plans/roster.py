"""Who has to hand in what: a roster as a table or in YAML."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from plans.comparing import compare_form
from plans.errors import NOWHERE, Fault, Place, UsageError, UserError
from plans.house import House
from plans.keys import items_in, meant, texts_in, unknown
from plans.kinds import Kind
from plans.located import Entries, Items, Node, Text, read_yaml_list
from plans.messages import _
from plans.roster_words import ALSO, COLUMNS, DUE, ID, NAME, UNIT, RosterWords, roster_words
from plans.surroundings import Surroundings, surroundings_of
from plans.tables import Table, open_table

_YAML = frozenset({".yaml", ".yml"})
_LISTS = ("roster", "名单", "members", "成员")      # what a YAML file may call its list
_BETWEEN = re.compile(r"[、，,；;/\n]+")

Cells = Mapping[str, Text]


@dataclass(frozen=True, slots=True, eq=False)
class Submitter:
    """Somebody who has to hand in: a person, or a unit where `name` is "". No two are equal.

    `due` are the kinds of papers that are due, none where one paper of any kind is; `also` are
    further names that file names may bear, `place` where it stands on the roster.
    """

    name: str
    unit: str = ""
    id: str = ""
    due: tuple[Kind, ...] = ()
    also: tuple[str, ...] = ()
    place: Place = NOWHERE

    @property
    def called(self) -> str:
        """What people call them: 王珂（江城实验学校）."""
        return f"{self.name}（{self.unit}）" if self.name and self.unit else self.name or self.unit


@dataclass(frozen=True, slots=True)
class Roster:
    """Everybody in the order of the file, and what may stand around their names."""

    submitters: tuple[Submitter, ...]
    surroundings: Surroundings


def read_roster(path: Path, house: House) -> Roster:
    """The roster in the .xlsx, .csv or YAML file at `path`.

    Raises UsageError where it is not there, UserError with every fault, each at its cell or line:
    no column 姓名 or 单位, a kind that is not known, somebody who is there twice.
    """
    if not path.exists():
        raise UsageError.at(str(path), _("there is no such file"),
                            _("check the name and the folder"))
    words = roster_words(house)
    faults: list[Fault] = []
    if is_yaml(path):
        rows = list(_yaml_rows(path, words, faults))
    else:
        with open_table(path, words.labels(*COLUMNS)) as table:
            rows = list(_table_rows(table, words, faults))
    reader = _Reader(house, words, faults)
    for row in rows:
        reader.add(row)
    if not (faults or reader.found):
        faults.append(Fault(Place(str(path)), _("the roster names nobody"),
                            _("write one row for each who has to hand in")))
    if faults:
        raise UserError(faults)
    return Roster(tuple(reader.found), surroundings_of(words, house))


def _table_rows(table: Table, words: RosterWords, faults: list[Fault]) -> Iterator[Cells]:
    labels = words.chosen(one.text for one in table.header)
    if NAME not in labels and UNIT not in labels:
        faults.append(nobody_named(table, words))
        return
    for row in table.rows:
        cells = {name: value for name, label in labels.items()
                 if isinstance(value := row.entries.get(label), Text)}
        faults += [fault for fault in row.faults
                   if fault.place in [one.place for one in cells.values()]]
        yield cells


def nobody_named(table: Table, words: RosterWords) -> Fault:
    """That no column of a table says who somebody is."""
    return Fault(table.header[0].place if table.header else Place(table.path),
                 _("the roster has no column {label}").format(label="姓名"),
                 _("name a column {names}").format(names="、".join(words.labels(NAME, UNIT)[:4])))


def is_yaml(path: Path) -> bool:
    """Whether a roster is YAML, by the name of its file."""
    return path.suffix.lower() in _YAML


def people_in(path: Path, faults: list[Fault]) -> tuple[Node, ...]:
    """The items of the list in a YAML roster: a name each, or a mapping."""
    top = read_yaml_list(path, faults)
    found: Node | None = top
    if isinstance(top, Entries):
        found = next((node for key, node in top if key.text.strip() in _LISTS), None)
        if found is None:
            faults.append(Fault(top.place, _("the roster has no list"),
                                _("begin with a line `名单:`, and write each person below it")))
            return ()
    return items_in(found or Items((), top.place), faults, "名单")


def _yaml_rows(path: Path, words: RosterWords, faults: list[Fault]) -> Iterator[Cells]:
    labels = {**words.columns, **{name: name for name in COLUMNS}}
    for item in people_in(path, faults):
        if isinstance(item, Text):
            yield {NAME: item}
        elif isinstance(item, Entries):
            yield dict(_cells(item, labels, faults))
        else:
            faults.append(Fault(item.place, _("a list within the list"),
                                _("write each person on a line of their own")))


def _cells(item: Entries, labels: Mapping[str, str],
           faults: list[Fault]) -> Iterator[tuple[str, Text]]:
    for key, value in item:
        name = meant(key.text, labels) or labels.get(compare_form(key.text))
        if name is None:
            faults.append(unknown(key, labels, "名单"))
        else:
            yield name, Text("、".join(texts_in(value, faults, key.text)), value.place)


class _Reader:
    """Rows → submitters; what is wrong goes to `faults`."""

    def __init__(self, house: House, words: RosterWords, faults: list[Fault]) -> None:
        self._house, self._words, self._faults = house, words, faults
        self._numbers: dict[str, int] = {}      # where in `found` who has that number stands
        self._people: dict[tuple[str, str], list[int]] = {}
        self.found: list[Submitter] = []

    def add(self, row: Cells) -> None:
        """Takes a row in; one that goes on with somebody's papers joins theirs."""
        texts = {name: " ".join(row[name].text.split()) if name in row else "" for name in COLUMNS}
        if not any(texts.values()) or self._words.is_no_one([*texts.values()]):
            return
        place = next(row[name].place for name in COLUMNS if texts[name])
        if not (texts[NAME] or texts[UNIT]):
            self._faults.append(Fault(place, _("the row names nobody"),
                                      _("write who it is, or clear the row")))
            return
        due = tuple(kinds_due(row.get(DUE), self._house, self._faults))
        one = Submitter(texts[NAME], texts[UNIT], texts[ID], due,
                        tuple(filter(None, _BETWEEN.split(texts[ALSO]))), place)
        number, person = compare_form(one.id), (compare_form(one.name), compare_form(one.unit))
        for at in self._people.get(person, ()):
            if not (number and self.found[at].id) or self._numbers.get(number) == at:
                self._again(at, one)
                return
        if number in self._numbers:
            self._fault(one, self.found[self._numbers[number]],
                        _("{who} has the same number as {other} (at {place})"))
            return
        if number:
            self._numbers[number] = len(self.found)
        self._people.setdefault(person, []).append(len(self.found))
        self.found.append(one)

    def _again(self, at: int, one: Submitter) -> None:
        """Somebody's second row: it is right where it names other papers."""
        first = self.found[at]
        if one.due and first.due and not ({kind.id for kind in one.due}
                                          & {kind.id for kind in first.due}):
            self.found[at] = replace(first, due=first.due + one.due)
        else:
            self._fault(one, first, _("{who} is on the roster twice (first at {place})"))

    def _fault(self, one: Submitter, first: Submitter, what: str) -> None:
        self._faults.append(Fault(
            one.place, what.format(who=one.called, other=first.called,
                                   place=first.place.cell or first.place.line or "–"),
            _("delete one of the two, or tell them apart by their units or numbers")))


def kinds_due(cell: Text | None, house: House, faults: list[Fault]) -> Iterator[Kind]:
    """The kinds of papers that a cell 应交 names; one that is not known is a fault."""
    for key in dict.fromkeys(_BETWEEN.split(cell.text) if cell else ()):
        if cell and key.strip():
            try:
                yield house.kind(key.strip())
            except UsageError as error:
                faults.append(Fault(cell.place, _("there is no kind {kind}").format(
                    kind=key.strip()), error.faults[0].mend))
