"""Numbers that are the sum of a table's column: computed, compared, refused while points are unset.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal

from plans.errors import Fault, Place
from plans.field_types import amount_of, show_number
from plans.kinds import Field, Kind
from plans.messages import _
from plans.plan import Row, Value, rows_of


def summed(kind: Kind, field: Field) -> tuple[Field, Field] | None:
    """The table and the column that `field` is the sum of; None where it is no sum."""
    name, _dot, column = field.sum_of.partition(".")
    table = kind.field_called(name) if name else None
    found = table.column_called(column) if table else None
    return (table, found) if table and found else None


def unset_points(table: Field, column: Field) -> bool:
    """Whether a school has not yet said how many points a row may get at most."""
    limit = table.column_called(column.limit)
    return bool(limit) and bool(table.fixed) and any(
        not row.get(limit.name if limit else "") for row in table.fixed)


def sum_in(table: Field, column: Field, values: Mapping[str, Value]) -> Decimal | None:
    """The sum of the column; None where a row has no number, or there is no row."""
    cells = [row.get(column.name) for row in rows_of(values.get(table.name))]
    numbers = [Decimal(str(one)) for one in cells
               if isinstance(one, int | float) and not isinstance(one, bool)]
    return sum(numbers, Decimal(0)) if numbers and len(numbers) == len(cells) else None


def over_limit(table: Field, rows: tuple[Row, ...]) -> Iterator[tuple[int, Field, str]]:
    """Row (from 1), column and what is wrong, for each number over the points of its row."""
    for at, row in enumerate(rows, 1):
        for column in table.columns:
            limit = table.column_called(column.limit) if column.limit else None
            most = amount_of(row.get(limit.name)) if limit else None
            number = amount_of(row.get(column.name))
            if number is not None and most is not None and number > most:
                yield at, column, _("{number} is more than the {most} points that it may get"
                                    ).format(number=show_number(number), most=show_number(most))


def faults_in_sums(kind: Kind, values: dict[str, Value], shown: dict[str, str],
                   place: Callable[[str], Place]) -> Iterator[Fault]:
    """What is wrong with points and sums in `values`; a sum that is not there is added to both."""
    for table in kind.fields:
        for at, column, what in over_limit(table, rows_of(values.get(table.name))):
            yield Fault(place(table.name), _("{table}, row {row}, {column}: {what}").format(
                table=table.label, row=at, column=column.label, what=what), _("correct it"))
    for field in kind.fields:
        if (parts := summed(kind, field)) is None:
            continue
        table, column = parts
        given, right = values.get(field.name), sum_in(table, column, values)
        if unset_points(table, column):
            if given is not None:
                yield Fault(place(field.name), _(
                    "{label} is a sum of points that nobody has set yet").format(label=field.label),
                    _("write the points into {table} of the kind first: {file}").format(
                        table=table.label, file=kind.folder / "kind.yaml"))
        elif right is not None and given is None:
            values[field.name] = float(right)
            shown[field.name] = show_number(float(right))
        elif right is not None and amount_of(given) != float(right):
            yield Fault(place(field.name), _("{label}: {given} is not the sum of {column}, {right}"
                                             ).format(label=field.label, given=shown[field.name],
                                                      column=column.label,
                                                      right=show_number(float(right))),
                        _("correct it, or leave it out"))
