"""A table of tasks (月份, 任务, 责任人, 时限, 佐证材料) → the schedule of a new input."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from plans.comparing import compare_form, simplified
from plans.dates import date_of
from plans.drafts import Draft, DraftMonth, DraftTask, DraftValue
from plans.errors import Fault, Place, UserError
from plans.house import House
from plans.kinds import Kind
from plans.located import Text
from plans.messages import _
from plans.periods import Month, Period, month_number_of, month_of
from plans.tables import Row, open_table
from plans.task_columns import DUE, EVIDENCE, MONTH, NUMBER, OWNER, TASK, task_columns
from plans.task_dues import due_in

_FROM_TABLE = "起止月份照任务表里最早和最晚的月份"
_NO_DAY = "时限不是哪一天，写在任务里了"


@dataclass(frozen=True, slots=True)
class TaskSheet:
    """The months of a table with their tasks, in the order of the table; `notices` name columns
    that were left out."""

    months: tuple[DraftMonth, ...]
    notices: tuple[Fault, ...] = ()

    def put_into(self, draft: Draft, kind: Kind) -> Draft:
        """`draft` with this schedule in the place of its own, and the period that it spans."""
        dated = [one.month for one in self.months if isinstance(one.month, Month)]
        values = dict(draft.values)
        if dated and len(dated) == len(self.months):
            span = str(Period(min(dated), max(dated)))
            values |= {one.name: DraftValue(span, _FROM_TABLE) for one in kind.fields
                       if one.type == "period"}
        return replace(draft, values=values, months=self.months, schedule_doubts=())


def read_tasks(path: Path, house: House) -> TaskSheet:
    """The tasks of the table at `path`; a month that is left blank is that of the row above.

    Raises UserError with every fault, each at its cell.
    """
    columns = task_columns(house)
    faults: list[Fault] = []
    with open_table(path, tuple(columns)) as table:
        meant: dict[str, str] = {}
        notices = []
        for label in table.header:
            meaning = columns.get(compare_form(label.text))
            if meaning is None:
                notices.append(Fault(label.place, _("the column {label} is left out").format(
                    label=label.text), _("known are: {names}").format(
                        names="、".join(_names(columns)))))
            elif meaning not in meant.values():
                meant[label.text] = meaning
        for needed in (MONTH, TASK):
            if needed not in meant.values():
                faults.append(Fault(
                    table.header[0].place if table.header else Place(str(path)),
                    _("the table has no column {label}").format(label=_names(columns, needed)[0]),
                    _("name a column {names}").format(names="、".join(_names(columns, needed)))))
        rows = [] if faults else list(table.rows)
    months = _months(rows, meant, faults)
    if faults:
        raise UserError(faults)
    return TaskSheet(months, tuple(notices))


def _names(columns: Mapping[str, str], *meanings: str) -> tuple[str, ...]:
    """What a column may be called: every name of `meanings`, else the first name of each."""
    if meanings:
        return tuple(label for label, meaning in columns.items() if meaning in meanings)
    firsts: dict[str, str] = {}
    for label, meaning in columns.items():
        firsts.setdefault(meaning, label)
    return tuple(firsts.values())


def _months(rows: Sequence[Row], meant: Mapping[str, str],
            faults: list[Fault]) -> tuple[DraftMonth, ...]:
    found: dict[Month | int, list[DraftTask]] = {}
    current: Month | int | None = None
    for row in rows:
        faults += row.faults
        cells: dict[str, Text] = {}
        for label, value in row.entries:
            if isinstance(value, Text) and label.text in meant:
                cells[meant[label.text]] = value
        month = cells[MONTH]
        if not month.is_blank:
            current = _month(month, faults)
            if current is None:
                continue
        elif current is None:
            if not faults:
                faults.append(Fault(month.place, _("the first row of the table names no month"),
                                    _("write it as {example}").format(example="3月")))
            continue
        tasks = found.setdefault(current, [])
        if not cells[TASK].is_blank:
            tasks += _tasks(cells)
        elif any(not one.is_blank for name, one in cells.items()
                 if name not in (MONTH, NUMBER, TASK)):
            faults.append(Fault(cells[TASK].place, _("the row has no task"),
                                _("write what is to be done, or clear the row")))
    return tuple(DraftMonth(month, tuple(tasks)) for month, tasks in found.items())


def _month(cell: Text, faults: list[Fault]) -> Month | int | None:
    text = simplified(cell.text.strip())
    day = date_of(text)
    month = Month(day.year, day.month) if day else month_of(text) or month_number_of(text)
    if month is None:
        faults.append(Fault(cell.place, _("{text} is no month").format(text=cell.text.strip()),
                            _("write one month in each cell, such as {example}").format(
                                example="3月、2026-03")))
    return month


def _tasks(cells: Mapping[str, Text]) -> list[DraftTask]:
    def text(name: str) -> str:
        return " ".join(cells[name].text.split("\n")).strip() if name in cells else ""

    due, doubt, more = due_in(text(DUE)), "", ""
    if text(DUE) and not due:
        doubt, more = _NO_DAY, f"（完成时限：{text(DUE)}）"
    return [DraftTask(line.strip() + more, text(OWNER), due, text(EVIDENCE), doubt)
            for line in cells[TASK].text.split("\n") if line.strip()]
