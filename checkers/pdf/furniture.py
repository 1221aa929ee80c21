"""Headers, footers and page numbers, told from the text by their place and their repetition."""

from __future__ import annotations

import re
import statistics
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import takewhile

from checkers.marks import mark_of
from checkers.pdf.beginnings import labels_annex
from checkers.pdf.lines import Line

_MARGIN = 0.16                      # of the height of the page: where furniture stands
_BARE_MARGIN = 0.12                 # the same for a number with nothing beside it
_OUTSIDE = 0.08                     # the same for small print that stands on one page only
_SMALL = 0.85                       # of the usual size: small print
_LARGE = 1.8                        # of the usual size: titles are seldom larger
_FEW = 6                            # lines; so few tell no usual size
_DEEP = 3                           # lines from the top or the bottom that may be furniture
_SAME_PLACE = 3.0                   # pt
_DASH = r"[\s\-—–－─~～·•.|｜_]"
_NUMERAL = r"(?:\d{1,4}|[〇零一二三四五六七八九十百]{1,4})"
_PAGE_NUMBER = re.compile(rf"""{_DASH}*(?:
      第\s*{_NUMERAL}\s*[页頁](?:\s*[/，,、]?\s*[（(]?\s*共\s*{_NUMERAL}\s*[页頁]?\s*[)）]?)?
    | 共\s*{_NUMERAL}\s*[页頁]\s*[/，,、]?\s*第\s*{_NUMERAL}\s*[页頁]
    | [（(\[]?\s*\d{{1,4}}\s*[)）\]]?
    | \d{{1,4}}\s*[/／]\s*\d{{1,4}}
    | [ivxIVX]{{1,6}}
    | (?i:page|p\.?)\s*\d{{1,4}}(?:\s*(?i:of|/)\s*\d{{1,4}})?
    ){_DASH}*$""", re.VERBOSE)
_NAMES_SOMETHING = re.compile(r"附\s*[件表录錄]|\d+\s*(?:月|章|节|條|条|部分|周|班|组|年级)")


def furniture_in(pages: Mapping[int, Sequence[Line]], heights: Mapping[int, float],
                 marks: Collection[str] = ()) -> set[Line]:
    """The lines of the `pages` (by number, from the top down) that are no text of the author.

    `heights` of the pages in points; `marks` are the watermarks that are known from other pages. A
    running line is dropped when it returns, but for the number of the page, in the same place on at
    least half of two or more pages, or of the even or the odd ones; a page number always; small
    print outside the text even where it stands on one page only.
    """
    sizes = [line.size for lines in pages.values() for line in lines]
    usual = statistics.median(sizes) if len(sizes) >= _FEW else 0.0
    found: set[Line] = set()
    groups: defaultdict[tuple[bool, str], list[Line]] = defaultdict(list)
    for number, lines in pages.items():
        height = heights[number]
        for line in _edges(lines):
            if _is_page_number(line, height) or _is_small_print(line, height, usual):
                found.add(line)
            elif not _MARGIN * height <= line.base <= (1 - _MARGIN) * height:
                groups[line.base < height / 2, re.sub(r"\d+", "#", line.text)].append(line)
    written = [number for number, lines in pages.items() if lines]
    for group in groups.values():
        if _is_often(group, written) and _is_running(group, usual):
            found.update(group)
    across = _watermarks(pages, heights, usual, marks)
    return across | {line for lines in pages.values() for line in _outermost(
        [line for line in lines if line not in across], found)}


def _watermarks(pages: Mapping[int, Sequence[Line]], heights: Mapping[int, float],
                usual: float, marks: Collection[str]) -> set[Line]:
    """Large print that no text lies on: a known watermark, or what returns in the middle of pages.
    """
    found: set[Line] = set()
    groups: defaultdict[tuple[str, int], list[Line]] = defaultdict(list)
    for number, lines in pages.items():
        for line in lines:
            if line.size <= _LARGE * usual or not usual:
                continue
            if line.text in marks:
                found.add(line)
            elif 0.3 < line.base / heights[number] < 0.7:
                groups[line.text, round(line.base / _SAME_PLACE)].append(line)
    return found | {line for group in groups.values() if len({line.page for line in group}) > 1
                    for line in group}


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


def _is_small_print(line: Line, height: float, usual: float) -> bool:
    """Whether a line is a header, a footer, or what a browser prints around a page."""
    return line.size <= _SMALL * usual and (
        min(line.base, height - line.base) < _OUTSIDE * height)


def _is_often(lines: Sequence[Line], written: Sequence[int]) -> bool:
    here = {line.page for line in lines}
    turns = {page % 2 for page in here}
    possible = [page for page in written if page % 2 in turns]
    return len(here) >= 2 and 2 * len(here) >= len(possible)


def _is_running(lines: Sequence[Line], usual: float) -> bool:
    if lines[0].size > 1.1 * usual > 0 or labels_annex(lines[0]):
        return False                # a title, or the label above one
    if len({line.text for line in lines}) > 1 and not _count_the_pages(lines):
        return False
    bases = [line.base for line in lines]
    return max(bases) - min(bases) < _SAME_PLACE


def _count_the_pages(lines: Sequence[Line]) -> bool:
    """Whether lines that differ in their digits only do so by the number of the page."""
    # 3月, 4月 … at the top of each page are headings, and so are 附件1, 附件2.
    if any(mark_of(line.text) or _NAMES_SOMETHING.search(line.text) for line in lines):
        return False
    steps = [{int(number) - line.page for number in re.findall(r"\d{1,6}", line.text)}
             for line in lines]
    return bool(set.intersection(*steps))
