"""Words that show where a paragraph begins, where lines lie as if they ran on."""

from __future__ import annotations

import re
from collections.abc import Iterable

from checkers.marks import mark_of
from checkers.month_words import month_line
from checkers.pdf.lines import Line

FULL_STOPS = frozenset("。！？!?")
_LABEL = re.compile(r"[\u3400-\u9fff]{2,8}[：:]")
_ANNEX = re.compile(r"附\s*[件表录錄]\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})?\s*(?:[:：]|$)")
_WITHIN = re.compile(r"[，。；！？,;!?]")
_TITLE = 26                         # characters; a longer line without a mark is a list or a name
_HEAD = 16                          # characters of a heading that ends in a colon
_OFTEN = 2                          # such headings make it a habit


def has_another_look(above: Line, line: Line) -> bool:
    """Whether all of one line is set in a font, or in bold, that none of the other is set in."""
    return bool(above.style and line.style) and above.style != line.style


def begins_anew(first: Line, line: Line, following: Line | None, heads: bool) -> bool:
    """Whether `line`, after a full line that ends a sentence, begins a paragraph by its words.

    `first` is the first line of the paragraph above it, `following` what comes after `line`, which
    does not run on from it; `heads` says that headings of this text end in a colon.
    """
    if month_line(line.text) or _ANNEX.match(line.text):
        return True
    if _LABEL.match(line.text) and (_LABEL.match(first.text) or mark_of(first.text)):
        return True
    return following is None and is_head(line, heads)


def names_month(line: Line) -> bool:
    """Whether a line is of a schedule beyond doubt: 六月：…, and not 六月，各班……"""
    month = month_line(line.text)
    return month is not None and line.text.lstrip()[len(month.text):].lstrip()[:1] in (":", "：")


def labels_annex(line: Line) -> bool:
    """Whether a line is nothing but the label of an annex, which begins a page of its own."""
    match = _ANNEX.match(line.text)
    return match is not None and match.end() == len(line.text.rstrip())


def is_head(line: Line, heads: bool) -> bool:
    """Whether a line that stands alone is a title or a signature: the last line of a paragraph ends
    in a mark."""
    text = line.text.strip()
    if text[-1] in "：:":
        return heads and len(text) <= _HEAD and not _WITHIN.search(text)
    return len(text) <= _TITLE and not _WITHIN.search(text)


def heads_end_in_colons(alone: Iterable[Line]) -> bool:
    """Whether several of the lines that surely stand alone are short and end in a colon."""
    return sum(line.text.strip()[-1] in "：:" and is_head(line, True) for line in alone) >= _OFTEN
