"""A rendered Word file → the same in Traditional Chinese: every text that a reader sees.

Text is turned by the paragraph, since a value in a run of its own may end in the middle of a phrase
(头 | 发), and put back into its runs. Style names, tags of controls and field codes stay: Word and
the checker look things up by them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from lxml import etree

from generators.package import Member, members_of, pack
from generators.properties import CORE
from generators.styles import W
from generators.traditional import Script

_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_VML = "urn:schemas-microsoft-com:vml"
_DC = "http://purl.org/dc/elements/1.1/"
_CP = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_APP = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"

_PART = re.compile(r"word/.*\.xml|docProps/app\.xml|" + re.escape(CORE))
_PARAGRAPHS = (f"{{{W}}}p", f"{{{_A}}}p")
_TEXTS = {f"{{{W}}}t", f"{{{W}}}delText", f"{{{_A}}}t", f"{{{_M}}}t", f"{{{_C}}}v",
          *(f"{{{_DC}}}{name}" for name in ("title", "subject", "description", "creator")),
          *(f"{{{_CP}}}{name}" for name in ("keywords", "category", "lastModifiedBy")),
          *(f"{{{_APP}}}{name}" for name in ("Company", "Manager"))}
# Between two runs with one of these no phrase goes on.
_BREAKS = {*(f"{{{W}}}{name}" for name in ("tab", "br", "cr", "sym", "drawing", "pict", "object",
                                           "footnoteReference", "endnoteReference")),
           f"{{{_A}}}br"}
_W_VALUE = f"{{{W}}}val"
# Of w:listItem only what is shown: its value says which option it is.
_ATTRIBUTES: Mapping[str, tuple[str, ...]] = {
    **{f"{{{W}}}{name}": (_W_VALUE,) for name in (
        "lvlText", "alias", "default", "listEntry", "helpText", "statusText", "tblCaption",
        "tblDescription")},
    f"{{{W}}}listItem": (f"{{{W}}}displayText",), f"{{{W}}}hyperlink": (f"{{{W}}}tooltip",),
    f"{{{_WP}}}docPr": ("descr", "title"), f"{{{_PIC}}}cNvPr": ("descr", "title"),
    f"{{{_VML}}}textpath": ("string",), f"{{{_VML}}}shape": ("alt",)}
_FONTS = {f"{{{W}}}rFonts": tuple(f"{{{W}}}{name}" for name in ("ascii", "hAnsi", "eastAsia",
                                                                "cs")),
          **{f"{{{_A}}}{name}": ("typeface",) for name in ("latin", "ea", "cs", "font")}}
_NAME = f"{{{W}}}name"
_ALIAS = f"{{{W}}}altName"
_OF_ANY_FONT = tuple(f"{{{W}}}{name}" for name in ("charset", "family", "pitch"))
_LANGUAGES = {f"{{{W}}}lang", f"{{{W}}}themeFontLang"}
_EAST_ASIA = f"{{{W}}}eastAsia"
_CORE_LANGUAGE = f"{{{_DC}}}language"
_MAINLAND = re.compile("(?i)zh(-(cn|sg|hans.*))?")


def word_in_traditional(document: bytes, script: Script) -> bytes:
    """`document` (a .docx that we rendered) in Traditional Chinese; the same in, the same out.

    Texts, numbers before paragraphs, texts of controls and pictures, and the properties are turned
    by `script`; fonts without Traditional characters and the language are replaced after its
    tradition.
    """
    return pack(Member.of(name, _part(content, script) if _PART.fullmatch(name) else content)
                for name, content in members_of(document))


def _part(content: bytes, script: Script) -> bytes:
    root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True,
                                                     huge_tree=True))
    for group in _groups(root):
        texts = [one.text or "" for one in group]
        for one, text in zip(group, _shared_out(texts, script), strict=True):
            one.text = text
    if root.tag == f"{{{W}}}fonts":
        _replace_fonts(root, script.tradition.fonts)
    for element in root.iter():
        for name in _ATTRIBUTES.get(str(element.tag), ()):
            if value := element.get(name):
                element.set(name, script(value))
        _dress(element, script)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def _groups(root: etree._Element) -> Iterable[list[etree._Element]]:
    """The texts of `root`, those together that one line of a paragraph holds."""
    lines: dict[etree._Element, list[list[etree._Element]]] = {}
    for element in root.iter():
        if element.tag in _TEXTS:
            # The nearest paragraph: one in a text box lies within one of the page.
            paragraph = next(element.iterancestors(*_PARAGRAPHS), element)
            lines.setdefault(paragraph, [[]])[-1].append(element)
        elif element.tag in _BREAKS:
            paragraph = next(element.iterancestors(*_PARAGRAPHS), element)
            lines.setdefault(paragraph, [[]]).append([])
    return [group for paragraph in lines.values() for group in paragraph if group]


def _shared_out(texts: list[str], script: Script) -> list[str]:
    """`texts`, which follow one another, turned as one text and each given its part of it.

    Where the turned text is not as long (程序 → 程式 is, 优化 → 最佳化 is not), a run of it is
    turned by itself.
    """
    if len(texts) == 1:
        return [script(texts[0])]
    written = [""] * len(texts)
    run, begin = 0, 0                   # the run that the piece lies in, and where that one begins
    for piece in script.pieces("".join(texts)):
        start, stop = piece.start, piece.start + len(piece.source)
        while begin + len(texts[run]) <= start:
            begin += len(texts[run])
            run += 1
        if stop <= begin + len(texts[run]):
            written[run] += piece.written
            continue
        while start < stop:
            end = min(stop, begin + len(texts[run]))
            part = slice(start - piece.start, end - piece.start)
            written[run] += (piece.written[part] if len(piece.written) == len(piece.source)
                             else script.turned(piece.source[part]))
            start = end
            if end < stop:
                begin += len(texts[run])
                run += 1
    return written


def _dress(element: etree._Element, script: Script) -> None:
    """The fonts and the language that `element` names."""
    fonts, tag = script.tradition.fonts, str(element.tag)
    for name in _FONTS.get(tag, ()):
        if new := fonts.get(element.get(name) or ""):
            element.set(name, new)
    if tag in _LANGUAGES and _MAINLAND.fullmatch(element.get(_EAST_ASIA) or ""):
        element.set(_EAST_ASIA, script.tradition.language)
    if tag == _CORE_LANGUAGE and _MAINLAND.fullmatch(element.text or ""):
        element.text = script.tradition.language


def _replace_fonts(table: etree._Element, fonts: Mapping[str, str]) -> None:
    """The font table with `fonts` replaced; what describes the old one's glyphs goes."""
    known = {one.get(_NAME) for one in table}
    for font in list(table):
        new = fonts.get(font.get(_NAME) or "")
        if new is None:
            continue
        if new in known:
            table.remove(font)
            continue
        known.add(new)
        font.set(_NAME, new)
        for one in list(font):
            alias = fonts.get(one.get(_W_VALUE) or "") if one.tag == _ALIAS else None
            if alias:
                one.set(_W_VALUE, alias)
            elif one.tag not in _OF_ANY_FONT:
                font.remove(one)
