"""L006 page-number: there is no page number, or it does not stand on the outer side.

Fails:
    file no-page-number.docx
Passes:
    file standard.docx
Why:    loose sheets are put in order by it; on the outer side it is found by leafing.
Mend:   insert the page number in the footer, on odd pages right, on even pages left.
"""

from __future__ import annotations

from collections.abc import Iterator

from checkers.case import Case
from checkers.differences import told
from checkers.findings import Finding
from plans.messages import N_, _
from plans.profile import STANDARD

SEVERITY = "off"
_CLAUSE = f"{STANDARD} 7.5"
_SIDES = {"left": N_("on the left"), "right": N_("on the right"), "centre": N_("in the middle"),
          "": N_("nowhere")}
_PAGES = {"odd": (N_("the page number of odd pages"), "right"),
          "even": (N_("the page number of even pages"), "left")}


def check(case: Case) -> Iterator[Finding]:
    """Each kind of page once, however many sections there are."""
    pages = case.sheets.pages if case.sheets else ()
    for kind, (label, wanted) in _PAGES.items():
        for side in dict.fromkeys(getattr(page, kind) for page in pages):
            if side != wanted:
                yield Finding(
                    told(_(label), _(_SIDES[side]), _(_SIDES[wanted]), _CLAUSE),
                    _("turn on different odd and even pages; put the number right on odd pages "
                      "and left on even ones"))
