"""L007 signature-place: unit and date do not stand where a signature stands.

Fails:
    file left-signature.docx
Passes:
    file standard.docx
Why:    the seal goes over unit and date; there must be room for it.
Mend:   align both lines to the right; keep the free characters that are told.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from checkers.case import Case
from checkers.differences import source_name
from checkers.findings import Finding, at_paragraph
from checkers.lines import Line
from checkers.signature import signature_rows
from plans.messages import _
from plans.profile import STANDARD

SEVERITY = "off"
_CLAUSE = f"{STANDARD} 7.3.5"
_NEAR = 0.3         # characters


def check(case: Case) -> Iterator[Finding]:
    """A unit with a date under it; several that sign are left to a person's eye."""
    if case.outline is None or case.sheets is None:
        return
    part = case.outline.main
    lines = [row for index in sorted(signature_rows(part.rows))
             if isinstance(row := part.rows[index], Line)
             and not row.text.lstrip().startswith("附")]
    if len(lines) != 2 or lines[0].is_date or not lines[1].is_date:
        return
    for line in lines:
        if not line.paragraph.look.right:
            yield Finding(_("the signature is not aligned to the right ({source})").format(
                source=source_name(_CLAUSE)), _("align unit and date to the right"),
                at_paragraph(line.paragraph))
            return
    layouts = [line.paragraph.layout for line in lines]
    found = tuple(one.right if one else 0.0 for one in layouts)
    bare, sealed = _places(*(line.text.strip() for line in lines))
    if all(max(abs(one - other) for one, other in zip(found, wanted, strict=True)) > _NEAR
           for wanted in (bare, sealed)):
        yield Finding(
            _("right of unit and date {found} characters are free instead of {bare} without a "
              "seal or {sealed} with one ({source})").format(
                found=_pair(found), bare=_pair(bare), sealed=_pair(sealed),
                source=source_name(_CLAUSE)),
            _("set the right indents in characters"), at_paragraph(lines[0].paragraph))


def _places(unit: str, day: str) -> tuple[tuple[float, float], tuple[float, float]]:
    """Characters that stay free right of unit and date: without a seal (7.3.5.2), with (7.3.5.1).
    """
    longer = _width(unit) - _width(day)
    bare, sealed = max(2.0, longer), max(4.0, 2.0 + longer / 2)
    return (bare + 2.0 - longer, bare), (sealed - longer / 2, sealed)


def _pair(lengths: tuple[float, ...]) -> str:
    return "/".join(f"{length:g}" for length in lengths)


def _width(text: str) -> float:
    """In characters; a letter or a figure is half of one."""
    return sum(1.0 if unicodedata.east_asian_width(char) in "WFA" else 0.5 for char in text)
