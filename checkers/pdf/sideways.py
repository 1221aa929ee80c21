"""Text that stands upright beside level text, as in the narrow cells of forms, laid down."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from checkers.pdf.glyphs import Glyph

_FAR = 4                            # of the size: what is farther apart is of another cell
_SAME_LINE = 0.5                    # of the size: characters whose baselines lie closer are a line


def laid_down(glyphs: Iterable[Glyph], turn: int) -> Iterator[Glyph]:
    """`glyphs`, which are read upwards (`turn` 90) or downwards (270), as lines that run level.

    A line is laid across the place where it stood, so that it stays in its cell; its characters
    share the width of that place, the lines its height.
    """
    back = -1 if turn == 90 else 1      # of y, from the first character of a line to its last
    lines = list(_lines(glyphs, back))
    if not lines:
        return
    left = min(glyph.x0 for line in lines for glyph in line)
    right = max(glyph.x1 for line in lines for glyph in line)
    top = min(glyph.y0 for line in lines for glyph in line)
    bottom = max(glyph.y1 for line in lines for glyph in line)
    for place, line in enumerate(lines, 1):
        y = top + (bottom - top) * place / (len(lines) + 1)
        step = (right - left) / len(line)
        for at, glyph in enumerate(line):
            x, size = left + at * step, glyph.face.size
            yield glyph._replace(x0=x, x1=x + step, x=x, y0=y - 0.8 * size, y1=y + 0.2 * size, y=y,
                                 face=glyph.face._replace(direction=0))


def groups_of(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """The glyphs that follow each other closely in the content of the page, each group by itself.
    """
    group: list[Glyph] = []
    for glyph in glyphs:
        if group and max(abs(glyph.x0 - group[-1].x0), abs(glyph.y0 - group[-1].y0)) > (
                _FAR * glyph.face.size):
            yield group
            group = []
        group.append(glyph)
    if group:
        yield group


def _lines(glyphs: Iterable[Glyph], back: int) -> Iterator[list[Glyph]]:
    """The lines in reading order: those read upwards go on to the right, the others to the left."""
    ordered = sorted(glyphs, key=lambda glyph: -back * glyph.x)
    base = 0.0
    number = 0
    numbered: list[tuple[int, Glyph]] = []
    for glyph in ordered:
        if numbered and abs(glyph.x - base) > _SAME_LINE * glyph.face.size:
            number += 1
        base = glyph.x
        numbered.append((number, glyph))
    for _number, line in groupby(numbered, key=lambda pair: pair[0]):
        yield sorted((glyph for _, glyph in line), key=lambda glyph: back * glyph.y0)
