"""L009 theme-font: fonts are left to the theme of the file.

Fails:
    file theme-fonts.docx
Passes:
    file standard.docx
Why:    a theme names fonts that only Word knows; WPS tells the reader that fonts are missing and
        takes others.
Mend:   choose a named font such as 仿宋 in the style, not one called (正文) or (标题).
"""

from __future__ import annotations

from collections.abc import Iterator

from checkers.case import Case
from checkers.differences import source_name
from checkers.findings import Finding
from plans.messages import _

SEVERITY = "off"


def check(case: Case) -> Iterator[Finding]:
    """One finding a file."""
    if case.sheets and case.sheets.theme_fonts:
        wanted = case.look.element("body")
        yield Finding(_("fonts are left to the theme instead of being named, such as {font} "
                        "({source})").format(
            font=wanted.font, source=source_name(wanted.source("font"))),
            _("name the font in every style"))
