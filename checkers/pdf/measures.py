"""How the text of a file is set: its edges, its indent, its pitch, told from its own lines."""

from __future__ import annotations

import statistics
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from checkers.marks import mark_of
from checkers.pdf.beginnings import heads_end_in_colons
from checkers.pdf.lines import Line

NEAR = 0.6                          # of the size: what lies closer is the same place
INDENTED = 1.3                      # of the size: a first line set in by this much starts anew
PADDING = 5.4                       # pt; Word's and WPS's distance of text from a border
_WIDE = 0.5                         # of the page: so wide a table is as wide as the text
_SLACK = 0.15                       # of the size: what rounding may add to a line
_ROUGH = 0.4                        # of the size: what recognition may miss of a line
_SPACED = 0.25                      # of the size: what editors set between Chinese and Latin
_FEW = 12                           # lines; among so few a single one may show the left edge
_FORM = 2.5                         # of the size: no line of running text holds such a gap
_OFTEN = 0.1                        # share of the steps between lines that makes one usual
_ASYMMETRIC = 4                     # of the size: margins that differ by more are not symmetric


@dataclass(frozen=True, slots=True)
class Setting:
    """The text area that a line stands in (points) and the habits of the text in it.

    `indent` is the usual set-in of a first line, 0 where paragraphs are flush left; `pitch` the
    distance of two lines of a paragraph, 0 where unknown; both in units of the text's size.
    `numbers_indented` says that numbered paragraphs keep the indent too.
    """

    left: float
    right: float
    indent: float = 0.0
    pitch: float = 0.0
    numbers_indented: bool = False
    bottom: float = 0.0             # the lowest baseline
    size: float = 0.0               # pt, the usual one
    colon_heads: bool = False       # headings of this text end in a colon

    def offset(self, line: Line) -> float:
        """How far `line` is set in from the left, in units of its size."""
        return (line.left - self.left) / line.size

    def is_full(self, line: Line, following: Line) -> bool:
        """Whether what `following` begins with had no room left on `line`."""
        room = (_ROUGH if line.rough else _SLACK) * line.size
        if line.text[-1].isascii() != following.text[0].isascii():
            room += _SPACED * line.size
        elif line.text[-1].isascii():
            room += _SPACED * line.size     # the blank between two words
        # Text on both sides of a gap, 姓名：　　单位：, is a line of a form.
        gap = max(line.leader_gap / line.size, following.leader_gap / following.size)
        return gap < _FORM and self.right - line.right < following.unit + room


Place = tuple[int, int, int]        # the width and height of the page, the column


def place_of(line: Line, sizes: Mapping[int, tuple[float, float]]) -> Place:
    """The kind of place that `line` stands in; lines of one kind share a text area."""
    width, height = sizes[line.page]
    return round(width), round(height), line.column


def settings_of(lines: Iterable[Line], sizes: Mapping[int, tuple[float, float]],
                tables: Iterable[tuple[int, float, float]] = ()) -> dict[Place, Setting]:
    """How the text is set in each kind of place; `lines` in reading order, `sizes` by page.

    `tables` (their page, left and right border) tell how wide the text is where lines are few.
    """
    groups: defaultdict[Place, list[Line]] = defaultdict(list)
    for line in lines:
        groups[place_of(line, sizes)].append(line)
    borders: defaultdict[Place, list[tuple[float, float]]] = defaultdict(list)
    for page, left, right in tables:
        width, height = sizes[page]
        if right - left > _WIDE * width:
            borders[round(width), round(height), 0].append((left, right))
    return {place: _setting(group, place[0] if place[2] == 0 else 0.0, borders[place])
            for place, group in groups.items()}


def _setting(lines: list[Line], width: float, borders: Sequence[tuple[float, float]]) -> Setting:
    size = statistics.median(line.size for line in lines)
    left = _left(lines, size)
    right = _right(lines, size, left, width)
    if borders and len(lines) < _FEW:
        left = min(left, *(one + PADDING for one, _ in borders))
        edge = max(one for _, one in borders) - PADDING
        if edge - max(line.right for line in lines) > _ASYMMETRIC * size:
            right = edge            # else a line shows itself how wide the text is
    return setting_between(lines, left, right)


def setting_between(lines: Sequence[Line], left: float, right: float) -> Setting:
    """How `lines` are set between the edges `left` and `right`."""
    bare = Setting(left, right)
    following = [(above, below) for above, below in pairwise(lines) if _may_run_on(above, below)]
    running = [(above, below) for above, below in following if bare.is_full(above, below)]
    indents = [round(bare.offset(above) * 2) / 2 for above, below in running
               if INDENTED <= bare.offset(above) <= 6 and abs(bare.offset(below)) < NEAR]
    usual = Counter(indents).most_common(1)[0][0] if indents else 0.0
    numbered = [bare.offset(below) for above, below in following
                if mark_of(below.text) and not bare.is_full(above, below)]
    return Setting(
        left, right, usual, _pitch(running),
        bool(usual) and sum(abs(offset - usual) < NEAR for offset in numbered)
        >= 0.8 * len(numbered),
        max(line.base for line in lines), statistics.median(line.size for line in lines),
        heads_end_in_colons(_alone(lines, bare)))


def _alone(lines: Sequence[Line], bare: Setting) -> Iterator[Line]:
    """The lines that surely are paragraphs: neither they nor the lines above them are full."""
    before_last = (None, *lines)
    for above, line, below in zip(before_last, lines, (*lines[1:], None), strict=False):
        if (above is None or not bare.is_full(above, line)) and (
                below is None or not bare.is_full(line, below)):
            yield line


def _may_run_on(above: Line, below: Line) -> bool:
    return abs(above.size - below.size) < 0.12 * above.size


def _left(lines: Sequence[Line], size: float) -> float:
    lefts = sorted(line.left for line in lines)
    enough = 1 if len(lefts) < _FEW else max(2, len(lefts) // 50)
    for place, left in enumerate(lefts):
        count = bisect_left(lefts, left + NEAR * size) - place
        if count >= enough:
            return lefts[place + (max(enough, count // 2) - 1) // 2]
    return lefts[0]


def _right(lines: Sequence[Line], size: float, left: float, width: float) -> float:
    """The right edge that full lines reach; a mark at the end of a line may hang over it."""
    rights = sorted(line.right for line in lines if not line.ends_closed) or [
        max(line.right for line in lines)]
    best, reached = rights[-1], 0
    for place in range(len(rights) - 1, -1, -1):
        count = place + 1 - bisect_right(rights, rights[place] - NEAR * size)
        if count >= max(2, len(lines) // 33):
            best, reached = rights[place], count
            break
    mirrored = width - left
    sure = reached >= 5 and reached >= 0.15 * len(lines) and best - left > 0.5 * width
    if best < mirrored - _ASYMMETRIC * size and not sure:
        return mirrored             # no line is full: the file holds short lines only
    return best


def _pitch(running: Iterable[tuple[Line, Line]]) -> float:
    counts = Counter(round(gap, 1) for gap in _gaps(running))
    # Where most paragraphs are of one line, the space between them is the commonest step.
    return min((gap for gap, count in counts.items() if count >= _OFTEN * counts.total()),
               default=0.0)


def _gaps(running: Iterable[tuple[Line, Line]]) -> Iterator[float]:
    for above, below in running:
        if above.page == below.page and below.base > above.base:
            yield (below.base - above.base) / above.size
