"""T003 blank-rows: a row of a table that is asked for was not filled in.

Fails:
    file ledger-with-blank-rows.docx
Passes:
    file ledger.docx
Why:    a row that bears a number and nothing else was meant to be written.
Mend:   fill the row in, or delete it.
"""

from __future__ import annotations

from collections.abc import Iterator

from checkers.case import Case
from checkers.document import Cell
from checkers.findings import Finding, Location
from checkers.wanted_tables import WantedTable, wanted_tables
from checkers.words import has_words
from plans.messages import _

SEVERITY = "warning"
SEVERITY_IN_FORMS = "error"


def check(case: Case) -> Iterator[Finding]:
    """Blank rows after the last that is filled in are spare ones."""
    for one in wanted_tables(case):
        rows = list(_blank_rows(one))
        if one.table is not None and rows:
            yield Finding(
                _("rows of the table of “{name}” that are not filled in: {rows}").format(
                    name=one.name, rows="、".join(map(str, rows))),
                _("fill them in, or delete them"),
                Location(one.table.part, page=one.table.page, table=one.table.table, row=rows[0],
                         section=one.heading.text if one.heading else ""))


def _blank_rows(wanted: WantedTable) -> Iterator[int]:
    columns = [column for _label, column in wanted.found]
    rows = wanted.table.rows if wanted.table else ()
    filled = [number for number, row in enumerate(rows, 1)
              if number > wanted.head and _is_filled(row, columns)]
    for number in range(wanted.head + 1, max(filled, default=0)):
        if number not in filled and any(not cell.covered for cell in rows[number - 1]):
            yield number


def _is_filled(row: tuple[Cell, ...], columns: list[int]) -> bool:
    """Whether a cell of the columns asked for says something, or goes on with one above."""
    return any(cell.covered or has_words(cell.text) for cell in row
               if any(cell.column <= column < cell.column + cell.width for column in columns))
