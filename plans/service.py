"""The years that the rows of a table add up to: 担任班主任 from … to …."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from plans.kinds import Kind, Spans
from plans.periods import Month, Period
from plans.plan import Value, rows_of

HOLIDAYS = 2        # months: who stops in June and goes on in September has not paused
_YEAR = 12


def years_in(kind: Kind, spans: Spans, values: Mapping[str, Value]) -> float | None:
    """How many years the rows cover, months that two of them cover counted once.

    First and last month count whole. Where nothing says when a row ends it lasts until the date in
    the field `until`. Gaps of up to two months are holidays, and bridged. None where a row has no
    beginning, ends before it, or has no end and there is no date; or where there are no rows.
    """
    months: list[tuple[Month, Month]] = []
    now = _month(values.get(spans.until))
    for row in rows_of(values.get(spans.table)):
        if not row:
            continue
        first = _month(row.get(spans.first))
        last = _month(row.get(spans.last), at_end=True) if row.get(spans.last) is not None else now
        if first is None or last is None or last < first:
            return None
        months.append((first, last))
    if not months or kind.field_called(spans.table) is None:
        return None
    merged: list[tuple[Month, Month]] = []
    for first, last in sorted(months):
        if merged and first - merged[-1][1] <= HOLIDAYS + 1:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return sum(last - first + 1 for first, last in merged) / _YEAR


def _month(value: Value | None, at_end: bool = False) -> Month | None:
    if isinstance(value, Period):
        return value.last if at_end else value.first
    if isinstance(value, date):
        return Month(value.year, value.month)
    return value if isinstance(value, Month) else None
