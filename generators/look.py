"""A Word template in the look that a school's profile asks for.

Only what the school's own profile.yaml says is changed, in styles found by their names (Word
translates ids), in the headings' numbers and in the pages; what is formatted by hand stays.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from functools import lru_cache

from lxml import etree

from generators.form_styles import FORM_LABEL
from generators.ordered import child, w
from generators.package import Member, members_of, pack
from generators.paper import page_attributes
from generators.styles import ANNEX_LABEL, twips
from plans.profile import Element, Profile

_NUMBERING, _STYLES = "word/numbering.xml", "word/styles.xml"
_TEXT = re.compile(r"word/(document|header|footer)[^/]*\.xml")
_STYLE_NAMES = {
    "normal": "body", "title": "title", "subtitle": "subtitle",
    **{f"heading {level}": f"heading{level}" for level in range(1, 6)},
    **{f"list number{f' {level}' if level > 1 else ''}": "item" for level in range(1, 6)},
    "附件说明": "annex_note", ANNEX_LABEL: "annex_label", "附件标题": "annex_title",
    "署名": "signature", "成文日期": "signature", "表格文字": "table_text",
    "表格居中": "table_text", "表头": "table_head",
    FORM_LABEL: "table_head", "表单正文": "table_text", "表单签字": "table_text",
    "caption": "caption", "header": "header", "footer": "page_number"}
_TURNED = {"left": "top", "top": "right", "right": "bottom", "bottom": "left"}
_RIGHT = re.compile(r"\{%\s*right\s")
_NOT_READABLE = (zipfile.BadZipFile, zlib.error, KeyError, etree.XMLSyntaxError,
                 NotImplementedError, RuntimeError, EOFError, OSError)


def restyled(template: bytes, profile: Profile) -> bytes:
    """`template` (.docx) as `profile` wants it; the same object where that is the built-in one.

    What is no Word file comes back as it is: who renders it says what is wrong with it.
    """
    return _restyled(template, profile) if profile.has_own else template


@lru_cache(maxsize=32)
def _restyled(template: bytes, profile: Profile) -> bytes:
    try:
        files = dict(members_of(template))
        roots = {name: etree.fromstring(files[name], etree.XMLParser(
            resolve_entities=False, no_network=True)) for name in files
            if name in (_STYLES, _NUMBERING) or _TEXT.fullmatch(name)}
    except _NOT_READABLE:
        return template
    if _STYLES not in roots:
        return template
    look = _Look(roots[_STYLES], profile)
    # The main text first: its last section says how much wider all that has no section becomes.
    for name in sorted(roots, key=lambda name: not name.startswith("word/document")):
        if _TEXT.fullmatch(name):
            look.set_text(roots[name])
    look.set_styles()
    if _NUMBERING in roots:
        look.set_numbering(roots[_NUMBERING])
    return pack(Member.of(name, etree.tostring(
        roots[name], xml_declaration=True, encoding="UTF-8", standalone=True)
        if name in roots else content) for name, content in files.items())


class _Look:
    """The styles of one template, and what the profile makes of them and of the text."""

    def __init__(self, styles: etree._Element, profile: Profile) -> None:
        self.styles, self.profile = styles, profile
        self.elements: dict[str, Element] = {}      # by style id
        self.default = ""
        for style in styles.iter(w("style")):
            name = _value(style.find(w("name"))).lower()
            if style.get(w("type"), "paragraph") == "paragraph" and name in _STYLE_NAMES:
                self.elements[style.get(w("styleId"), "")] = profile.element(_STYLE_NAMES[name])
            if style.get(w("default")) in ("1", "true") and (
                    style.get(w("type")) == "paragraph"):
                self.default = style.get(w("styleId"), "")
        body = profile.element("body")
        normal = next((style for style in styles.iter(w("style"))
                       if style.get(w("styleId")) == self.default), None)
        line = None if normal is None else normal.find(f"{w('pPr')}/{w('spacing')}")
        self.old_line = "" if line is None else line.get(w("line"), "")
        self.new_line = twips(body.line) if "line" in body.own else 0
        self.wider = 1.0        # the new width of the text as a multiple of the old one

    def set_styles(self) -> None:
        """Every style of an element of the profile, and the defaults of all."""
        body = self.profile.element("body")
        defaults = self.styles.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}")
        if defaults is not None:
            _set_type(defaults, body, body.own & {"font", "size"})
        for style in self.styles.iter(w("style")):
            element = self.elements.get(style.get(w("styleId"), ""))
            self._set_blanks(style)
            self._set_tabs(style, self.wider)
            if element is None or not element.own:
                continue
            _set_type(child(style, "rPr"), element, element.own)
            properties = child(style, "pPr")
            if "line" in element.own:
                spacing = child(properties, "spacing")
                spacing.set(w("line"), str(twips(element.line)))
                spacing.set(w("lineRule"),
                            "atLeast" if element.name.startswith("table_") else "exact")
            if "indent" in element.own:
                _set_first(child(properties, "ind"), element)
            _set_widths(properties, element)

    def set_numbering(self, numbering: etree._Element) -> None:
        """The numbers of headings and items: the type and the indent of what they number."""
        for level in numbering.iter(w("lvl")):
            element = self.elements.get(_value(level.find(w("pStyle"))))
            if element is None or not element.own:
                continue
            if "font" in element.own:
                _set_type(child(level, "rPr"), element, frozenset({"font"}))
            if "indent" in element.own:
                _set_first(child(child(level, "pPr"), "ind"), element)
            _set_widths(level, element)

    def set_text(self, root: etree._Element) -> None:
        """The main text, a header or a footer: pages, widths, and what stands in paragraphs."""
        self._set_blanks(root)
        for paragraph in root.iter(w("p")):
            properties = paragraph.find(w("pPr"))
            style = _value(None if properties is None else properties.find(w("pStyle")))
            element = self.elements.get(style or self.default)
            if element is None or "size" not in element.own:
                continue
            if _RIGHT.search("".join(text.text or "" for text in paragraph.iter(w("t")))):
                indent = child(child(paragraph, "pPr"), "ind")
                indent.set(w("rightChars"), "100")
            for own in paragraph.iterchildren(w("pPr")):
                _set_widths(own, element)
        pending: list[etree._Element] = []
        for one in root.iter(w("tblW"), w("gridCol"), w("tcW"), w("tabs"), w("sectPr")):
            parent = one.getparent()
            if one.tag != w("sectPr"):
                pending.append(one)
            elif parent is not None and parent.tag != w("sectPrChange"):
                self.wider = self._set_page(one)
                self._set_section(pending, self.wider)
                pending = []
        self._set_section(pending, self.wider)

    def _set_section(self, widths: list[etree._Element], wider: float) -> None:
        for one in widths:
            if one.tag == w("tabs"):
                self._set_tabs(one, wider)
            elif wider != 1 and one.get(w("type"), "dxa") == "dxa":
                width = one.get(w("w"), "")
                if width.isdecimal():
                    one.set(w("w"), str(round(int(width) * wider)))

    def _set_page(self, section: etree._Element) -> float:
        """Sets the margins of a section; how many times wider its text has become."""
        size, sides = section.find(w("pgSz")), section.find(w("pgMar"))
        own = self.profile.margins.own
        if sides is None or size is None or not own:
            return 1.0
        width, height = (_whole(size.get(w(one))) for one in ("w", "h"))
        before = _room(width, sides)
        turned = size.get(w("orient")) == "landscape" or width > height
        changed = {_TURNED[side] for side in own} if turned else set(own)
        changed |= {name for name, side in (("header", "top"), ("footer", "bottom"))
                    if side in changed}
        _sheet, wanted = page_attributes(self.profile.margins, turned)
        for side in changed:
            sides.set(w(side), wanted[side])
        return _room(width, sides) / before if before > 0 else 1.0

    def _set_blanks(self, root: etree._Element) -> None:
        """What was one line of the text, or half a line, above or below a paragraph still is."""
        if not self.new_line or not self.old_line.isdecimal():
            return
        lines = {self.old_line: str(self.new_line),
                 str(int(self.old_line) // 2): str(self.new_line // 2)}
        for spacing in root.iter(w("spacing")):
            for side in ("before", "after"):
                if spacing.get(w(side)) in lines:
                    spacing.set(w(side), lines[spacing.get(w(side), "")])

    def _set_tabs(self, root: etree._Element, wider: float) -> None:
        for tab in root.iter(w("tab")) if wider != 1 else ():
            place = tab.get(w("pos"), "")
            if tab.get(w("val")) in ("center", "right", "end") and place.isdecimal():
                tab.set(w("pos"), str(round(int(place) * wider)))


def _set_type(run: etree._Element, element: Element, own: frozenset[str]) -> None:
    if "font" in own:
        fonts = child(run, "rFonts")
        for script in ("ascii", "eastAsia", "hAnsi", "cs"):
            fonts.set(w(script), element.font)
        for theme in ("asciiTheme", "eastAsiaTheme", "hAnsiTheme", "cstheme"):
            fonts.attrib.pop(w(theme), "")
    if "letter" in own:
        child(run, "spacing").set(w("val"), str(twips(element.letter)))
    if "size" in own:
        for name in ("sz", "szCs"):
            child(run, name).set(w("val"), f"{element.size * 2:.0f}")


def _set_first(indent: etree._Element, element: Element) -> None:
    for side in ("hanging", "hangingChars"):
        indent.attrib.pop(w(side), "")
    indent.set(w("firstLineChars"), str(round(element.indent * 100)))
    indent.set(w("firstLine"), str(round(element.indent * twips(element.size))))


def _set_widths(root: etree._Element, element: Element) -> None:
    """The twips of indents that are given in characters: LibreOffice obeys no others."""
    for indent in root.iter(w("ind")) if "size" in element.own else ():
        for side in _sides(indent):
            characters = indent.get(w(f"{side}Chars"), "")
            indent.set(w(side), str(round(int(characters) / 100 * twips(element.size))))


def _sides(indent: etree._Element) -> Iterator[str]:
    for side in ("left", "right", "firstLine", "hanging"):
        if indent.get(w(f"{side}Chars"), "").lstrip("-").isdecimal():
            yield side


def _room(width: int, sides: etree._Element) -> int:
    left, right = (_whole(sides.get(w(one))) for one in ("left", "right"))
    return width - left - right


def _whole(text: str | None) -> int:
    return int(text) if text and text.isdecimal() else 0


def _value(element: etree._Element | None) -> str:
    return "" if element is None else element.get(w("val"), "")
