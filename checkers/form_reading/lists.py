"""Lists of people: a sheet with a row for each, headed by the labels of a form's fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from checkers.answers import MISSING, TABLE, Answer, Answers
from checkers.document import Cell, Document
from checkers.form_reading.entries import Entry
from checkers.form_reading.grids import FormGrid, grids_of, own_text
from checkers.form_reading.held import Held
from checkers.form_reading.names import Names
from checkers.form_reading.table_rows import is_total
from plans.kinds import Field, Kind
from plans.periods import Calendar

_FEWEST = 3         # labels that make a row the head of a list
_FEWEST_PEOPLE = 2  # of one person a list is a form like any other


def people_in(document: Document, kind: Kind, calendar: Calendar) -> tuple[Answers, ...]:
    """The answers of each person on the lists of a document; () where there is no list."""
    names = Names(one for one in kind.fields if not one.columns)
    entry = Entry(Held(document, kind), calendar)
    people = [one for grid in grids_of(document) for one in _people(grid, names, kind, entry)]
    return tuple(people) if len(people) >= _FEWEST_PEOPLE else ()


def _people(grid: FormGrid, names: Names, kind: Kind, entry: Entry) -> Iterator[Answers]:
    for row, cells in enumerate(grid.grid.rows):
        columns = _labels(cells, names)
        filled = sum(bool(own_text(one)) for one in cells)
        if len(columns) < _FEWEST or len(columns) * 2 < filled:
            continue
        for below in range(row + 1, len(grid.grid.rows)):
            if is_total(grid.grid.rows[below]):
                continue
            answers = dict(_answers(grid, below, columns, entry))
            if sum(bool(one.text) for one in answers.values()) >= min(_FEWEST, len(columns)):
                yield Answers({one.name: answers.get(one.name, Answer(one, MISSING))
                               for one in kind.fields})
        return


def _labels(cells: list[Cell], names: Names) -> Mapping[int, Field]:
    """Fields by the column of their labels; a label that stands twice counts once."""
    found: dict[int, Field] = {}
    for cell in cells:
        one = names.called(own_text(cell))
        if one is not None and one not in found.values():
            found[cell.column] = one
    return found


def _answers(grid: FormGrid, row: int, columns: Mapping[int, Field],
             entry: Entry) -> Iterator[tuple[str, Answer]]:
    for column, one in columns.items():
        cell = grid.owner(row, column)
        if cell is not None:
            answer = entry.said(one, own_text(cell), TABLE, grid.place(cell.row - 1, cell))
            yield one.name, replace(answer, location=replace(answer.location, row=row + 1))
