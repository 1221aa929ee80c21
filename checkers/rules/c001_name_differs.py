"""C001 name-differs: the file name names another school or studio than the document.

Fails:
    file 滨河小学校本研修计划.docx
Passes:
    file 江城实验学校校本研修计划.docx
Why:    a file under a wrong name is filed under the wrong school, or it is somebody else's paper.
Mend:   see which of the two is right; rename the file or correct the title.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import PurePosixPath

from checkers.case import Case
from checkers.findings import Finding, Location
from checkers.lines import Line
from checkers.units import may_be_one, studios_in, units_in
from plans.messages import _

SEVERITY = "warning"
_TOP = 6            # lines from the top in which a cover or a letterhead names its school


def check(case: Case) -> Iterator[Finding]:
    """Only where both name one; a short form and the whole name are the same."""
    if case.outline is None:
        return
    stem = PurePosixPath(case.submission.name).stem
    main = case.outline.main
    # A title is looked at first: below it others may be spoken of.
    for text in (main.title, "\n".join(one.text for one in [
            row for row in main.rows if isinstance(row, Line)][:_TOP])):
        for names_in in (units_in, studios_in):
            if _differ(names_in, stem, text):
                yield Finding(
                    _("the file is called “{file}”, but the document is of {names}").format(
                        file=stem, names="、".join(names_in(text))),
                    _("see which is right; rename the file or correct the document"),
                    Location(quote=main.title))
                return
        if units_in(text) or studios_in(text):
            return


def _differ(names_in: Callable[[str], tuple[str, ...]], stem: str, text: str) -> bool:
    ours, theirs = names_in(stem), names_in(text)
    return bool(ours and theirs) and not any(
        may_be_one(one, other) for one in ours for other in theirs)
