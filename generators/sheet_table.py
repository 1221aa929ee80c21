"""A table as a sheet: a title, a line about it, labels, rows to filter; printed on A4.

Loading this module loads openpyxl (190 ms): it is imported where a workbook is made, not before.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass, replace
from datetime import date
from itertools import accumulate
from urllib.parse import quote

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from generators.sheet_look import (
    DAY_FORMAT,
    Column,
    cell_at,
    put,
    put_heading,
    put_value,
    set_height,
    set_page,
)
from generators.sheet_text import cell_text

_NOTE_ROW, _HEAD_ROW, FIRST_ROW = 2, 3, 4
_SEEN, _UNSEEN = "0", "0;-0;"
_AMOUNT = "General"
_PAGE = 190.0           # widths of digits that fit on a page's width at a size that can be read
_LONGEST_LINK = 2000    # characters; Excel refuses a workbook with a longer one
_LINKS = 60_000         # on a sheet; Excel drops all beyond 65,530
_NO_SHEET_NAME = re.compile(r"[\[\]:*?/\\\x00-\x1f']")
_LONGEST_NAME = 31      # characters of the name of a sheet
_REMARK_WIDTH, _REMARK_HEIGHT = 320, 90     # pixels of the box of a comment

Looks = Mapping[str, tuple[str, str]]
"""By the name of a look: the fill of a cell and the colour of its text as RRGGBB, "" for none; text
on a fill is bold."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A cell: `look` is one of the looks of its workbook, `link` a path as seen from there,
    `remark` the comment at it."""

    value: str | int | float | date | None
    look: str = ""
    link: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """What stands on a sheet; the first `pinned` columns stay in sight, on paper too. The number 0
    is only shown where it `shows_noughts`."""

    name: str
    title: str
    note: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Entry, ...], ...]
    pinned: int = 2
    shows_noughts: bool = False


def add_table(book: Workbook, table: Table, looks: Looks, foot: str) -> None:
    """Adds a sheet with `table` to `book`; `foot` stands below each page."""
    sheet = book.create_sheet(free_name(table.name, book.sheetnames))
    columns, rows = table.columns, table.rows
    across = _within_page(columns)
    put_heading(sheet, table.title, columns, str, _HEAD_ROW, across)
    _put_note(sheet, table.note, columns[:across])
    set_height(sheet, _HEAD_ROW, [column.label for column in columns], columns)
    styled: dict[Column, Cell] = {}
    for number, row in enumerate(rows, FIRST_ROW):
        for at, (column, entry) in enumerate(zip(columns, row, strict=True), 1):
            cell = cell_at(sheet, number, at)
            _put(cell, entry.value, _formatted(column, entry, table), styled)
            _mark(cell, entry, looks, links=len(rows) < _LINKS)
        set_height(sheet, number, [str(entry.value or "") for entry in row], columns)
    last = get_column_letter(len(columns))
    sheet.auto_filter.ref = f"A{_HEAD_ROW}:{last}{max(_HEAD_ROW + len(rows), FIRST_ROW)}"
    set_page(sheet, foot, _HEAD_ROW)
    sheet.freeze_panes = f"{get_column_letter(table.pinned + 1)}{FIRST_ROW}"
    sheet.print_title_cols = f"A:{get_column_letter(table.pinned)}"
    width = sum(column.width for column in columns)
    sheet.page_setup.fitToWidth = max(1, round(width / _PAGE))


def _within_page(columns: Sequence[Column]) -> int:
    """How many columns a page holds: in the middle of more nobody would see a title."""
    widths = accumulate(column.width for column in columns)
    return max(1, sum(width <= _PAGE for width in widths))


def free_name(name: str, taken: Sequence[str]) -> str:
    """`name` as a sheet can be called, with a number where another sheet is called so."""
    plain = _NO_SHEET_NAME.sub(" ", name).strip()[:_LONGEST_NAME] or "-"
    names = {one.casefold() for one in taken}
    free, number = plain, 2
    while free.casefold() in names:
        end = f" {number}"
        free, number = plain[:_LONGEST_NAME - len(end)] + end, number + 1
    return free


def _formatted(column: Column, entry: Entry, table: Table) -> Column:
    """The column with the format that this value takes in it."""
    value = entry.value
    if isinstance(value, date):
        return replace(column, number_format=DAY_FORMAT)
    if isinstance(value, float):
        return replace(column, number_format=_AMOUNT)
    if isinstance(value, int):
        return replace(column, number_format=_SEEN if table.shows_noughts else _UNSEEN)
    return column


def _put_note(sheet: Worksheet, note: str, columns: Sequence[Column]) -> None:
    whole = Column("", sum(column.width for column in columns), centred=False)
    put(cell_at(sheet, _NOTE_ROW, 1), note, whole)
    sheet.merge_cells(start_row=_NOTE_ROW, start_column=1, end_row=_NOTE_ROW,
                      end_column=len(columns))
    set_height(sheet, _NOTE_ROW, [note], [whole])


def _put(cell: Cell, value: str | float | date | None, column: Column,
         styled: dict[Column, Cell]) -> None:
    """Writes the value; `styled` holds a cell that looks so, for to copy it is ten times faster."""
    if column not in styled:
        styled[column] = Cell(cell.parent, 1, 1)
        put(styled[column], None, column)
    cell._style = copy(styled[column]._style)    # type: ignore[attr-defined]  # not in the stubs
    put_value(cell, value)


def _mark(cell: Cell, entry: Entry, looks: Looks, *, links: bool) -> None:
    if entry.look:
        ground, colour = looks[entry.look]
        if ground:
            cell.fill = PatternFill("solid", fgColor=f"FF{ground}")
        if colour:
            cell.font = Font(name="宋体", size=10.5, bold=bool(ground), color=f"FF{colour}")
    if links and entry.link and (target := _target(entry.link)):
        cell.hyperlink = target
        cell.font = Font(name="宋体", size=10.5, underline="single", color="FF1F4E9E")
    if entry.remark:
        cell.comment = Comment(cell_text(entry.remark), "homeroom",
                               height=_REMARK_HEIGHT, width=_REMARK_WIDTH)


def _target(link: str) -> str:
    """The link as Excel and LibreOffice follow it, "" where Excel would not: in a name with # it
    looks for a place within the file."""
    if "#" in link or not link.isprintable() or len(link) > _LONGEST_LINK:
        return ""
    return "".join(char if char.isalnum() or char in "-._~/!$&'()*+,;=:@" or ord(char) > 0x7f
                   else quote(char) for char in link)
