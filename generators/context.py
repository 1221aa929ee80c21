"""A plan → the names that a Word template may use, each in English and in Chinese.

    every field          by its name and its label, as printed; None where it was left blank;
                         a table is a list of rows, each with its columns by name and by label
    title 标题           the printed title
    body 内容            blocks of the text in order: style 样式, text 文字;
                         样式 is 正文, 标题1 to 标题5, 列表1 to 列表4, 月度安排表 (the table), or
                         表格: 文字 is its caption, columns 列 and rows 行 (see report_tables)
    months 各月          month 月份, tasks 任务: text 内容, owner 责任人, evidence 佐证材料,
                         due 完成时限, 3月20日（第4周） where the week of the term is known, and its
                         parts day 日期 and week 周次; of its tick state 完成情况, done 完成日期
                         and proof 已交材料, each "" where there is none
    columns 各列         of the year grid: owner 责任人, is_rest 是其余 (of the owners), span 跨度
    rows 各行            of the year grid: month 月份, is_long 是长行, cells 格: tasks 任务
                         as above; there owner 责任人 is only said where the column does not
    has_owner 有责任人, has_due 有完成时限, has_evidence 有佐证材料: whether any task has one
    members 成员         name 姓名, role 职责, unit 单位
    targets 指标         what 指标, role 对象, at_least 要求, per 周期
    signature 署名       None, or unit 单位, date 日期 (None where there is none) and their right
                         indents in characters, unit_right 单位右空, date_right 日期右空
    annexes 附件         label 序号, title 标题, body 内容
    issuer 单位, period 起止月份, recipient 主送机关: where no field is called so
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import islice
from typing import Any

from generators.issued import issuer_of
from generators.report_tables import NO_TABLE, table_block
from generators.signature import signed
from generators.styles import HEADINGS, ITEM_LEVELS
from generators.year_grid import SPAN, grid_of
from plans.dates import show_date
from plans.field_types import printed
from plans.kinds import Field
from plans.ledger import LedgerLine, ledger_of
from plans.periods import Month
from plans.plan import (
    MonthTasks,
    Passage,
    Plan,
    Row,
    Signature,
    Task,
    WrittenSection,
    rows_of,
)
from plans.states import LEDGER_STATES
from plans.targets import Target

SCHEDULE = "月度安排表"

Named = dict[str, Any]


def context_of(plan: Plan) -> Named:
    """The context that a template of the plan's kind is rendered with."""
    body = [*_passages(plan.lead, 1), *_blocks(plan.sections, plan)]
    if plan.schedule and not any(block["style"] == SCHEDULE for block in body):
        body.append(_block(SCHEDULE))
    tasks = [task for month in plan.schedule for task in month.tasks]
    known = _named({
        "issuer 单位": issuer_of(plan),
        "period 起止月份": plan.period.chinese if plan.period else None,
        "recipient 主送机关": None,
    })
    # A field of such a name that is left blank does not take away what is known without it.
    return known | {name: value for name, value in _fields(plan).items()
                    if value is not None or name not in known} | _named({
        "title 标题": plan.title,
        "body 内容": body,
        "months 各月": list(_months(plan)),
        **_grid(plan.schedule),
        "has_owner 有责任人": any(task.owner for task in tasks),
        "has_due 有完成时限": any(task.due for task in tasks),
        "has_evidence 有佐证材料": any(task.evidence for task in tasks),
        "members 成员": [_named({"name 姓名": member.name, "role 职责": member.role,
                               "unit 单位": member.unit}) for member in plan.members],
        "targets 指标": [_target(target) for target in plan.targets],
        "signature 署名": _signature(plan.signature) if plan.signature else None,
        "annexes 附件": [_named({
            "label 序号": f"附件{number if len(plan.annexes) > 1 else ''}",
            "title 标题": annex.title,
            "body 内容": [*_passages(annex.passages, 1), *_blocks(annex.sections, plan)],
        }) for number, annex in enumerate(plan.annexes, 1)],
    })


def _named(values: Mapping[str, Any]) -> Named:
    """`values`, whose keys hold an English and a Chinese name, under each of the two."""
    return {name: value for names, value in values.items() for name in names.split()}


