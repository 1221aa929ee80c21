"""Writes notes into a copy of a PDF, as its reader's comment list shows them; pages stay."""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Sequence
from io import BytesIO
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from checkers.comments import Comment, Signed
from checkers.document import Unreadable
from checkers.findings import AFTER, BEFORE
from checkers.pdf.drawings import Box
from checkers.pdf.pages import open_pdf, point_turned

_ICON = 18.0            # pt: what readers draw a note as, whatever its box
_GAP = 3.0              # pt, between a note and the line that it is about
_YELLOW = (255, 209, 0)
_PRINTED = 4            # flag of an annotation that is printed as well
_LATER = 6.0            # pt by which a further note at one place stands lower
_RECTANGLES = 1_000     # of the text of a page that are looked at


def with_notes(data: bytes, comments: Sequence[Comment], signed: Signed) -> bytes:
    """The PDF `data` with a note for each of `comments`; each spot is one that `read_pdf` gave.

    Raises Unreadable as `read_pdf` does, and F003 where the copy cannot be written.
    """
    document = open_pdf(data)
    try:
        beside: Counter[tuple[float, ...]] = Counter()
        for comment in comments:
            _add(document, comment, signed, beside[comment.spot])
            beside[comment.spot] += 1
        out = BytesIO()
        # Added at the end of a file whose table of objects is packed, others could not read it.
        document.save(out, flags=pdfium.FPDF_NO_INCREMENTAL)
    except pypdfium2.PdfiumError as error:
        raise Unreadable("F003", str(error)) from error
    finally:
        document.close()
    return out.getvalue()


def _add(document: Any, comment: Comment, signed: Signed, before: int) -> None:
    page = pdfium.FPDF_LoadPage(document.raw, int(comment.spot[0]) - 1)
    if not page:
        raise Unreadable("F003", f"page {comment.spot[0]:g}")
    try:
        note = pdfium.FPDFPage_CreateAnnot(page, pdfium.FPDF_ANNOT_TEXT)
        if not note:
            raise Unreadable("F003", f"page {comment.spot[0]:g}")
        pdfium.FPDFAnnot_SetRect(note, ctypes.byref(_box(page, comment, before)))
        pdfium.FPDFAnnot_SetColor(note, pdfium.FPDFANNOT_COLORTYPE_Color, *_YELLOW, 255)
        pdfium.FPDFAnnot_SetFlags(note, _PRINTED)
        for key, text in (("Contents", "\n".join(comment.lines)), ("T", signed.author),
                          ("M", f"D:{signed.when:%Y%m%d%H%M%S}")):
            wide = (text + "\0").encode("utf-16-le", "replace")
            pdfium.FPDFAnnot_SetStringValue(note, key.encode(), (
                ctypes.c_ushort * (len(wide) // 2)).from_buffer_copy(wide))
        pdfium.FPDFPage_CloseAnnot(note)
    finally:
        pdfium.FPDF_ClosePage(page)


def _box(page: Any, comment: Comment, before: int) -> Any:
    """The box of a note, in the margin beside its line, in the page's own coordinates."""
    _page, left, base, size = comment.spot
    frame = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, frame)
    sheet = Box(frame.left, frame.bottom, frame.right, frame.top)
    turn = pdfium.FPDFPage_GetRotation(page) * 90
    x0 = max(0.0, min(left, _leftmost(page, sheet, turn)) - _ICON - _GAP)
    y0 = base - (size + _ICON) / 2 + _LATER * before
    if comment.side == BEFORE:
        y0 -= size
    elif comment.side == AFTER:
        y0 += size
    (ax, ay), (bx, by) = (_point_on(x, y, sheet, turn)
                          for x, y in ((x0, y0), (x0 + _ICON, y0 + _ICON)))
    return pdfium.FS_RECTF(min(ax, bx), max(ay, by), max(ax, bx), min(ay, by))


def _leftmost(page: Any, sheet: Box, turn: int) -> float:
    """Where the text of a page begins, as it is seen."""
    text = pdfium.FPDFText_LoadPage(page)
    if not text:
        return sheet.x1
    try:
        found = []
        for number in range(min(pdfium.FPDFText_CountRects(text, 0, -1), _RECTANGLES)):
            left, top, right, bottom = (ctypes.c_double() for _side in range(4))
            pdfium.FPDFText_GetRect(text, number, left, top, right, bottom)
            found += [point_turned(x.value, y.value, sheet, turn)[0]
                      for x, y in ((left, top), (right, bottom))]
    finally:
        pdfium.FPDFText_ClosePage(text)
    return min(found, default=sheet.x1)


def _point_on(x: float, y: float, sheet: Box, turn: int) -> tuple[float, float]:
    """The point of the page that is seen at `x`, `y` from its top left corner once it is turned."""
    if turn == 90:
        return sheet.x0 + y, sheet.y0 + x
    if turn == 180:
        return sheet.x1 - x, sheet.y0 + y
    if turn == 270:
        return sheet.x1 - y, sheet.y1 - x
    return sheet.x0 + x, sheet.y1 - y
