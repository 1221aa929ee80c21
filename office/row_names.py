"""The rows of a roster as orders: who is asked, what their files are called, who is nobody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from generators.documents import safe_name
from office.orders import Order
from plans.errors import Fault, UserError
from plans.form_rows import FormRow
from plans.messages import _

_LONGEST = 40       # characters of a name within the name of a file


@dataclass(frozen=True)
class RowNames:
    """Names of files for the `rows`, which may be gone through many times."""

    rows: Iterable[FormRow]

    @cached_property
    def _times(self) -> Counter[str]:
        """How often each name stands on the roster, as file names are compared."""
        return Counter(_part(row.name).casefold() for row in self.rows
                       if row.name and row.is_asked)

    def stem(self, row: FormRow, *ends: str) -> str:
        """姓名_表名, or 单位_表名; with both where others have the name too."""
        who = [row.name or row.unit]
        if row.name and row.unit and self._times[_part(row.name).casefold()] > 1:
            who.append(row.unit)
        return safe_name("_".join([*map(_part, who), *ends]))


def asked_orders(rows: Iterable[FormRow], order: Callable[[FormRow], Order],
                 skip: Callable[[], None]) -> Iterator[Order]:
    """An order for each row that is asked for the paper; `skip` is called for each other one, of
    which only what is wrong is told."""
    for row in rows:
        if not (row.name or row.unit):
            yield nobody(row)
        elif row.is_asked:
            yield order(row)
        else:
            skip()
            if row.faults:
                yield Order(str(row.place), UserError(row.faults))


def nobody(row: FormRow) -> Order:
    """The order of a row that names neither a person nor a unit: nothing is made for it."""
    return Order(str(row.place), UserError([*row.faults, Fault(
        row.place, _("the row names nobody"), _("write who it is, or clear the row"))]))


def _part(text: str) -> str:
    return safe_name(safe_name(text)[:_LONGEST])
