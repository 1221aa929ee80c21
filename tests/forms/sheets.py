"""Workbooks for tests: rosters and tables as people type them."""

from __future__ import annotations

from pathlib import Path

import openpyxl


def sheet(path: Path, *rows: tuple[object, ...]) -> Path:
    """The path of an .xlsx with these rows on its sheet 名单."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.active.title = "名单"
    book.save(path)
    return path
