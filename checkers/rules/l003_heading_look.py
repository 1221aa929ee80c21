"""L003 heading-look: headings of a level are not set as the profile asks.

Fails:
    file plain-headings.docx
Passes:
    file standard.docx
Why:    headings of one level that look alike show how the paper is built.
Mend:   give each heading the style of its level (标题 1, 标题 2), and set the type in the style.
"""

from __future__ import annotations

from collections.abc import Iterator

from checkers.case import Case
from checkers.differences import differences, joined
from checkers.findings import Finding, at_heading
from checkers.month_words import month_line
from plans.messages import _

SEVERITY = "off"


def check(case: Case) -> Iterator[Finding]:
    """A heading that runs on into its text is let be, and so are months and the caption of a table;
    each way of differing is told once a level."""
    if case.outline is None or case.sheets is None:
        return
    seen: set[tuple[int, tuple[str, ...]]] = set()
    for heading in case.outline.headings():
        caption = not heading.numeral and heading.paragraph.look.centred
        if heading.run_in or heading.paragraph.table or caption or month_line(heading.title):
            continue
        phrases = tuple(differences(heading.paragraph, case.look.heading(heading.level)))
        if phrases and (heading.level, phrases) not in seen:
            seen.add((heading.level, phrases))
            yield Finding(_("headings of level {level}: {differences}").format(
                level=heading.level, differences=joined(phrases)),
                _("change it in the style of this level, then all headings follow"),
                at_heading(heading))
