"""A part as lines: what is written, without blanks and contents lists; tables keep their place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from checkers.document import Paragraph, Part, Table
from checkers.marks import Mark, mark_of
from checkers.month_words import month_line
from plans.comparing import compare_form

SENTENCE_ENDS = "。！？!?；;"
_SIGNED = re.compile(r"(?:\d{4}|[〇零○一二三四五六七八九十]{4})\s*[年.\-/]\s*"
                     r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*[月.\-/]\s*"
                     r"(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*日?)?\s*(?:制定?|印发?|修订)?$")


@dataclass(frozen=True, slots=True)
class Label:
    """What a cell of a layout table names: the cells from row `first` to row `last` of its table
    that begin in the columns from `left` to `right`; `depth` is 2 for a label within another's."""

    first: int
    last: int
    left: int
    right: int
    depth: int = 1

    def holds(self, row: int | None, column: int | None) -> bool:
        """Whether a cell of the same table is among them."""
        return (row is not None and column is not None and self.first <= row <= self.last
                and self.left <= column <= self.right)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text: a paragraph, or the piece of one that a glued heading was cut into."""

    paragraph: Paragraph
    text: str               # as displayed, number included
    mark: Mark | None
    label: Label | None = None      # set for a cell that names what stands beside or below it

    def names(self, row: Row) -> bool:
        """Whether `row` stands in the cells that this line, a label, names."""
        place = row.paragraph if isinstance(row, Line) else row.rows[0][0] if row.rows else None
        return (self.label is not None and place is not None
                and (row.paragraph.table if isinstance(row, Line) else row.table)
                == self.paragraph.table and self.label.holds(place.row, place.column))

    @property
    def rest(self) -> str:
        """The text without its number."""
        return (self.mark.rest if self.mark else self.text).strip()

    @property
    def is_date(self) -> bool:
        """Whether the line is nothing but a date, as under a signature."""
        return bool(_SIGNED.match(self.text.strip()))


Row = Line | Table


def lines_of(part: Part) -> tuple[Row, ...]:
    """The lines and tables of a part in order."""
    return tuple(_rows(part))


def _rows(part: Part) -> Iterator[Row]:
    for block in part.blocks:
        if isinstance(block, Table):
            yield block
        elif block.text.strip() and not block.toc:
            yield from _lines_of(block)


def _lines_of(paragraph: Paragraph) -> Iterator[Line]:
    """A paragraph is one line, unless soft line breaks in it begin numbered lines or months."""
    first, *others = paragraph.text.split("\n")
    if not any(mark_of(text) or month_line(text) for text in others):
        yield line_of(paragraph)
        return
    yield line_of(replace(paragraph, text=first))
    for text in others:
        if text.strip():
            yield line_of(replace(paragraph, text=text, number=""))


def line_of(paragraph: Paragraph) -> Line:
    """A paragraph as a line; a line that begins with a month (三月份：…, 一 月) bears no number."""
    words = None if paragraph.number else month_line(paragraph.text)
    is_month = words is not None and _starts_with(paragraph.text, words.text)
    return Line(paragraph, paragraph.displayed.strip(),
                None if is_month else mark_of(paragraph.text, paragraph.number))


def _starts_with(text: str, words: str) -> bool:
    return compare_form(text).startswith(compare_form(words))


def body_look(rows: tuple[Row, ...]) -> tuple[float, str]:
    """The size (pt) and font that most characters of the running text have."""
    sizes: Counter[float] = Counter()
    fonts: Counter[str] = Counter()
    for row in rows:
        if isinstance(row, Line):
            sizes[row.paragraph.look.size] += len(row.text)
            fonts[row.paragraph.look.font] += len(row.text)
    size = sizes.most_common(1)[0][0] if sizes else 0.0
    font = fonts.most_common(1)[0][0] if fonts else ""
    return size, font
