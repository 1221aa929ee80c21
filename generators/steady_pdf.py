"""A PDF without what LibreOffice puts into it anew at each printing.

That is the time, sums of everything with the time in it, and in fonts of the PostScript kind a
number that counts the fonts of the run. Then the same document gives the same bytes, and it can be
said that a PDF is unchanged.
"""

from __future__ import annotations

import hashlib
import re
import zipfile
import zlib
from bisect import bisect_left
from itertools import accumulate

from generators.package import members_of

_TIME = re.compile(rb"(?<=/CreationDate\(D:)\d{14}")
_SUM = re.compile(rb"(?:/ID \[ <|/DocChecksum /)([0-9A-F]{32})")
_CREATED = re.compile(rb"<dcterms:created[^>]*>(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)")
_FONT = re.compile(rb"<</Length (\d+) 0 R/Filter/FlateDecode/Length1 (\d+)/Length2 (\d+)"
                   rb"/Length3 \d+>>\nstream\n(.*?)\nendstream", re.DOTALL)
_COUNTED = re.compile(rb"(?<=/UniqueID )\d{7}")
_KEY = 55665
_TABLE = re.compile(rb"\nstartxref\n(\d+)\n")
_PLACE = re.compile(rb"\d{10}(?= \d{5} n)")


def steady(pdf: bytes, document: bytes) -> bytes:
    """`pdf`, printed from the .docx `document`, as it will be whenever that is printed again.

    It was created when the document was. A PDF that is built otherwise than those of LibreOffice 7
    is left as it is.
    """
    table = _TABLE.search(pdf)
    if not _TIME.search(pdf) or table is None or not pdf.startswith(b"xref\n", int(table[1])):
        return pdf
    own = hashlib.sha256(document).hexdigest()[:32].upper().encode()
    for found in set(_SUM.findall(pdf)):
        pdf = pdf.replace(found, own)
    pdf = _TIME.sub(_created(document), pdf)
    return _replaced(pdf, _fonts(pdf), int(table[1]))


def _created(document: bytes) -> bytes:
    try:
        properties = dict(members_of(document)).get("docProps/core.xml", b"")
    except (zipfile.BadZipFile, zlib.error):
        properties = b""
    created = _CREATED.search(properties)
    return b"".join(created.groups()) if created else b"19800101000000"


def _fonts(pdf: bytes) -> list[tuple[int, int, bytes]]:
    """What to put in place of the bytes from one place to another, in order."""
    found = []
    for font in _FONT.finditer(pdf):
        try:
            content = zlib.decompress(font[4])
        except zlib.error:
            continue
        packed = zlib.compress(_uncounted(content, int(font[2]), int(font[3])))
        length = re.compile(rb"(?<=\n%b 0 obj\n)\d+(?=\nendobj)" % font[1]).search(pdf)
        if length is not None:
            found += [(*font.span(4), packed), (*length.span(), b"%d" % len(packed))]
    return sorted(found)


def _uncounted(font: bytes, clear: int, secret: int) -> bytes:
    """A PostScript font, its first `clear` bytes legible and the next `secret` ones not, without
    its number; the same length."""
    start, middle, end = font[:clear], font[clear:clear + secret], font[clear + secret:]
    return (_COUNTED.sub(b"4100000", start)
            + _encrypted(_COUNTED.sub(b"4100000", _decrypted(middle))) + end)


def _decrypted(secret: bytes) -> bytes:
    """By the rule and with the key of Adobe Type 1 Font Format 1.1, section 7."""
    key, text = _KEY, bytearray()
    for byte in secret:
        text.append(byte ^ key >> 8)
        key = (byte + key) * 52845 + 22719 & 0xFFFF
    return bytes(text)


def _encrypted(text: bytes) -> bytes:
    key, secret = _KEY, bytearray()
    for byte in text:
        secret.append(byte ^ key >> 8)
        key = (secret[-1] + key) * 52845 + 22719 & 0xFFFF
    return bytes(secret)


def _replaced(pdf: bytes, changes: list[tuple[int, int, bytes]], table: int) -> bytes:
    """`pdf` with `changes`, and its table of places, at `table`, set right."""
    starts = [start for start, _, _ in changes]
    shifts = [0, *accumulate(len(new) - (end - start) for start, end, new in changes)]

    def moved(place: int) -> int:
        return place + shifts[bisect_left(starts, place)]

    pieces, last = [], 0
    for start, end, new in changes:
        pieces += [pdf[last:start], new]
        last = end
    places = _PLACE.sub(lambda old: b"%010d" % moved(int(old[0])), pdf[table:])
    return b"".join([*pieces, pdf[last:table],
                     _TABLE.sub(b"\nstartxref\n%d\n" % moved(table), places)])
