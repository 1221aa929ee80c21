"""Small characters set above or below a line (m², H₂O, notes) belong to it."""

from __future__ import annotations

from collections.abc import Sequence

from checkers.pdf.glyphs import Glyph

_SMALL = 0.8                        # of the size of the line: raised characters are smaller
_RAISED = 0.75                      # of the size: how far they may lie off its baseline
_APART = 0.6                        # of the size: how far from the next character of the line
_OVER = 0.3                         # of the size: how far they may overlap one


def with_raised_set_down(rows: Sequence[list[Glyph]]) -> list[list[Glyph]]:
    """`rows` from the top, with those of raised or lowered characters made part of their lines."""
    largest = max(map(_size, rows), default=0.0)
    if all(_size(row) >= _SMALL * largest for row in rows):
        return list(rows)
    found: list[list[Glyph]] = []
    waiting: list[Glyph] = []       # small characters that may belong to the row below them
    for row in rows:
        if waiting:
            if _belongs(waiting, row):
                row = [*row, *waiting]
            else:
                found.append(waiting)
            waiting = []
        if found and _belongs(row, found[-1]):
            found[-1] = [*found[-1], *row]
        elif _size(row) < _SMALL * largest:
            waiting = row
        else:
            found.append(row)
    return [*found, waiting] if waiting else found


def _size(row: Sequence[Glyph]) -> float:
    return max(glyph.face.size for glyph in row)


def _belongs(small: Sequence[Glyph], row: Sequence[Glyph]) -> bool:
    """Whether each character of `small` stands beside one of `row`, and in nobody's place."""
    size = _size(row)
    if _size(small) > _SMALL * size or abs(small[0].y - row[0].y) > _RAISED * size:
        return False
    for glyph in small:
        if glyph.is_blank:
            continue
        if any(min(glyph.x1, other.x1) - max(glyph.x0, other.x0) > _OVER * size for other in row
               if not other.is_blank):
            return False
    seen = [glyph for glyph in small if not glyph.is_blank]
    return bool(seen) and any(
        abs(glyph.x0 - other.x1) < _APART * size or abs(other.x0 - glyph.x1) < _APART * size
        for glyph in seen for other in row)
