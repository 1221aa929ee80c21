"""F003 damaged: the file is broken or was not copied to its end.

Fails:
    file damaged.docx
Passes:
    file good.docx
Why:    half a file may lack any section, so nothing is said about its content.
Mend:   ask for the file once more; open it in Word first and save it under a new name.
"""

from __future__ import annotations

from collections.abc import Iterator

from checkers.case import Case
from checkers.document import ARCHIVE, BROKEN_OFF, CONVERSION, UNOPENED
from checkers.findings import Finding
from plans.messages import N_, _

SEVERITY = "error"
_TOLD = {
    UNOPENED: (N_("the file cannot be opened"),
               N_("close it in other programs, and check that you may read it")),
    BROKEN_OFF: (N_("reading the file broke off"),
                 N_("check it alone; if it happens again, save it under a new name in Word")),
    ARCHIVE: (N_("the archive is damaged, or packed in an unusual way, and cannot be unpacked"),
              N_("pack it again as .zip, or hand in the files that are in it")),
    CONVERSION: (N_("LibreOffice could not read the file: it is damaged, or not what its name "
                    "says"),
                 N_("open it in Word or WPS and save it as .docx")),
    "": (N_("the file is damaged and cannot be read"),
         N_("open it in Word, save it under a new name, and hand that in")),
}


def check(case: Case) -> Iterator[Finding]:
    """A part that is damaged (a page, a header) leaves the rest readable: a person has to look."""
    document = case.submission.document
    if document is not None and document.skipped:
        yield Finding(
            _("a part of the file is damaged and was not read: {parts}").format(
                parts="、".join(document.skipped[:5])),
            _("open it in Word, save it under a new name, and hand that in"),
            severity="warning", review=True)
    trouble = case.submission.trouble
    if trouble is not None and trouble.rule == "F003":
        what, mend = _TOLD.get(trouble.of or trouble.detail, _TOLD[""])
        yield Finding(_(what), _(mend), is_internal=trouble.detail in (UNOPENED, BROKEN_OFF))
