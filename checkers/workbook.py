"""Reads an .xlsx: each sheet becomes a table, its merged cells as those of Word."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from checkers import limits
from checkers.document import Cell, Paragraph, Reading, Table, Unreadable
from plans.cell_values import shown
from plans.errors import UserError
from plans.workbook_package import DAMAGE, check_package

MAX_ROWS, MAX_COLUMNS = 5_000, 200      # of a sheet that somebody hands in


def read_workbook(data: bytes) -> Reading:
    """What the visible sheets of a workbook say.

    Raises Unreadable: F002 with a password, F003 damaged, F005 over a limit.
    """
    from openpyxl import load_workbook

    try:
        check_package(io.BytesIO(data), "")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")     # of looks that openpyxl does not know
            book = load_workbook(io.BytesIO(data), data_only=True, keep_links=False)
    except UserError as error:
        raise Unreadable("F003", str(error)) from None
    except DAMAGE as error:
        raise Unreadable("F003", str(error)) from None
    tables = [table for number, sheet in enumerate(
        (one for one in book.worksheets if one.sheet_state == "visible"), 1)
        if (table := _table(sheet, number)) is not None]
    return Reading(tuple(tables))


def _table(sheet: Any, number: int) -> Table | None:
    """The filled part of a sheet; None of a blank one."""
    if sheet.max_row > MAX_ROWS or sheet.max_column > MAX_COLUMNS:
        height, width = _filled(sheet)
    else:
        height, width = sheet.max_row, sheet.max_column
    if height > MAX_ROWS or width > MAX_COLUMNS or height * width > limits.CELLS:
        raise Unreadable("F005", f"{height} × {width} > {MAX_ROWS} × {MAX_COLUMNS}")
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    for one in sheet.merged_cells.ranges:
        for row in range(one.min_row, min(one.max_row, height) + 1):
            spans[row, one.min_col] = (one.max_col - one.min_col + 1, one.min_row)
    rows = tuple(tuple(_cells(sheet, row, width, number, spans)) for row in range(1, height + 1))
    return Table(rows, table=number) if any(cell.text for row in rows for cell in row) else None


def _filled(sheet: Any) -> tuple[int, int]:
    """The last row and column with a value: a look reaches to the end of many sheets."""
    places = [(cell.row, cell.column) for row in sheet.iter_rows() for cell in row
              if cell.value is not None]
    return (max((row for row, _column in places), default=0),
            max((column for _row, column in places), default=0))


def _text(cell: Any) -> str:
    """What a cell says; of a number too long for Excel the digits that are left."""
    text = shown(cell.value, cell.number_format)
    return text if text is not None else format(Decimal(format(cell.value, ".15g")), "f")


def _cells(sheet: Any, row: int, width: int, number: int,
           spans: dict[tuple[int, int], tuple[int, int]]) -> Iterator[Cell]:
    column = 1
    while column <= width:
        wide, first = spans.get((row, column), (1, row))
        if first != row:
            yield Cell(row, column, wide, (), covered=True)
        else:
            cell = sheet.cell(row, column)
            yield Cell(row, column, wide, tuple(
                Paragraph(line, table=number, row=row, column=column)
                for line in _text(cell).split("\n") if line.strip()))
        column += wide
