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
from checkers.findings import Finding
from plans.messages import _

SEVERITY = "error"


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
        yield Finding(
            _("the file is damaged and cannot be read"),
            _("open it in Word, save it under a new name, and hand that in"))
