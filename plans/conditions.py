"""Whether values meet the conditions that a kind sets; nothing is said of what nobody knows.

Near to a date (近五年) is counted by months, back from the month of that date, itself included: a
form of 20 March 2026 takes what is of March 2021 or later. What is later than the form is
doubtful, and so is a year alone that lies on the edge.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from plans.comparing import compare_form
from plans.field_types import (
    CHOICE,
    NUMBERS,
    TICKS,
    YES_OR_NO,
    amount_of,
    option_called,
    printed,
    yes_of,
)
from plans.kinds import PREFER, Claim, Condition, Field, Kind
from plans.messages import _
from plans.periods import Month, Period
from plans.plan import Row, Value, rows_of

MET, NOT_MET, UNKNOWN = "met", "not-met", "unknown"
_SHOWN = 20         # characters of a long answer that a message quotes


@dataclass(frozen=True, slots=True)
class Outcome:
    """`state` is MET, NOT_MET or UNKNOWN; `seen` is what the form says, for a message."""

    state: str
    seen: str = ""


def evaluate(kind: Kind, condition: Condition, values: Mapping[str, Value]) -> Outcome:
    """How `values` (by the names of the fields, blank ones absent) stand to a condition of `kind`.

    A table that is there without rows lists nothing; one that is absent is not known.
    """
    field = kind.field_called(condition.field)
    value = values.get(condition.field)
    if field is None or value is None:
        return Outcome(UNKNOWN)
    if field.columns:
        return _in_rows(condition, field, values)
    return Outcome(_claimed(field, condition.claim, value), seen_in(field, value))


def preferred(kind: Kind, values: Mapping[str, Value]) -> tuple[str, ...]:
    """What the school says of each preference that is met, in the order of the kind."""
    return tuple(one.says for one in kind.conditions
                 if one.level == PREFER and evaluate(kind, one, values).state == MET)


def seen_in(field: Field, value: Value) -> str:
    """A field and its value as a message tells it: 班主任年限: 5年."""
    text = "" if isinstance(value, tuple) and rows_of(value) else printed(
        field, value)       # type: ignore[arg-type]  # what has no rows is no table
    short = text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
    unit = field.unit if field.type in NUMBERS and not text.endswith(field.unit) else ""
    return _("{label}: {text}").format(label=field.label, text=short + unit)


def _in_rows(condition: Condition, field: Field, values: Mapping[str, Value]) -> Outcome:
    rows = [row for row in rows_of(values.get(field.name)) if row]
    end = _last_month(values.get(condition.until))
    first = Month(max(1900, end.year - condition.years), end.month) if (
        end and condition.years) else None
    states = [_row(condition, field, row, first, end) for row in rows]
    met, unknown = states.count(MET), states.count(UNKNOWN)
    least = amount_of(condition.claim.at_least) if condition.claim.at_least else 1
    if least is None:
        return Outcome(UNKNOWN)
    told = _("{label}: {count} of {rows} rows count")
    if first is not None and condition.date:
        told = _("{label}: {count} of {rows} rows count, from {year}-{month} on")
    seen = told.format(label=field.label, count=met, rows=len(rows), year=first and first.year,
                       month=first and first.month)
    if not rows:
        seen = _("{label}: nothing is listed").format(label=field.label)
    return Outcome(MET if met >= least else NOT_MET if met + unknown < least else UNKNOWN, seen)


def _row(condition: Condition, table: Field, row: Row, first: Month | None,
         end: Month | None) -> str:
    """Whether a row counts: every column as claimed, and its date within the years."""
    states = []
    for name, claim in condition.where:
        column, value = table.column_called(name), row.get(name)
        states.append(UNKNOWN if column is None or value is None else
                      _claimed(column, claim, value))
    if condition.date and condition.years:
        states.append(_within(row.get(condition.date), first, end))
    return _all(states)


def _all(states: list[str]) -> str:
    return NOT_MET if NOT_MET in states else UNKNOWN if UNKNOWN in states else MET


def _within(value: Value | None, first: Month | None, end: Month | None) -> str:
    months = _months(value)
    if months is None or first is None or end is None:
        return UNKNOWN
    if months[1] < first:
        return NOT_MET
    return MET if months[0] >= first and months[1] <= end else UNKNOWN


def _claimed(field: Field, claim: Claim, value: Value) -> str:
    """Whether a value is as claimed; without a claim it is enough that it is there."""
    states = []
    if claim.at_least:
        states.append(_at_least(field, claim.at_least, value))
    if claim.any_of:
        states.append(_any_of(field, claim.any_of, value))
    return _all(states)


def _at_least(field: Field, least: str, value: Value) -> str:
    size: float | None
    wanted: float | None
    if field.type == CHOICE:
        names = [one.name for one in field.options]
        option = option_called(field, least)
        if not field.ordered or option is None or value not in names:
            return UNKNOWN
        size, wanted = names.index(str(value)), names.index(option)
    else:
        size = float(len(value)) if isinstance(value, tuple) else amount_of(value)
        wanted = amount_of(least)
    if size is None or wanted is None:
        return UNKNOWN
    return MET if size >= wanted else NOT_MET


def _any_of(field: Field, words: tuple[str, ...], value: Value) -> str:
    if field.type in YES_OR_NO:
        return MET if any(yes_of(word) is value for word in words) else NOT_MET
    if field.type in (CHOICE, TICKS):
        said = {compare_form(str(one)) for one in (value if isinstance(value, tuple) else (value,))}
        wanted = {compare_form(option_called(field, word) or word) for word in words}
        return MET if said & wanted else NOT_MET
    if isinstance(value, int | float):
        return MET if any(amount_of(word) == value for word in words) else NOT_MET
    if not isinstance(value, str):
        return UNKNOWN
    form = compare_form(value)
    return MET if any(compare_form(word) in form for word in words) else NOT_MET


def _months(value: Value | None) -> tuple[Month, Month] | None:
    """The first and the last month that a value may mean."""
    if isinstance(value, Month):
        return value, value
    if isinstance(value, date):
        return Month(value.year, value.month), Month(value.year, value.month)
    if isinstance(value, Period):
        return value.first, value.last
    if isinstance(value, int) and 1900 <= value <= 2999:
        return Month(value, 1), Month(value, 12)
    return None


def _last_month(value: Value | None) -> Month | None:
    months = _months(value)
    return months[1] if months else None
