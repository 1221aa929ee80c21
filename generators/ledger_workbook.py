"""A plan → its task ledger (任务台账) as an .xlsx workbook."""

from __future__ import annotations

from collections.abc import Callable

from generators.issued import issued_on, issuer_of
from plans.ledger import ledger_of
from plans.plan import Plan


def ledger_workbook(plan: Plan, script: Callable[[str], str] = str) -> bytes:
    """The workbook of `plan`: the sheets 任务台账 and 按责任人; the same plan gives the same bytes.

    `script` is applied to all that is printed, but not to the keys in the column 编号 (the ids of
    the tasks, see `plans.ledger`), by which ticks are read back. The identifier among the file's
    properties is the id of the plan.
    Raises UserError where the plan has no tasks.
    """
    lines = ledger_of(plan)
    # Late: they load openpyxl, and nobody should wait for it who prints a Word file.
    from openpyxl import Workbook

    from generators import ledger_sheet, owner_sheet
    from generators.workbook_file import workbook_file

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = script(ledger_sheet.TITLE)
    ledger_sheet.fill_ledger(sheet, plan.title, lines, script)
    owner_sheet.fill_owners(book.create_sheet(script(owner_sheet.TITLE)), sheet.title, plan.title,
                            lines, script)
    book.calculation.fullCalcOnLoad = True      # the counts are not in the file until it is opened
    return workbook_file(book, title=script(ledger_sheet.heading(plan.title)),
                         creator=script(issuer_of(plan)), created=issued_on(plan),
                         identifier=plan.id)
