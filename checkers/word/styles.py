"""The styles of a file, each with all that it inherits, resolved once and only when asked for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml.etree import _Element

from checkers.word import markup as m
from checkers.word.layout import Spread, spread_of
from checkers.word.properties import NOTHING_SAID, Ink, format_of, ink_of

# Word stores "heading 1" whatever its language; WPS and converters also write the Chinese name.
_HEADING = re.compile(r"(?:heading|标题|標題) ?([1-9])(?:,|$)")


@dataclass(frozen=True, slots=True)
class Style:
    """A style and what it inherits; None where it says nothing.

    `name` is in lower case; `outline` is 1-9, or 0 for body text; `ink` leaves the file's defaults
    out for a character style and takes them in for a paragraph style.
    """

    name: str = ""
    outline: int | None = None
    number: int | None = None
    level: int | None = None
    align: str | None = None
    page_break: bool | None = None
    ink: Ink = NOTHING_SAID


class Styles:
    """The styles by id; a file without any has none but the defaults."""

    def __init__(self, root: _Element | None) -> None:
        self._elements: dict[str, _Element] = {}
        self._default = ""
        self._ink, self._align = NOTHING_SAID, None
        self._defaults: _Element | None = None
        for child in () if root is None else root:
            if child.tag == m.STYLE:
                self._elements.setdefault(child.get(m.STYLE_ID, ""), child)
                if child.get(m.DEFAULT) in ("1", "true", "on") \
                        and child.get(m.TYPE, "paragraph") == "paragraph":
                    self._default = child.get(m.STYLE_ID, "")
            elif child.tag == m.DOC_DEFAULTS:
                self._ink = ink_of(child.find(f"{m.RPR_DEFAULT}/{m.RPR}"))
                self._align = format_of(child.find(f"{m.PPR_DEFAULT}/{m.PPR}")).align
                self._defaults = child
        self._paragraph: dict[str, Style] = {}
        self._character: dict[str, Style] = {}

    def paragraph(self, style_id: str | None) -> Style:
        """The paragraph style `style_id`, the file's own default where it is None.

        A style that the file does not define goes by its id and looks like the default.
        """
        named = self._default if style_id is None else style_id
        known = self._paragraph.get(named)
        if known is None:
            start = Style(ink=self._ink, align=self._align)
            if named in self._elements:
                return self._resolved(named, start, self._paragraph)
            known = start if style_id is None else _named(style_id, self.paragraph(None))
            self._paragraph[named] = known
        return known

    def character(self, style_id: str | None) -> Ink:
        """What the character style `style_id` asks for by itself."""
        return self._alone(style_id).ink

    def spread(self, style_id: str | None) -> Spread:
        """How a paragraph style and what it is based on lay their lines out."""
        found, seen = Spread(), set[str]()
        link: str | None = style_id if style_id in self._elements else self._default
        while link is not None and link in self._elements and link not in seen:
            seen.add(link)
            found = found.over(spread_of(self._elements[link].find(m.PPR)))
            link = m.value_of(self._elements[link], m.BASED_ON)
        return found if self._defaults is None else found.over(
            spread_of(self._defaults.find(f"{m.PPR_DEFAULT}/{m.PPR}")))

    def number_of(self, style_id: str) -> int | None:
        """The numbering that a style (a list style, above all) is tied to."""
        return self._alone(style_id).number

    def _alone(self, style_id: str | None) -> Style:
        """The style and what it is based on, the file's defaults left out."""
        if style_id is None or style_id not in self._elements:
            return Style()
        return self._character.get(style_id) or self._resolved(style_id, Style(), self._character)

    def _resolved(self, style_id: str, start: Style, known: dict[str, Style]) -> Style:
        """The style upon all that it is based on, and that upon `start`; adds to what is `known`.

        Styles that are based on one another in a circle end where the circle closes.
        """
        chain: dict[str, _Element] = {}
        link: str | None = style_id
        while link is not None and link not in chain and link not in known:
            element = self._elements.get(link)
            if element is None:
                break
            chain[link] = element
            link = m.value_of(element, m.BASED_ON)
        style = known.get(link, start) if link is not None else start
        for one, element in reversed(chain.items()):
            known[one] = style = _upon(style, element)
        return style


def _upon(under: Style, element: _Element) -> Style:
    """The w:style `element`, laid over the one that it is based on."""
    said = format_of(element.find(m.PPR))
    style = _named(m.value_of(element, m.NAME) or element.get(m.STYLE_ID) or "", under)
    return Style(
        name=style.name,
        outline=style.outline if said.outline is None else said.outline,
        number=style.number if said.number is None else said.number,
        level=style.level if said.level is None else said.level,
        align=said.align or style.align,
        page_break=style.page_break if said.page_break is None else said.page_break,
        ink=ink_of(element.find(m.RPR), style.ink))


def _named(name: str, under: Style) -> Style:
    """`under` with a name, which makes "heading 2" a heading of level 2 though it says no level."""
    name = name.strip().lower()
    heading = _HEADING.match(name)
    return Style(name, int(heading[1]) if heading else under.outline, under.number, under.level,
                 under.align, under.page_break, under.ink)
