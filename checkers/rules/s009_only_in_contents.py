"""S009 only-in-contents: the table of contents names a section that is not in the text.

Fails:
    file only-in-contents.docx
Passes:
    file good.docx
Why:    the contents list was not brought up to date after the section was deleted.
Mend:   write the section, then update the contents list (in Word: select it, press F9).
"""

from __future__ import annotations

from collections.abc import Iterator

from checkers.case import Case
from checkers.findings import Finding, Location
from checkers.matching import MISSING
from plans.comparing import compare_form
from plans.messages import _

SEVERITY = "warning"


def check(case: Case) -> Iterator[Finding]:
    """Said beside S001, which names the missing section itself."""
    if case.outline is None:
        return
    contents = [line for part in case.outline.parts for line in part.contents]
    for one in case.requirements:
        if one.state == MISSING and any(compare_form(one.section.name) in line
                                        for line in contents):
            yield Finding(
                _("“{title}” stands in the table of contents only").format(
                    title=one.section.name),
                _("write the section, then update the contents list (select it, press F9)"),
                Location(section=one.section.name))
