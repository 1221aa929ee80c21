"""F010 empty: a file without any text.

Fails:
    file empty.docx
Passes:
    file good.docx
Why:    often the wrong file was attached, or it was never saved.
Mend:   ask for the file once more.
"""

from __future__ import annotations

from collections.abc import Iterator

from checkers.case import Case
from checkers.document import ARCHIVE
from checkers.findings import Finding
from plans.messages import _

SEVERITY = "error"


def check(case: Case) -> Iterator[Finding]:
    """A file of no bytes, or a document of no words; a scan is not empty."""
    submission = case.submission
    nothing = submission.trouble is not None and submission.trouble.rule == "F010"
    if nothing or (submission.document is not None and submission.document.is_blank
                   and not submission.document.scanned_pages):
        is_archive = submission.trouble is not None and submission.trouble.of == ARCHIVE
        yield Finding(_("the archive holds no file") if is_archive else _("the file holds no text"),
                      _("check whether the right file was handed in"))
