"""Whether a file is an .xlsx that can be opened without harm; looked at before openpyxl sees it."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from plans.errors import UserError
from plans.messages import _
from plans.zip_damage import ZIP_DAMAGE

MAX_BYTES = 100 * 2**20     # a roster of 100,000 people is some 5 MB
MAX_MEMBERS = 10_000        # parts of the zip; a workbook has some dozens, pictures included
MAX_SHEETS = 500 * 2**20    # bytes of all sheets unpacked; they are read as a stream
MAX_SHARED = 64 * 2**20     # bytes of any other part unpacked: openpyxl holds texts whole, times 8
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
# What zipfile, zlib, expat and openpyxl raise on bytes that are not what they claim to be.
DAMAGE = (*ZIP_DAMAGE, SyntaxError, TypeError, AttributeError)

_START = 4096       # bytes of the workbook part, within which its namespaces stand
_CHUNK, _OVERLAP = 2**20, 2**16     # bytes; a formula has at most 8,192 characters
MAX_MERGED = 200_000
MAX_RANGES, MAX_JOINED = 20_000, 2_000_000      # of a form: a page of one has some hundreds
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell [^<>]*?ref="\$?([A-Z]{1,3})\$?(\d{1,7})'
                     rb':\$?([A-Z]{1,3})\$?(\d{1,7})"')
_NO_VALUE = re.compile(
    rb"<(?:\w+:)?c ([^<>]*)><(?:\w+:)?f\b(?:[^<>]*/>|[^<>]*[^<>/]?>[^<]*</(?:\w+:)?f>)"
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?</(?:\w+:)?c>")
_CELL = re.compile(rb'\br="([A-Z]{1,3})(\d{1,7})"')


@dataclass(frozen=True, slots=True)
class Marks:
    """What openpyxl does not tell while it streams a sheet; columns by letters, rows from 1."""

    merged: dict[int, tuple[tuple[str, int], ...]]      # first row → column, last row
    uncalculated: tuple[tuple[int, str], ...]           # row and column of formulas without value


def is_ole(start: bytes) -> bool:
    """Whether a file that begins so is an old .xls, or has a password."""
    return start.startswith(_OLE)


def ole_error(path: Path, file: str) -> UserError:
    """What to say of such a file."""
    with path.open("rb") as opened:
        encrypted = _ENCRYPTED in opened.read(MAX_BYTES)
    if encrypted:
        return UserError.at(file, _("is protected by a password"),
                            _("open it, take the password away and save it again"))
    return UserError.at(file, _("is a workbook of the old format (.xls, .et)"),
                        _("open it in Excel or WPS and save it as .xlsx"))


def damaged(file: str) -> UserError:
    """What to say where a workbook cannot be read on."""
    return UserError.at(file, _("is damaged, or is no .xlsx workbook"),
                        _("open it in Excel or WPS and save it as .xlsx"))


def check_package(opened: IO[bytes], file: str) -> None:
    """Raises UserError where the file is no workbook, or would unpack beyond the limits."""
    try:
        with zipfile.ZipFile(opened) as archive:
            members = archive.infolist()
            names = {info.filename.lower().lstrip("/") for info in members}
            start = b""
            if "xl/workbook.xml" in archive.NameToInfo:
                with archive.open("xl/workbook.xml") as part:
                    start = part.read(_START)
            # .xlsb, .ods, and what Excel calls Strict Open XML: openpyxl finds no sheet in them.
            if {"xl/workbook.bin", "content.xml"} & names or b"purl.oclc.org/ooxml" in start:
                raise UserError.at(file, _("is a workbook, but no ordinary .xlsx"),
                                   _("open it in Excel or WPS and save it as .xlsx"))
            if "[content_types].xml" not in names or any(info.flag_bits & 1 for info in members):
                raise damaged(file)
            sheets = sum(info.file_size for info in members if _is_sheet(info.filename))
            others = max((info.file_size for info in members if not _is_sheet(info.filename)),
                         default=0)
            if len(members) > MAX_MEMBERS or sheets > MAX_SHEETS or others > MAX_SHARED:
                raise too_large(file)
    except DAMAGE:
        raise damaged(file) from None


def is_merged_too_far(opened: IO[bytes]) -> bool:
    """Whether a sheet has more merged ranges, or more cells under them, than there can be of use
    to anybody: openpyxl makes each of the cells where it does not stream."""
    with zipfile.ZipFile(opened) as archive:
        for info in archive.infolist():
            ranges = {match.groups() for piece in _pieces(archive, info.filename)
                      for match in _MERGED.finditer(piece)} if _is_sheet(info.filename) else set()
            cells = sum((int(last) - int(first) + 1) * (_number(right) - _number(left) + 1)
                        for left, first, right, last in ranges)
            if len(ranges) > MAX_RANGES or cells > MAX_JOINED:
                return True
    return False


def _number(letters: bytes) -> int:
    """A column by its letters, from 1."""
    number = 0
    for one in letters:
        number = number * 26 + one - ord("A") + 1
    return number


def too_large(file: str) -> UserError:
    """What to say of a workbook beyond a limit."""
    return UserError.at(file, _("is too large to be a table of a school"),
                        _("copy the rows into a new workbook and save that"))


def marks_in(archive: zipfile.ZipFile, part: str, file: str) -> Marks:
    """The marks of the sheet in `part`, read as a stream; raises UserError beyond a limit."""
    merged: dict[int, set[tuple[str, int]]] = {}
    empty: set[tuple[int, str]] = set()
    count = 0
    for piece in _pieces(archive, part):
        for match in _MERGED.finditer(piece):
            first, last = int(match[2]), int(match[4])
            if last > first:
                merged.setdefault(first, set()).add((match[1].decode(), last))
                count += 1
                if count > MAX_MERGED:
                    raise too_large(file)
        for match in _NO_VALUE.finditer(piece):
            cell = _CELL.search(match[1])
            if cell and b't="str"' not in match[1] and len(empty) < 20:
                empty.add((int(cell[2]), cell[1].decode()))
    return Marks({row: tuple(sorted(cells)) for row, cells in merged.items()},
                 tuple(sorted(empty)))


def _pieces(archive: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    """The content of `part` in pieces that overlap, so that nothing short is cut in two."""
    with archive.open(part) as member:
        rest = b""
        while chunk := member.read(_CHUNK):
            yield rest + chunk
            rest = (rest + chunk)[-_OVERLAP:]


def _is_sheet(name: str) -> bool:
    return name.lower().lstrip("/").startswith("xl/worksheets/")
