"""A plan → a workbook to keep its records in: a sheet a list, names and tasks to pick from.

Loading this module loads openpyxl (190 ms): it is imported where a workbook is made, not before.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from generators.issued import issued_on, issuer_of
from generators.sheet_look import DAY_FORMAT, FOOT, MONTH_FORMAT, Column, cell_at
from generators.sheet_table import FIRST_ROW, Entry, Table, add_table
from generators.sheet_values import cell_value
from generators.workbook_file import workbook_file
from plans.field_types import choices_of
from plans.kinds import Field
from plans.ledger import LEDGER_STATES, ledger_of
from plans.plan import Plan
from plans.record_maps import MEMBER, TARGET, TASK

_ROWS = 300             # blank ones of each list
_NAMES = "可选项"        # the sheet of names that may be picked
_FORMATS = {"date": DAY_FORMAT, "month": MONTH_FORMAT, "number": "General", "integer": "0",
            "money": "0.00"}
_WIDTHS = {"date": 18, "month": 14, "number": 10, "integer": 10, "money": 12, "yesno": 10,
           "choice": 12}


def records_workbook(plan: Plan, script: Callable[[str], str] = str) -> bytes:
    """The workbook: every list of records, blank but for the tasks of the plan with what is said of
    them so far, and what is picked from (members, targets, tasks). The same plan gives the same
    bytes."""
    book = Workbook()
    book.remove(book.worksheets[0])
    lists = [one for one in plan.kind.fields if one.columns]
    picks = {MEMBER: [one.name for one in plan.members],
             TARGET: [one.what for one in plan.targets],
             TASK: list(dict.fromkeys(line.key for line in ledger_of(plan)))
             if plan.schedule else []}
    for one in lists:
        _add_list(book, one, _given(one, plan), script)
    where = _add_names(book, picks, script)
    for one, sheet in zip(lists, book.worksheets, strict=False):
        _validate(sheet, one, where)
    return workbook_file(book, title=script(f"{plan.title}"), creator=script(issuer_of(plan)),
                         created=issued_on(plan), identifier=plan.id)


def _given(one: Field, plan: Plan) -> list[dict[str, object]]:
    """The tasks of the plan, for the list whose rows are about tasks."""
    task = next((column.name for column in one.columns if column.means == TASK), "")
    if not task or not plan.schedule:
        return []
    rows: list[dict[str, object]] = []
    for line in ledger_of(plan):
        tick = line.tick
        rows.append({task: line.key, "month": line.month, "says": line.task.text,
                     **({"date": tick.date, "state": LEDGER_STATES[tick.state],
                         "evidence": tick.evidence, "reason": tick.reason}
                        if tick else {})})
    return rows


def _add_list(book: Workbook, one: Field, rows: Sequence[dict[str, object]],
              script: Callable[[str], str]) -> None:
    columns = tuple(Column(
        script(column.label) + ("*" if column.required else ""), _WIDTHS.get(column.type, 20),
        _FORMATS.get(column.type, "@"),
        centred=column.type not in ("text", "longtext")) for column in one.columns)
    says = bool(rows)
    if says:
        columns = (*columns, Column(script("任务内容（不用改）"), 44, centred=False))
    entries = tuple(tuple(Entry(cell_value(row.get(column.name))) for column in one.columns)
                    + ((Entry(script(str(row.get("says", "")))),) if says else ()) for row in rows)
    note = script(one.help or one.label) + script(
        "　　带*的必填" if any(column.required for column in one.columns) else "")
    blank = tuple(tuple(Entry(None) for _column in columns)
                  for _row in range(max(_ROWS - len(rows), 20)))
    add_table(book, Table(script(one.label), script(one.label), note, columns,
                          entries + blank, 1, True), {}, FOOT)
    sheet = book.worksheets[-1]
    for at, column in enumerate(one.columns, 1):
        for number in range(FIRST_ROW, FIRST_ROW + len(entries) + len(blank)):
            if column.type in _FORMATS:
                cell_at(sheet, number, at).number_format = _FORMATS[column.type]


def _add_names(book: Workbook, picks: dict[str, list[str]],
               script: Callable[[str], str]) -> dict[str, str]:
    """The sheet of what may be picked, and by meaning the cells of each list there."""
    sheet = book.create_sheet(script(_NAMES))
    where = {}
    for at, (meaning, names) in enumerate(picks.items(), 1):
        for number, name in enumerate(names, 1):
            cell_at(sheet, number, at).value = name
            cell_at(sheet, number, at).data_type = "s"
        letter = get_column_letter(at)
        if names:
            where[meaning] = f"'{sheet.title}'!${letter}$1:${letter}${len(names)}"
    sheet.sheet_state = "hidden"
    return where


def _validate(sheet: Worksheet, one: Field, where: dict[str, str]) -> None:
    for at, column in enumerate(one.columns, 1):
        choices = choices_of(column)
        formula = where.get(column.means) or (f'"{",".join(choices)}"' if choices else None)
        if formula is None:
            continue
        # What is not on the list may be typed: the plan may get a new member.
        rule = DataValidation("list", formula1=formula, allow_blank=True, errorStyle="warning",
                              errorTitle=column.label, error="不在可选项里，确定吗？",
                              showErrorMessage=True)
        letter = get_column_letter(at)
        rule.add(f"{letter}{FIRST_ROW}:{letter}{sheet.max_row}")
        sheet.add_data_validation(rule)
