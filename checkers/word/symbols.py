"""Characters that are drawn by a symbol font, and those that are not drawn at all."""

from __future__ import annotations

import re

# What the signs of these fonts look like, by the low byte of their code.
_WINGDINGS = {0x6C: "●", 0x6D: "○", 0x6E: "■", 0x6F: "□", 0x70: "□", 0x71: "□", 0x72: "□",
              0x75: "◆", 0x76: "❖", 0x9F: "•", 0xA1: "○", 0xA7: "▪", 0xA8: "□", 0xAB: "★",
              0xD8: "➢", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
              **{0x80 + number: sign for number, sign in enumerate("⓪①②③④⑤⑥⑦⑧⑨⑩")}}
_WINGDINGS_2 = {0x2A: "□", 0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒",
                0x97: "●", 0x98: "●", 0x9A: "○", 0xA1: "■", 0xA2: "■", 0xA3: "☐", 0xA4: "☐",
                **{0x69 + number: sign for number, sign in enumerate("⓪①②③④⑤⑥⑦⑧⑨⑩")}}
_SYMBOL = {0xB7: "•", 0xD6: "√", 0xA8: "◆", 0xB4: "×", 0xB1: "±", 0xA3: "≤", 0xB3: "≥"}
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "symbol": _SYMBOL}

# Zero-width spaces and joiners, marks of direction, soft hyphens: they part words unseen.
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")


def sign(font: str, code: str) -> str:
    """What a w:sym shows; "" for a sign of a font that we do not know."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    drawn = _drawn(font)
    if drawn is not None:
        return drawn.get(number & 0xFF, "")
    seen = 0x20 <= number < 0xD800 or 0xF900 <= number <= 0x10FFFF
    return chr(number) if seen else ""


def redrawn(text: str, font: str) -> str:
    """`text` as a symbol font shows it: WPS stores a ticked box as "R" in Wingdings 2.

    Chinese characters are never in that font, whatever the run says, and stay as they are.
    """
    drawn = _drawn(font)
    if drawn is None:
        return text
    return "".join(drawn.get(ord(char) & 0xFF, char)
                   if ord(char) < 0x100 or 0xF000 <= ord(char) <= 0xF0FF else char
                   for char in text)


def seen(text: str) -> str:
    """`text` without the characters that have no width."""
    return text if text.isascii() else _UNSEEN.sub("", text)


def _drawn(font: str) -> dict[int, str] | None:
    return _FONTS.get(font.lower())
