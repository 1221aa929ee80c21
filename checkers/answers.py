"""What the fields of a form hold: an answer for each, with where it stands and what is doubtful.

Facts only: rules say them, and `collect` writes them down.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from checkers.controls import Stamp
from checkers.findings import NOWHERE, Location
from plans.kinds import Field
from plans.masking import masked_all, masked_as
from plans.pictures import Picture
from plans.plan import Value

GIVEN, BLANK, MISSING = "given", "blank", "missing"
CONTROL, LEGACY, BOOKMARK, TABLE, INLINE = "control", "legacy", "bookmark", "table", "inline"
"""How a value sat in the file, the most trusted first."""

NOT_UNDERSTOOD, NO_OPTION, TICKS, BOUNDS = "not-understood", "no-option", "ticks", "bounds"
"""What may be wrong with what was written: it means no value of its type; it is none of the
options; too many or too few boxes are ticked; it is too small, large, short or long."""

DIFFERS, TWICE, BESIDE, MOVED, PART, UNCLEAR = (
    "differs", "twice", "beside", "moved", "part", "unclear")
"""Why an answer may not be what was meant: another place says something else; the label stands
twice; it was written beside its box; it stood in another place than the form has for it; only a
part of the text could be the value; it may be read in two ways."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A reason to look at an answer: one of those above, and the other `text` that gives rise."""

    type: str
    text: str = ""
    location: Location = NOWHERE


@dataclass(frozen=True, slots=True)
class Answer:
    """What a form says in a field.

    `text` is as it stands there; `value` what it means, None where it means nothing, a table's
    rows only in `rows`: the answers in each row by the name of the column. `error` is one of those
    above, "" where the value is good. `left` is what of the form's own words stands there still
    (a prompt, 【待填】). MISSING means that the form has no place for the field.
    """

    field: Field
    state: str
    text: str = ""
    value: Value | None = None
    source: str = ""
    location: Location = NOWHERE
    error: str = ""
    left: str = ""
    doubts: tuple[Doubt, ...] = ()
    rows: tuple[Mapping[str, Answer], ...] = ()

    def walk(self) -> Iterator[Answer]:
        """This answer, and those of a table's cells row by row."""
        yield self
        for row in self.rows:
            yield from row.values()

    @property
    def has_doubts(self) -> bool:
        """Whether a person has to look at it before it is used; a table's cells speak for
        themselves."""
        return bool(self.error or self.left or self.doubts)

    @property
    def is_doubtful(self) -> bool:
        """Whether a person has to look at it, or at a cell of it."""
        return any(one.has_doubts for one in self.walk())

    def masked(self) -> Answer:
        """This answer as it is shown to many: what its type says is a number of a person is hidden
        whatever its digits are."""
        def hidden(text: str) -> str:
            return masked_as(self.field.type, text)

        def place(location: Location) -> Location:
            return replace(masked_all(location), quote=hidden(location.quote))

        return replace(
            self, text=hidden(self.text), left=masked_all(self.left), location=place(self.location),
            value=hidden(self.value) if isinstance(self.value, str) else masked_all(self.value),
            doubts=tuple(replace(one, text=hidden(one.text), location=place(one.location))
                         for one in self.doubts),
            rows=tuple({name: cell.masked() for name, cell in row.items()} for row in self.rows))

    def without_pictures(self) -> Answer:
        """This answer with pictures that have a name and no bytes, small enough to be sent."""
        value = Picture(self.value.name, b"") if isinstance(self.value, Picture) else self.value
        return replace(self, value=value, rows=tuple(
            {name: cell.without_pictures() for name, cell in row.items()} for row in self.rows))


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers of a form by the name of the field, in the order of its kind, every field once;
    `stamp` is what the file itself says that it is, None where it does not. `sees_pictures` is
    False where the reader of the file does not tell of pictures (a PDF)."""

    by_field: Mapping[str, Answer]
    stamp: Stamp | None = None
    sees_pictures: bool = True

    def __iter__(self) -> Iterator[Answer]:
        return iter(self.by_field.values())

    def masked(self) -> Answers:
        """These answers as they are shown to many; see Answer."""
        return replace(self, by_field={name: one.masked() for name, one in self.by_field.items()})

    def without_pictures(self) -> Answers:
        """These answers, small enough to be sent; see Answer."""
        return replace(self, by_field={
            name: one.without_pictures() for name, one in self.by_field.items()})

    def values(self) -> dict[str, Value]:
        """The values by field, of a table its rows; blank and faulty ones left out."""
        found: dict[str, Value] = {}
        for name, one in self.by_field.items():
            if one.field.columns:
                rows = tuple({column: cell.value for column, cell in row.items()
                              if cell.value is not None and not isinstance(cell.value, tuple)}
                             for row in one.rows)
                if rows:
                    found[name] = rows
            elif one.value is not None:
                found[name] = one.value
        return found
