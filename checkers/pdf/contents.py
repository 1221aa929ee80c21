"""Lines of a table of contents: a title, dots or a gap, the number of a page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from checkers.pdf.lines import Line

_LEADER = re.compile(
    r"\S.*?(?:[.．·…⋯‥・•_]\s?){3,}\s*[(（—\-]?\s*(\d{1,4}|[ivxIVX]{1,6})\s*[)）—\-]?$")
_AFTER_GAP = re.compile(r"\S.*\s(\d{1,3})$")
_AT_END = re.compile(r"\S.*?\s*(\d{1,3})$")
_TITLE = re.compile(r"\s*目\s*[录錄次]\s*$")
_WIDE = 3                           # of the size: the least gap that stands for a leader
_WITHIN = 0.9                       # the same below a line of a table of contents, by tab stops
_RUN = 3                            # fewer such lines are no table of contents


def with_contents_marked(lines: Sequence[Line]) -> list[Line]:
    """`lines` with those of a table of contents marked; a title may take one line more."""
    marked = list(lines)
    start = 0
    while start < len(lines):
        end, last, count = start, 0, 0
        titled = start > 0 and bool(_TITLE.match(lines[start - 1].text))
        while end < len(lines):
            number = _page_number(lines[end], 0 if titled else _WITHIN if count else _WIDE)
            if number is None or number < last:
                if count and end + 1 < len(lines) and lines[end].size == lines[end - 1].size and (
                        _page_number(lines[end + 1]) or 0) >= max(last, 1) and number is None:
                    end += 1        # a long title, its number on the next line
                    continue
                break
            last, count, end = number, count + 1, end + 1
        if count >= _RUN:
            for place in range(start, end):
                if _page_number(lines[place], 0 if titled else _WITHIN) is not None:
                    marked[place] = replace(lines[place], toc=True)
        start = max(end, start + 1)
    return marked


def _page_number(line: Line, gap: float = _WIDE) -> int | None:
    """The number at the end of a line, behind dots or a gap; any number where `gap` is 0."""
    match = _LEADER.match(line.text) or (None if gap else _AT_END.match(line.text))
    if match is None and line.leader_gap > gap * line.size:
        match = _AFTER_GAP.match(line.text)
    if match is None:
        return None
    return int(match[1]) if match[1].isdigit() else 0
