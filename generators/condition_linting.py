"""Conditions of a kind looked over: whether what they ask for can ever be read in their field."""

from __future__ import annotations

from collections.abc import Iterator

from generators.template_places import ERROR, TemplateFinding
from plans.field_types import (
    CHOICE,
    NUMBERS,
    TABLE,
    TICKS,
    WITH_OPTIONS,
    YES_OR_NO,
    choices_of,
    option_called,
    yes_of,
)
from plans.kinds import Claim, Field, Kind
from plans.messages import _

_TIMES = ("date", "month")


def condition_findings(kind: Kind) -> Iterator[TemplateFinding]:
    """What is wrong with the conditions, and with the years that are added up."""
    for one in kind.conditions:
        field = kind.field_called(one.field)
        if field is None:
            yield _finding(one.says, _("no field is named"), _("write `field:` and its label"))
            continue
        yield from _claim(one.says, field, one.claim)
        for name, claim in one.where:
            if (column := field.column_called(name)) is not None:
                yield from _claim(one.says, column, claim)
        if one.date or one.years or one.until:
            date, until = field.column_called(one.date), kind.field_called(one.until)
            if not (one.years and date and date.type in _TIMES and until and until.type in _TIMES):
                yield _finding(one.says, _("within: needs a column and a field with dates, and a "
                                           "number of years"),
                               _("write it like {example}").format(
                                   example="within: {date: 获得时间, years: 5, until: 申报日期}"))
    for spans in kind.spans:
        number, table = kind.field_called(spans.field), kind.field_called(spans.table)
        columns = [table.column_called(name) if table else None
                   for name in (spans.first, spans.last)]
        if not (number and number.type in NUMBERS and all(
                one and one.type in _TIMES for one in columns)):
            yield _finding("spans", _("a field that is a number is needed, and a table with two "
                                      "columns of months"), _("write it like {example}").format(
                example="{field: 年限, table: 经历, first: 起始年月, last: 终止年月}"))


def _claim(says: str, field: Field, claim: Claim) -> Iterator[TemplateFinding]:
    if claim.at_least and (wrong := _too_vague(field, claim.at_least)):
        yield _finding(says, wrong[0].format(label=field.label, text=claim.at_least), wrong[1])
    for word in claim.any_of:
        strange = (option_called(field, word) is None if field.type in WITH_OPTIONS else
                   yes_of(word) is None if field.type in YES_OR_NO else field.type == TABLE)
        if strange:
            yield _finding(says, _("{label} is never {text}").format(label=field.label, text=word),
                           _options(field))


def _too_vague(field: Field, text: str) -> tuple[str, str] | None:
    """Why nothing is at least `text` in the field, and how to mend it; None where something is."""
    if field.type == CHOICE and not field.ordered:
        return _("{label} has options without an order: none is at least {text}"), _(
            "write `ordered: true` into the field, its options from the lowest to the highest; "
            "or use any_of")
    if field.type == CHOICE:
        return None if option_called(field, text) else (
            _("{label} has no option {text}"), _options(field))
    if field.type in (*NUMBERS, TABLE, TICKS, "text", "longtext"):
        return None if _is_number(text) else (
            _("{label}: {text} is no number"), _("write digits, such as 2"))
    return (_("{label} has no size: nothing in it is at least {text}"),
            _("use any_of, or leave at_least out: it must then only be there"))


def _options(field: Field) -> str:
    if field.type == TABLE:
        return _("name the column under where:")
    return _("write one of: {names}").format(names="、".join(choices_of(field)))


def _is_number(text: str) -> bool:
    try:
        return float(text) >= 0
    except ValueError:
        return False


def _finding(says: str, what: str, mend: str) -> TemplateFinding:
    return TemplateFinding(ERROR, None, f"{says}: {what}", mend)
