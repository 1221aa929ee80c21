"""Headers, footers and page numbers, told from the text by their place and their repetition."""

from __future__ import annotations

import re
import statistics
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from checkers.marks import mark_of
from checkers.pdf.lines import Line

_MARGIN = 0.16                      # of the height of the page: where furniture stands
_BARE_MARGIN = 0.12                 # the same for a number with nothing beside it
_DEEP = 3                           # lines from the top or the bottom that may be furniture
_SAME_PLACE = 3.0                   # pt
_DASH = r"[\s\-—–―－─~～·•.|｜_]"
_NUMERAL = r"(?:\d{1,4}|[〇零一二三四五六七八九十百]{1,4})"
_PAGE_NUMBER = re.compile(rf"""{_DASH}*(?:
      第\s*{_NUMERAL}\s*页(?:\s*[/，,、]?\s*[（(]?\s*共\s*{_NUMERAL}\s*页?\s*[)）]?)?
    | 共\s*{_NUMERAL}\s*页\s*[/，,、]?\s*第\s*{_NUMERAL}\s*页
    | [（(\[]?\s*\d{{1,4}}\s*[)）\]]?
    | \d{{1,4}}\s*[/／]\s*\d{{1,4}}
    | [ivxIVX]{{1,6}}
    | (?i:page)\s*\d{{1,4}}(?:\s*(?i:of|/)\s*\d{{1,4}})?
    ){_DASH}*$""", re.VERBOSE)
_NAMES_SOMETHING = re.compile(r"\d+\s*(?:月|章|节|條|条|部分|周|班|组|年级)")


def furniture_in(pages: Mapping[int, Sequence[Line]], heights: Mapping[int, float]) -> set[Line]:
    """The lines of the `pages` (by number, from the top down) that are no text of the author.

    `heights` of the pages in points. A running line is dropped when it returns, but for its digits,
    in the same place on at least half of two or more pages; a page number always.
    """
    found = {line for number, lines in pages.items()
             for line in _edges(lines) if _is_page_number(line, heights[number])}
    groups: defaultdict[tuple[bool, str], list[Line]] = defaultdict(list)
    for number, lines in pages.items():
        for line in _edges(lines):
            share = line.base / heights[number]
            if line not in found and (share < _MARGIN or share > 1 - _MARGIN):
                groups[share < 0.5, re.sub(r"\d+", "#", line.text)].append(line)
    written = sum(bool(lines) for lines in pages.values())
    usual = statistics.median(line.size for lines in pages.values() for line in lines) if any(
        pages.values()) else 0.0
    for lines in groups.values():
        repeated = len({line.page for line in lines})
        if repeated >= 2 and 2 * repeated >= written and _is_running(lines, usual):
            found.update(lines)
    return {line for lines in pages.values() for line in _outermost(lines, found)}


def _outermost(lines: Sequence[Line], found: set[Line]) -> Iterator[Line]:
    # Below a title that each form of a pack repeats, what returns is the form and no header.
    ordered = sorted(lines, key=lambda line: line.base)
    yield from takewhile(lambda line: line in found, ordered)
    yield from takewhile(lambda line: line in found, reversed(ordered))


def _edges(lines: Sequence[Line]) -> list[Line]:
    ordered = sorted(lines, key=lambda line: line.base)
    return ordered[:_DEEP] + ordered[max(_DEEP, len(ordered) - _DEEP):]


def _is_page_number(line: Line, height: float) -> bool:
    bare = line.text.strip().isdigit()
    margin = _BARE_MARGIN if bare else _MARGIN
    return margin * height > min(line.base, height - line.base) and bool(
        _PAGE_NUMBER.match(line.text))


def _is_running(lines: Sequence[Line], usual: float) -> bool:
    if lines[0].size > 1.1 * usual:
        return False                # a title
    # 3月, 4月 … at the top of each page are headings, though they differ in digits only.
    if len({line.text for line in lines}) > 1 and any(
            mark_of(line.text) or _NAMES_SOMETHING.search(line.text) for line in lines):
        return False
    bases = [line.base for line in lines]
    return max(bases) - min(bases) < _SAME_PLACE
