"""A table of months → tasks with who, until when and with what proof, told by its columns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from checkers.document import Cell, Table
from checkers.marks import mark_of
from checkers.months import MonthSeen
from plans.comparing import compare_form
from plans.drafts import DraftTask
from plans.task_columns import DUE, EVIDENCE, MONTH, NUMBER, OWNER, TASK
from plans.task_dues import due_in

_MORE = "去年的表里还有别的栏目，写在任务后面的括号里了"
_LOST = "去年的月份表是另一种格式，请对照原件看看有没有抄漏"


@dataclass(frozen=True, slots=True)
class TableTasks:
    """The tasks month by month, and what is doubtful."""

    tasks: tuple[tuple[MonthSeen, tuple[DraftTask, ...]], ...]
    doubts: tuple[str, ...] = ()


def without_numbers(texts: Iterable[str]) -> list[str]:
    """The texts that are not blank, without 1、 2、 3、 before them where these count the texts."""
    lines = [text.strip() for text in texts if text.strip()]
    marks = [mark_of(text) for text in lines]
    if all(mark and mark.value == at and mark.rest.strip() for at, mark in enumerate(marks, 1)):
        return [mark.rest.strip() for mark in marks if mark]
    return lines


def tasks_of(table: Table, seen: Sequence[MonthSeen], columns: Mapping[str, str]) -> TableTasks:
    """The tasks of the months that were `seen` in a table."""
    head, meant = _header(table, columns)
    if TASK not in meant.values() or not any(one.paragraph.column for one in seen):
        return _plain(table, seen)
    labels = {cell.column: cell.text.strip() for cell in table.rows[head]}
    months: dict[int, list[MonthSeen]] = {}
    for one in seen:
        months.setdefault(one.paragraph.row or 0, []).append(one)
    found: list[tuple[MonthSeen, tuple[DraftTask, ...]]] = []
    current: list[MonthSeen] = []
    for row in table.rows[head + 1:]:
        number = row[0].row if row else 0
        current = months.get(number, current)
        found += [(one, tuple(_tasks(row, meant, labels, current))) for one in current]
    return TableTasks(tuple(found))


def _header(table: Table, columns: Mapping[str, str]) -> tuple[int, dict[int, str]]:
    best, best_meant = 0, dict[int, str]()
    for at, row in enumerate(table.rows[:3]):
        meant = {cell.column: columns[form] for cell in row
                 if (form := compare_form(cell.text)) in columns}
        if len(meant) > len(best_meant):
            best, best_meant = at, meant
    return best, best_meant


def _tasks(row: Sequence[Cell], meant: Mapping[int, str], labels: Mapping[int, str],
           current: Sequence[MonthSeen]) -> Iterable[DraftTask]:
    values: dict[str, str] = {}
    more: list[str] = []
    texts: list[str] = []
    for cell in row:
        meaning = meant.get(cell.column)
        if cell.covered or not cell.text or meaning in (MONTH, NUMBER) or any(
                cell.text.startswith(one.text) and one.paragraph.column == cell.column
                for one in current):
            continue
        if meaning == TASK:
            texts += cell.text.split("\n")
        elif meaning == DUE and (due := due_in(cell.text)):
            values[DUE] = due
        elif meaning in (OWNER, EVIDENCE):
            values[meaning] = _line(cell.text)
        else:
            label = labels.get(cell.column, "")
            more.append(f"{label}：{_line(cell.text)}" if label else _line(cell.text))
    tasks = without_numbers(texts) or ([""] if values or more else [])
    for text in tasks:
        # What no column of an input holds stays with the task in brackets.
        text += "（" + "；".join(more) + "）" if more else ""
        yield DraftTask(text or "……", values.get(OWNER, ""), values.get(DUE, ""),
                        values.get(EVIDENCE, ""), _MORE if more else "")


def _line(text: str) -> str:
    return "　".join(text.split("\n"))


def _plain(table: Table, seen: Sequence[MonthSeen]) -> TableTasks:
    """The months of a table without a header that is understood; what else it holds is a doubt."""
    rows = _by_rows(table, seen)
    tasks = tuple((one, tuple(map(DraftTask, without_numbers(
        rows.get(one.paragraph.row or 0) or one.tasks.split("\n"))))) for one in seen)
    held = compare_form("".join(one.tasks + one.text for one in seen))
    lost = [cell.text for row in table.rows for cell in row
            if compare_form(cell.text) not in held]
    doubts = (_LOST + "：" + "　".join(map(_line, lost)),) if lost else ()
    return TableTasks(tasks, doubts)


def _by_rows(table: Table, seen: Sequence[MonthSeen]) -> dict[int, list[str]]:
    """The tasks beside each month, cell by cell, by the number of its row; none where the months
    stand side by side."""
    rows = [one.paragraph.row for one in seen if one.paragraph.row]
    if len(set(rows)) < len(rows):
        return {}
    beside: dict[int, list[str]] = {}
    for row in table.rows:
        if row and row[0].row in rows:
            beside[row[0].row] = [text for cell in row for one in seen
                                  if one.paragraph.row == cell.row
                                  and cell.column != one.paragraph.column
                                  and compare_form(cell.text) in compare_form(one.tasks)
                                  for text in without_numbers(cell.text.split("\n"))]
    return beside
