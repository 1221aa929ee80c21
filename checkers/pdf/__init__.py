"""The PDF reader: a file's bytes as paragraphs and tables, in reading order, as they were typed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from checkers import limits
from checkers.document import Reading, Unreadable
from checkers.ocr import Eyes
from checkers.pdf.composition import composed
from checkers.pdf.legibility import garbled_share
from checkers.pdf.pages import Page, open_pdf, pages_of
from checkers.pdf.scans import with_scans_read

__all__ = ["read_pdf", "reading_of"]


def read_pdf(data: bytes, eyes: Eyes | None = None) -> Reading:
    """What the PDF file `data` says; pages that do not say it in characters are read by `eyes`.

    Raises Unreadable: F002 for a password, F003 for a damaged file or one without pages, F005 for
    more pages or characters than checkers.limits allows. A page that cannot be read is named in
    `skipped`.
    """
    document = open_pdf(data)
    try:
        declared = len(document)
        found = list(pages_of(document))
        pages = [page for page in found if isinstance(page, Page)]
        if eyes:
            pages = with_scans_read(document, pages, eyes)
    finally:
        document.close()
    if not pages:
        raise Unreadable("F003")
    missing = [page for page in found if isinstance(page, int)]
    return reading_of(pages, declared, tuple(_names(missing, declared)))


def reading_of(pages: Sequence[Page], declared: int = 0, skipped: tuple[str, ...] = ()) -> Reading:
    """What stands on `pages` of a file that says it has `declared` pages, without those `skipped`.
    """
    blocks, margins = composed(pages)
    return Reading(
        blocks, margins=margins, skipped=skipped,
        pages=declared if 0 < declared <= limits.PDF_PAGES else pages[-1].number,
        scanned_pages=tuple(page.number for page in pages if page.is_scan),
        garbled_share=garbled_share(page for page in pages if not page.is_recognised),
        ocr_pages=tuple(page.number for page in pages if page.is_recognised))


def _names(missing: Sequence[int], declared: int) -> Iterator[str]:
    """The pages that are `missing`, those in a row as one; the last ones up to what is declared."""
    for _, group in groupby(enumerate(missing), key=lambda pair: pair[1] - pair[0]):
        numbers = [number for _, number in group]
        last = declared if numbers[-1] > limits.PDF_PAGES else numbers[-1]
        yield f"page {last}" if last == numbers[0] else f"pages {numbers[0]}-{last}"
