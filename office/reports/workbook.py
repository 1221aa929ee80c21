"""A report as a workbook: who passed, what is missing where, how to mend it, who is missing.

Loading this module loads openpyxl (190 ms): it is imported where a workbook is made, not before.
"""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook

from generators.sheet_table import add_table
from generators.workbook_file import workbook_file
from office.reports.report import MARK, Report
from office.reports.sheet import LOOKS
from office.reports.tables import tables
from plans.messages import _


def workbook(report: Report, folder: Path) -> bytes:
    """The .xlsx file, its links seen from `folder`."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for table in tables(report, folder):
        add_table(book, table, LOOKS, _("Page &P of &N"))
    return workbook_file(book, title=report.title, creator="homeroom", created=report.day,
                         category=MARK)
