"""Lines of a table of contents: a title, dots or a tab, a page number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from checkers.document import Block, Paragraph

# "WPSOffice手动目录 1" is how WPS names the lines of a table that is typed by hand.
_STYLE = re.compile(r"(?:toc|contents|目录|目錄|wpsoffice手动目录) ?(?:\d|heading|标题|$)")
_PAGE = re.compile(r"[(（]?(\d{1,3}|[ivx]{1,5})[)）]?$")
_DOTS = ".．·•‥﹒。_-—－─…"
_BLANKS = " \t\u3000\u00a0"
_TITLE = re.compile(r"\s*(?:目\s*[录錄次]|contents)\s*[:：]?\s*$", re.IGNORECASE)
_FEWEST = 3         # two such lines may be a list of marks
_DOTS_LEAST = 3     # fewer are a dash or the end of a sentence
_LINES_A_DROP = 6   # for each six lines, one page number may be smaller than that before it
_LONGEST = 200      # characters of a line, dots included


def is_contents_style(name: str) -> bool:
    """Whether the style called `name` (lower case) is one for tables of contents."""
    return _STYLE.match(name) is not None


def mark_contents(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks` with those lines marked that make a table of contents by their looks alone."""
    marked = list(blocks)
    run: list[int] = []
    for place, block in enumerate(blocks):
        if isinstance(block, Paragraph) and (_page(block) is not None or not block.text.strip()):
            run.append(place)
            continue
        _mark(marked, run)
        run = []
    _mark(marked, run)
    follows = False         # whether the next line with words is one of contents
    for place in range(len(marked) - 1, -1, -1):
        block = marked[place]
        if not isinstance(block, Paragraph):
            follows = False
        elif block.text.strip():
            if follows and not block.toc and _TITLE.match(block.text):
                block = marked[place] = replace(block, toc=True)
            follows = block.toc
    return tuple(marked)


def _mark(blocks: list[Block], run: list[int]) -> None:
    """Mark the run of lines and the blanks between them, if there are enough lines."""
    lines = [place for place in run if _page(blocks[place]) is not None]
    pages = [_page(blocks[place]) or 0 for place in lines]
    # Pages grow, but for an annex that begins at 1 again; marks and counts do not.
    drops = sum(after < before for before, after in pairwise(pages))
    if len(lines) < _FEWEST or drops > len(lines) // _LINES_A_DROP:
        return
    for place in range(lines[0], lines[-1] + 1):
        block = blocks[place]
        if isinstance(block, Paragraph) and not block.toc:
            blocks[place] = replace(block, toc=True)


def _page(block: Block) -> int | None:
    """The page that the line points to (0 for a Roman one); None if it is no such line."""
    if not isinstance(block, Paragraph) or len(block.text) > _LONGEST:
        return None
    text = block.text.rstrip()
    number = _PAGE.search(text) if text[-1:].isdecimal() or text[-1:] in "ivx)）" else None
    if number is None:
        return None
    title = text[:number.start()].rstrip(_DOTS + _BLANKS)
    leader = text[len(title):number.start()]
    dots = sum(char in _DOTS for char in leader)
    if not (dots >= _DOTS_LEAST or "…" in leader or "\t" in leader) \
            or not any(char.isalpha() for char in title):
        return None
    return int(number[1]) if number[1].isdecimal() else 0
