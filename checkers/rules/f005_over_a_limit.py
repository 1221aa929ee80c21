"""F005 over-a-limit: the file is too large, too deep or takes too long to read.

Fails:
    file bomb.docx
Passes:
    file good.docx
Why:    a file that unpacks to gigabytes would stop the check of all the others.
Mend:   make the pictures smaller, or save the text alone under a new name.
"""

from __future__ import annotations

from collections.abc import Iterator

from checkers.case import Case
from checkers.document import ARCHIVE, CONVERSION
from checkers.findings import Finding
from plans.messages import N_, _

SEVERITY = "error"
_TOLD = {
    "": (N_("the file goes beyond what is read ({limit})"),
         N_("make its pictures smaller, or save the text alone, and hand that in")),
    ARCHIVE: (N_("the archive goes beyond what is unpacked ({limit})"),
              N_("unpack it, and check the folder")),
    CONVERSION: (N_("LibreOffice did not finish converting the file ({limit})"),
                 N_("open it in Word or WPS and save it as .docx")),
}


def check(case: Case) -> Iterator[Finding]:
    """The file itself is the finding."""
    trouble = case.submission.trouble
    if trouble is not None and trouble.rule == "F005":
        what, mend = _TOLD[trouble.of]
        yield Finding(_(what).format(limit=trouble.detail), _(mend))
