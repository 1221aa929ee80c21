"""K004 bad-value: what was filled in means nothing for its field, or is out of bounds.

Fails:
    form 姓名*, 联系电话*:phone
    姓名 | 王珂
    联系电话 | 见名片
Passes:
    form 姓名*, 联系电话*:phone
    姓名 | 王珂
    联系电话 | 138 0000 0001
Why:    a month without its year, or a number with a digit too few, is of no use to anybody.
Mend:   write it as the form asks for it.
"""

from __future__ import annotations

from collections.abc import Iterator

from checkers.answers import BOUNDS, NOT_UNDERSTOOD
from checkers.case import Case
from checkers.findings import Finding
from checkers.told_answers import Told, told
from plans.field_bounds import bounds_broken
from plans.field_types import expected
from plans.kinds import Field
from plans.messages import _
from plans.person_numbers import has_id_signs, phones_in
from plans.plan import Row, Value, rows_of
from plans.sums import over_limit

SEVERITY = "error"
_SHOWN = 40         # characters that a message quotes


def check(case: Case) -> Iterator[Finding]:
    """Says what stands there, and what is expected; points above those that a row may get, too."""
    for one in told(case):
        field, text = one.answer.field, one.answer.text
        if one.answer.error == NOT_UNDERSTOOD:
            yield one.finding(
                _("{label}: {text} is not understood").format(label=one.name, text=_cut(text)),
                _mend(field, text))
        elif one.answer.error == BOUNDS:
            yield one.finding(
                _("{label}: {text}").format(label=one.name, text=_wrong(field, one)),
                _("write at least {count} characters").format(count=f"{field.at_least:g}")
                if _is_short(field, text) else _("correct it"))
        if field.columns and case.answers is not None:
            yield from _over(one, rows_of(case.answers.values().get(field.name)))


def _mend(field: Field, text: str) -> str:
    if field.type == "id-number" and has_id_signs(text):
        return _("compare it with the card, sign by sign: there are 18, but they do not fit "
                 "together")
    if field.type == "phone" and len(phones_in(text)) > 1:
        return _("leave one number; {count} stand there").format(count=len(phones_in(text)))
    return _("write {expects}").format(expects=expected(field))


def _is_short(field: Field, text: str) -> bool:
    return (field.type in ("text", "longtext") and field.at_least is not None
            and len("".join(text.split())) < field.at_least)


def _over(table: Told, rows: tuple[Row, ...]) -> Iterator[Finding]:
    for row, column, what in over_limit(table.answer.field, rows):
        cell = table.answer.rows[row - 1].get(column.name)
        yield Told(cell or table.answer, table.name).finding(
            _("{table}, row {row}, {column}: {what}").format(
                table=table.name, row=row, column=column.label, what=what), _("correct it"))


def _wrong(field: Field, one: Told) -> str:
    value: Value | None = one.answer.value
    if field.columns:
        value = tuple({} for _row in one.answer.rows)
    broken = bounds_broken(field, value) if value is not None else None
    return broken or _cut(one.answer.text)


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else line[:_SHOWN] + "…"
