"""A table that is text: .csv and the like, in UTF-8, UTF-16 or GBK, split by comma, ; or tab."""

from __future__ import annotations

import codecs
import csv
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from plans.comparing import compare_form
from plans.errors import Fault, Place, UserError
from plans.messages import _
from plans.table_lines import Line

_CHUNK = 2**20
_SAMPLE = 10            # rows that tell by what the columns are split
_DELIMITERS = (",", "\t", ";")
_SEPARATOR = re.compile(r'"?sep=([,;|\t])"?\r?\n')    # a first line that tells Excel the delimiter
_AS_TEXT = re.compile(r'="([^"]*)"$')           # how an export keeps the zeros of 0012 in Excel


@dataclass(frozen=True, slots=True)
class TextSheet:
    """The rows of a text file."""

    path: Path
    file: str
    encoding: str
    delimiter: str
    skipped: int        # lines before the table
    name: str = ""

    def lines(self) -> Iterator[Line]:
        """The rows that are not blank; `number` is the line of the file that a row begins on."""
        with self.path.open(encoding=self.encoding, newline="") as file:
            for _line in range(self.skipped):
                next(file, None)
            reader = csv.reader(file, delimiter=self.delimiter)
            begins = 1 + self.skipped
            while True:
                try:
                    cells = next(reader, None)
                except csv.Error:
                    raise UserError.at(
                        Place(self.file, begins), _("a quotation mark is not closed"),
                        _("put a quotation mark of the same kind at the end of the text")
                    ) from None
                if cells is None:
                    return
                texts = tuple(_shown(cell) for cell in cells)
                if any(texts):
                    yield Line(begins, texts)
                begins = 1 + self.skipped + reader.line_num

    def uncalculated(self) -> tuple[Fault, ...]:
        """None: text has no formulas."""
        return ()

    def place(self, row: int, column: int) -> Place:
        """Line of the file and number of the column."""
        return Place(self.file, row, column)


def text_sheet(path: Path, file: str, known: Collection[str]) -> TextSheet:
    """The sheet of the text file at `path`; `known` are labels in `compare_form`.

    Raises UserError where it is not text.
    """
    encoding = _encoding(path, file)
    with path.open(encoding=encoding, newline="") as opened:
        start = _SEPARATOR.match(opened.readline())
    if start:
        return TextSheet(path, file, encoding, start[1], 1)
    sheets = [TextSheet(path, file, encoding, delimiter, 0) for delimiter in _DELIMITERS]
    return max(sheets, key=lambda sheet: _fitness(sheet, known))


def _fitness(sheet: TextSheet, known: Collection[str]) -> tuple[int, int]:
    """How many labels are known if the file is split so, and how many rows have equal width."""
    try:
        rows = [line.texts for line in islice(sheet.lines(), _SAMPLE)]
    except UserError:
        return 0, 0
    labels = max((sum(compare_form(text) in known for text in row) for row in rows), default=0)
    widths = [len(row) for row in rows if len(row) > 1]
    return labels, max((widths.count(width) for width in widths), default=0)


def _shown(cell: str) -> str:
    text = cell.replace("\r\n", "\n").replace("\r", "\n").strip()
    wrapped = _AS_TEXT.match(text)
    return wrapped[1].strip() if wrapped else text


def _encoding(path: Path, file: str) -> str:
    with path.open("rb") as opened:
        start = opened.read(4)
    candidates = ["utf-8-sig", "gb18030"]
    if start[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        candidates = ["utf-16"]
    for encoding in candidates:
        if _decodes(path, encoding):
            return encoding
    raise UserError.at(file, _("is not text in UTF-8 or GBK"),
                       _("save it as UTF-8 (in Excel: Save as, CSV UTF-8), or as .xlsx"))


def _decodes(path: Path, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    with path.open("rb") as opened:
        try:
            while chunk := opened.read(_CHUNK):
                if "\0" in decoder.decode(chunk):
                    return False
            decoder.decode(b"", final=True)
        except UnicodeError:
            return False
    return True
