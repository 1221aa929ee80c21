"""The sheets of an .xlsx workbook, row by row as a stream."""

from __future__ import annotations

import warnings
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from plans.cell_values import CHINESE_DATES, CHINESE_MONTHS, shown
from plans.errors import Fault, Place, UserError
from plans.messages import _
from plans.table_lines import Line
from plans.workbook_package import DAMAGE, Marks, check_package, damaged, marks_in

MAX_ROWS = 2**20        # of a sheet, says Excel; openpyxl makes up all that a file says lie between
MAX_COLUMNS = 1_000     # what stands further right (Excel has 16,384) is no table and is not read


@dataclass
class BookSheet:
    """A sheet of an open workbook. Rows and columns that are hidden are read like the others.

    A cell that is merged over several rows stands for each of them, as a person reads it.
    """

    name: str
    file: str
    is_hidden: bool
    epoch: Any
    _sheet: Any         # openpyxl's ReadOnlyWorksheet, which its stubs take for a Worksheet
    _archive: zipfile.ZipFile
    _marks: Marks | None = field(default=None, init=False)

    def lines(self) -> Iterator[Line]:
        """The rows that hold something."""
        from openpyxl.utils import column_index_from_string

        merged = self._marked().merged
        above: dict[int, tuple[int, str]] = {}      # column → last row, text
        for number, cells in enumerate(_guarded(self._sheet.iter_rows(), self.file), 1):
            if number > MAX_ROWS:
                raise damaged(self.file)
            texts, faults = self._read(cells[:MAX_COLUMNS], number)
            above = {column: one for column, one in above.items() if one[0] >= number}
            own = bool(faults) or any(texts)
            for letters, last in merged.get(number, ()):
                column = column_index_from_string(letters)
                if column <= len(texts):
                    above[column] = (last, texts[column - 1])
            if not own:
                continue        # the foot of a merged cell is no row of its own
            for column, (_last, text) in above.items():
                texts += [""] * (column - len(texts))
                texts[column - 1] = texts[column - 1] or text
            yield Line(number, tuple(texts), tuple(faults))

    def uncalculated(self) -> tuple[Fault, ...]:
        """Formulas that a program wrote and no program has calculated yet."""
        from openpyxl.utils import column_index_from_string

        return tuple(Fault(self.place(row, column_index_from_string(letters)),
                           _("the formula has no value: it was never calculated"),
                           _("open the workbook in Excel or WPS, save it, and try again"))
                     for row, letters in self._marked().uncalculated)

    def place(self, row: int, column: int) -> Place:
        """The cell by its name, with its row and column."""
        from openpyxl.utils import get_column_letter

        return Place(self.file, row, column, f"{self.name}:{get_column_letter(column)}{row}")

    def _marked(self) -> Marks:
        if self._marks is None:
            try:
                # The one name that openpyxl has for the part of a sheet is this private one.
                part = str(self._sheet._worksheet_path)
                self._marks = marks_in(self._archive, part.lstrip("/"), self.file)
            except DAMAGE:
                raise damaged(self.file) from None
        return self._marks

    def _read(self, cells: Sequence[Any], row: int) -> tuple[list[str], list[Fault]]:
        texts, faults = [], []
        for column, cell in enumerate(cells, 1):
            text = self._text(cell)
            if text is None:
                faults.append(self._fault(cell, self.place(row, column)))
            texts.append(text or "")
        return texts, faults

    def _text(self, cell: Any) -> str | None:
        value = cell.value
        if value is None or isinstance(value, str):
            return None if cell.data_type == "e" else shown(value)
        if isinstance(value, int | float) and not isinstance(value, bool):
            code = cell.style_array.numFmtId
            if code in CHINESE_DATES:
                return self._date(value, "y" if code in CHINESE_MONTHS else "yd")
        return shown(value, cell.number_format)

    def _date(self, value: int | float, number_format: str) -> str | None:
        from openpyxl.utils.datetime import from_excel

        try:
            return shown(from_excel(value, self.epoch), number_format)
        except (ValueError, OverflowError):
            return shown(value)

    def _fault(self, cell: Any, place: Place) -> Fault:
        if cell.data_type == "e":
            return Fault(place, _("the cell shows the error {error}").format(error=cell.value),
                         _("correct its formula, or type the value"))
        return Fault(place, _("the number has lost its last digits: Excel keeps 15"),
                     _("set the column to the format Text, and type the number again"))


@contextmanager
def open_workbook(path: Path, file: str) -> Iterator[tuple[BookSheet, ...]]:
    """The sheets of the workbook at `path`, in order; it is closed at the end, whatever happens.

    Raises UserError where it is no workbook, damaged, or beyond a limit.
    """
    from openpyxl import load_workbook

    with path.open("rb") as opened:
        check_package(opened, file)
        opened.seek(0)
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")     # of looks that openpyxl does not know
                book = load_workbook(opened, read_only=True, data_only=True, keep_links=False)
            archive = zipfile.ZipFile(opened)
        except DAMAGE:
            raise damaged(file) from None
        sheets = []
        for sheet in book.worksheets:
            reader: Any = sheet
            reader.reset_dimensions()               # many programs write wrong ones
            sheets.append(BookSheet(str(sheet.title), file, sheet.sheet_state != "visible",
                                    book.epoch, reader, archive))
        try:
            yield tuple(sheets)
        finally:
            book.close()


def _guarded(rows: Iterator[Any], file: str) -> Iterator[Any]:
    """`rows`, with what openpyxl raises on damaged ones told to the user."""
    while True:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                row = next(rows)
        except StopIteration:
            return
        except UserError:
            raise
        except DAMAGE:
            raise damaged(file) from None
        yield row
