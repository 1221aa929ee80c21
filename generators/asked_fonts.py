"""Which Chinese fonts a Word document asks for: those of runs that show Chinese characters."""

from __future__ import annotations

import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from generators.fonts import Asked
from generators.package import members_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_SHOWN = ("word/document", "word/header", "word/footer", "word/footnotes", "word/endnotes")
_MARKS = frozenset("“”‘’…—·")     # Chinese only where the run says so (w:hint)


def asked_fonts(document: bytes) -> tuple[Asked, ...]:
    """The fonts of the Chinese text of a .docx, each once, the main text's first.

    None of them where it is no Word document: LibreOffice will say so.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        parts = {name: etree.fromstring(content, parser) for name, content in members_of(document)
                 if name.startswith((*_SHOWN, "word/styles", "word/theme/")) and
                 name.endswith(".xml")}
    except (etree.XMLSyntaxError, zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError,
            RuntimeError, EOFError, OSError):
        return ()
    styles = _Styles(parts)
    found = {font: None for name in sorted(parts, key=lambda one: (one != "word/document.xml", one))
             if name.startswith(_SHOWN)
             for run in parts[name].iter(f"{_W}r") if _is_chinese(run)
             for font in (styles.font_of(run),) if font}
    return tuple(Asked(font, styles.language) for font in found)


def _is_chinese(run: _Element) -> bool:
    text = "".join(one.text or "" for one in run.findall(f"{_W}t"))
    fonts = run.find(f"{_W}rPr/{_W}rFonts")
    hinted = fonts is not None and fonts.get(f"{_W}hint") == "eastAsia"
    return any(unicodedata.east_asian_width(one) in "WF" or (hinted and one in _MARKS)
               for one in text)


class _Styles:
    """The fonts of styles, of the document as a whole, and of its theme."""

    def __init__(self, parts: dict[str, _Element]) -> None:
        self._themes = _theme_fonts(parts)
        self._fonts: dict[str, str] = {}
        self._above: dict[str, str] = {}
        self._usual = self._whole = ""
        self.language = Asked("").language
        root = parts.get("word/styles.xml")
        if root is None:
            return
        whole = root.find(f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr")
        if whole is not None:
            self._whole = self._named(whole)
            language = whole.find(f"{_W}lang")
            if language is not None:
                self.language = language.get(f"{_W}eastAsia") or self.language
        for style in root.iter(f"{_W}style"):
            own, above = style.get(f"{_W}styleId", ""), style.find(f"{_W}basedOn")
            self._fonts[own] = self._named(style.find(f"{_W}rPr"))
            self._above[own] = above.get(f"{_W}val", "") if above is not None else ""
            if style.get(f"{_W}type") == "paragraph" and style.get(f"{_W}default") in ("1", "true"):
                self._usual = own

    def font_of(self, run: _Element) -> str:
        """The Chinese font of a run: its own, its style's, its paragraph's, the document's."""
        properties = run.find(f"{_W}rPr")
        return (self._named(properties) or self._inherited(_style(properties, "rStyle"))
                or self._inherited(self._paragraph_style(run)) or self._whole)

    def _paragraph_style(self, run: _Element) -> str:
        for paragraph in run.iterancestors(f"{_W}p"):
            return _style(paragraph.find(f"{_W}pPr"), "pStyle") or self._usual
        return self._usual

    def _inherited(self, style: str) -> str:
        seen: set[str] = set()
        while style and style not in seen:
            if font := self._fonts.get(style):
                return font
            seen.add(style)
            style = self._above.get(style, "")
        return ""

    def _named(self, properties: _Element | None) -> str:
        fonts = properties.find(f"{_W}rFonts") if properties is not None else None
        if fonts is None:
            return ""
        theme = fonts.get(f"{_W}eastAsiaTheme", "")
        return self._themes.get(theme[:5]) or fonts.get(f"{_W}eastAsia") or ""


def _style(properties: _Element | None, name: str) -> str:
    found = properties.find(f"{_W}{name}") if properties is not None else None
    return found.get(f"{_W}val", "") if found is not None else ""


def _theme_fonts(parts: dict[str, _Element]) -> dict[str, str]:
    """The Chinese font of a theme for headings ("major") and for text ("minor")."""
    return {kind: font for root in parts.values() for kind in ("major", "minor")
            for fonts in root.iter(f"{_A}{kind}Font") for font in _chinese(fonts)}


def _chinese(fonts: _Element) -> Iterator[str]:
    """The last one counts: what is set for Chinese outright goes before the script's usual one."""
    for one in (*fonts.findall(f"{_A}font"), *fonts.findall(f"{_A}ea")):
        if one.get("script", "Hans") == "Hans" and (face := one.get("typeface")):
            yield face
