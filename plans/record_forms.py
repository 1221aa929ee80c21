"""Records that filled-in forms hold: which field of a form says what is data of its kind.

    records:
      - {list: scores, each: 得失分记录, values: {who: 班主任姓名, item: 得失分项目, points: 分数}}
      - {list: attendance, each: 签到, values: {…}, fixed: {present: 是}}

`each` names a table, a record for each of its rows; without it the form is one record. `fixed` are
words that stand in every record.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from plans.errors import Place, UserError
from plans.field_types import Scalar, printed
from plans.house import House
from plans.kinds import Field, Kind
from plans.messages import _
from plans.plan import Plan, rows_of
from plans.record_cells import RecordCells
from plans.record_maps import RecordMap
from plans.records import Origin, RecordList, Records
from plans.sources import Source


def records_of_form(source: Source, kind: Kind, lists: Kind, house: House,
                    cells_of: Callable[[Field], RecordCells]) -> Records:
    """The records of a filled-in form, the cells of each list read by `cells_of`; raises UserError
    where the form is faulty."""
    from plans.inputs import plan_of  # which reads reports, and those read records

    plan = plan_of(source, house)
    found: dict[str, RecordList] = {}
    for one in kind.records:
        asked = lists.field_called(one.list)
        if asked is None or not asked.columns:
            raise UserError.at(Place(str(kind.folder / "kind.yaml")),
                               _("there is no list {name} in {kind}").format(
                                   name=one.list, kind=lists.name),
                               _("write one of: {names}").format(names=", ".join(
                                   each.name for each in lists.fields if each.columns)))
        origin = Origin(source.path)
        cells = cells_of(asked)
        rows = [cells.row(texts, partial(origin.place, 0))
                for texts in _texts(plan, one)]
        read = RecordList(asked, tuple(rows), tuple((origin, 0) for _row in rows))
        found[asked.name] = found[asked.name].with_rows(read) if asked.name in found else read
    return Records(found)


def _texts(plan: Plan, one: RecordMap) -> Iterator[dict[str, str]]:
    table = plan.kind.field_called(one.each) if one.each else None
    for row in rows_of(plan.values.get(table.name)) if table else ({},):
        texts = dict(one.fixed)
        for column, name in one.values:
            if text := _text(plan, table, row, name):
                texts[column] = text
        if any(name in row for _column, name in _own(table, one)) or table is None:
            yield texts


def _own(table: Field | None, one: RecordMap) -> Iterator[tuple[str, str]]:
    """The values that come from the table itself, by the name of the column there."""
    for column, name in one.values:
        found = table.column_called(name) if table else None
        if found is not None:
            yield column, found.name


def _text(plan: Plan, table: Field | None, row: Mapping[str, Scalar], name: str) -> str:
    column = table.column_called(name) if table else None
    if column is not None:
        return printed(column, row[column.name]) if column.name in row else ""
    field = plan.kind.field_called(name)
    return plan.shown.get(field.name, "") if field else ""
