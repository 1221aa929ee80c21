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
from checkers.findings import Finding
from plans.messages import _

SEVERITY = "error"


def check(case: Case) -> Iterator[Finding]:
    """The file itself is the finding."""
    trouble = case.submission.trouble
    if trouble is not None and trouble.rule == "F005":
        yield Finding(
            _("the file goes beyond what is read ({limit})").format(limit=trouble.detail),
            _("make its pictures smaller, or save the text alone, and hand that in"))
