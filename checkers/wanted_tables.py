"""The tables that a kind asks for, and what stands for each in a submission."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checkers.case import Case
from checkers.document import Cell, Table
from checkers.headings import Heading
from checkers.outline import PartOutline
from plans.comparing import compare_form

_HEAD_ROWS = 4      # rows from the top in which the labels of the columns stand
_ENOUGH = 0.5       # share of the labels that makes a row the head of the table


@dataclass(frozen=True, slots=True)
class WantedTable:
    """`columns` are asked for in the section `name`; `table` is None where none has any of them.

    `found` are the columns of the grid that they stand in, by label; `head` is the number of the
    row that holds the labels. `heading` is that of the section, None for a schedule of its own.
    """

    name: str
    columns: tuple[str, ...]
    heading: Heading | None = None
    table: Table | None = None
    head: int = 0
    found: tuple[tuple[str, int], ...] = ()

    @property
    def missing(self) -> tuple[str, ...]:
        """The labels that no column bears."""
        there = {label for label, _column in self.found}
        return tuple(one for one in self.columns if one not in there)


def wanted_tables(case: Case) -> Iterator[WantedTable]:
    """Each table that the kind asks for, in order; those of missing sections are left out."""
    if case.outline is None or case.kind is None or not case.is_judged:
        return
    main = case.outline.main
    if case.kind.schedule_columns and main.months:
        yield _best(case.kind.name, case.kind.schedule_columns, None, main.rows)
    for one in case.requirements:
        if one.section.columns and one.heading is not None and (
                part := case.outline.part(one.heading.part)):
            yield _best(one.section.name, one.section.columns, one.heading,
                        part.rows[one.heading.row:_end(part, one.heading)])


def _end(part: PartOutline, heading: Heading) -> int:
    return next((one.row for one in part.headings
                 if one.row > heading.row and one.level <= heading.level), len(part.rows))


def _best(name: str, columns: tuple[str, ...], heading: Heading | None,
          rows: Sequence[object]) -> WantedTable:
    best = WantedTable(name, columns, heading)
    for table in (row for row in rows if isinstance(row, Table)):
        for at, row in enumerate(table.rows[:_HEAD_ROWS], 1):
            found = tuple((label, cell.column) for label in columns
                          if (cell := _cell(row, label)) is not None)
            if len(found) > len(best.found):
                best = WantedTable(name, columns, heading, table, at, found)
    return best if len(best.found) >= _ENOUGH * len(columns) else WantedTable(
        name, columns, heading)


def _cell(row: Sequence[Cell], label: str) -> Cell | None:
    """The cell of a row that bears a label (任务/工作内容: either of them), the closest one."""
    names = [compare_form(one) for one in label.split("/")]
    cells = [(cell, form) for cell in row if (form := compare_form(cell.text))]
    for fits in (lambda form, name: form == name, lambda form, name: name in form,
                 lambda form, name: len(form) >= 2 and form in name):
        for cell, form in cells:
            if any(fits(form, name) for name in names):
                return cell
    return None
