"""Forms that came back filled in → the plan of the kind that sums them up, to be printed in Word.

The first table of that kind takes a row for each form. Its columns take what the forms say in the
fields of the same name or label; the column `number` counts, `preferred` says what the person is
preferred for. A field beside the table takes what all forms say alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generators.collected import Form, Found
from plans.errors import UserError
from plans.field_types import Scalar, value_of
from plans.filled_in import plan_filled_in
from plans.kinds import Field, Kind
from plans.messages import _
from plans.periods import Calendar
from plans.plan import Plan, Row, Value

NUMBER, PREFERRED = "number", "preferred"


def summary_plan(kind: Kind, forms: Sequence[Form], calendar: Calendar) -> Plan:
    """The plan of the summary `kind`; raises UserError where it has no table to fill."""
    table = next((one for one in kind.fields if one.columns), None)
    if table is None:
        raise UserError.at(str(kind.folder / "kind.yaml"), _("{kind} has no table").format(
            kind=kind.name), _("give it a field of the type table, with a column for each field"))
    values: dict[str, Value | None] = {
        one.name: _alike(one, forms, calendar) for one in kind.fields if not one.columns}
    values[table.name] = tuple(_row(table, number, form, calendar)
                               for number, form in enumerate(forms, 1))
    # The file is called as it is asked for; the name of the kind may ask for fields that are blank.
    return plan_filled_in(replace(kind, file_name=""), values)


def _row(table: Field, number: int, form: Form, calendar: Calendar) -> Row:
    cells: dict[str, Scalar] = {}
    for column in table.columns:
        value: Scalar | None
        if column.name == NUMBER:
            value = number
        elif column.name == PREFERRED:
            value = "\n".join(form.preferred) or None
        else:
            value = _value(column, _called(column, form), calendar)
        if value is not None:
            cells[column.name] = value
    return cells


def _called(field: Field, form: Form) -> Found | None:
    """What the form says in the field of that name, else of that label."""
    return form.found_in(field.name) or next(
        (one for one in form.found if field.label in one.field.names), None)


def _value(field: Field, found: Found | None, calendar: Calendar) -> Scalar | None:
    """The value as `field` takes it; what it does not take is printed as it stands."""
    if found is None or found.is_blank:
        return None
    if found.value is not None and found.field.type == field.type and not found.field.columns:
        value = found.value
        return value if not isinstance(value, tuple) else tuple(map(str, value))
    text = found.shown
    read = value_of(field, text, calendar)
    return text if read is None else read


def _alike(field: Field, forms: Sequence[Form], calendar: Calendar) -> Scalar | None:
    found = [_value(field, _called(field, form), calendar) for form in forms]
    return found[0] if found and all(one == found[0] for one in found) else None
