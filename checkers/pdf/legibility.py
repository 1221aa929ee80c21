"""How much of a text can be read at all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from checkers.pdf.characters import is_garbled
from checkers.pdf.pages import Page

_CID = re.compile(r"\(cid:\d+\)")   # what some converters print for a character they do not know


def garbled_share(pages: Iterable[Page]) -> float:
    """The share (0 to 1) of the visible characters on `pages` that tell nothing."""
    counts: Counter[str] = Counter()
    broken = 0
    for page in pages:
        text = "".join(glyph.char for glyph in page.glyphs)
        counts.update(text)
        broken += sum(len(match.group()) for match in _CID.finditer(text))
    broken += sum(count for char, count in counts.items() if is_garbled(char)
                  and not char.isspace())
    visible = sum(count for char, count in counts.items() if not char.isspace())
    return min(1.0, broken / visible) if visible else 0.0
