"""A PDF file page by page: every character upright, with its place from the top left corner."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from checkers import limits
from checkers.document import Unreadable
from checkers.pdf.drawings import Box, Drawing, drawing_on
from checkers.pdf.glyphs import Face, Glyph, glyphs_on
from checkers.pdf.sideways import groups_of, laid_down
from checkers.pdf.watermarks import watermark_on

_SCAN_CHARS = 20                    # fewer characters than these on a picture are no text layer
_COVERED = 0.5                      # share of the page that the picture of a scan covers
_SKEW = 8                           # degrees within which a line counts as level
_FILLED_IN = (pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_FREETEXT)


@dataclass(frozen=True, slots=True)
class Page:
    """A page of `width` times `height` points; y counts from its top downwards.

    `glyphs` are those of level text, `sideways` groups of text that stood upright, laid down;
    `slanted` is the text of watermarks. `rulings` are lines: boxes without height or without width.
    """

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    slanted: str = ""
    sideways: tuple[tuple[Glyph, ...], ...] = ()
    rulings: tuple[Box, ...] = ()
    is_scan: bool = False
    is_recognised: bool = False     # its characters were read from its picture, here or elsewhere


def open_pdf(data: bytes) -> Any:
    """The pypdfium2 document of `data`; raises Unreadable F002 (password) or F003 (damaged)."""
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
            raise Unreadable("F002") from error
        raise Unreadable("F003", str(error)) from error


def pages_of(document: Any) -> Iterator[Page | int]:
    """Each page in order, or its number (from 1) where it cannot be read.

    Raises Unreadable F005 for too many pages or characters. The declared number of pages may lie,
    so only a page that is there beyond the limit counts as one.
    """
    left = limits.PDF_CHARS
    for index in range(min(len(document), limits.PDF_PAGES + 1)):
        handle = pdfium.FPDF_LoadPage(document.raw, index)
        if not handle:
            yield index + 1
            continue
        try:
            if index >= limits.PDF_PAGES:
                raise Unreadable("F005", f"PDF > {limits.PDF_PAGES}")
            handle = _with_annotations_printed(document, handle, index)
            glyphs = glyphs_on(handle, left)
            if glyphs is None:
                raise Unreadable("F005", f"PDF > {limits.PDF_CHARS}")
            left -= len(glyphs)
            drawing = drawing_on(handle, {glyph.owner: glyph.face.size for glyph in glyphs})
            yield _upright(index + 1, handle, glyphs, drawing)
        finally:
            pdfium.FPDF_ClosePage(handle)


def _with_annotations_printed(document: Any, handle: Any, index: int) -> Any:
    # What was typed into form fields or over the page is no text of the page until it is flattened.
    for position in range(min(pdfium.FPDFPage_GetAnnotCount(handle), limits.PDF_PAGES)):
        annotation = pdfium.FPDFPage_GetAnnot(handle, position)
        kind = pdfium.FPDFAnnot_GetSubtype(annotation)
        pdfium.FPDFPage_CloseAnnot(annotation)
        if kind in _FILLED_IN:
            done = pdfium.FPDFPage_Flatten(handle, pdfium.FLAT_NORMALDISPLAY)
            if done == pdfium.FLATTEN_SUCCESS:
                pdfium.FPDF_ClosePage(handle)
                return pdfium.FPDF_LoadPage(document.raw, index)
            break
    return handle


def _upright(number: int, handle: Any, glyphs: list[Glyph], drawing: Drawing) -> Page:
    frame = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(handle, frame)
    page = Box(frame.left, frame.bottom, frame.right, frame.top)
    turn = _reading_direction(glyphs)
    level, aside = _faces(glyphs, turn)
    bolder = {glyph.owner: glyph.face._replace(bold=True) for glyph in glyphs
              if glyph.owner in drawing.copies}
    turned = turn in (90, 270)
    upright = [_turned(glyph, page, turn, bolder) for glyph in glyphs if glyph.face in level]
    mark = watermark_on(upright)
    across = set(mark)
    area = (page.x1 - page.x0) * (page.y1 - page.y0)
    pictured = sum((box.x1 - box.x0) * (box.y1 - box.y0) for box in drawing.pictures)
    written = sum(not glyph.is_blank for glyph in glyphs)
    is_picture = pictured >= _COVERED * area
    is_scan = is_picture and written < _SCAN_CHARS
    return Page(
        number,
        page.y1 - page.y0 if turned else page.x1 - page.x0,
        page.x1 - page.x0 if turned else page.y1 - page.y0,
        tuple(glyph for glyph in upright if glyph not in across) if mark else tuple(upright),
        "".join(glyph.char for glyph in (*mark, *glyphs) if glyph in across or (
            glyph.face not in level and glyph.face not in aside)).strip(),
        tuple(tuple(laid_down(group, way)) for way in sorted(set(aside.values()))
              for group in groups_of([_turned(glyph, page, turn, bolder) for glyph in glyphs
                                      if aside.get(glyph.face) == way])) if aside else (),
        tuple(_box_turned(box, page, turn) for box in drawing.rulings),
        is_scan,
        is_picture and not is_scan and 2 * sum(
            glyph.face.rough and not glyph.is_blank for glyph in glyphs) > written)


def _faces(glyphs: Iterable[Glyph], turn: int) -> tuple[set[Face], dict[Face, int]]:
    """The faces of level text, and those at a right angle to it with 90 or 270 degrees."""
    level: set[Face] = set()
    aside: dict[Face, int] = {}
    for face in {glyph.face for glyph in glyphs}:
        angle = (face.direction - turn) % 360
        if min(angle, 360 - angle) <= _SKEW:
            level.add(face)
        elif abs(angle - 90) <= _SKEW or abs(angle - 270) <= _SKEW:
            aside[face] = 90 if angle < 180 else 270
    return level, aside


def _reading_direction(glyphs: Iterable[Glyph]) -> int:
    # A landscape page is turned by /Rotate or by its text; the direction of most text tells both.
    counts = Counter(round(glyph.face.direction / 90) * 90 % 360 for glyph in glyphs)
    return counts.most_common(1)[0][0] if counts else 0


def _turned(glyph: Glyph, page: Box, turn: int, faces: Mapping[int, Face]) -> Glyph:
    char, x0, y0, x1, y1, x, y, face, owner, blank = glyph
    if turn:
        x0, y0, x1, y1 = _box_turned(Box(x0, y0, x1, y1), page, turn)
        x, y = point_turned(x, y, page, turn)
    else:                           # nearly every page, so without a call for each corner
        left, top = page.x0, page.y1
        x0, x1, x, y0, y1, y = x0 - left, x1 - left, x - left, top - y1, top - y0, top - y
    return Glyph(char, x0, y0, x1, y1, x, y, faces.get(owner, face), owner, blank)


def _box_turned(box: Box, page: Box, turn: int) -> Box:
    x0, y0 = point_turned(box.x0, box.y0, page, turn)
    x1, y1 = point_turned(box.x1, box.y1, page, turn)
    return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def point_turned(x: float, y: float, page: Box, turn: int) -> tuple[float, float]:
    """A point of the page as it is seen: from the top left corner once the page is turned."""
    if turn == 90:
        return y - page.y0, x - page.x0
    if turn == 180:
        return page.x1 - x, y - page.y0
    if turn == 270:
        return page.y1 - y, page.x1 - x
    return x - page.x0, page.y1 - y
