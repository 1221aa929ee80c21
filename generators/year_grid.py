"""The year as a grid: a row for each month, a column for each of those who do the work."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from plans.periods import Month
from plans.plan import MonthTasks, Task

SPAN = 60
"""Narrow columns of the template's table: any number of columns up to six shares them evenly."""

MOST_COLUMNS = 6
"""Columns beside the months: on landscape A4 each then has room for seven characters of 小四."""

_LINE = 7               # characters of a line in the narrowest column
_HALF_A_PAGE = 9        # lines of the table

_AND = re.compile(r"[、，,；;/]")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: of one `owner`, of the tasks that nobody owns ("") or of the `rest` of the owners.
    """

    owner: str
    rest: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A task in a cell; `owner` is only set in the column of the rest, where it must be said."""

    task: Task
    owner: str = ""


@dataclass(frozen=True, slots=True)
class YearGrid:
    """`rows` hold the cells of each month in the order of `columns`, which is never empty."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Month, tuple[tuple[Entry, ...], ...]], ...]

    def is_long(self, cells: Iterable[Iterable[Entry]]) -> bool:
        """Whether a row of `cells` may take more than half a page: a page break may divide it then.
        """
        line = _LINE * MOST_COLUMNS // len(self.columns)
        return any(sum(1 + len(f"{one.owner}{one.task.text}{one.task.due or ''}") // line
                       for one in cell) > _HALF_A_PAGE for cell in cells)


def grid_of(schedule: Iterable[MonthTasks]) -> YearGrid:
    """The grid of a schedule: owners in the order in which they first appear, then the rest of
    them where there are more than fit, then the tasks without an owner.

    A task of several (王珂、周明慧) stands with each of them, so that nobody's column lacks it.
    """
    months = tuple(schedule)
    tasks = [task for month in months for task in month.tasks]
    owners = list(dict.fromkeys(owner for task in tasks for owner in _owners(task)))
    unowned = [Column("")] if not owners or any(not _owners(task) for task in tasks) else []
    room = MOST_COLUMNS - len(unowned)
    named = owners if len(owners) <= room else owners[:room - 1]
    columns = (*(Column(owner) for owner in named),
               *([Column("", rest=True)] if len(named) < len(owners) else []), *unowned)
    return YearGrid(columns, tuple(
        (month.month, tuple(tuple(_entries(month.tasks, column, named)) for column in columns))
        for month in months))


def _owners(task: Task) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.strip() for one in _AND.split(task.owner) if one.strip()))


def _entries(tasks: Iterable[Task], column: Column, named: list[str]) -> Iterable[Entry]:
    for task in tasks:
        owners = _owners(task)
        if column.rest:
            others = [one for one in owners if one not in named]
            if others:
                yield Entry(task, "、".join(others))
        elif column.owner in owners or (not column.owner and not owners):
            yield Entry(task)
