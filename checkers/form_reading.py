"""The answers of a form: each label of its kind, and what stands in the cell beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from checkers.answers import (
    BLANK,
    BOUNDS,
    GIVEN,
    MISSING,
    NO_OPTION,
    NOT_UNDERSTOOD,
    TABLE,
    TICKS,
    Answer,
    Answers,
)
from checkers.document import Cell, Document
from checkers.findings import at_paragraph
from plans import field_types
from plans.comparing import compare_form
from plans.field_bounds import bounds_broken
from plans.field_types import value_of
from plans.kinds import Field, Kind
from plans.periods import Calendar


def answers_of(document: Document, kind: Kind, calendar: Calendar) -> Answers:
    """The answers of a form of `kind`, every field once."""
    cells = dict(_cells(document))
    return Answers({field.name: _answer(field, cells, calendar) for field in kind.fields},
                   document.stamp)


def _cells(document: Document) -> Iterator[tuple[str, Cell]]:
    for part in document.parts:
        for table in part.tables():
            for row in table.rows:
                for label, value in pairwise(row):
                    yield compare_form(label.text), value


def _answer(field: Field, cells: Mapping[str, Cell], calendar: Calendar) -> Answer:
    cell = next((cells[form] for form in map(compare_form, field.names) if form in cells), None)
    if cell is None:
        return Answer(field, MISSING)
    place = at_paragraph(cell.paragraphs[0])
    if not cell.text:
        return Answer(field, BLANK, source=TABLE, location=place)
    value = value_of(field, cell.text, calendar)
    error = ""
    if value is None:
        error = NO_OPTION if field.options else NOT_UNDERSTOOD
    elif bounds_broken(field, value):
        error = TICKS if field.type == field_types.TICKS else BOUNDS
    return Answer(field, GIVEN, cell.text, value, TABLE, place, error)
