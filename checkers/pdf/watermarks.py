"""Large print that lies across the text of a page: a watermark."""

from __future__ import annotations

import statistics
from collections.abc import Sequence

from checkers.pdf.glyphs import Glyph

_LARGE = 1.8                        # of the usual size
_MOST = 300                         # characters; more are no watermark


def watermark_on(glyphs: Sequence[Glyph]) -> tuple[Glyph, ...]:
    """The characters of large text that other text lies over, or under; upright glyphs wanted."""
    seen = [glyph for glyph in glyphs if not glyph.is_blank]
    if not seen:
        return ()
    usual = statistics.median(glyph.face.size for glyph in seen)
    large = [glyph for glyph in seen if glyph.face.size > _LARGE * usual]
    if not 0 < len(large) <= _MOST:
        return ()
    small = [((glyph.x0 + glyph.x1) / 2, (glyph.y0 + glyph.y1) / 2) for glyph in seen
             if glyph.face.size <= _LARGE * usual]
    hit = {glyph.y for glyph in large
           if any(glyph.x0 < x < glyph.x1 and glyph.y0 < y < glyph.y1 for x, y in small)}
    return tuple(glyph for glyph in large if glyph.y in hit)
