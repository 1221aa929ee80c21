"""Records as a report takes them: what they say of tasks, and those of its own months alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from plans.comparing import compare_form
from plans.errors import Fault, UserError
from plans.house import House
from plans.keys import DONE as NAMES
from plans.periods import Month, Period
from plans.plan import Plan, Tick
from plans.record_files import load_records, no_files
from plans.record_maps import DAY, MEMBER, MONTH
from plans.records import Record, Records, columns_meaning
from plans.states import state_of

DONE = "done"           # the list of records that is held against the ledger; as an input has it


def recorded_ticks(paths: Sequence[Path], house: House) -> tuple[Tick, ...]:
    """What the records in `paths` say of tasks; raises UserError with every fault of them."""
    faults: list[Fault] = []
    records = load_records(paths, house, faults) if paths else no_files(house)
    if faults:
        raise UserError(faults)
    return tuple(ticks_in_records(records))


def ticks_in_records(records: Records) -> Iterator[Tick]:
    """What the records say of tasks."""
    done = records.lists.get(DONE)
    if done is None:
        return
    for at, row in enumerate(done.rows):
        # A workbook to fill in names every task; a row that is left as it was says nothing.
        # One without a task is told already.
        if "task" not in row or not row.keys() - {"task", "month"}:
            continue
        values: dict[str, Any] = {name: row[name] for name in NAMES if name in row}
        if "state" in row:
            values["state"] = state_of(str(row["state"])) or ""
        yield Tick(**values, place=done.place(at, "task"))


def with_names_of(plan: Plan, records: Records) -> Records:
    """The records with the names of members as the plan writes them: 刘 青禾 is 刘青禾."""
    names = {compare_form(one.name): one.name for one in plan.members}
    known = set(names.values())

    def spelled(row: Record, columns: Sequence[str]) -> Record:
        other = {name: names[form] for name in columns if row.get(name) not in known and (
            form := compare_form(str(row.get(name, "")))) in names}
        return {**row, **other} if other else row

    lists = {}
    for name, one in records.lists.items():
        columns = [column.name for column in columns_meaning(one.field, MEMBER)]
        lists[name] = replace(one, rows=tuple(spelled(row, columns) for row in one.rows)
                              ) if columns and names else one
    return replace(records, lists=lists)


def records_within(records: Records, period: Period | None) -> Records:
    """The records of the days of `period`; a report on half a year leaves the other half out."""
    def is_in(row: Record, names: list[str]) -> bool:
        for name in names:
            value = row.get(name)
            month = Month(value.year, value.month) if isinstance(value, date) else value
            if isinstance(month, Month) and period is not None and month not in period:
                return False
        return True

    lists = {}
    for name, one in records.lists.items():
        names = [column.name for means in (DAY, MONTH)
                 for column in columns_meaning(one.field, means)]
        lists[name] = replace(one, rows=tuple(row for row in one.rows if is_in(row, names)),
                              marks=())
    return replace(records, lists=lists)
