"""K008 ambiguous: what the form says may be read in two ways, or it says two things.

Fails:
    form 姓名*, 总分*:integer=评分.得分, 评分*:table 项目/得分:integer
    姓名 | 王珂
    总分 | 9
    评分 |
    项目 | 得分
    备课 | 4
    听课 | 4
Passes:
    form 姓名*, 总分*:integer=评分.得分, 评分*:table 项目/得分:integer
    姓名 | 王珂
    总分 | 8
    评分 |
    项目 | 得分
    备课 | 4
    听课 | 4
Why:    a machine that guesses is found out when the list hangs on the wall.
Mend:   see which of the two is right, and correct the other.
"""

from __future__ import annotations

from collections.abc import Iterator

from checkers.answers import BESIDE, DIFFERS, MOVED, PART, TWICE, Answer, Answers, Doubt
from checkers.case import Case
from checkers.findings import Finding
from checkers.told_answers import Told, told
from plans.conditions import seen_in
from plans.field_types import amount_of, printed, show_number
from plans.kinds import Kind, Spans
from plans.messages import _
from plans.service import years_in
from plans.sums import sum_in, summed, unset_points

SEVERITY = "warning"
_OFF = 1.0          # years


def check(case: Case) -> Iterator[Finding]:
    """A person has to look: what the reader doubted, and numbers that rows do not add up to.

    Years may be off by less than one, for people round them.
    """
    for one in told(case):
        for doubt in one.answer.doubts:
            yield one.finding(_words(one, doubt), _fix(doubt), review=True, others=(doubt.text,))
    if case.kind is not None and case.answers is not None and case.is_judged:
        for spans in case.kind.spans:
            yield from _years(case.kind, spans, case.answers)
        yield from _sums(case.kind, case.answers)


def _fix(doubt: Doubt | None = None) -> str:
    if doubt is not None and doubt.type not in (DIFFERS, TWICE):
        return _("see whether it was read as it is meant; if not, write it as the form asks for it")
    return _("see which of the two is right, and correct the other")


def _words(one: Told, doubt: Doubt) -> str:
    text, other = one.answer.text, doubt.text
    if one.answer.field.columns:
        return _("{label}: it is not clear whether this belongs to it: {text}").format(
            label=one.name, text=other)
    if doubt.type == DIFFERS:
        place = doubt.location.quote
        if place and place != other:
            return _("{label}: here {text}, in “{place}” {other}").format(
                label=one.name, text=text, place=place, other=other)
        return _("{label}: here {text}, elsewhere {other}").format(label=one.name, text=text,
                                                                  other=other)
    if doubt.type == TWICE:
        return _("{label} stands in the form twice: {text}, {other}").format(
            label=one.name, text=text, other=other or "–")
    if doubt.type == BESIDE:
        return _("{label}: {text} is written beside its box").format(
            label=one.name, text=other or text)
    if doubt.type == MOVED:
        return _("{label}: {text} does not stand where the form has its place").format(
            label=one.name, text=text or other)
    value = one.answer.value
    if doubt.type == PART and value is not None:
        return _("{label}: taken for {text}, but “{other}” stands there").format(
            label=one.name, other=other,
            text=printed(one.answer.field, value))  # type: ignore[arg-type]  # no table: no rows
    return _("{label}: “{text}” may be read in two ways").format(label=one.name, text=other or text)


def _years(kind: Kind, spans: Spans, answers: Answers) -> Iterator[Finding]:
    number, table = answers.by_field.get(spans.field), answers.by_field.get(spans.table)
    until = answers.by_field.get(spans.until)
    behind = [] if table is None else [
        cell for row in table.rows for name, cell in row.items()
        if name in (spans.first, spans.last)]
    if number is None or table is None or any(
            one and one.has_doubts for one in (number, until, table, *behind)):
        return
    said, years = number.value, years_in(kind, spans, answers.values())
    if isinstance(said, int | float) and years is not None and abs(years - said) >= _OFF:
        yield _two(number, table, f"{years:.1f}".removesuffix(".0"))


def _two(number: Answer, table: Answer, rows: str) -> Finding:
    return Told(number, number.field.label).finding(
        _("{seen}, but the rows of {table} add up to {number}").format(
            seen=seen_in(number.field, number.value or 0), table=table.field.label,
            number=rows + number.field.unit),
        _fix(), review=True)


def _sums(kind: Kind, answers: Answers) -> Iterator[Finding]:
    values = answers.values()
    for one in answers:
        parts = summed(kind, one.field)
        if parts is None or one.value is None or unset_points(*parts):
            continue
        table, column = parts
        right = sum_in(table, column, values)
        if right is not None and amount_of(one.value) not in (None, float(right)):
            yield _two(one, answers.by_field[table.name], show_number(float(right)))
