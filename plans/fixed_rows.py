"""Tables whose rows the kind has laid down (indicators, items to score): an input fills them in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from plans.comparing import compare_form
from plans.errors import Fault, Place
from plans.field_types import Scalar, printed, value_of
from plans.kinds import Field
from plans.messages import _
from plans.periods import Calendar
from plans.placeholders import is_to_fill_in
from plans.plan import Row


def fixed_columns(field: Field) -> frozenset[str]:
    """The names of the columns that the kind has filled in, in one row at least."""
    return frozenset(name for row in field.fixed for name in row)


def fixed_row(field: Field, at: int) -> Row:
    """What the kind says in the row `at` (from 0), each cell as its column's type."""
    found: dict[str, Scalar] = {}
    for name, text in field.fixed[at].items():
        column = field.column_called(name)
        if text and column is not None:
            value = value_of(column, text, Calendar())
            found[name] = text if value is None else value
    return found


def fixed_at(field: Field, row: Mapping[str, Scalar], taken: Sequence[int] = ()) -> int | None:
    """Which of the fixed rows (from 0) `row` is: the first that is not `taken` and says the same
    in every fixed cell that the row has; None where there is none."""
    said = {one.name: compare_form(printed(one, row[one.name])) for one in field.columns
            if one.name in row}
    for at, fixed in enumerate(field.fixed):
        if at not in taken and all(said.get(name) in (None, _said(field, at, name))
                                   for name, text in fixed.items() if text):
            return at
    return None


def _said(field: Field, at: int, name: str) -> str:
    column, value = field.column_called(name), fixed_row(field, at).get(name, "")
    return compare_form(printed(column, value)) if column else ""


def _is_answered(fixed: Mapping[str, str], row: Row) -> bool:
    """Whether a row says more than what is laid down."""
    return any(not fixed.get(name) and not (isinstance(value, str) and is_to_fill_in(value))
               for name, value in row.items())


def with_fixed(field: Field, rows: Sequence[Row], place: Place,
               faults: list[Fault]) -> tuple[Row, ...]:
    """Every fixed row of `field`, with what `rows` give for it; none where they only repeat what is
    laid down. A row that is none of them is a fault."""
    found: dict[int, Row] = {}
    for row in rows:
        at = fixed_at(field, row, tuple(found))
        if at is None:
            name = next((printed(one, row[one.name]) for one in field.columns if one.name in row),
                        "")
            faults.append(Fault(place, _("{label} has no row {name}").format(
                label=field.label, name=name), _("`homeroom kinds` shows its rows")))
        else:
            found[at] = row
    if not any(_is_answered(field.fixed[at], row) for at, row in found.items()):
        return ()
    return tuple({**fixed_row(field, at), **found.get(at, {})} for at in range(len(field.fixed)))
