"""A drawn paper with one table → a workbook: its fields, its table to tick, its lines to sign on.

It is filled in in Excel or WPS and read back as the Word file is. Like that it is printed on A4,
and says of itself what it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from generators.form_file import form_id
from generators.form_widths import need
from generators.issued import issued_on, issuer_of
from plans.field_types import LONG, PICTURE, TICKBOX, printed
from plans.form_marks import STAMP
from plans.kinds import Field, Kind
from plans.plan import Plan, Row, Value, rows_of
from plans.strips import TEXT

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

    from generators.sheet_look import Column

TICKED, CROSSED = "✓", "×"
_WIDE = {"portrait": 96.0, "landscape": 140.0}  # widths of a digit that a page holds
_LEAST, _FEWEST = 6.0, 4
_LABEL = 9.0            # what a label of four characters takes


def form_workbook(plan: Plan, script: Callable[[str], str] = str) -> bytes:
    """The .xlsx of `plan`; `script` is applied to all that is printed. The same plan gives the same
    bytes. A kind without a table has its fields alone."""
    # Late: they load openpyxl, and nobody should wait for it who prints a Word file.
    from openpyxl import Workbook
    from openpyxl.packaging.custom import StringProperty

    from generators.workbook_file import workbook_file

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = script(plan.kind.name)[:31]
    _Sheet(sheet, plan, script).fill()
    for name, value in zip(STAMP, (plan.kind.id, str(plan.kind.version), form_id(plan)),
                           strict=True):
        book.custom_doc_props.append(    # type: ignore[attr-defined]  # not in the stubs
            StringProperty(name=name, value=value))
    return workbook_file(book, title=script(plan.title), creator=script(issuer_of(plan)),
                         created=issued_on(plan), identifier=form_id(plan))


class _Sheet:
    """Fills the empty `sheet`, row by row."""

    def __init__(self, sheet: Worksheet, plan: Plan, script: Callable[[str], str]) -> None:
        from generators.sheet_look import Column

        self._sheet, self._plan, self._script = sheet, plan, script
        kind = plan.kind
        self._table = next((one for one in kind.fields if one.columns), None)
        columns = self._table.columns if self._table else ()
        page = _WIDE[kind.paper]
        self._columns: list[Column] = [
            Column(one.label, width, centred=one.type not in LONG)
            for one, width in zip(columns, _widths(columns, page), strict=True)]
        # Two fields and their labels stand side by side above the table.
        lacking = max(0, _FEWEST - len(columns))
        self._columns += [Column("", _LABEL * 2) for _n in range(lacking)]
        self._row = 2

    def fill(self) -> None:
        """Writes everything."""
        from generators.sheet_look import FOOT, put_heading, set_page

        sheet, kind = self._sheet, self._plan.kind
        fields = [one for one in kind.fields if not one.columns and one.type != PICTURE]
        head = 2 + -(-len(fields) // 2)
        put_heading(sheet, self._plan.title, self._columns, self._script, head)
        for pair in zip(fields[::2], [*fields[1::2], *([None] * (len(fields) % 2))], strict=True):
            self._pair(pair)
        self._row = head + 1
        if self._table is not None:
            self._rows(self._table)
        self._below(kind)
        set_page(sheet, self._script(FOOT), head)
        sheet.page_setup.orientation = "landscape" if kind.paper == "landscape" else "portrait"

    def _pair(self, fields: Sequence[Field | None]) -> None:
        """Two fields side by side: the first takes the first two columns, the second the rest."""
        is_wide = self._columns[2].width >= _LABEL or len(self._columns) == _FEWEST
        label_ends = 3 if is_wide else 4
        places = (((1, 1), (2, 2)), ((3, label_ends), (label_ends + 1, len(self._columns))))
        for one, (label, value) in zip(fields, places, strict=True):
            if one is None:
                continue
            self._write(label, one.label, centred=True)
            said = self._plan.values.get(one.name)
            self._write(value, _said(one, said), centred=False, verbatim=one.verbatim)
        self._row += 1

    def _rows(self, table: Field) -> None:
        from generators.sheet_look import cell_at, put, set_height

        first = self._row
        given: Sequence[Row] = rows_of(self._plan.values.get(table.name)) or table.fixed or [
            {} for _n in range(table.rows)]
        for row in given:
            texts = [_said(column, row.get(column.name)) for column in table.columns]
            texts = [text if column.verbatim else self._script(text)
                     for text, column in zip(texts, table.columns, strict=True)]
            columns = self._columns[:len(texts)]
            for at, (column, text) in enumerate(zip(columns, texts, strict=True), 1):
                put(cell_at(self._sheet, self._row, at), text, column)
            set_height(self._sheet, self._row, texts, columns)
            self._row += 1
        if self._row > first:
            self._choices(table, first, self._row - 1)

    def _choices(self, table: Field, first: int, last: int) -> None:
        """A tick is picked from a list, and may be cleared away."""
        from openpyxl.utils import get_column_letter
        from openpyxl.worksheet.datavalidation import DataValidation

        for at, column in enumerate(table.columns, 1):
            if column.type != TICKBOX:
                continue
            ticks = DataValidation(
                "list", formula1=f'"{TICKED},{CROSSED}"', allow_blank=True, showErrorMessage=True,
                errorStyle="warning", errorTitle=self._script(column.label),
                error=self._script("请选 ✓ 或 ×；没有的空着。"))
            letter = get_column_letter(at)
            ticks.add(f"{letter}{first}:{letter}{last}")
            self._sheet.add_data_validation(ticks)

    def _below(self, kind: Kind) -> None:
        """The lines to sign on, and the notes."""
        whole = (1, len(self._columns))
        # A blank strip ends the table: what stands right below it would be read as a row of it.
        self._write(whole, "", centred=False)
        self._row += 1
        for strip in kind.layout:
            if strip.type == TEXT:
                lines = "　　".join(f"{one}＿＿＿＿＿＿" if one.endswith("：") else one
                                  for one in strip.signed)
                self._write(whole, f"{strip.text}\n{lines}".strip(), centred=False)
                self._row += 1
        if kind.notes:
            self._write(whole, "\n".join(("填表说明：", *kind.notes)), centred=False)
            self._row += 1

    def _write(self, columns: tuple[int, int], text: str, *, centred: bool,
               verbatim: bool = False) -> None:
        """Writes `text` over the columns from the first to the last, one cell."""
        from generators.sheet_look import Column, cell_at, put, set_height

        first, last = columns
        wide = Column("", sum(one.width for one in self._columns[first - 1:last]), centred=centred)
        text = text if verbatim else self._script(text)
        cells: list[Cell] = [cell_at(self._sheet, self._row, at) for at in range(first, last + 1)]
        for cell in cells:
            put(cell, None, wide)
        put(cells[0], text, wide)
        if last > first:
            self._sheet.merge_cells(start_row=self._row, start_column=first, end_row=self._row,
                                    end_column=last)
        before = self._sheet.row_dimensions[self._row].height or 0
        set_height(self._sheet, self._row, [text], [wide])
        height = self._sheet.row_dimensions[self._row].height or 0
        self._sheet.row_dimensions[self._row].height = max(before, height)


def _widths(columns: Sequence[Field], page: float) -> Iterator[float]:
    """As the kind says, the rest as the types ask."""
    open_needs = sum(need(one) for one in columns if not one.width) or 1.0
    rest = max(1.0 - sum(one.width for one in columns), 0.1)
    for number, one in enumerate(columns):
        share = one.width or rest * need(one) / open_needs
        yield max(page * share, _LABEL if number == 0 else _LEAST)


def _said(one: Field, value: Value | None) -> str:
    """A value as a cell shows it."""
    if value is None:
        return ""
    if one.type == TICKBOX and isinstance(value, bool):
        return TICKED if value else CROSSED
    return printed(one, value)      # type: ignore[arg-type]  # a table is none of these
