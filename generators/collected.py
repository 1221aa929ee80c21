"""Forms that came back filled in, as they are written into a summary and into inputs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from plans.field_types import PICTURE, printed
from plans.kinds import Field, Kind
from plans.plan import Value


@dataclass(frozen=True, slots=True)
class Found:
    """What a form says in a field.

    `value` is None where nothing that is there could be used, and for a table, which has `rows` by
    the name of the column; `text` is as it stands there. `doubts` are why a person has to look, a
    sentence each; it `is_lacking` where it should be there and is not. `place` and `source` say
    where it stood, and in what.
    """

    field: Field
    value: Value | None = None
    text: str = ""
    doubts: tuple[str, ...] = ()
    is_lacking: bool = False
    place: str = ""
    source: str = ""
    rows: tuple[Mapping[str, Found], ...] = ()

    @property
    def is_blank(self) -> bool:
        """Whether the form says nothing there."""
        return self.value is None and not self.text.strip() and all(map(is_blank, self.rows))

    @property
    def shown(self) -> str:
        """The value as a document prints it, what stands there where it has none; a table's rows a
        line each."""
        if self.field.columns:
            return "\n".join(filter(None, (
                " ".join(" ".join(cell.shown.split()) for cell in row.values() if not cell.is_blank)
                for row in self.rows)))
        if self.field.type == PICTURE:
            return "无" if self.is_blank else "有"
        if self.value is None or self.value == ():
            return self.text.strip()
        return printed(self.field, self.value)      # type: ignore[arg-type]  # no table's rows

    def walk(self) -> Iterator[tuple[str, Found]]:
        """What is found, and in a table what is found in its cells, each with its name:
        班主任经历 第1行 起始年月."""
        if not self.field.columns or self.doubts or not self.rows:
            yield self.field.label, self
        for number, row in enumerate(self.rows, 1):
            for cell in row.values():
                yield cell_name(self.field, number, cell.field), cell


@dataclass(frozen=True, slots=True)
class Form:
    """A form that was handed in by a `person`, "" where nobody knows; `found` holds each field of
    its kind once.

    `file` is what people call the file, `link` its path as seen from the workbook; `status` is that
    of its check, `preferred` what the person is preferred for, `note` what is said of the whole
    form. `named_by` is the field that holds the person's name, "" where none does.
    """

    kind: Kind
    person: str
    file: str
    found: tuple[Found, ...]
    status: str = ""
    link: str = ""
    preferred: tuple[str, ...] = ()
    note: str = ""
    named_by: str = ""

    @property
    def written(self) -> tuple[Found, ...]:
        """What whoever hands it in writes: without what those write who get it."""
        return tuple(one for one in self.found if not one.field.by)

    def found_in(self, name: str) -> Found | None:
        """What is found in the field of that name."""
        return next((one for one in self.found if one.field.name == name), None)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that a person has to look at: in which file, whose, in which field, how bad (error,
    warning or info), what, and how to mend it."""

    file: str
    what: str
    mend: str
    person: str = ""
    field: str = ""
    severity: str = "warning"
    link: str = ""


@dataclass(frozen=True, slots=True)
class Absent:
    """Somebody from whom a paper is due that has not come; `instead` is what came."""

    name: str
    unit: str = ""
    number: str = ""
    paper: str = ""
    instead: str = ""


@dataclass(frozen=True, slots=True)
class Summary:
    """What was collected on a `day`; `absent` is None where no roster was given."""

    forms: tuple[Form, ...]
    problems: tuple[Problem, ...]
    day: date
    absent: tuple[Absent, ...] | None = None

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """The kinds of the forms, in the order of their coming."""
        return tuple({one.kind.id: one.kind for one in self.forms}.values())

    def of_kind(self, kind: Kind) -> tuple[Form, ...]:
        """The forms of a kind."""
        return tuple(one for one in self.forms if one.kind.id == kind.id)


def cell_name(table: Field, row: int, column: Field) -> str:
    """What a cell of a table is called: 班主任经历 第1行 起始年月."""
    return f"{table.label} 第{row}行 {column.label}"


def is_blank(row: Mapping[str, Found]) -> bool:
    """Whether nothing stands in a row."""
    return all(cell.is_blank for cell in row.values())
