"""Paragraphs that were cut by hard returns at a fixed width, put together again.

Old mail programs, web pages and converters do it; the lines of such a text are equally wide and
break off within a sentence.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from checkers.lines import SENTENCE_ENDS, Line, Row
from checkers.month_words import month_line

_NARROWEST = 30     # columns (two for a Chinese character) of a line that was cut
_FEWEST = 3         # lines of one width that break off
_SLACK = 2          # columns by which they differ, for words and marks are not torn apart
_ENDS = tuple(SENTENCE_ENDS + "：:")


def rejoined(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows, lines that break off at the usual width joined with what follows them."""
    width = _usual_width(rows)
    if not width:
        return tuple(rows)
    done: list[Row] = []
    last = 0            # columns of the last line that went into the row above
    for row in rows:
        above = done[-1] if done else None
        if (isinstance(above, Line) and isinstance(row, Line) and abs(width - last) <= _SLACK
                and _goes_on(above, row)):
            done[-1] = _joined(above, row)
        else:
            done.append(row)
        last = _width(row.text) if isinstance(row, Line) and (
            row.text.rstrip()[-1:] not in _ENDS) else 0
    return tuple(done)


def _joined(line: Line, following: Line) -> Line:
    return replace(
        line, text=line.text + following.text,
        paragraph=replace(line.paragraph, text=line.paragraph.text + following.paragraph.text),
        mark=line.mark and replace(line.mark, rest=line.mark.rest + following.text))


def _usual_width(rows: Sequence[Row]) -> int:
    """The columns at which the lines were cut, 0 where they were not."""
    widths = Counter(
        _width(row.text) for row, following in pairwise(rows)
        if isinstance(row, Line) and isinstance(following, Line) and _goes_on(row, following)
        and row.text.rstrip()[-1:] not in _ENDS and _width(row.text) >= _NARROWEST)

    def near(width: int) -> int:
        return sum(count for other, count in widths.items() if 0 <= width - other <= _SLACK)

    best = max(widths, key=near, default=0)
    return best if near(best) >= _FEWEST else 0


def _goes_on(line: Line, following: Line) -> bool:
    """Whether a line may be the rest of the one before it."""
    look = following.paragraph.look
    return (following.mark is None and following.label is None and not look.centred
            and not look.right and month_line(following.text) is None and not following.is_date
            and line.label is None and line.paragraph.table == following.paragraph.table
            and look.bold == line.paragraph.look.bold and look.size == line.paragraph.look.size
            and line.paragraph.paragraph != following.paragraph.paragraph)


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in text.strip())
