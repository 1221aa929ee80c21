"""F006 scan: pages that are pictures, without any text.

Fails:
    file scan.pdf
Passes:
    file good.docx
Why:    words in a picture cannot be read, so nothing is said to be missing on such pages.
Mend:   save the document as PDF from Word instead of scanning the paper, check with --ocr, or
        look yourself.
"""

from __future__ import annotations

from collections.abc import Iterator

from checkers.case import Case
from checkers.findings import Finding
from checkers.page_numbers import pages_shown
from plans.messages import _

SEVERITY = "warning"


def check(case: Case) -> Iterator[Finding]:
    """A scan is a question to a person, never a failure."""
    document = case.submission.document
    if document is not None and document.scanned_pages:
        yield Finding(
            _("pages that are pictures without text: {pages}").format(
                pages=pages_shown(document.scanned_pages)),
            _("save the PDF from Word instead of scanning it; or check with --ocr, which reads "
              "pictures; or read these pages yourself"),
            review=True,
            advice=_("hand in the Word file, or a PDF saved from Word instead of scanned"))
