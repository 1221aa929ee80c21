"""What a file really is, whatever its name says."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import IO

from checkers.zip_bounds import is_beyond
from plans.zip_damage import ZIP_DAMAGE

SUFFIXES = {".docx": "docx", ".docm": "docx", ".dotx": "docx", ".dotm": "docx", ".pdf": "pdf",
            ".doc": "doc", ".dot": "doc", ".wps": "wps", ".wpt": "wps", ".odt": "odt",
            ".rtf": "rtf", ".xml": "word-xml", ".zip": "zip", ".xlsx": "xlsx", ".xlsm": "xlsx"}
"""The format that each suffix promises."""

NAMES = {"word-xml": "Word 2003 XML", "flat-docx": "Word XML", "mht": ".mht (.html)"}
"""What a person calls a format, where it is not the suffix."""

_STARTS = ((b"%PDF", "pdf"), (b"{\\rtf", "rtf"), (b"\x89PNG", "picture"),
           (b"\xff\xd8\xff", "picture"), (b"GIF8", "picture"), (b"BM", "picture"),
           (b"II*\x00", "picture"),
           (b"MM\x00*", "picture"), (b"RIFF", "media"), (b"ID3", "media"), (b"Rar!", "archive"),
           (b"7z\xbc\xaf", "archive"), (b"\x1f\x8b", "archive"))
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEAD = 1024            # bytes that tell most formats
_SECTOR = 512
_LEGACY = ("doc", "odt", "rtf")
_WEB = ("html", "mht")
_WORD = ("docx", "doc", "wps", "rtf")


def is_old(found: str, promised: str) -> bool:
    """Whether a file is of a format that has to be converted: `found` is what it is, `promised`
    what its suffix says. A web page counts where it goes by the name of a Word file, as many
    systems of schools write it."""
    return found in _LEGACY or (found in _WEB and promised in _WORD)


def named_so(found: str, promised: str) -> bool:
    """Whether a file of the format `found` may bear the suffix that promises `promised`."""
    same = {"wps": "doc", "word-xml": "flat-docx"}      # .wps is .doc by another name
    return found in (promised, same.get(promised))


def name_of(found: str) -> str:
    """The format as people are told it: `.rtf`, Word 2003 XML."""
    return NAMES.get(found, "." + found)


def format_at(path: Path) -> str:
    """As `format_of`, of the file at `path`; no more of it is read than that takes.

    Raises OSError.
    """
    with path.open("rb") as file:
        head = file.read(_HEAD)
        if head.startswith(b"PK"):
            return _zip(file)
        if head.startswith(_OLE) or not _has_signs(head):
            return format_of(head + file.read())
    return format_of(head)


def format_of(data: bytes) -> str:
    """The format of a file's bytes: docx, pdf, doc, encrypted, xlsx, picture, html, text, empty …

    A zip of files is "zip", other archives "archive"; a zip that is cut off is "broken-zip", one of
    too many members "large-zip"; what cannot be told is "unknown".
    """
    if not _has_signs(data):
        return "empty"
    head = data[:_HEAD].lstrip(b"\xef\xbb\xbf \r\n\t")
    for start, name in _STARTS:
        if head.startswith(start):
            return name
    if b"%PDF-" in data[:_HEAD]:
        return "pdf"
    if data.startswith(_OLE):
        return _ole(data)
    if data.startswith(b"PK"):
        return _zip(io.BytesIO(data))
    lowered = head.lower()
    if b"schemas.microsoft.com/office/2006/xmlpackage" in lowered:
        return "flat-docx"
    if b"mso-application" in lowered or b"schemas.microsoft.com/office/word" in lowered:
        return "word-xml"
    if lowered.startswith(b"mime-version:") and b"multipart/related" in lowered:
        return "mht"
    if lowered.startswith((b"<!doctype html", b"<html")) or b"<html" in lowered:
        return "html"
    if data[257:262] == b"ustar":
        return "archive"
    if b"\x00" in head:
        return "unknown"
    return "text"


def _has_signs(data: bytes) -> bool:
    return bool(data.strip(b"\x00 \r\n\t"))


def _ole(data: bytes) -> str:
    def holds(name: str) -> bool:
        return name.encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        return "encrypted"
    if holds("WordDocument"):
        return "encrypted" if _asks_password(data) else "doc"
    if holds("Workbook") or holds("PowerPoint Document"):
        return "other-office"
    return "doc"


def _asks_password(data: bytes) -> bool:
    """The flag fEncrypted in the head of the Word text, [MS-DOC] 2.5.2; it begins a sector."""
    for start in range(_SECTOR, min(len(data), 2**20), _SECTOR):
        if data[start:start + 2] == b"\xec\xa5":
            return bool(data[start + 11:start + 12] and data[start + 11] & 1)
    return False


def _zip(file: IO[bytes]) -> str:
    if is_beyond(file):
        return "large-zip"
    try:
        with zipfile.ZipFile(file) as archive:
            names = set(archive.namelist())
            if "mimetype" in names and archive.getinfo("mimetype").file_size < 100:
                kind = archive.read("mimetype")
                return _open_document(archive) if b"opendocument.text" in kind else "other-office"
    except ZIP_DAMAGE:
        return "broken-zip"
    if any(name.startswith("word/") for name in names):
        return "docx"
    if any(name.startswith("xl/") for name in names):
        return "xlsx"
    if any(name.startswith("ppt/") for name in names):
        return "other-office"
    return "docx" if "[Content_Types].xml" in names else "zip"


def _open_document(archive: zipfile.ZipFile) -> str:
    manifest = "META-INF/manifest.xml"
    if manifest in archive.namelist() and archive.getinfo(manifest).file_size < 2**20 and (
            b"encryption-data" in archive.read(manifest)):
        return "encrypted"
    return "odt"
