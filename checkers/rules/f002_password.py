"""F002 password: the file is protected by a password and cannot be opened.

Fails:
    file password.docx
Passes:
    file good.docx
Why:    what cannot be opened cannot be checked, and nobody knows the password next year.
Mend:   in Word or WPS: File, Protect, Encrypt with password; delete the password and save.
"""

from __future__ import annotations

from collections.abc import Iterator

from checkers.case import Case
from checkers.document import ARCHIVE
from checkers.findings import Finding
from plans.messages import N_, _

SEVERITY = "error"
_FILE = (N_("the file is protected by a password"),
         N_("take the password off (File, Protect document) and hand it in again"))
_ARCHIVE = (N_("the archive is protected by a password"),
            N_("unpack it with the password, and hand in the files that are in it"))


def check(case: Case) -> Iterator[Finding]:
    """The file itself is the finding."""
    trouble = case.submission.trouble
    if trouble is not None and trouble.rule == "F002":
        what, mend = _ARCHIVE if trouble.of == ARCHIVE else _FILE
        yield Finding(_(what), _(mend))
