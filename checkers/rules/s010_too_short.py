"""S010 too-short: a section says less than the kind asks for.

Fails:
    file short-section.docx
Passes:
    file good.docx
Why:    a line is often what was left of a section that somebody meant to write.
Mend:   write the section out; how much is asked for stands as min_chars in the kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checkers.case import Case
from checkers.findings import Finding, at_heading
from checkers.matching import MET
from checkers.section_text import section_text
from plans.messages import _

SEVERITY = "warning"
SEVERITY_IN_FORMS = "error"
_BLANKS = re.compile(r"\s+")


def check(case: Case) -> Iterator[Finding]:
    """Blanks do not count; a section that shares its heading with another is not measured."""
    shared = [one.heading.row for one in case.requirements if one.heading]
    for one in case.requirements:
        if (one.state != MET or one.heading is None or not one.section.min_chars
                or case.outline is None or not case.is_judged
                or shared.count(one.heading.row) > 1):
            continue
        part = case.outline.part(one.heading.part)
        if part is None:
            continue
        size = sum(len(_BLANKS.sub("", text)) for text in section_text(part, one.heading))
        if size < one.section.min_chars:
            yield Finding(
                _("the section “{title}” has {count} characters, {least} are asked for").format(
                    title=one.heading.title, count=size, least=one.section.min_chars),
                _("write it out"), at_heading(one.heading))
