"""Characters on one baseline as a line of text."""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby, pairwise

from checkers.marks import mark_of
from checkers.pdf.characters import CLOSING, OPENING, is_wide, with_pairs_joined
from checkers.pdf.glyphs import Glyph
from checkers.pdf.raised import with_raised_set_down

_BASELINE = 0.4                     # of the size: how far a raised character may sit off
_COPY = 0.1                         # of the size: closer than this, the same character is fake bold
_WORD_GAP = 0.2                     # of the size, between Latin characters
_CLINGING = 3                       # pieces that marks keep together; more are no text
_BARE = 0.12                        # of the size: a narrower blank between wide characters is none
_NUMBER = 16                        # characters; no opening number is longer
_TAB = 0.3                          # of the size: a gap after a number that nobody typed
_MANY = 16                          # characters; so many are never spread
_SPREAD = 0.5                       # of the size: the least gap between characters set apart
_WIDE_GAP = 0.8                     # of the size, beside Chinese; justifying opens less


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text; places in points from the page's top left corner.

    `unit` is the width of what may not be broken at its start, a word or a character with the marks
    that cling to it; `hang` is where the text after its opening number begins.
    """

    text: str
    page: int
    column: int                     # of the page, from 0
    left: float
    right: float
    base: float
    size: float
    font: str
    bold: bool
    unit: float
    hang: float
    tabbed: bool = False            # a gap sets that text off from the number
    leader_gap: float = 0.0         # the blank before its last word
    blank_after: bool = False       # a blank was typed at its end
    toc: bool = False
    rough: bool = False             # its edges are not exact
    spread: bool = False            # set apart to fill the line
    style: tuple[str, bool] | None = None       # font and boldness of all its Chinese characters

    @property
    def ends_closed(self) -> bool:
        """Whether it ends in a mark that may hang over the right edge."""
        return self.text[-1] in CLOSING

    @property
    def width(self) -> float:
        return self.right - self.left


def lines_of(glyphs: Iterable[Glyph], page: int, column: int = 0) -> list[Line]:
    """The lines that `glyphs` make, from the top down; blank ones are left out."""
    return [line for row in rows_of(glyphs) if (line := line_of(row, page, column))]


def rows_of(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """The glyphs that share a baseline, row by row from the top, each from left to right."""
    rows: list[list[Glyph]] = []
    base = size = 0.0
    for glyph in sorted(glyphs, key=lambda glyph: glyph.y):
        if not rows or glyph.y - base > _BASELINE * max(size, glyph.face.size):
            rows.append([])
            size = 0.0
        if glyph.face.size > size:
            base, size = glyph.y, glyph.face.size
        rows[-1].append(glyph)
    return [_without_copies(row) for row in with_raised_set_down(rows)]


def _without_copies(row: list[Glyph]) -> list[Glyph]:
    row.sort(key=lambda glyph: glyph.x0)
    if all(after.x0 - before.x0 >= _COPY * after.face.size for before, after in pairwise(row)):
        return row
    kept: list[Glyph] = []
    for glyph in row:
        near = _COPY * glyph.face.size
        twin = next((place for place in range(len(kept) - 1, max(-1, len(kept) - 4), -1)
                     if kept[place].char == glyph.char and not glyph.is_blank
                     and abs(kept[place].x0 - glyph.x0) < near
                     and not _are_one_sign(kept[place], glyph)), None)
        if twin is None:
            kept.append(glyph)
        else:
            kept[twin] = kept[twin]._replace(face=kept[twin].face._replace(bold=True))
    return kept


def _without_bare_blanks(row: list[Glyph]) -> list[Glyph]:
    """`row` without blanks that take no room: some programs print one behind each character."""
    if not any(glyph.is_blank for glyph in row):
        return row
    kept: list[Glyph] = []
    for glyph, after in pairwise((*row, None)):
        if glyph is None or (glyph.is_blank and kept and after and not after.is_blank and (
                after.x0 - kept[-1].x1 < _BARE * glyph.face.size) and is_wide(after.char)
                and is_wide(kept[-1].char)):
            continue
        kept.append(glyph)
    return kept


def _are_one_sign(glyph: Glyph, other: Glyph) -> bool:
    # —— may be drawn as a single sign twice as wide: both its characters lie in the same box.
    return glyph.owner == other.owner and glyph.x1 == other.x1 and (
        glyph.x1 - glyph.x0 > 1.5 * glyph.face.size)


def line_of(row: list[Glyph], page: int, column: int = 0) -> Line | None:
    """The line of `row`, glyphs of one baseline from left to right; None if it is blank."""
    row = _without_bare_blanks(row)
    while row and row[0].is_blank:
        row = row[1:]
    blank_after = bool(row) and row[-1].is_blank
    while row and row[-1].is_blank:
        row = row[:-1]
    if not row:
        return None
    seen = [glyph for glyph in row if not glyph.is_blank]
    size = Counter(glyph.face.size for glyph in seen).most_common(1)[0][0]
    chinese = [glyph.face.font for glyph in seen if is_wide(glyph.char)]
    fonts = chinese or [glyph.face.font for glyph in seen]
    text, number_end, leader_gap = _text(row, size)
    numbered = 0 < number_end < len(row)
    hang = row[number_end].x0 if numbered else row[0].x0
    tabbed = numbered and hang - row[number_end - 1].x1 > _TAB * size
    # An automatic number need not look like what it numbers, nor a mark like what it follows.
    words = [glyph for glyph in (row[number_end:] if numbered else row)
             if glyph.char.isalnum()] or seen
    return Line(with_pairs_joined(text), page, column, row[0].x0, max(g.x1 for g in row[-3:]),
                Counter(glyph.y for glyph in seen).most_common(1)[0][0], size,
                Counter(fonts).most_common(1)[0][0], all(glyph.face.bold for glyph in words),
                _unit(row, size), hang, tabbed, leader_gap, blank_after,
                spread=_is_spread(row, size), rough=any(glyph.face.rough for glyph in seen),
                style=_style(words))


def _style(words: list[Glyph]) -> tuple[str, bool] | None:
    """What all the Chinese characters share; None where they differ, or where there are none."""
    styles = {(glyph.face.font, glyph.face.bold) for glyph in words if glyph.char >= "\u3400"}
    return styles.pop() if len(styles) == 1 else None


def _is_spread(row: list[Glyph], size: float) -> bool:
    """Whether a few characters are set apart to fill a line that was broken by hand."""
    return 1 < len(row) < _MANY and all(
        after.x0 - before.x1 > _SPREAD * size and is_wide(after.char) and is_wide(before.char)
        and not after.is_blank for before, after in pairwise(row))


def _text(row: list[Glyph], size: float) -> tuple[str, int, float]:
    """The text of a line, the place of the character after its number, the gap before its end."""
    if _is_spread(row, size):
        return "".join(glyph.char for glyph in row), 0, 0.0
    gaps = [after.x0 - before.x1 for before, after in pairwise(row)
            if not (before.is_blank or after.is_blank)]
    usual = max(0.0, statistics.median(gaps)) if len(gaps) > 3 else 0.0
    mark = mark_of("".join(glyph.char for glyph in row[:_NUMBER]))
    after = len(mark.text) if mark else 0
    while 0 < after < len(row) and row[after].is_blank:
        after += 1
    # A number whose own mark sets it off from what follows needs no blank for that.
    closed = after if mark and mark.text[-1] in CLOSING else 0
    pieces = [row[0].char]
    leader_gap, end = 0.0, row[0].x1
    for place, (before, glyph) in enumerate(pairwise(row), 1):
        if not glyph.is_blank:
            gap = glyph.x0 - end
            if place != closed and gap > _WORD_GAP * size:
                if gap > _WIDE_GAP * size:
                    leader_gap = gap
                if not before.is_blank and gap > usual + size * (
                        _WIDE_GAP if is_wide(before.char) or is_wide(glyph.char) else _WORD_GAP):
                    pieces.append(" ")
            end = glyph.x1
        pieces.append(glyph.char)
    return "".join(pieces), after, leader_gap


def _unit(row: list[Glyph], size: float) -> float:
    """The width of the first piece of a line that may not be broken."""
    end, room = 0, 0.0
    for _ in range(_CLINGING):
        while row[end].char in OPENING and end < min(len(row) - 1, 3):
            end += 1
        if not is_wide(row[end].char):
            word = next(groupby(row[end:], key=lambda g: is_wide(g.char) or g.is_blank))[1]
            end += max(0, len(list(word)) - 1)
        while end < len(row) - 1 and row[end + 1].char in CLOSING:
            end += 1
        if end >= len(row) - 2 or not _clings(row[end].char, row[end + 1].char):
            break
        room = 0.5 * size           # some editors set a quotation mark off from its neighbours
        end += 1
    return row[end].x1 - row[0].x0 + room


def _clings(before: str, after: str) -> bool:
    # A quotation mark may open or close; LibreOffice keeps a number with the mark before it.
    return after in "“‘" or before in "”’" or (before in CLOSING and after.isdigit())
