"""What the sheets of a workbook share: fonts, borders, headings, and how they are printed.

Loading this module loads openpyxl (190 ms): it is imported where a workbook is made, not before.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from generators.sheet_text import cell_text, looks_like_formula, stored

HEAD_ROW = 2        # the title is row 1
FIRST_ROW = 3
FOOT = "第 &P 页　共 &N 页"

_TITLE = Font(name="黑体", size=16, bold=True)
_HEAD = Font(name="黑体", size=11, bold=True)
_BODY = Font(name="宋体", size=10.5)            # 5号
_LINE = Side(style="thin", color="FF808080")
_BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_GREY = PatternFill("solid", fgColor="FFE7E6E6")
_MIDDLE = Alignment(horizontal="center", vertical="center", wrap_text=True)
_LEFT = Alignment(horizontal="left", vertical="center", wrap_text=True)
_TEXT_FORMAT = "@"
DAY_FORMAT, MONTH_FORMAT = 'yyyy"年"m"月"d"日"', 'yyyy"年"m"月"'
_TITLE_LINE = 24.0      # pt, a line of the title
_WIDTH_OF_HAN = 3.2     # widths of a digit (the unit of column widths) that a 16 pt character takes
_BODY_LINE, _PADDING, _HIGHEST = 14.0, 8.0, 409.0   # pt; Excel has no higher row than 409


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its label, its width in digits, how its cells are formatted and set."""

    label: str
    width: float
    number_format: str = _TEXT_FORMAT
    centred: bool = True


def cell_at(sheet: Worksheet, row: int, column: int) -> Cell:
    """The cell there, which must not lie within a merged one."""
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)
    return cell


def put(cell: Cell, value: str | float | date | None, column: Column) -> None:
    """Writes `value` into `cell` with the look of its column; text is never a formula."""
    cell.font, cell.border = _BODY, _BOX
    cell.alignment = _MIDDLE if column.centred else _LEFT
    cell.number_format = column.number_format
    put_value(cell, value)


def put_value(cell: Cell, value: str | float | date | None) -> None:
    """Writes `value` into `cell` as it looks; text is never a formula."""
    if isinstance(value, str):
        put_text(cell, value)
    elif value is not None:
        cell.value = value


def put_text(cell: Cell, text: str) -> None:
    """Writes `text` as text, whatever it begins with."""
    shown = cell_text(text)
    if not shown:
        return
    cell.value = stored(shown)
    cell.data_type = "s"        # to openpyxl =1+1 is a formula and #N/A an error
    if looks_like_formula(shown):
        cell.quotePrefix = True


def put_formula(cell: Cell, formula: str, column: Column) -> None:
    """Writes a formula of our own."""
    put(cell, None, column)
    cell.value = formula


def put_heading(sheet: Worksheet, title: str, columns: Sequence[Column],
                script: Callable[[str], str], head_row: int = HEAD_ROW,
                across: int | None = None) -> None:
    """The title over all columns or the first `across`, the labels in `head_row`, and the widths of
    the columns."""
    across = across or len(columns)
    width = sum(column.width for column in columns[:across])
    top = cell_at(sheet, 1, 1)
    put_text(top, script(title))
    top.font, top.alignment = _TITLE, _MIDDLE
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=across)
    # No program fits the height of a merged row by itself.
    lines = -(-len(title) * _WIDTH_OF_HAN // width)
    sheet.row_dimensions[1].height = min(_TITLE_LINE * max(lines, 1) + 6, _HIGHEST)
    for number, column in enumerate(columns, 1):
        cell = cell_at(sheet, head_row, number)
        put_text(cell, script(column.label))
        cell.font, cell.border, cell.fill, cell.alignment = _HEAD, _BOX, _GREY, _MIDDLE
        sheet.column_dimensions[get_column_letter(number)].width = column.width
    sheet.row_dimensions[head_row].height = 24


def set_height(sheet: Worksheet, row: int, texts: Sequence[str], columns: Sequence[Column]) -> None:
    """Gives `row` the height that its texts take, and air to tick it by hand.

    Excel fits a row only where it has no height at all, and then without air.
    """
    lines = max(_lines(text, column.width - 1) for text, column in zip(texts, columns, strict=True))
    sheet.row_dimensions[row].height = min(lines * _BODY_LINE + _PADDING, _HIGHEST)


@lru_cache(maxsize=4096)        # names of files and labels stand in many rows
def _lines(text: str, width: float) -> int:
    return sum(max(1, -(-sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1
                             for char in line) // int(width)))
               for line in cell_text(text).split("\n"))


def set_page(sheet: Worksheet, foot: str, head_row: int = HEAD_ROW) -> None:
    """A4 landscape, one page wide, the labels of `head_row` repeated on each page, `foot` (such as
    FOOT) at its end."""
    sheet.freeze_panes = f"A{head_row + 1}"
    sheet.print_title_rows = f"{head_row}:{head_row}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9              # A4 (ECMA-376 part 1, 18.3.1.63)
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    margins = sheet.page_margins                # inches
    margins.left = margins.right = 0.5
    margins.top, margins.bottom, margins.header, margins.footer = 0.6, 0.7, 0.3, 0.35
    sheet.print_options.horizontalCentered = True
    footer = sheet.oddFooter
    assert footer is not None
    assert footer.center is not None
    footer.center.text = foot
    sheet.sheet_view.zoomScale = 100
