"""K002 blank-field: a field that must be filled in was left blank.

Fails:
    form 姓名*, 联系电话*:phone
    姓名 | 王珂
    联系电话 |
Passes:
    form 姓名*, 联系电话:phone
    姓名 | 王珂
    联系电话 |
Why:    a form with gaps cannot be put into the summary, and its owner has to be rung up.
Mend:   fill it in; who does not know what belongs there asks the office.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from checkers.answers import BLANK, Answer
from checkers.asked_fields import asked, is_required
from checkers.case import Case
from checkers.findings import Finding
from checkers.told_answers import Told, cell_name
from plans.fixed_rows import fixed_at
from plans.kinds import Field
from plans.messages import _

SEVERITY = "error"


def check(case: Case) -> Iterator[Finding]:
    """Of a table also what is blank in a row that was begun; what the office fills in is not asked
    for."""
    if case.kind is None or not case.is_judged:
        return
    for one in asked(case.answers, case.kind):
        if one.state == BLANK:
            if is_required(one.field, case.kind):
                yield _blank(Told(one, one.field.label))
            continue
        laid = {name for row in one.field.fixed for name in row}
        numbers = [_number(one.field, row, at) for at, row in enumerate(one.rows)]
        for number, row in zip(numbers, one.rows, strict=True):
            for name, cell in row.items():
                if cell.state == BLANK and name not in laid and _must(cell.field):
                    yield _blank(Told(cell, cell_name(one, number, cell.field.label)))
        left = [number for number in range(1, len(one.field.fixed) + 1) if number not in numbers]
        if left and is_required(one.field, case.kind) and any(
                _must(column) and column.name not in laid for column in one.field.columns):
            yield Told(one, one.field.label).finding(
                _("{name}: rows that are not filled in: {rows}").format(
                    name=one.field.label, rows="、".join(map(str, left))), _("fill them in"))


def _must(column: Field) -> bool:
    return column.required and not column.by


def _number(table: Field, row: Mapping[str, Answer], at: int) -> int:
    """The number of a row: of one that the kind has laid down that in the kind, for rows in which
    nobody wrote are no answers."""
    said = {name: cell.text for name, cell in row.items() if cell.text}
    found = fixed_at(table, {name: text for name, text in said.items()
                             if any(name in one for one in table.fixed)}) if table.fixed else None
    return (at if found is None else found) + 1


def _blank(one: Told) -> Finding:
    help_ = one.answer.field.help
    return one.finding(_("{name} is blank").format(name=one.name),
                       _("fill it in: {help}").format(help=help_) if help_ else _("fill it in"))
