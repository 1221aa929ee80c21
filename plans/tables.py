"""Tables that people hand us, .xlsx or .csv: one row after the other, each value with its cell.

    with open_table(Path("名单.xlsx"), known=["姓名", "单位"]) as table:
        for row in table.rows:
            row.entries         # 姓名 → 王珂 and so on, as a mapping of an input

Rows are read as a stream: a table of a whole district takes no more memory than one of a class,
but for the texts that an .xlsx shares among its cells.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

from plans.comparing import compare_form, nearest
from plans.errors import Fault, UserError
from plans.located import Entries, Text
from plans.messages import _
from plans.table_header import SEARCHED, Header, header_in, labels_known
from plans.table_lines import Line, Sheet
from plans.text_tables import text_sheet
from plans.workbook_package import MAX_BYTES, damaged, is_ole, ole_error, too_large
from plans.workbooks import BookSheet, open_workbook

_TEXT_SUFFIXES = frozenset({".csv", ".tsv", ".txt"})


@dataclass(frozen=True, slots=True)
class Row:
    """A row of data: `number` as the program shows it, `entries` label → text, blank ones too.

    `faults` are cells without a sound value (#N/A, a number that lost digits); their text is "".
    """

    number: int
    entries: Entries
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """An open table: its file, its sheet ("" in a .csv), the labels in order, and the rows.

    `rows` can be gone through once, and only while the table is open.
    """

    path: str
    sheet: str
    header: tuple[Text, ...]
    rows: Iterator[Row]


@contextmanager
def open_table(path: Path, known: Collection[str] = (), sheet: str | None = None, *,
               name: str | None = None) -> Iterator[Table]:
    """The table in the file at `path`; it is closed when the `with` block is left.

    `known` are the labels that the caller asks for: the header is found by them (see `header_in`),
    and a column that is one of them but for blanks, punctuation, width or script bears that label
    exactly. Other columns keep their own. `sheet` names a sheet; without it the first visible one
    that has a known label is taken, else the first that is not empty. `name` is what errors call
    the file. Rows that are hidden are read; rows that are blank are not.
    Raises UserError where the file cannot be read, has no rows, or names a column twice; also
    while rows are read, where the file is damaged further down.
    """
    file = name or str(path)
    labels = {compare_form(label): label for label in reversed([*known])}
    with _opened(path, file, labels) as sheets:
        chosen, start = _chosen(sheets, labels, sheet, file)
        faults = list(chosen.uncalculated())
        header = header_in(start, chosen, labels, faults)
        if faults:
            raise UserError(faults)
        rows = _rows(chosen, header)
        first = next(rows, None)
        if first is None:
            raise UserError.at(chosen.place(header.number, 1),
                               _("there is nothing under the header of the table"),
                               _("write one row under it for each person or document"))
        yield Table(file, chosen.name, tuple(header.labels.values()), chain((first,), rows))


def rows_of(path: Path, sheet: str | None = None, known: Collection[str] = ()) -> Iterator[Row]:
    """The rows of the table in the file at `path`; see `open_table`."""
    with open_table(path, known, sheet) as table:
        yield from table.rows


@contextmanager
def opened_sheets(path: Path) -> Iterator[Sequence[Sheet]]:
    """All sheets of the workbook or text file at `path`, hidden ones too; raises UserError."""
    with _opened(path, str(path), {}) as sheets:
        yield sheets


@contextmanager
def _opened(path: Path, file: str, known: Mapping[str, str]) -> Iterator[Sequence[Sheet]]:
    try:
        with path.open("rb") as opened:
            start = opened.read(512)
        size = path.stat().st_size
    except FileNotFoundError:
        raise UserError.at(file, _("there is no such file"), _("check the name and the folder")
                           ) from None
    except OSError as error:
        raise UserError.at(file, _("cannot be read: {why}").format(why=error.strerror),
                           _("close it in other programs, and check that you may read it")
                           ) from None
    if size > MAX_BYTES:
        raise too_large(file)
    if not start.strip():
        raise _empty(file)
    if is_ole(start):
        raise ole_error(path, file)
    if start.startswith(b"PK\x03\x04"):
        with open_workbook(path, file) as sheets:
            yield sheets
    elif start.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<":
        # What many school platforms export under the name .xls or .csv.
        raise UserError.at(file, _("is a web page or XML, whatever its name says"),
                           _("open it in Excel or WPS and save it as .xlsx"))
    elif path.suffix.lower() in _TEXT_SUFFIXES:
        yield (text_sheet(path, file, known),)
    else:
        raise damaged(file)


def _chosen(sheets: Sequence[Sheet], known: Mapping[str, str], named: str | None,
            file: str) -> tuple[Sheet, list[Line]]:
    """The sheet to be read and its first rows, among which the header is."""
    offered: Sequence[Sheet] = [one for one in sheets
                                if not (isinstance(one, BookSheet) and one.is_hidden)]
    if named is not None and any(isinstance(one, BookSheet) for one in sheets):
        offered = [one for one in sheets if compare_form(one.name) == compare_form(named)]
        if not offered:
            near = nearest(named, [one.name for one in sheets])
            raise UserError.at(
                file, _("there is no sheet {name}").format(name=named),
                _("did you mean {near}?").format(near=near) if near else
                _("known are: {names}").format(names="、".join(one.name for one in sheets)))
    filled: list[tuple[Sheet, list[Line]]] = []
    for one in offered:
        if start := list(islice(one.lines(), SEARCHED)):
            filled.append((one, start))
            if not known or any(labels_known(line, known) for line in start):
                return one, start
    if not filled:
        raise _empty(file)
    return filled[0]


def _empty(file: str) -> UserError:
    return UserError.at(file, _("the table is empty"),
                        _("write the names of the columns into its first row, the data under it"))


def _rows(sheet: Sheet, header: Header) -> Iterator[Row]:
    for line in sheet.lines():
        faults = tuple(fault for fault in line.faults if fault.place.column in header.labels)
        if line.number <= header.number or not (
                faults or any(line.text(column) for column in header.labels)):
            continue
        entries = tuple((label, Text(line.text(column), sheet.place(line.number, column)))
                        for column, label in header.labels.items())
        yield Row(line.number, Entries(entries, sheet.place(line.number, 1)), faults)
