"""F014 recognised: pages whose text was recognised from a picture (OCR).

Fails:
    file searchable-scan.pdf
Passes:
    file good.docx
Why:    recognition misreads a character now and then, so what is not found there may be there: it
        is asked about, and no paper is returned for it.
Mend:   save the document as PDF from Word instead of scanning the paper; else compare the pages.
"""

from __future__ import annotations

from collections.abc import Iterator

from checkers.case import Case
from checkers.findings import Finding
from checkers.page_numbers import pages_shown
from plans.messages import _

SEVERITY = "info"


def check(case: Case) -> Iterator[Finding]:
    """A word to the reader; the file may still pass."""
    document = case.submission.document
    if document is not None and document.ocr_pages:
        yield Finding(
            _("the text of these pages was recognised from their pictures (OCR): {pages}").format(
                pages=pages_shown(document.ocr_pages)),
            _("recognition makes mistakes: compare what is asked about with the pages"))
