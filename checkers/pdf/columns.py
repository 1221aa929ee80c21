"""Pages set in two columns, told by a gutter that runs down between long lines."""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from checkers.pdf.glyphs import Glyph
from checkers.pdf.lines import Line, line_of, lines_of, rows_of

_GUTTER = 1.2                       # of the size: the least width of a gutter
_LINES = 8                          # in each column; fewer may be a form or a signature
_CHARACTERS = 8                     # in the usual line of a column
_FULL = 0.5                         # share of the lines of the left column that reach the gutter


def lines_in_order(glyphs: Sequence[Glyph], page: int) -> list[Line]:
    """The lines of a page in reading order, column by column where it surely has two."""
    rows = list(rows_of(glyphs))
    pieces = [piece for row in rows for piece in _pieces(row)]
    middle = _gutter(pieces) if len(pieces) >= 2 * _LINES else None
    if middle is None:
        return [line for row in rows if (line := line_of(row, page))]
    crossing = [max(glyph.y for glyph in piece) for piece in pieces
                if piece[0].x0 < middle < piece[-1].x1]
    ordered: list[Line] = []
    # What crosses the gutter (a title) parts the page into bands, each read by itself.
    for is_across, band in groupby(
            rows, key=lambda row: any(glyph.y in crossing for glyph in row)):
        inside = [glyph for row in band for glyph in row]
        if is_across:
            ordered += lines_of(inside, page)
        else:
            ordered += lines_of((g for g in inside if g.x0 < middle), page, 1)
            ordered += lines_of((g for g in inside if g.x0 >= middle), page, 2)
    return ordered


def _pieces(row: list[Glyph]) -> Iterator[list[Glyph]]:
    piece: list[Glyph] = []
    for glyph in row:
        if glyph.is_blank:
            continue
        if piece and glyph.x0 - piece[-1].x1 > _GUTTER * glyph.face.size:
            yield piece
            piece = []
        piece.append(glyph)
    if piece:
        yield piece


def _gutter(pieces: Sequence[list[Glyph]]) -> float | None:
    """The x of a gutter with two columns of running text beside it; None unless sure."""
    size = statistics.median(piece[0].face.size for piece in pieces)
    start = min(piece[0].x0 for piece in pieces)
    width = max(piece[-1].x1 for piece in pieces) - start
    long = [piece for piece in pieces if len(piece) >= _CHARACTERS and
            piece[-1].x1 - piece[0].x0 < 0.6 * width]
    starts = sorted(piece[0].x0 for piece in long if piece[0].x0 - start > 0.3 * width)
    if len(starts) < _LINES:
        return None
    middle = starts[len(starts) // 20] - 0.5 * size
    left = [piece for piece in long if piece[-1].x1 < middle]
    right = [piece for piece in long if piece[0].x0 > middle]
    across = [piece for piece in pieces if piece[0].x0 < middle < piece[-1].x1]
    if min(len(left), len(right)) < _LINES:
        return None
    edge = max(piece[-1].x1 for piece in left)
    reaching = sum(edge - piece[-1].x1 < 2 * size for piece in left)
    top, bottom = (f(max(p[0].y for p in side) if f is min else min(p[0].y for p in side)
                     for side in (left, right)) for f in (min, max))
    if reaching < _FULL * len(left) or middle - edge < 0.2 * size or bottom > top:
        return None
    if any(bottom < piece[0].y < top for piece in across):
        return None
    return middle if _flows_on(left) and _flows_on(right) else None


def _flows_on(side: list[list[Glyph]]) -> bool:
    # Running text has even pitch; the cells of an unruled table or a form mostly do not.
    ys = sorted({piece[0].y for piece in side})
    pitches = [below - above for above, below in pairwise(ys)]
    usual = statistics.median(pitches) if pitches else 0.0
    return usual > 0 and sum(abs(p - usual) < 0.15 * usual for p in pitches) >= 0.6 * len(pitches)