def _fields(plan: Plan) -> Named:
    gaps = {gap.label for gap in plan.gaps}
    found: Named = {}
    for field in plan.kind.fields:
        value: Any = plan.shown.get(field.name)
        if field.columns:
            value = [_row(field, row) for row in rows_of(plan.values.get(field.name))]
        elif value is None and field.label in gaps:
            value = f"【待填：{field.label}】"
        found |= {field.name: value, field.label: value}
    return found


def _row(field: Field, row: Row) -> Named:
    """The cells of a row; a blank one prints nothing."""
    return {key: printed(column, row.get(column.name, "")) for column in field.columns
            for key in column.keys}


def _block(style: str, text: str = "") -> Named:
    return _named({"style 样式": style, "text 文字": text}) | NO_TABLE


def _blocks(sections: Iterable[WrittenSection], plan: Plan) -> Iterator[Named]:
    for outermost in sections:
        for level, section in outermost.walk():
            yield _block(f"标题{min(level, max(HEADINGS))}", section.title)
            yield from _passages(section.passages, level)
            if section.schedule:
                yield _block(SCHEDULE)
            for key in section.tables:
                if (field := plan.kind.field_called(key)) is not None:
                    yield table_block(field, rows_of(plan.values.get(field.name)))


def _passages(passages: Iterable[Passage], level: int) -> Iterator[Named]:
    """The passages under a heading of `level`: items go on where the heading's numbers end.

    Under 一、 and （一） they are 1.; under 1. they are （1）, under （1） they are ①.
    """
    for passage in passages:
        item = min(passage.depth + max(0, level - 2), ITEM_LEVELS)
        yield _block(f"列表{item}" if passage.depth else "正文", passage.text)


def _months(plan: Plan) -> Iterator[Named]:
    ticked = iter(ledger_of(plan) if any(entry.tasks for entry in plan.schedule) else ())
    for entry in plan.schedule:
        # A month without tasks keeps its row, so that the gap is seen.
        tasks = [_task(line.task, entry.month, line.task.owner) | _ticked(line)
                 for line in islice(ticked, len(entry.tasks))]
        yield _named({"month 月份": _month(entry.month, plan.schedule),
                      "tasks 任务": tasks or [_task(Task(""), entry.month, "") | _ticked(None)]})


def _ticked(line: LedgerLine | None) -> Named:
    tick = line.tick if line else None
    return _named({"state 完成情况": LEDGER_STATES[line.said] if line and line.said else "",
                   "done 完成日期": _day(tick.date, line.month) if line and tick else "",
                   "proof 已交材料": tick.evidence if tick else ""})


def _grid(schedule: tuple[MonthTasks, ...]) -> Named:
    grid = grid_of(schedule)
    return {
        "columns 各列": [_named({"owner 责任人": column.owner, "is_rest 是其余": column.rest,
                               "span 跨度": SPAN // len(grid.columns)}) for column in grid.columns],
        "rows 各行": [_named({"month 月份": _month(month, schedule),
                             "is_long 是长行": grid.is_long(cells), "cells 格": [
            _named({"tasks 任务": [_task(entry.task, month, entry.owner) for entry in cell],
                    "span 跨度": SPAN // len(grid.columns)}) for cell in cells]})
            for month, cells in grid.rows]}


def _month(month: Month, schedule: tuple[MonthTasks, ...]) -> str:
    years = {entry.month.year for entry in schedule}
    return month.chinese if len(years) == 1 else f"{month.year}年{month.month}月"


def _task(task: Task, month: Month, owner: str) -> Named:
    day = _day(task.due, month)
    week = f"第{task.week}周" if task.week else ""
    return _named({"text 内容": task.text, "owner 责任人": owner,
                   "due 完成时限": f"{day}（{week}）" if week else day, "day 日期": day,
                   "week 周次": week, "evidence 佐证材料": task.evidence})


def _day(day: date | None, month: Month) -> str:
    """9月20日, with its year where that is not the one of `month`."""
    shown = show_date(day) if day else ""
    return shown.partition("年")[2] if day and day.year == month.year else shown


def _target(target: Target) -> Named:
    return _named({"what 指标": target.what, "role 对象": target.role,
                   "at_least 要求": target.chinese,
                   "per 周期": target.chinese_per})


def _signature(signature: Signature) -> Named:
    lines = signed(signature)
    return _named({"unit 单位": lines.unit, "date 日期": lines.day,
                   "unit_right 单位右空": lines.unit_right, "date_right 日期右空": lines.day_right})
