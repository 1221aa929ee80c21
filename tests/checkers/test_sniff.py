"""What a file really is."""

import io
import zipfile

import pytest

from checkers.sniff import SUFFIXES, format_at, format_of, is_old, named_so


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
    "xlsx": (packed("[Content_Types].xml", "xl/workbook.xml"), "xlsx"),
    "pptx": (packed("[Content_Types].xml", "ppt/presentation.xml"), "other-office"),
    "zip of files": (packed("计划.docx", "总结.docx"), "zip"),
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
    "word text with a password": (
        OLE + b"\xec\xa5\xc1\x00" + bytes(7) + b"\x01" + bytes(500)
        + "WordDocument".encode("utf-16-le"), "encrypted"),
    "word text without one": (
        OLE + b"\xec\xa5\xc1\x00" + bytes(508) + "WordDocument".encode("utf-16-le"), "doc"),
    "odt with a password": (
        packed("mimetype", "META-INF/manifest.xml", mimetype="application/vnd.oasis.opendocument.text",
               **{"META-INF/manifest.xml": "<manifest:encryption-data/>"}), "encrypted"),
    "word xml": (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><pkg:package '
                 b'xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">', "flat-docx"),
    "a page as a letter": (b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n", "mht"),
    "tar": (b"a.docx" + bytes(251) + b"ustar", "archive"), "gzip": (b"\x1f\x8b\x08", "archive"),
    "rar": (b"Rar!\x1a\x07", "archive"), "text": ("工作计划".encode(), "text"),
    "binary": (b"\x01\x00\x02", "unknown"),
}


@pytest.mark.parametrize(("data", "name"), FORMATS.values(), ids=FORMATS)
def test_a_file_is_known_by_its_bytes(data, name):
    assert format_of(data) == name


@pytest.mark.parametrize(("data", "name"), FORMATS.values(), ids=FORMATS)
def test_a_file_on_the_disk_is_known_as_well(tmp_path, data, name):
    (tmp_path / "file").write_bytes(data)
    assert format_at(tmp_path / "file") == name


@pytest.mark.parametrize(("found", "promised"), [
    ("doc", "doc"), ("doc", "wps"), ("rtf", "doc"), ("rtf", ""), ("odt", "docx"),
    ("html", "doc"), ("mht", "wps")])
def test_what_has_to_be_converted(found, promised):
    assert is_old(found, promised)


@pytest.mark.parametrize(("found", "promised"), [
    ("docx", "doc"), ("pdf", "pdf"), ("html", ""), ("text", "doc"), ("flat-docx", "word-xml"),
    ("word-xml", "doc")])
def test_what_is_read_as_it_is_or_not_at_all(found, promised):
    assert not is_old(found, promised)


@pytest.mark.parametrize(("found", "promised", "fits"), [
    ("doc", "wps", True), ("flat-docx", "word-xml", True), ("docx", "docx", True),
    ("rtf", "doc", False), ("docx", "doc", False), ("docx", "zip", False)])
def test_a_suffix_fits_a_format(found, promised, fits):
    assert named_so(found, promised) is fits


@pytest.mark.parametrize(("suffix", "promise"), [
    (".docx", "docx"), (".doc", "doc"), (".pdf", "pdf"), (".wps", "wps"), (".rtf", "rtf")])
def test_a_suffix_promises_a_format(suffix, promise):
    assert SUFFIXES[suffix] == promise
