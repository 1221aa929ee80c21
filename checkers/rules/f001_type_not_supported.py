"""F001 type-not-supported: the file is not a Word or PDF document.

Fails:
    file picture.png
Passes:
    file good.docx
Why:    a picture or a spreadsheet has no sections that could be looked for.
Mend:   hand the document in as .docx or .pdf; put pictures into it as annexes.
"""

from __future__ import annotations

from collections.abc import Iterator

from checkers.case import Case
from checkers.findings import Finding
from plans.messages import N_, _

SEVERITY = "error"
_WHAT = {"picture": N_("a picture"), "archive": N_("an archive"), "media": N_("sound or video"),
         "other-office": N_("a spreadsheet or presentation"), "xlsx": N_("a workbook"),
         "html": N_("a web page"), "text": N_("plain text"), "unknown": N_("of an unknown type")}
_MEND = {"xlsx": N_("hand it in as .docx or .pdf; a list or a form in .xlsx is read by "
                     "`homeroom collect`"),
         "archive": N_("unpack it first, and hand in the files that are in it"),
         "picture": N_("hand it in as .docx or .pdf; or check with --ocr, which reads pictures")}

_MEND_ANY = N_("hand it in as .docx or .pdf")


def check(case: Case) -> Iterator[Finding]:
    """The file itself is the finding."""
    trouble = case.submission.trouble
    if trouble is not None and trouble.rule == "F001":
        yield Finding(_("this is no Word or PDF document but {what}").format(
            what=_(_WHAT.get(trouble.detail, trouble.detail))),
            _(_MEND.get(trouble.detail, _MEND_ANY)))
