"""What kinds say of records: what a column of a list means, and what of a form goes into a list."""

from __future__ import annotations

from dataclasses import dataclass

MEMBER, DAY, MONTH, TASK, TARGET, ITEM, AMOUNT = MEANINGS = (
    "member", "day", "month", "task", "target", "item", "amount")
"""What a column of records may refer to in the plan; AMOUNT says how much of a target it is."""


@dataclass(frozen=True, slots=True)
class RecordMap:
    """What of a filled-in form is a record of the list `list`: each row of the table `each`, or the
    form itself; `values` pairs columns of the list with fields or columns of the form, `fixed` with
    words."""

    list: str
    each: str = ""
    values: tuple[tuple[str, str], ...] = ()
    fixed: tuple[tuple[str, str], ...] = ()
