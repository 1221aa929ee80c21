"""The answers of a form as rules speak of them: each with its name, a table's cells with their row.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from checkers.answers import Answer
from checkers.asked_fields import asked
from checkers.case import Case
from checkers.findings import Finding
from plans.masking import SECRET
from plans.messages import _


@dataclass(frozen=True, slots=True)
class Told:
    """An answer, and what people call its place: its label, of a cell the table and row as well."""

    answer: Answer
    name: str

    def finding(self, message: str, fix: str, *, severity: str = "", review: bool = False,
                others: tuple[str, ...] = ()) -> Finding:
        """A finding at the place of the answer; `others` are further values that it quotes."""
        one = self.answer
        hidden = one.field.type in SECRET
        place = replace(one.location, section=one.location.section or self.name)
        # What stands on several lines in its box is quoted on one.
        return Finding(" ".join(message.split("\n")), fix, place, severity=severity, review=review,
                       numbers=(one.text, *others) if hidden else (),
                       number_of=one.field.type if hidden else "")


def told(case: Case) -> Iterator[Told]:
    """Every answer that is looked at, the cells of a table after it."""
    for one in asked(case.answers, case.kind):
        yield Told(one, one.field.label)
        for row, cells in enumerate(one.rows, 1):
            for cell in cells.values():
                yield Told(cell, cell_name(one, row, cell.field.label))


def cell_name(table: Answer, row: int, label: str) -> str:
    """What people call a cell of a table."""
    return _("{table}, row {row}, {column}").format(table=table.field.label, row=row, column=label)
