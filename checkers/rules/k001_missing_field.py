"""K001 missing-field: the form has no place for a field that must be filled in.

Fails:
    form 姓名*, 联系电话*:phone, 学科
    姓名 | 王珂
    学科 | 语文
Passes:
    form 姓名*, 联系电话*:phone, 学科
    姓名 | 王珂
    联系电话 | 13800000001
Why:    whoever took a row out of the form was not asked for it, and nobody notices later.
Mend:   take the form as it was given out, and fill it in.
"""

from __future__ import annotations

from collections.abc import Iterator

from checkers.answers import MISSING, Answer
from checkers.asked_fields import asked, is_required
from checkers.case import Case
from checkers.findings import Finding, Location
from plans.kinds import Kind
from plans.messages import _

SEVERITY = "error"
_MANY = 3           # from which they are told in one


def check(case: Case) -> Iterator[Finding]:
    """Only where all of the file was read. Many are told in one finding."""
    if case.kind is None or not case.is_judged:
        return
    names = list(_missing(case, case.kind))
    fix = _("take the form as it was given out, and fill it in")
    if len(names) >= _MANY:
        yield Finding(_("the form lacks {count} fields: {names}").format(
            count=len(names), names="、".join(names)), fix, Location(section=names[0]))
        return
    for name in names:
        yield Finding(_("the form lacks the field {name}").format(name=name), fix,
                      Location(section=name))


def _missing(case: Case, kind: Kind) -> Iterator[str]:
    for one in asked(case.answers, kind):
        if one.state == MISSING:
            if is_required(one.field, kind):
                yield one.field.label
            continue
        for column in one.field.columns:
            if column.must_be_filled and one.rows and not any(
                    _is_there(row.get(column.name)) for row in one.rows):
                yield _("{table}, column {column}").format(table=one.field.label,
                                                           column=column.label)


def _is_there(cell: Answer | None) -> bool:
    return cell is not None and cell.state != MISSING
