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
from plans.fixed_rows import fixed_at, fixed_columns
from plans.kinds import Field, Kind
from plans.messages import _

SEVERITY = "error"
_MOST = 3           # that are told one by one


def check(case: Case) -> Iterator[Finding]:
    """Of a table also what is blank in a row that was begun; what the office fills in is not asked
    for. Many are told in one finding, at the first of them."""
    if case.kind is None or not case.is_judged:
        return
    blank = [*_blank(case, case.kind)]
    if len(blank) > _MOST:
        yield blank[0].finding(_("{count} boxes are blank: {names}").format(
            count=len(blank), names="、".join(one.name for one in blank)), _("fill them in"))
    else:
        for one in blank:
            help_ = one.answer.field.help
            yield one.finding(_("{name} is blank").format(name=one.name), _(
                "fill it in: {help}").format(help=help_) if help_ else _("fill it in"))
    yield from _rows_left(case, case.kind)


def _blank(case: Case, kind: Kind) -> Iterator[Told]:
    for one in asked(case.answers, kind):
        if one.state == BLANK:
            if is_required(one.field, kind):
                yield Told(one, one.field.label)
            continue
        laid = fixed_columns(one.field)
        for at, row in enumerate(one.rows):
            for name, cell in row.items():
                if cell.state == BLANK and name not in laid and cell.field.must_be_filled:
                    yield Told(cell, cell_name(one, _number(one.field, row, at), cell.field.label))


def _rows_left(case: Case, kind: Kind) -> Iterator[Finding]:
    """Rows that the kind has laid down and nobody filled in, of a table that was begun."""
    for one in asked(case.answers, kind):
        numbers = [_number(one.field, row, at) for at, row in enumerate(one.rows)]
        left = [number for number in range(1, len(one.field.fixed) + 1) if number not in numbers]
        if one.rows and left and is_required(one.field, kind) and any(
                column.must_be_filled and column.name not in fixed_columns(one.field)
                for column in one.field.columns):
            yield Told(one, one.field.label).finding(
                _("{name}: rows that are not filled in: {rows}").format(
                    name=one.field.label, rows="、".join(map(str, left))), _("fill them in"))


def _number(table: Field, row: Mapping[str, Answer], at: int) -> int:
    """The number of a row: of one that the kind has laid down that in the kind, for rows in which
    nobody wrote are no answers."""
    said = {name: cell.text for name, cell in row.items() if cell.text}
    laid = fixed_columns(table)
    found = fixed_at(table, {name: text for name, text in said.items() if name in laid})
    return (at if found is None else found) + 1
