"""A plan of values that the program itself knows, without an input that a person wrote."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from plans.dates import show_date
from plans.field_types import field_type
from plans.kinds import Kind
from plans.placeholders import filled
from plans.plan import Plan, Value


def plan_filled_in(kind: Kind, values: Mapping[str, Value | None], source: str = "") -> Plan:
    """The plan of `kind` with the `values` by the names of fields; None is a blank.

    A kind that a school has changed may have fewer fields, or more: what it does not know is left
    out. `source` is what messages call the plan.
    """
    known = {one.name: value for one in kind.fields
             if (value := values.get(one.name)) is not None}
    shown = {one.name: show_date(value) if isinstance(value, date)
             else field_type(one.type).show(value)
             for one in kind.fields
             if (value := known.get(one.name)) is not None and not isinstance(value, tuple)}
    return Plan(id="", kind=kind, title=filled(kind.title, kind.fields, shown) or kind.name,
                values=known, shown=shown, path=source)
