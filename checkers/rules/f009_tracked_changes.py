"""F009 tracked-changes: insertions or deletions that nobody has accepted yet.

Fails:
    file tracked.docx
Passes:
    file good.docx
Why:    what is printed depends on who opens it; we read it as if all were accepted.
Mend:   in Word or WPS: Review, Accept all changes; then save.
"""

from __future__ import annotations

from collections.abc import Iterator

from checkers.case import Case
from checkers.findings import Finding
from plans.messages import _

SEVERITY = "warning"


def check(case: Case) -> Iterator[Finding]:
    """The final view is what was checked; the paper may show another."""
    document = case.submission.document
    if document is not None and document.tracked_changes:
        yield Finding(
            _("{count} tracked changes are pending").format(count=document.tracked_changes),
            _("accept or reject them (Review, Changes) and save"))
