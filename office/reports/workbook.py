"""A report as a workbook: who passed, what is missing where, how to mend it, who is missing.

Loading this module loads openpyxl (190 ms): it is imported where a workbook is made, not before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook

from generators.workbook_file import workbook_file
from office.reports.report import MARK, Report
from office.reports.sheet import fill
from office.reports.tables import tables

_NO_SHEET_NAME = re.compile(r"[\[\]:*?/\\\x00-\x1f']")
_LONGEST_NAME = 31      # characters of the name of a sheet


def workbook(report: Report, folder: Path) -> bytes:
    """The .xlsx file, its links seen from `folder`."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for table in tables(report, folder):
        fill(book.create_sheet(_free(table.name, book.sheetnames)), table)
    return workbook_file(book, title=report.title, creator="homeroom", created=report.day,
                         category=MARK)


def _free(name: str, taken: Sequence[str]) -> str:
    """`name` as a sheet can be called, with a number where another sheet is called so."""
    plain = _NO_SHEET_NAME.sub(" ", name).strip()[:_LONGEST_NAME] or "-"
    names = {one.casefold() for one in taken}
    free, number = plain, 2
    while free.casefold() in names:
        end = f" {number}"
        free, number = plain[:_LONGEST_NAME - len(end)] + end, number + 1
    return free
