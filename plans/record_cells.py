"""The cells of records: text → value, each pair of column and text read once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date

from plans.comparing import simplified
from plans.due_dates import day_within
from plans.errors import Fault, Place
from plans.field_bounds import bounds_broken
from plans.field_types import Scalar, expected, value_of
from plans.kinds import Field
from plans.messages import _
from plans.periods import Calendar, Month, Period, month_number_of

_MOST = 20_000      # texts of a column that are kept: names and days repeat, remarks do not


@dataclass
class RecordCells:
    """Reads the rows of one list; what is wrong goes to `faults`."""

    table: Field
    calendar: Calendar
    faults: list[Fault]
    period: Period | None = None        # of the plan: 4月 and 9月26日 are of its year
    _known: dict[tuple[str, str], tuple[Scalar | None, str, str]] = field(default_factory=dict)

    def row(self, texts: Mapping[str, str], place: Callable[[str], Place],
            told: Collection[str] = ()) -> dict[str, Scalar]:
        """The values of a row by column; `place` tells where the cell of a column is. Of columns
        that are `told` already it is not said again that they are blank."""
        row: dict[str, Scalar] = {}
        for column in self.table.columns:
            text = texts.get(column.name, "")
            if not text:
                if column.required and column.name not in told:
                    self.faults.append(Fault(
                        place(column.name), _("a row of {table} has no {column}").format(
                            table=self.table.label, column=column.label),
                        _("write it, or clear the row")))
                continue
            known = self._known.get((column.name, text))
            if known is None:
                known = self._read(column, text)
                if len(self._known) < _MOST:
                    self._known[column.name, text] = known
            value, what, mend = known
            if what:
                self.faults.append(Fault(place(column.name), what, mend))
            elif value is not None:
                row[column.name] = value
        return row

    def _read(self, column: Field, text: str) -> tuple[Scalar | None, str, str]:
        value = value_of(column, text, self.calendar)
        if value is None and self.period is not None:
            value = _within(column, simplified(text), self.period)
        if value is None:
            return None, _("{label}: {text} is not understood").format(
                label=column.label, text=text), _("write {expects}").format(
                    expects=expected(column))
        if (wrong := bounds_broken(column, value)) is not None:
            return None, f"{column.label}: {wrong}", _("correct it")
        return value, "", ""


def _within(column: Field, text: str, period: Period) -> date | Month | None:
    """The day or month of the period that a text without a year means."""
    if column.type == "date":
        return day_within(text, None, period)
    number = month_number_of(text) if column.type == "month" else None
    return period.month_numbered(number) if number else None
