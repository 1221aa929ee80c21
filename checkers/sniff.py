"""What a file really is, whatever its name says."""

from __future__ import annotations

import io
import zipfile

LEGACY = ("doc", "wps", "odt", "rtf", "word-xml")
SUFFIXES = {".docx": "docx", ".docm": "docx", ".dotx": "docx", ".dotm": "docx", ".pdf": "pdf",
            ".doc": "doc", ".dot": "doc", ".wps": "wps", ".wpt": "wps", ".odt": "odt",
            ".rtf": "rtf", ".xml": "word-xml"}
"""The format that each suffix promises."""

_STARTS = ((b"%PDF", "pdf"), (b"{\\rtf", "rtf"), (b"\x89PNG", "picture"),
           (b"\xff\xd8\xff", "picture"), (b"GIF8", "picture"), (b"BM", "picture"),
           (b"II*\x00", "picture"),
           (b"MM\x00*", "picture"), (b"RIFF", "media"), (b"ID3", "media"), (b"Rar!", "archive"),
           (b"7z\xbc\xaf", "archive"), (b"\x1f\x8b", "archive"))
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def format_of(data: bytes) -> str:
    """The format of a file's bytes: docx, pdf, doc, encrypted, xlsx, picture, html, text, empty …

    A zip that is cut off is "broken-zip"; what cannot be told is "unknown".
    """
    if not data.strip(b"\x00 \r\n\t"):
        return "empty"
    head = data[:1024].lstrip(b"\xef\xbb\xbf \r\n\t")
    for start, name in _STARTS:
        if head.startswith(start):
            return name
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(_OLE):
        return _ole(data)
    if data.startswith(b"PK"):
        return _zip(data)
    lowered = head.lower()
    if b"mso-application" in lowered or b"schemas.microsoft.com/office/word" in lowered:
        return "word-xml"
    if lowered.startswith((b"<!doctype html", b"<html")) or b"<html" in lowered:
        return "html"
    if b"\x00" in head:
        return "unknown"
    return "text"


def _ole(data: bytes) -> str:
    def holds(name: str) -> bool:
        return name.encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        return "encrypted"
    if holds("WordDocument"):
        return "doc"
    if holds("Workbook") or holds("PowerPoint Document"):
        return "other-office"
    return "doc"


def _zip(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            if "mimetype" in names and archive.getinfo("mimetype").file_size < 100:
                kind = archive.read("mimetype")
                return "odt" if b"opendocument.text" in kind else "other-office"
    except Exception:
        return "broken-zip"
    if any(name.startswith("word/") for name in names):
        return "docx"
    if any(name.startswith(("xl/", "ppt/")) for name in names):
        return "other-office"
    return "docx" if "[Content_Types].xml" in names else "archive"
