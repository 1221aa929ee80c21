"""L002 title-look: the title is not set as the profile asks.

Fails:
    file small-title.docx
Passes:
    file standard.docx
Why:    a title is known by its type; one that looks like the text is overlooked.
Mend:   give the title the style Title (标题), and set font and size in that style.
"""

from __future__ import annotations

from collections.abc import Iterator

from checkers.case import Case
from checkers.differences import differences, joined, source_name
from checkers.findings import Finding, at_paragraph
from checkers.lines import Line
from checkers.outline import PartOutline
from plans.messages import _
from plans.profile import STANDARD

SEVERITY = "off"


def check(case: Case) -> Iterator[Finding]:
    """The lines of the main title; the first that differs is told."""
    if case.outline is None or case.sheets is None:
        return
    for line in title_lines(case.outline.main):
        phrases = tuple(differences(line.paragraph, case.look.element("title"), ("font", "size")))
        if not line.paragraph.look.centred:
            phrases += (_("it is not centred ({source})").format(
                source=source_name(f"{STANDARD} 7.3.1")),)
        if phrases:
            yield Finding(_("the title: {differences}").format(differences=joined(phrases)),
                          _("give the title the style Title (标题), and set it there"),
                          at_paragraph(line.paragraph))
            return


def title_lines(part: PartOutline) -> tuple[Line, ...]:
    """The lines that make up the title of a part."""
    wanted = "".join(part.title.split())
    for start in range(len(part.rows)):
        said, found = "", []
        for row in part.rows[start:]:
            if not isinstance(row, Line) or not wanted.startswith(said):
                break
            said += "".join(row.text.split())
            found.append(row)
            if said == wanted:
                return tuple(found)
    return ()
