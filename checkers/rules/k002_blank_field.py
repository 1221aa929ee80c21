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
Mend:   fill it in; where there is nothing to say write 无.
"""

from __future__ import annotations

from collections.abc import Iterator

from checkers.answers import BLANK
from checkers.asked_fields import asked, is_required
from checkers.case import Case
from checkers.findings import Finding
from checkers.told_answers import Told, cell_name
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
        for number, row in enumerate(one.rows, 1):
            own = one.field.fixed[number - 1] if number <= len(one.field.fixed) else {}
            begun = (bool(own) and one.field.required) or any(
                cell.state != BLANK for name, cell in row.items() if name not in own)
            for name, cell in row.items() if begun else ():
                if cell.state == BLANK and name not in own and _must(cell.field):
                    yield _blank(Told(cell, cell_name(one, number, cell.field.label)))


def _must(column: Field) -> bool:
    return column.required and not column.by


def _blank(one: Told) -> Finding:
    help_ = one.answer.field.help
    return one.finding(_("{name} is blank").format(name=one.name),
                       _("fill it in: {help}").format(help=help_) if help_ else _("fill it in"))
