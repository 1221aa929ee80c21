"""F004 legacy-format: an old format that has to be converted before it can be read.

Fails:
    file legacy.doc
Passes:
    file good.docx
Why:    .doc, .wps, .odt, .rtf and Word-2003 XML are other formats, not older .docx files.
Mend:   in Word or WPS: Save as, Word document (.docx).
"""

from __future__ import annotations

from collections.abc import Iterator

from checkers.case import Case
from checkers.findings import Finding
from plans.messages import _

SEVERITY = "error"
_FORMATS = {"word-xml": "Word 2003 XML"}


def check(case: Case) -> Iterator[Finding]:
    """The file itself is the finding."""
    trouble = case.submission.trouble
    if trouble is not None and trouble.rule == "F004":
        yield Finding(
            _("the file is in an old format ({format}) that is not read").format(
            format=_FORMATS.get(trouble.detail, "." + trouble.detail)),
            _("open it in Word or WPS and save it as .docx"))
