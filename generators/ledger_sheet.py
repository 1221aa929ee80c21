"""The sheet 任务台账: one line a task, to be ticked off through the year.

Loading this module loads openpyxl (190 ms): it is imported where a workbook is made, not before.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from generators.sheet_look import (
    DAY_FORMAT,
    FIRST_ROW,
    FOOT,
    HEAD_ROW,
    MONTH_FORMAT,
    Column,
    cell_at,
    put,
    put_heading,
    set_height,
    set_page,
)
from plans.ledger import LedgerLine
from plans.ledger_book import (
    DAY,
    DUE,
    EVIDENCE,
    KEY,
    MONTH,
    NUMBER,
    OWNER,
    REMARK,
    SHEET,
    STATE,
    TASK,
)
from plans.states import LEDGER_STATES, TYPED

TITLE = SHEET
DONE, DOING, OPEN, DROPPED = STATES = tuple(LEDGER_STATES[one] for one in TYPED)
COLUMNS = (Column(NUMBER, 6, "0"), Column(MONTH, 12, MONTH_FORMAT), Column(TASK, 38, centred=False),
           Column(OWNER, 13), Column(DUE, 16, DAY_FORMAT), Column(EVIDENCE, 20, centred=False),
           Column(STATE, 11), Column(DAY, 16, DAY_FORMAT), Column(REMARK, 16, centred=False),
           Column(KEY, 10))
SPARE_ROWS = 200        # under the last task, where what comes up in the year can be written
# Bold is wider, and no row grows by it: only what has room on its line turns bold.
_SHORT = (NUMBER, MONTH, DUE, STATE)
_LONG = tuple(column.label for column in COLUMNS if column.label not in _SHORT)
_GREEN = PatternFill("solid", bgColor="FFC6EFCE")
_RED = PatternFill("solid", bgColor="FFFFC7CE")


def heading(title: str) -> str:
    """What the ledger of a plan with this `title` is called."""
    return title if title.endswith(TITLE) else title + TITLE


def letter_of(label: str) -> str:
    """The letter of the column with this label."""
    return get_column_letter([column.label for column in COLUMNS].index(label) + 1)


def fill_ledger(sheet: Worksheet, title: str, lines: Sequence[LedgerLine],
                script: Callable[[str], str]) -> None:
    """Writes the ledger into the empty `sheet`."""
    put_heading(sheet, heading(title), COLUMNS, script)
    for row, line in enumerate(lines, FIRST_ROW):
        task = line.task
        values: tuple[str | int | date | None, ...] = (
            line.number, date(line.month.year, line.month.month, 1), script(task.text),
            script(task.owner), task.due, evidence_of(line, script), *_ticked(line, script),
            line.key)
        for number, (column, value) in enumerate(zip(COLUMNS, values, strict=True), 1):
            put(cell_at(sheet, row, number), value, column)
        set_height(sheet, row, [value if isinstance(value, str) else "" for value in values],
                   COLUMNS)
    last = FIRST_ROW + len(lines) - 1
    sheet.auto_filter.ref = f"A{HEAD_ROW}:{letter_of(KEY)}{last}"
    _choices(sheet, last + SPARE_ROWS, script)
    _colours(sheet, last + SPARE_ROWS, script)
    set_page(sheet, script(FOOT))


def evidence_of(line: LedgerLine, script: Callable[[str], str]) -> str:
    """What was to be shown, and on a line of its own what is: the name of a file stays as it is."""
    return "\n".join(filter(None, (script(line.task.evidence),
                                   line.tick.evidence if line.tick else "")))


def _ticked(line: LedgerLine,
            script: Callable[[str], str]) -> tuple[str | None, date | None, str | None]:
    """完成情况, 完成日期, 备注."""
    if line.tick is None:
        return None, None, None
    return (script(LEDGER_STATES[line.tick.state]), line.tick.date,
            script(line.tick.reason) or None)


def _choices(sheet: Worksheet, last: int, script: Callable[[str], str]) -> None:
    """完成情况 is picked from a list, 完成日期 is a date."""
    states = DataValidation("list", formula1=f'"{script(",".join(STATES))}"', allow_blank=True,
                            errorTitle=script(STATE), error=script("请从下拉列表中选一项。"),
                            showErrorMessage=True)
    states.add(f"{letter_of(STATE)}{FIRST_ROW}:{letter_of(STATE)}{last}")
    days = DataValidation("date", operator="greaterThan", formula1="DATE(2000,1,1)",
                          allow_blank=True, errorStyle="warning", errorTitle=script(DAY),
                          error=script("请写成日期，如 2026-3-20，否则不能按日期筛选。"),
                          showErrorMessage=True)
    days.add(f"{letter_of(DAY)}{FIRST_ROW}:{letter_of(DAY)}{last}")
    sheet.add_data_validation(states)
    sheet.add_data_validation(days)


def _colours(sheet: Worksheet, last: int, script: Callable[[str], str]) -> None:
    """Done is green, dropped struck out, late red; in grey print strike and bold tell them."""
    state, task = f"${letter_of(STATE)}{FIRST_ROW}", f"${letter_of(TASK)}{FIRST_ROW}"
    due, month = f"${letter_of(DUE)}{FIRST_ROW}", f"${letter_of(MONTH)}{FIRST_ROW}"
    done, dropped = script(DONE), script(DROPPED)
    # Without a day of its own a task is late when its month is over.
    late = (f'AND({task}<>"",{state}<>"{done}",{state}<>"{dropped}",'
            f'OR(AND({due}<>"",{due}<TODAY()),'
            f'AND({due}="",{month}<>"",{month}<TODAY()-DAY(TODAY())+1)))')
    for labels, bold in ((_SHORT, True), (_LONG, False)):
        cells = " ".join(f"{letter_of(label)}{FIRST_ROW}:{letter_of(label)}{last}"
                         for label in labels)
        for formula, fill, font in (
                (f'{state}="{done}"', _GREEN, None),
                (f'{state}="{dropped}"', None, Font(strike=True, color="FF7F7F7F")),
                (late, _RED, Font(bold=bold, color="FF9C0006"))):
            sheet.conditional_formatting.add(
                cells, Rule("expression", formula=[formula], stopIfTrue=True,
                            dxf=DifferentialStyle(font=font, fill=fill)))
