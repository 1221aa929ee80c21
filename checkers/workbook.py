"""Reads an .xlsx: each sheet becomes a table, its merged cells as those of Word."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from checkers import limits
from checkers.controls import Stamp, stamp_in
from checkers.document import Cell, Paragraph, Reading, Table, Unreadable
from plans.cell_values import shown
from plans.errors import UserError
from plans.workbook_package import DAMAGE, check_package, is_merged_too_far

MAX_ROWS, MAX_COLUMNS = 5_000, 200      # of a sheet that somebody hands in
_WHOLE = 20_000         # cells up to which blank ones at the edges of a sheet are boxes to fill in
_ERROR = "e"            # the type of a cell with #N/A, #REF! and the like


def read_workbook(data: bytes) -> Reading:
    """What the visible sheets of a workbook say.

    Raises Unreadable: F002 with a password, F003 damaged, F005 over a limit.
    """
    from openpyxl import load_workbook

    try:
        check_package(io.BytesIO(data), "")
        if is_merged_too_far(io.BytesIO(data)):
            raise Unreadable("F005", "mergeCells")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")     # of looks that openpyxl does not know
            book = load_workbook(io.BytesIO(data), data_only=True, keep_links=False)
    except UserError as error:
        raise Unreadable("F003", str(error)) from None
    except DAMAGE as error:
        raise Unreadable("F003", str(error)) from None
    tables: list[Table] = []
    cells = 0
    for number, sheet in enumerate(
            (one for one in book.worksheets if one.sheet_state == "visible"), 1):
        height, width = _extent(sheet)
        cells += height * width
        if height > MAX_ROWS or width > MAX_COLUMNS or cells > limits.CELLS:
            raise Unreadable("F005", f"{height} × {width} > {MAX_ROWS} × {MAX_COLUMNS}")
        if height:
            tables.append(_table(sheet, number, height, width))
    return Reading(tuple(tables), stamp=_stamp(book))


def _stamp(book: Any) -> Stamp | None:
    """What a workbook that we made says of itself."""
    said = {one.name: str(one.value or "") for one in book.custom_doc_props.props}
    return stamp_in(said)


def _table(sheet: Any, number: int, height: int, width: int) -> Table:
    """The filled part of a sheet."""
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    for one in sheet.merged_cells.ranges:
        for row in range(one.min_row, min(one.max_row, height) + 1):
            spans[row, one.min_col] = (one.max_col - one.min_col + 1, one.min_row)
    rows = tuple(tuple(_cells(sheet, row, width, number, spans)) for row in range(1, height + 1))
    return Table(rows, table=number)


def _extent(sheet: Any) -> tuple[int, int]:
    """The last row and column, 0 of a blank sheet. Of a large one, those with a value: a look
    reaches to the end of many."""
    # What is laid out around one far cell would be made, all of it, by going through the rows.
    places = [place for place, cell in sheet._cells.items()
              if cell.value is not None and str(cell.value).strip()]
    if places and sheet.max_row * sheet.max_column <= _WHOLE and sheet.max_row <= MAX_ROWS and (
            sheet.max_column <= MAX_COLUMNS):
        return sheet.max_row, sheet.max_column
    return (max((row for row, _column in places), default=0),
            max((column for _row, column in places), default=0))


def _text(cell: Any) -> str:
    """What a cell says, nothing where it shows an error; of a number too long for Excel the digits
    that are left."""
    text = "" if cell.data_type == _ERROR else shown(cell.value, cell.number_format)
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
