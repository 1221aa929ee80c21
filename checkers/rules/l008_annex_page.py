"""L008 annex-page: an annex does not begin on a page of its own with 附件N.

Fails:
    file annex-on-the-page.docx
Passes:
    file standard.docx
Why:    an annex is taken out, copied and filled in by itself.
Mend:   begin the annex on a new page, 附件 and its number alone on the first line, in 黑体.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checkers.case import Case
from checkers.differences import differences, joined, source_name
from checkers.findings import Finding, at_paragraph
from checkers.lines import Line
from plans.messages import _
from plans.profile import STANDARD

SEVERITY = "off"
_LABEL = re.compile(r"附件\s*\d{0,2}")


def check(case: Case) -> Iterator[Finding]:
    """The first line of every annex."""
    if case.outline is None or case.sheets is None:
        return
    source = source_name(f"{STANDARD} 7.3.7")
    for part in case.outline.parts[1:]:
        line = next((row for row in part.rows if isinstance(row, Line)), None)
        if line is None:
            continue
        phrases: list[str] = []
        if not line.paragraph.look.page_break:
            phrases.append(_("it does not begin a page ({source})").format(source=source))
        if not _LABEL.fullmatch(line.text.strip()):
            phrases.append(_("附件 and its number do not stand alone on the first line "
                             "({source})").format(source=source))
        phrases += differences(line.paragraph, case.look.element("annex_label"),
                               ("font", "size", "indent"))
        if phrases:
            yield Finding(_("the annex: {differences}").format(differences=joined(tuple(phrases))),
                          _("begin it on a new page with a line that holds nothing but 附件 and "
                            "its number"), at_paragraph(line.paragraph))
