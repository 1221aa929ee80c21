"""The characters of a page, each with its place and its face, as pdfium's text page gives them.

Places are those of the page in its own coordinates (points, y upwards); `pages` turns them upright.
"""

from __future__ import annotations

import ctypes
import math
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from checkers.pdf.characters import UNREADABLE, typed

_FILL_AND_STROKE, _INVISIBLE = 2, 3
_BOLD_NAMES = ("bold", "heavy", "black", "黑体", "simhei", "heiti", "-hei", "小标宋")
# pypdfium2 wraps every returned pointer in an object, which costs more than the call itself.
_object_at = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)(
    ctypes.cast(pdfium.FPDFText_GetTextObject, ctypes.c_void_p).value or 0)
_font_of = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p)(
    ctypes.cast(pdfium.FPDFTextObj_GetFont, ctypes.c_void_p).value or 0)


class Face(NamedTuple):
    """What the characters of one text object share; `direction` is that of reading, in degrees."""

    font: str
    size: float                     # pt, as it appears on the page
    bold: bool
    direction: int
    rough: bool = False             # recognised on a picture, so that its place is not exact


class Glyph(NamedTuple):
    """A character: its box (x0 < x1, y0 < y1), a point of its baseline, its face."""

    char: str
    x0: float
    y0: float
    x1: float
    y1: float
    x: float
    y: float
    face: Face
    owner: int                      # the address of its text object
    is_blank: bool


def glyphs_on(page: Any, limit: int) -> list[Glyph] | None:
    """The characters of pdfium's `page` in the order of its content; None for more than `limit`."""
    text_page = pdfium.FPDFText_LoadPage(page)
    if not text_page:
        return []
    try:
        count = pdfium.FPDFText_CountChars(text_page)
        return None if count > limit else _read(text_page, count)
    finally:
        pdfium.FPDFText_ClosePage(text_page)


def _read(text_page: Any, count: int) -> list[Glyph]:
    box, origin_x, origin_y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    address = ctypes.cast(text_page, ctypes.c_void_p)
    faces: dict[int, Face] = {}
    fonts: dict[int, tuple[str, bool]] = {}
    glyphs: list[Glyph] = []
    before, x, y = 0, 0.0, 0.0
    for index in range(count):
        owner = _object_at(address, index)
        if not owner:               # a blank or line end that pdfium made up
            continue
        char = typed(pdfium.FPDFText_GetUnicode(text_page, index))
        if pdfium.FPDFText_HasUnicodeMapError(text_page, index) == 1:
            char = UNREADABLE       # else it is the number of a glyph, which may look like text
        if not char:
            if glyphs and glyphs[-1].owner == owner:    # its place belongs to what it follows
                pdfium.FPDFText_GetLooseCharBox(text_page, index, box)
                glyphs[-1] = glyphs[-1]._replace(x1=max(glyphs[-1].x1, box.right))
            continue
        face = faces.get(owner)
        if face is None:
            face = faces[owner] = _face(text_page, index, owner, fonts)
        pdfium.FPDFText_GetLooseCharBox(text_page, index, box)
        x0, y0, x1, y1 = box.left, box.bottom, box.right, box.top
        # The characters of an object share a baseline, but where it is askew or written downwards.
        if owner != before or face.direction % 90 or not y0 - face.size < y < y1 + face.size:
            pdfium.FPDFText_GetCharOrigin(text_page, index, origin_x, origin_y)
            x, y, before = origin_x.value, origin_y.value, owner
        glyphs.append(Glyph(char, x0, y0, x1, y1, x, y, face, owner, char.isspace()))
    return glyphs


def _face(text_page: Any, index: int, owner: int, fonts: dict[int, tuple[str, bool]]) -> Face:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text_page, index, matrix)
    address = _font_of(owner) or 0
    if address not in fonts:
        name = _font_name(address)
        fonts[address] = name, any(bold in name.lower() for bold in _BOLD_NAMES)
    font, bold = fonts[address]
    size = pdfium.FPDFText_GetFontSize(text_page, index)
    turn = 180 if size < 0 else 0   # a negative size turns text about, mostly back to upright
    mode = pdfium.FPDFTextObj_GetTextRenderMode(ctypes.cast(owner, pdfium.FPDF_PAGEOBJECT))
    return Face(
        font,
        round(abs(size) * math.hypot(matrix.c, matrix.d), 1),
        bold or mode == _FILL_AND_STROKE,
        (round(math.degrees(math.atan2(matrix.b, matrix.a))) + turn) % 360, mode == _INVISIBLE)


def _font_name(font: int) -> str:
    buffer = ctypes.create_string_buffer(256)
    if not font or not pdfium.FPDFFont_GetBaseFontName(
            ctypes.cast(font, pdfium.FPDF_FONT), buffer, 256):
        return ""
    try:
        name = buffer.value.decode("utf-8")
    except UnicodeDecodeError:      # Chinese Windows writes the name in its own code page
        name = buffer.value.decode("gb18030", "replace")
    tag, plus, rest = name.partition("+")
    return rest if plus and len(tag) == 6 else name
