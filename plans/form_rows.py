"""A roster as forms are prefilled from it: whom each row names, and what it says of the fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from plans.comparing import compare_form
from plans.errors import Fault, Place, UserError
from plans.house import House
from plans.kinds import Field, Kind
from plans.located import Entries, Node, Text
from plans.messages import _
from plans.roster import is_yaml, kinds_due, nobody_named, people_in
from plans.roster_words import COLUMNS, DUE, NAME, UNIT, RosterWords, roster_words
from plans.tables import open_table


@dataclass(frozen=True, slots=True)
class FormRow:
    """A row that names somebody, or nobody where `name` and `unit` are "".

    `cells` are what it says of the fields, by their names; `faults` what is wrong with its cells.
    `is_asked` tells whether they have to hand in the form.
    """

    place: Place
    name: str
    unit: str
    cells: Mapping[str, Node]
    is_asked: bool = True
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True)
class FormRows:
    """The rows of the roster at `path` for forms of `kind`; it may be gone through many times.

    A column belongs to the field that has its name, label or `also`; 姓名 and 单位 of the roster,
    whatever the roster calls them, to the fields of these labels.
    `due` is another kind where these forms go with its papers.
    """

    path: Path
    kind: Kind
    house: House
    due: Kind | None = None     # what 应交 must name; without it the kind itself

    def __iter__(self) -> Iterator[FormRow]:
        """Raises UserError where the roster cannot be read, or says nobody's name."""
        for entries, faults in self._entries():
            if (row := self._row(entries, faults)) is not None:
                yield row

    def strangers(self) -> list[Fault]:
        """The columns that neither name anybody nor fill a field, for people to know."""
        strange: dict[str, Place] = {}
        for entries, _faults in self._entries():
            for key, value in entries:
                if self._meaning(key.text) is None and not self._can_fill(key.text, value):
                    strange.setdefault(key.text.strip(), key.place)
            if not is_yaml(self.path):
                break       # all rows have the columns of the first
        told = "、".join(one.label for one in self.kind.fields if not one.columns)
        return [Fault(next(iter(strange.values())), _("no field is called {names}; left out"
                                                      ).format(names="、".join(strange)),
                      _("fields are: {names}").format(names=told))] if strange else []

    @cached_property
    def _words(self) -> RosterWords:
        return roster_words(self.house)

    @cached_property
    def _named(self) -> dict[str, Field]:
        """The fields by what a column may be called, in the form in which names are compared."""
        fields = self.kind.fields
        found = {compare_form(key): one for one in fields for key in one.keys}
        return {compare_form(name): one for one in fields for name in one.also} | found

    def _entries(self) -> Iterator[tuple[Entries, tuple[Fault, ...]]]:
        faults: list[Fault] = []
        if is_yaml(self.path):
            items = people_in(self.path, faults)
            if not (faults or items):
                faults.append(Fault(Place(str(self.path)), _("the roster names nobody"),
                                    _("write one row for each who has to hand in")))
            if faults:
                raise UserError(faults)
            for item in items:
                if isinstance(item, Text):
                    item = Entries(((Text(NAME, item.place), item),), item.place)
                if isinstance(item, Entries):
                    yield item, ()
            return
        known = [*(key for one in self.kind.fields for key in (*one.keys, *one.also)),
                 *self._words.labels(*COLUMNS)]
        with open_table(self.path, known) as table:
            if not {NAME, UNIT} & set(self._words.chosen(one.text for one in table.header)):
                raise UserError([nobody_named(table, self._words)])
            for row in table.rows:
                yield row.entries, row.faults

    def _row(self, entries: Entries, wrong: tuple[Fault, ...]) -> FormRow | None:
        """The row; None for one of totals or remarks below the list, and for a mere number."""
        said = self._said(entries)
        texts = [" ".join(said[name].text.split()) if name in said else "" for name in COLUMNS]
        first = next((value.text for _key, value in entries
                      if isinstance(value, Text) and not value.is_blank), "")
        cells = self._cells(entries, said)
        if (self._words.is_no_one(texts) or compare_form(first) in self._words.no_people
                or (not any(texts) and all(map(_is_blank, cells.values())))):
            return None
        faults = [fault for fault in wrong if fault.place in [
            one.place for one in (*cells.values(), *said.values())]]
        before = len(faults)
        due = list(kinds_due(said.get(DUE), self.house, faults))
        kind = self.due or self.kind
        is_asked = kind.id in [one.id for one in due] or not (due or len(faults) > before)
        place = next((cell.place for cell in said.values() if not cell.is_blank), entries.place)
        return FormRow(place, texts[0], texts[1], cells, is_asked, tuple(faults))

    def _said(self, entries: Entries) -> dict[str, Text]:
        """Who the row names, by the meanings of a roster's columns."""
        values = {key.text: value for key, value in entries if isinstance(value, Text)}
        chosen = self._words.chosen(values)
        chosen |= {name: name for name in COLUMNS if name in values}
        return {name: values[label] for name, label in chosen.items()}

    def _cells(self, entries: Entries, said: Mapping[str, Text]) -> dict[str, Node]:
        cells: dict[str, Node] = {}
        for key, value in entries:
            field = self._named.get(compare_form(key.text))
            if field is None or not self._can_fill(key.text, value):
                continue
            own = compare_form(key.text) in map(compare_form, field.keys)
            if field.name not in cells or _is_blank(cells[field.name]) or (
                    own and not _is_blank(value)):
                cells[field.name] = value
        for meaning in (NAME, UNIT):
            field = self._named.get(self._words.labels(meaning)[0])
            if field and meaning in said and _is_blank(cells.get(field.name)):
                cells[field.name] = said[meaning]
        return cells

    def _meaning(self, key: str) -> str | None:
        return key if key in COLUMNS else self._words.columns.get(compare_form(key))

    def _can_fill(self, key: str, value: Node) -> bool:
        """Whether there is such a field; one cell of a sheet holds no table."""
        field = self._named.get(compare_form(key))
        return field is not None and (not field.columns or not isinstance(value, Text))


def _is_blank(node: Node | None) -> bool:
    return node is None or (isinstance(node, Text) and node.is_blank)
