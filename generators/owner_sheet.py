"""The sheet 按责任人: how many tasks each has, and how they stand, counted by the workbook itself.

Loading this module loads openpyxl (190 ms): it is imported where a workbook is made, not before.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from openpyxl.worksheet.worksheet import Worksheet

from generators.ledger_sheet import DOING, DONE, DROPPED, SPARE_ROWS, letter_of
from generators.sheet_look import (
    FIRST_ROW,
    FOOT,
    Column,
    cell_at,
    put,
    put_formula,
    put_heading,
    set_height,
    set_page,
)
from generators.sheet_text import cell_text
from plans.ledger import LedgerLine

TITLE = "按责任人"
_NOBODY = "（未定）"
_SUM = "合计"
COLUMNS = (Column("责任人", 30), Column("任务数", 12, "0"), Column("已完成", 12, "0"),
           Column("进行中", 12, "0"), Column("未完成", 12, "0"), Column("取消", 12, "0"),
           Column("逾期", 12, "0"))


def fill_owners(sheet: Worksheet, ledger: str, title: str, lines: Sequence[LedgerLine],
                script: Callable[[str], str]) -> None:
    """Writes the counts into the empty `sheet`; `ledger` is the name of the sheet counted.

    A line's owner is taken as it is written: 周明慧、方立言 are one owner of their own.
    """
    put_heading(sheet, f"{title}完成情况（{TITLE}）", COLUMNS, script)
    last = FIRST_ROW + len(lines) - 1 + SPARE_ROWS
    owners = dict.fromkeys(cell_text(script(line.task.owner)) for line in lines)
    row = FIRST_ROW
    for owner in sorted(owners, key=lambda name: not name):     # those of nobody come last
        put(cell_at(sheet, row, 1), owner or script(_NOBODY), COLUMNS[0])
        for number, formula in enumerate(_formulas(ledger, last, row, bool(owner), script), 2):
            put_formula(cell_at(sheet, row, number), formula, COLUMNS[number - 1])
        set_height(sheet, row, [owner], COLUMNS[:1])
        row += 1
    put(cell_at(sheet, row, 1), script(_SUM), COLUMNS[0])
    set_height(sheet, row, [_SUM], COLUMNS[:1])
    for number, column in enumerate(COLUMNS[1:], 2):
        letter = cell_at(sheet, row, number).column_letter
        put_formula(cell_at(sheet, row, number),
                    f"=SUM({letter}{FIRST_ROW}:{letter}{row - 1})", column)
    set_page(sheet, script(FOOT))


def _formulas(ledger: str, last: int, row: int, named: bool,
              script: Callable[[str], str]) -> Sequence[str]:
    """Of one owner: all, done, doing, open, dropped, late."""
    def cells(label: str) -> str:
        letter = letter_of(label)
        return f"'{ledger}'!${letter}${FIRST_ROW}:${letter}${last}"

    # SUMPRODUCT, since to COUNTIFS a name with * or ? is a pattern, and one with < a comparison.
    owned = f"EXACT({cells('责任人')},$A{row})" if named else f'({cells("责任人")}="")'
    mine = f'{owned}*({cells("任务")}<>"")'
    state, due, month = cells("完成情况"), cells("完成时限"), cells("月份")
    done, doing, dropped = (
        f'=SUMPRODUCT({mine}*({state}="{script(word)}"))' for word in (DONE, DOING, DROPPED))
    late = (f'=SUMPRODUCT({mine}*({state}<>"{script(DONE)}")*({state}<>"{script(DROPPED)}")*('
            f'({due}<>"")*({due}<TODAY())'
            f'+({due}="")*({month}<>"")*({month}<TODAY()-DAY(TODAY())+1)))')
    return (f"=SUMPRODUCT({mine}*1)", done, doing, f"=B{row}-C{row}-D{row}-F{row}", dropped, late)
