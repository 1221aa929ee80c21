"""A sheet of a report: a title, a line about it, labels, rows to filter; printed on A4.

Loading this module loads openpyxl (190 ms): it is imported where a workbook is made, not before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import quote

from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from checkers.findings import FAIL, PASS, REVIEW, UNREADABLE
from checkers.matching import EMPTY, MET, MISSING, UNCERTAIN
from generators.sheet_look import Column, cell_at, put, put_heading, set_height, set_page
from office.reports.matrix import OPTIONAL
from plans.messages import _

_NOTE_ROW, _HEAD_ROW, FIRST_ROW = 2, 3, 4
_NUMBER = "0;-0;"       # nobody looks for noughts: they are there, but not shown
_PAGE = 190.0           # widths of digits that fit on a page's width at a size that can be read
_LONGEST_LINK = 2000    # characters; Excel refuses a workbook with a longer one
_LINKS = 60_000         # on a sheet; Excel drops all beyond 65,530
# As what a file is marked by: the fill and the colour of its text, which is bold where it is bad.
_LOOKS = {MISSING: ("FFC7CE", "9C0006"), FAIL: ("FFC7CE", "9C0006"), "error": ("FFC7CE", "9C0006"),
          UNREADABLE: ("D9D9D9", "9C0006"), EMPTY: ("FBD9B5", "7F3F00"),
          UNCERTAIN: ("FFEB9C", "6B5000"), REVIEW: ("FFEB9C", "6B5000"),
          "warning": ("", "6B5000"), MET: ("", "2F6B34"), PASS: ("", "2F6B34"),
          OPTIONAL: ("", "7F7F7F"), "info": ("", "44546A")}


@dataclass(frozen=True, slots=True)
class Entry:
    """A cell: `look` is a status, a state or a level, `link` a path as seen from the workbook."""

    value: str | int
    look: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """What stands on a sheet; the first `pinned` columns stay in sight, on paper too."""

    name: str
    title: str
    note: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Entry, ...], ...]
    pinned: int = 2


def fill(sheet: Worksheet, table: Table) -> None:
    """Writes `table` into the empty `sheet`."""
    columns, rows = table.columns, table.rows
    put_heading(sheet, table.title, columns, str, _HEAD_ROW)
    _put_note(sheet, table.note, columns)
    set_height(sheet, _HEAD_ROW, [column.label for column in columns], columns)
    for number, row in enumerate(rows, FIRST_ROW):
        for at, (column, entry) in enumerate(zip(columns, row, strict=True), 1):
            _put_entry(sheet, number, at, column, entry, links=len(rows) < _LINKS)
        set_height(sheet, number, [str(entry.value) for entry in row], columns)
    last = get_column_letter(len(columns))
    sheet.auto_filter.ref = f"A{_HEAD_ROW}:{last}{max(_HEAD_ROW + len(rows), FIRST_ROW)}"
    set_page(sheet, _("Page &P of &N"), _HEAD_ROW)
    sheet.freeze_panes = f"{get_column_letter(table.pinned + 1)}{FIRST_ROW}"
    sheet.print_title_cols = f"A:{get_column_letter(table.pinned)}"
    width = sum(column.width for column in columns)
    sheet.page_setup.fitToWidth = max(1, round(width / _PAGE))


def _put_note(sheet: Worksheet, note: str, columns: Sequence[Column]) -> None:
    whole = Column("", sum(column.width for column in columns), centred=False)
    put(cell_at(sheet, _NOTE_ROW, 1), note, whole)
    sheet.merge_cells(start_row=_NOTE_ROW, start_column=1, end_row=_NOTE_ROW,
                      end_column=len(columns))
    set_height(sheet, _NOTE_ROW, [note], [whole])


def _put_entry(sheet: Worksheet, row: int, at: int, column: Column, entry: Entry, *,
               links: bool) -> None:
    cell = cell_at(sheet, row, at)
    number = isinstance(entry.value, int)
    put(cell, entry.value, replace(column, number_format=_NUMBER) if number else column)
    if entry.look:
        ground, colour = _LOOKS[entry.look]
        if ground:
            cell.fill = PatternFill("solid", fgColor=f"FF{ground}")
        cell.font = Font(name="宋体", size=10.5, bold=bool(ground), color=f"FF{colour}")
    if links and entry.link and (target := _target(entry.link)):
        cell.hyperlink = target
        cell.font = Font(name="宋体", size=10.5, underline="single", color="FF1F4E9E")


def _target(link: str) -> str:
    """The link as Excel and LibreOffice follow it, "" where Excel would not: in a name with # it
    looks for a place within the file."""
    if "#" in link or not link.isprintable() or len(link) > _LONGEST_LINK:
        return ""
    return "".join(char if char.isalnum() or char in "-._~/!$&'()*+,;=:@" or ord(char) > 0x7f
                   else quote(char) for char in link)
