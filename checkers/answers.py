"""What the fields of a form hold: an answer for each, with where it stands and what is doubtful.

Facts only: rules say them, and `collect` writes them down.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from checkers.controls import Stamp
from checkers.findings import NOWHERE, Location
from plans.kinds import Field
from plans.plan import Value

GIVEN, BLANK, MISSING = "given", "blank", "missing"
CONTROL, LEGACY, BOOKMARK, TABLE, INLINE = SOURCES = (
    "control", "legacy", "bookmark", "table", "inline")
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
    def is_doubtful(self) -> bool:
        """Whether a person has to look before the value is used."""
        return any(one.error or one.left or one.doubts for one in self.walk())


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers of a form by the name of the field, in the order of its kind, every field once;
    `stamp` is what the file itself says that it is, None where it does not."""

    by_field: Mapping[str, Answer]
    stamp: Stamp | None = None

    def __iter__(self) -> Iterator[Answer]:
        return iter(self.by_field.values())

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
