"""F004 legacy-format: an old format that has to be converted before it can be read.

Fails:
    file legacy.doc
Passes:
    file good.docx
Why:    .doc, .wps, .odt and .rtf files are read through LibreOffice, which is not there.
Mend:   in Word or WPS: Save as, Word document (.docx); or install LibreOffice on this computer.
"""

from __future__ import annotations

from collections.abc import Iterator

from checkers.case import Case
from checkers.findings import Finding
from checkers.sniff import name_of
from plans.messages import _

SEVERITY = "error"


def check(case: Case) -> Iterator[Finding]:
    """The file itself is the finding."""
    trouble = case.submission.trouble
    if trouble is not None and trouble.rule == "F004":
        yield Finding(
            _("the file is in an old format ({format}), and there is no LibreOffice that works to "
              "convert it").format(format=name_of(trouble.detail)),
            _("open it in Word or WPS and save it as .docx, or install LibreOffice on this "
              "computer"))
