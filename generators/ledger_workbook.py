"""A plan → its task ledger (任务台账) as an .xlsx workbook."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from datetime import datetime, time
from typing import cast

from generators.issued import issued_on, issuer_of
from generators.ledger_lines import ledger_lines
from generators.package import Member, members_of, pack
from generators.properties import CORE
from generators.sheet_text import legible
from plans.plan import Plan

# A height that openpyxl sets is fixed; without the mark the row grows when somebody writes in it.
_GROWING = re.compile(rb'(<row r="(?!1"|2")\d+"[^>]*?) customHeight="1"')
_APP = "docProps/app.xml"
_APPLICATION = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    b'extended-properties"><Application>homeroom</Application></Properties>')


def ledger_workbook(plan: Plan, script: Callable[[str], str] = str) -> bytes:
    """The workbook of `plan`: the sheets 任务台账 and 按责任人; the same plan gives the same bytes.

    `script` is applied to all that is printed, but not to the keys in the column 编号 (the ids of
    the tasks, see `ledger_lines`), by which ticks are read back. The identifier among the file's
    properties is the id of the plan.
    Raises UserError where the plan has no tasks.
    """
    lines = ledger_lines(plan)
    # Late: they load openpyxl, and nobody should wait for it who prints a Word file.
    from openpyxl import Workbook
    from openpyxl.packaging.core import DocumentProperties
    from openpyxl.xml.functions import tostring

    from generators import ledger_sheet, owner_sheet

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = script(ledger_sheet.TITLE)
    ledger_sheet.fill_ledger(sheet, plan.title, lines, script)
    owner_sheet.fill_owners(book.create_sheet(script(owner_sheet.TITLE)), sheet.title, plan.title,
                            lines, script)
    book.calculation.fullCalcOnLoad = True      # the counts are not in the file until it is opened
    out = io.BytesIO()
    book.save(out)
    created = datetime.combine(issued_on(plan), time())
    issuer = legible(script(issuer_of(plan)))
    core = DocumentProperties(title=legible(script(ledger_sheet.heading(plan.title))),
                              identifier=legible(plan.id) or None, creator=issuer,
                              lastModifiedBy=issuer, created=created, modified=created)
    # Saving writes the present time and openpyxl's own name.
    properties = cast(bytes, tostring(core.to_tree()))      # the stubs say str
    own = {CORE: properties, _APP: _APPLICATION}
    return pack(Member.of(name, own.get(name) or _GROWING.sub(rb"\1", content))
                for name, content in members_of(out.getvalue()))
