"""F007 garbled: text that comes out of the PDF as unreadable signs.

Fails:
    file garbled.pdf
Passes:
    file good.docx
Why:    a font without its character table looks right on paper but cannot be read or searched.
Mend:   save the PDF again from Word with fonts embedded, or hand in the .docx.
"""

from __future__ import annotations

from collections.abc import Iterator

from checkers.case import Case
from checkers.document import GARBLED
from checkers.findings import Finding
from plans.messages import _

SEVERITY = "warning"


def check(case: Case) -> Iterator[Finding]:
    """Garbled text is a question to a person, never a failure."""
    document = case.submission.document
    if document is not None and document.garbled_share > GARBLED:
        yield Finding(
            _("{share:.0%} of the text is unreadable signs").format(share=document.garbled_share),
            _("hand in the .docx, or save the PDF again from Word; or check with --ocr, which "
              "reads the pages as pictures"), review=True)
