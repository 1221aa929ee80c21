"""The pages of a Word file: paper, margins, where the page number stands, fonts of a theme."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml.etree import _Element

from checkers.document import Unreadable
from checkers.sheets import Page, Sheets
from checkers.word import markup as m
from checkers.word.package import Package, Relationship
from checkers.word.properties import format_of
from checkers.word.styles import Styles

_MM = 25.4 / 1440           # of a twip
_PAGE = re.compile(r"\s*PAGE\b")
_THEME = re.compile(rb'(?:ascii|hAnsi|eastAsia)Theme="')
_SIDES = {"right": "right", "end": "right", "center": "centre", "outside": "outside",
          "inside": "inside"}
_TURNED = {"outside": ("right", "left"), "inside": ("left", "right")}     # odd, even


def sheets_of(package: Package, body: _Element, pointers: Mapping[str, Relationship],
              styles: Styles) -> Sheets:
    """The pages of each section of `body`; what cannot be read counts as not there."""
    both = _tells_even_from_odd(package, pointers)
    running: dict[str, str] = {}        # by w:type, as a section without its own goes on with it
    pages = []
    for section in body.iter(m.SECT_PR):
        parent = section.getparent()
        if parent is None or parent.tag not in (m.PPR, m.BODY):
            continue
        found: dict[str, str] = {}
        for reference in section.iterchildren(m.HEADER_REF, m.FOOTER_REF):
            kind, pointer = reference.get(m.TYPE, "default"), pointers.get(
                reference.get(m.REL_ID, ""))
            side = _side(_tree(package, pointer.target), styles) if pointer else ""
            found[kind] = side or found.get(kind, "")
        running |= found
        odd = running.get("default", "")
        even = running.get("even", "") if both else odd
        pages.append(_page(section, _TURNED.get(odd, (odd, odd))[0],
                           _TURNED.get(even, (even, even))[1]))
    return Sheets(tuple(pages or [Page()]), _has_theme_fonts(package, pointers))


def _page(section: _Element, odd: str, even: str) -> Page:
    size, margins = section.find(m.PG_SZ), section.find(m.PG_MAR)
    width, height = (_mm(size, tag) for tag in (m.PG_W, m.PG_H))
    top, right, bottom, left = (_mm(margins, tag) for tag in (m.TOP, m.RIGHT, m.BOTTOM, m.LEFT))
    return Page(width, height, abs(top), right, abs(bottom), left, odd, even)


def _mm(element: _Element | None, tag: str) -> float:
    twips = m.whole(None if element is None else element.get(tag))
    return round((twips or 0) * _MM, 1)


def _side(root: _Element | None, styles: Styles) -> str:
    """Where the page number of a header or footer stands, "" where it has none."""
    for field in () if root is None else root.iter(m.INSTR_TEXT, m.FLD_SIMPLE):
        if not _PAGE.match(field.text or field.get(m.INSTR) or ""):
            continue
        anchor = next(field.iterancestors(m.ANCHOR), None)
        align = None if anchor is None else anchor.find(f"{m.POSITION_H}/{m.ALIGN}")
        paragraph = next(field.iterancestors(m.P), None)
        ppr = None if paragraph is None else paragraph.find(m.PPR)
        frame = None if ppr is None else ppr.find(m.FRAME_PR)
        said = format_of(ppr)
        side = (align.text if align is not None else None) or (
            frame.get(m.X_ALIGN) if frame is not None else None) or (
            said.align or styles.paragraph(said.style).align)
        return _SIDES.get(side or "", "left")
    return ""


def _tells_even_from_odd(package: Package, pointers: Mapping[str, Relationship]) -> bool:
    name = next((one.target for one in pointers.values() if one.kind == "settings"), "")
    root = _tree(package, name)
    switch = None if root is None else root.find(m.EVEN_AND_ODD)
    return switch is not None and m.is_on(switch)


def _has_theme_fonts(package: Package, pointers: Mapping[str, Relationship]) -> bool:
    names = [one.target for one in pointers.values() if one.kind in ("styles", "numbering")]
    for name in (package.main, *names):
        try:
            if _THEME.search(package.content(name) or b""):
                return True
        except Unreadable:
            continue
    return False


def _tree(package: Package, name: str) -> _Element | None:
    try:
        return package.tree(name)
    except Unreadable:
        return None
