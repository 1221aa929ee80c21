"""L001 page-setup: the paper or its margins are not those of the profile.

Fails:
    file narrow-margins.docx
Passes:
    file standard.docx
Why:    papers that are bound together need the same text area; a printer that has to scale A4
        shifts every line.
Mend:   set the paper to A4 and the margins as told under page set-up, for every section.
"""

from __future__ import annotations

from collections.abc import Iterator

from checkers.case import Case
from checkers.differences import joined, told
from checkers.findings import Finding
from checkers.sheets import Page
from plans.messages import N_, _
from plans.profile import PAGE, STANDARD, Profile

SEVERITY = "off"
_TOLERANCE = 1.0    # mm; 5.2.1 allows 37 ± 1 and 28 ± 1
_LABELS = {"top": N_("the top margin"), "right": N_("the right margin"),
           "bottom": N_("the bottom margin"), "left": N_("the left margin")}
# Turned to the right, what was the left edge is the top one.
_UPRIGHT = {"top": "left", "right": "top", "bottom": "right", "left": "bottom"}


def check(case: Case) -> Iterator[Finding]:
    """Each different way of being wrong is told once, however many sections there are."""
    pages = case.sheets.pages if case.sheets else ()
    for phrases in dict.fromkeys(tuple(_differences(page, case.look)) for page in pages):
        if phrases:
            yield Finding(joined(phrases), _("change it under page set-up, for every section"))


def _differences(page: Page, look: Profile) -> Iterator[str]:
    size = PAGE[::-1] if page.is_landscape else PAGE
    if max(abs(page.width - size[0]), abs(page.height - size[1])) > _TOLERANCE:
        yield told(_("the paper"), _millimetres(page.width, page.height), _millimetres(*size),
                   f"{STANDARD} 5.1")
    for side, label in _LABELS.items():
        name = _UPRIGHT[side] if page.is_landscape else side
        found, wanted = float(getattr(page, side)), float(getattr(look.margins, name))
        if abs(found - wanted) > _TOLERANCE:
            yield told(_(label), _millimetres(found), _millimetres(wanted),
                       look.margins.source(name))


def _millimetres(*lengths: float) -> str:
    return _("{number} mm").format(number=" × ".join(f"{length:g}" for length in lengths))
