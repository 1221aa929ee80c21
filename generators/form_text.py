"""Text and paragraphs of a drawn form as Word XML."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

from generators.styles import EAST

LABEL, VALUE, CENTRED, PROSE, SIGN, SMALL, NOTE, GAP = (
    "FormLabel", "TableText", "TableCentred", "FormText", "FormSign", "FormSmall", "FormNote",
    "TableGap")
"""The styles of paragraphs; those named Form… are of generators.form_styles."""

# XML 1.0 knows no other control signs, and half of a pair is no character.
_BARRED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_BREAKS = re.compile(r"([\n\t])")
_BETWEEN = {"\n": "<w:br/>", "\t": "<w:tab/>"}


def clean(text: str) -> str:
    """`text` without what no Word file can hold, its line ends all alike."""
    return _BARRED.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def attribute(text: str) -> str:
    """`text` as the value of an attribute, quoted, on one line."""
    return quoteattr(" ".join(clean(text).split()))


def run(text: str, style: str = "", fonts: str = f"<w:rFonts{EAST}/>") -> str:
    """A run in a character style, "" for none; line ends and tabs in `text` are breaks and tabs.

    The hint of the usual `fonts` keeps “ ” ‘ ’ … — full-width.
    """
    named = f'<w:rStyle w:val="{style}"/>' if style else ""
    inner = "".join(_BETWEEN.get(one) or f'<w:t xml:space="preserve">{escape(one)}</w:t>'
                    for one in _BREAKS.split(clean(text)) if one)
    return f"<w:r><w:rPr>{named}{fonts}</w:rPr>{inner}</w:r>"


def paragraph(inner: str, style: str, properties: str = "") -> str:
    """A paragraph that holds runs and controls; `properties` in the order of the schema."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{inner}</w:p>'
