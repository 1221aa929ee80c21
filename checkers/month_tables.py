"""Months in a table: down a column, with the tasks beside them, or across a row, with them below.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from checkers.document import Cell, Table
from checkers.month_words import MonthWords, month_line
from plans.comparing import compare_form
from plans.numerals import number_of

_LONGEST = 16           # characters of a cell that holds a month and nothing else
_ALONE = 8              # characters of a month that has a line of its cell to itself
_FIRST_COLUMNS = 3      # a number and the season may stand before; a due date stands further right
_ACROSS = 3             # months in one row that make it the head of a table that runs across
_MONTH_HEADS = ("月份", "月", "月度", "时间月份")
_TASKS = re.compile(r"工作|内容|任务|活动|事项|安排|项目")
# 月份／责任人 in the corner of a grid: whatever the other columns are called, they hold tasks.
_WHO = r"(?:责任|负责|承办|牵头|人员|部门|科室)"
_CORNER = re.compile(rf"月.*{_WHO}|{_WHO}.*月")
_NO_TASKS = re.compile(r"负责|责任|备注|完成|地点|场地|时间|日期|周次|序号|执行|牵头|对象|人员|"
                       r"部门")

MonthCell = tuple[MonthWords, Cell, str]


def months_of(table: Table) -> Iterator[MonthCell]:
    """The months of a table in reading order, each with its cell and the text of its tasks."""
    across = []
    for at, row in enumerate(table.rows):
        months = [(cell, words) for cell in row if (words := _month(cell))]
        if len(months) >= _ACROSS:
            across.append((at, months))
    if across:
        ends = [at for at, _months in across[1:]] + [len(table.rows)]
        for (at, months), end in zip(across, ends, strict=True):
            for cell, words in months:
                below = [other for row in table.rows[at + 1:end] for other in row
                         if other.column < cell.column + cell.width
                         and cell.column < other.column + other.width]
                yield words, cell, _text(words, below)
        return
    columns = _month_columns(table)
    for column, following in zip_longest(columns, columns[1:]):
        yield from _down(table, column, following)


def _down(table: Table, column: int, following: int | None) -> Iterator[MonthCell]:
    """The months of one column; a merged month cell spans the rows under it."""
    beside = _task_columns(table, column, following)
    month: tuple[MonthWords, Cell] | None = None
    cells: list[Cell] = []
    for row in table.rows:
        begun = next(((words, cell) for cell in row if cell.column == column
                      and (words := _month_under(table, cell))), None)
        if begun:
            if month:
                yield *month, _text(month[0], cells)
            month, cells = begun, []
        cells += [cell for cell in row if cell.column in beside]
    if month:
        yield *month, _text(month[0], cells)


def _month_columns(table: Table) -> list[int]:
    """The first column that holds months, and those further right under the same head."""
    columns = sorted({cell.column for row in table.rows for cell in row
                      if _month_under(table, cell)})
    first = next((one for one in columns if one <= _FIRST_COLUMNS), None)
    if first is None:
        return []
    return [first] + [one for one in columns if one > first and _head(table, one)
                      and _head(table, one) == _head(table, first)]


def _task_columns(table: Table, column: int, following: int | None) -> frozenset[int]:
    """The columns beside a month column that may hold tasks; those left of it where none is right.
    """
    all_columns = {cell.column for row in table.rows for cell in row}
    right = {one for one in all_columns if column < one and (following is None or one < following)}
    if _CORNER.search(_head(table, column)):
        return frozenset(right)
    left = {one for one in all_columns if one < column} if following is None else set()
    for side in (right, left):
        kept = {one for one in side if _TASKS.search(_head(table, one))
                or not _NO_TASKS.search(_head(table, one))}
        if kept:
            return frozenset(kept)
    return frozenset(right or left)


def _head(table: Table, column: int) -> str:
    """What the first row says over a column, in compare form; "" where it is a row of months."""
    if not table.rows or any(_month(cell) for cell in table.rows[0]):
        return ""
    return next((compare_form(cell.text) for cell in table.rows[0]
                 if cell.column <= column < cell.column + cell.width), "")


def _month_under(table: Table, cell: Cell) -> MonthWords | None:
    """The month of a cell; under the head 月份 a bare number is one."""
    if words := _month(cell):
        return words
    number = number_of(cell.text) if len(cell.text) <= 2 else None
    if number and number <= 12 and _head(table, cell.column) in _MONTH_HEADS:
        return MonthWords((number,), None, "", cell.text)
    return None


def _month(cell: Cell) -> MonthWords | None:
    """The month that a cell holds, with the themes and holidays that are listed under it."""
    if len(cell.text) <= _LONGEST:
        return month_line(cell.text.replace("\n", ""))
    first = cell.paragraphs[0].text.strip() if len(cell.paragraphs) > 1 else ""
    return month_line(first) if first and len(first) <= _ALONE else None


def _text(words: MonthWords, cells: Sequence[Cell]) -> str:
    return " ".join([words.tasks, *(cell.text for cell in cells if not cell.covered)]).strip()
