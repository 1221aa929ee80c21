"""What a file really is."""

import io
import zipfile

import pytest

from checkers.sniff import SUFFIXES, format_of


def packed(*names, **contents):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, contents.get(name, "x"))
    return out.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
FORMATS = {
    "no bytes": (b"", "empty"), "blanks": (b" \r\n\x00\x00", "empty"),
    "pdf": (b"%PDF-1.7\n", "pdf"), "pdf after a mark": (b"\xef\xbb\xbf%PDF-1.4", "pdf"),
    "pdf after junk": (b"HTTP header\r\n\r\n%PDF-1.4", "pdf"),
    "docx": (packed("[Content_Types].xml", "word/document.xml"), "docx"),
    "docx of strange parts": (packed("[Content_Types].xml", "_rels/.rels"), "docx"),
    "xlsx": (packed("[Content_Types].xml", "xl/workbook.xml"), "other-office"),
    "pptx": (packed("[Content_Types].xml", "ppt/presentation.xml"), "other-office"),
    "zip of files": (packed("计划.docx", "总结.docx"), "archive"),
    "odt": (packed("mimetype", mimetype="application/vnd.oasis.opendocument.text"), "odt"),
    "ods": (packed("mimetype", mimetype="application/vnd.oasis.opendocument.spreadsheet"),
            "other-office"),
    "cut-off zip": (packed("word/document.xml")[:40], "broken-zip"),
    "doc": (OLE + "WordDocument".encode("utf-16-le"), "doc"),
    "encrypted": (OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
    "xls": (OLE + "Workbook".encode("utf-16-le"), "other-office"),
    "unknown ole": (OLE, "doc"),
    "rtf": (b"{\\rtf1\\ansi", "rtf"),
    "word 2003 xml": (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?>', "word-xml"),
    "html saved as doc": (b"<html><body>", "html"), "doctype": (b"<!DOCTYPE html>", "html"),
    "png": (b"\x89PNG\r\n", "picture"), "jpg": (b"\xff\xd8\xff\xe0", "picture"),
    "rar": (b"Rar!\x1a\x07", "archive"), "text": ("工作计划".encode(), "text"),
    "binary": (b"\x01\x00\x02", "unknown"),
}


@pytest.mark.parametrize(("data", "name"), FORMATS.values(), ids=FORMATS)
def test_a_file_is_known_by_its_bytes(data, name):
    assert format_of(data) == name


@pytest.mark.parametrize(("suffix", "promise"), [
    (".docx", "docx"), (".doc", "doc"), (".pdf", "pdf"), (".wps", "wps"), (".rtf", "rtf")])
def test_a_suffix_promises_a_format(suffix, promise):
    assert SUFFIXES[suffix] == promise
