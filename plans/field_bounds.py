"""Whether a value is as large, as long or as many as its field allows."""

from __future__ import annotations

from plans.field_types import NUMBERS, TABLE, TICKS, show_number
from plans.kinds import Field
from plans.messages import _
from plans.plan import Value

_COUNTED = {TICKS: "项", TABLE: "行", "text": "字", "longtext": "字"}


def bounds_broken(field: Field, value: Value) -> str | None:
    """What is wrong with the size of `value`, as part of a sentence; None where nothing is.

    Numbers are compared as they are, texts by their characters, ticks by how many there are.
    """
    if field.at_least is None and field.at_most is None:
        return None
    if isinstance(value, int | float) and not isinstance(value, bool):
        size, told = float(value), _("{number} is out of bounds; {bounds}")
    elif isinstance(value, str) and field.type not in NUMBERS:
        size, told = float(len("".join(value.split()))), _("characters: {number}; {bounds}")
    elif isinstance(value, tuple):
        size = float(len(value))
        told = _("ticked: {number}; {bounds}") if field.type == TICKS else _(
            "rows: {number}; {bounds}")
    else:
        return None
    if (field.at_least is None or size >= field.at_least) and (
            field.at_most is None or size <= field.at_most):
        return None
    return told.format(number=show_number(size), bounds=bounds_of(field))


def bounds_of(field: Field) -> str:
    """How much `field` takes, as part of a sentence; "" where it may be anything."""
    low, high = (None if one is None else show_number(one)
                 for one in (field.at_least, field.at_most))
    if low is not None and high is not None:
        return _("{low} to {high} are asked for").format(low=low, high=high)
    if low is not None:
        return _("at least {low} are asked for").format(low=low)
    return _("at most {high} are allowed").format(high=high) if high is not None else ""


def amount_asked(field: Field) -> str:
    """How much `field` takes as a paper says it, 至少6年, 0到45年; "" where it may be anything."""
    unit = field.unit or _COUNTED.get(field.type, "")
    low, high = (None if one is None else show_number(one)
                 for one in (field.at_least, field.at_most))
    if low is not None and high is not None:
        return f"{low}到{high}{unit}"
    if low is not None:
        return f"至少{low}{unit}"
    return f"至多{high}{unit}" if high is not None else ""
