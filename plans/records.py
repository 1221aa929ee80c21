"""Records: what was done, who was there, what came of it, who got which points, what was spent.

Which lists there are and what each holds is said by the kind that serves the purpose "records"; a
list is a field of it that is a table. Records come as YAML, as a workbook with a sheet a list, or
from filled-in forms.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from plans.errors import Place
from plans.field_types import Scalar
from plans.kinds import Field

Record = Mapping[str, Scalar]
"""A row of a list, by the names of its columns; blank cells are not there."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the rows of a list stand in a file: `columns` are the numbers of columns by name in a
    sheet, `cells` the places of values in a text, by row and name."""

    file: str
    sheet: str = ""
    columns: Mapping[str, int] = field(default_factory=dict)
    cells: Mapping[tuple[int, str], Place] = field(default_factory=dict)

    def place(self, row: int, name: str = "") -> Place:
        """The place of a value, else that of its row."""
        if not self.sheet:
            return self.cells.get((row, name)) or self.cells.get((row, "")) or Place(self.file)
        from openpyxl.utils import get_column_letter

        column = self.columns.get(name, 1)
        return Place(self.file, row, column, f"{self.sheet}:{get_column_letter(column)}{row}")


@dataclass(frozen=True, slots=True)
class RecordList:
    """The rows of a list, and for each its origin and its number there."""

    field: Field
    rows: tuple[Record, ...] = ()
    marks: tuple[tuple[Origin, int], ...] = ()

    def place(self, at: int, name: str = "") -> Place:
        """Where the value in the column `name` of the row `at` (from 0) stands."""
        origin, number = self.marks[at]
        return origin.place(number, name)

    def with_rows(self, other: RecordList) -> RecordList:
        """This list and then the rows of `other`."""
        return RecordList(self.field, self.rows + other.rows, self.marks + other.marks)


@dataclass(frozen=True, slots=True)
class Records:
    """The lists by name, each there even where it is empty; `of` are the ids of the plan that they
    belong to, each with its place; a file need not say."""

    lists: Mapping[str, RecordList]
    of: tuple[tuple[str, Place], ...] = ()

    def with_records(self, other: Records) -> Records:
        """These records and those of another file."""
        return Records({name: one.with_rows(other.lists[name]) if name in other.lists else one
                        for name, one in self.lists.items()}, self.of + other.of)


def no_records(fields: Iterable[Field]) -> Records:
    """Every list, without a row."""
    return Records({one.name: RecordList(one) for one in fields if one.columns})


def columns_meaning(one: Field, meaning: str) -> Iterator[Field]:
    """The columns of a list that mean a member, a day …"""
    return (column for column in one.columns if column.means == meaning)
