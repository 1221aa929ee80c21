"""Tables whose rows the kind has laid down (indicators, items to score): an input fills them in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from plans.comparing import compare_form
from plans.errors import Fault, Place
from plans.field_types import printed
from plans.kinds import Field
from plans.messages import _
from plans.placeholders import is_to_fill_in
from plans.plan import Row, Value


def fixed_at(field: Field, row: Mapping[str, Value], taken: Sequence[int] = ()) -> int | None:
    """Which of the fixed rows (from 0) `row` is: the first that is not `taken` and says the same
    in every fixed cell that the row has; None where there is none."""
    said = {one.name: compare_form(_text(one, row[one.name]))
            for one in field.columns if one.name in row}
    for at, fixed in enumerate(field.fixed):
        if at not in taken and all(said[name] == compare_form(text)
                                   for name, text in fixed.items() if text and name in said):
            return at
    return None


def _is_answered(fixed: Mapping[str, str], row: Row) -> bool:
    """Whether a row says more than what is laid down."""
    return any(not fixed.get(name) and not (isinstance(value, str) and is_to_fill_in(value))
               for name, value in row.items())


def _text(column: Field, value: Value) -> str:
    """A cell as it is printed: a number of points is 10 in kind.yaml too, not 10.0."""
    return str(value) if isinstance(value, tuple) else printed(column, value)


def with_fixed(field: Field, rows: Sequence[Row], place: Place,
               faults: list[Fault]) -> tuple[Row, ...]:
    """Every fixed row of `field`, with what `rows` give for it; none where they only repeat what is
    laid down. A row that is none of them is a fault."""
    found: dict[int, Row] = {}
    for row in rows:
        at = fixed_at(field, row, tuple(found))
        if at is None:
            name = next((str(row[one.name]) for one in field.columns if one.name in row), "")
            faults.append(Fault(place, _("{label} has no row {name}").format(
                label=field.label, name=name), _("`homeroom kinds` shows its rows")))
        else:
            found[at] = row
    if not any(_is_answered(field.fixed[at], row) for at, row in found.items()):
        return ()
    return tuple({name: text for name, text in fixed.items() if text} | dict(found.get(at, {}))
                 for at, fixed in enumerate(field.fixed))
