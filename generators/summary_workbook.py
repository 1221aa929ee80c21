"""A summary of forms that came back filled in → an .xlsx workbook.

Loading this module loads openpyxl (190 ms): it is imported where a workbook is made, not before.
"""

from __future__ import annotations

from openpyxl import Workbook

from generators.collected import Summary
from generators.sheet_look import FOOT
from generators.sheet_table import add_table
from generators.summary_tables import LOOKS, name_of, tables
from generators.workbook_file import workbook_file


def summary_workbook(summary: Summary, category: str = "") -> bytes:
    """The workbook: a sheet for each kind with a row for each form, one for each of their tables,
    and the sheets 问题, 未提交 (where there was a roster) and 出处.

    What stands in it depends on nothing but `summary`; `category` goes into the file's properties.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    for table in tables(summary):
        add_table(book, table, LOOKS, FOOT)
    title = "、".join(name_of(kind) for kind in summary.kinds) or "汇总表"
    return workbook_file(book, title=title, creator="homeroom", created=summary.day,
                         category=category)
