"""Pages of a PDF that are pictures, or whose characters say nothing, read from their picture."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from typing import Any

import pypdfium2.raw as pdfium

from checkers.document import GARBLED
from checkers.ocr import LONG_SIDE, Eyes
from checkers.pdf.legibility import garbled_share
from checkers.pdf.pages import Page

_LEAST_SIDE = 1200                  # px, of the picture that is read
_PIXELS = 150_000_000               # of a picture in the file: a page scanned at 1200 dpi


def with_scans_read(document: Any, pages: Sequence[Page], eyes: Eyes) -> list[Page]:
    """`pages` with those that need it read from their pictures, as many as there is time for."""
    needed = [page.number for page in pages if not page.is_recognised and (
        page.is_scan or garbled_share([page]) > GARBLED)]
    read = dict(_read(document, needed, eyes))
    return [read.get(page.number, page) for page in pages]


def _read(document: Any, needed: Sequence[int], eyes: Eyes) -> Iterator[tuple[int, Page]]:
    for place, number in enumerate(needed, 1):
        page = document[number - 1]
        try:
            pictures = list(_pictures(page.raw))
            if any(across * down > _PIXELS for across, down in pictures):
                continue
            width, height = page.get_size()
            side = max((max(one) for one in pictures), default=LONG_SIDE)
            image = page.render(scale=min(LONG_SIDE, max(_LEAST_SIDE, side))
                                / max(width, height, 1)).to_pil()
        finally:
            page.close()
        found = eyes.page(image, number, width, height, (place, len(needed)))
        if found is None:
            return
        yield number, found


def _pictures(page: Any) -> Iterator[tuple[int, int]]:
    """The width and height in pixels of each picture that lies on the page itself."""
    width, height = ctypes.c_uint(), ctypes.c_uint()
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        item = pdfium.FPDFPage_GetObject(page, index)
        if pdfium.FPDFPageObj_GetType(item) == pdfium.FPDF_PAGEOBJ_IMAGE and (
                pdfium.FPDFImageObj_GetImagePixelSize(item, width, height)):
            yield width.value, height.value
