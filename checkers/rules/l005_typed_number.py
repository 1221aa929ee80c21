"""L005 typed-number: numbers of headings are typed by hand.

Fails:
    file typed-numbers.docx
Passes:
    file standard.docx
Why:    a section put in between makes every typed number after it wrong.
Mend:   delete the number and give the heading the style of its level; Word then counts.
"""

from __future__ import annotations

from collections.abc import Iterator

from checkers.case import Case
from checkers.differences import source_name
from checkers.findings import Finding, at_heading
from plans.messages import _, ngettext
from plans.profile import HABIT

SEVERITY = "off"


def check(case: Case) -> Iterator[Finding]:
    """One finding a document, at its first typed number."""
    if case.outline is None or case.sheets is None:
        return
    typed = [one for one in case.outline.headings() if one.numeral and not one.paragraph.number]
    if typed:
        yield Finding(ngettext(
            "the number of {count} heading is typed instead of automatic ({source})",
            "the numbers of {count} headings are typed instead of automatic ({source})",
            len(typed)).format(count=len(typed), source=source_name(HABIT)),
            _("delete the typed number and use the style of the heading's level"),
            at_heading(typed[0]))
