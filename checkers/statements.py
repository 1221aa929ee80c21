"""What a document says, sentence by sentence, with what stands around each sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checkers.document import Cell, Paragraph, Table, paragraphs_in
from checkers.headings import Heading
from checkers.lines import Line
from checkers.outline import Outline, PartOutline
from plans.numerals import HAN, number_of

_SENTENCES = re.compile(r"[^。！？!?；;\n]+[。！？!?；;]*")
_N = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_MONTHS = re.compile(rf"(?<![{HAN}\d])((?:{_N}(?:月份?)?\s*[、,，和至到—~-]+\s*)*{_N})\s*月")
_NUMBERS = re.compile(rf"\d+|[{HAN}]+")


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of a paragraph or cell; `around` is all of the paragraph, or of the row of the
    table, with the heading above it. `months` (1 to 12) are those that it speaks of, or that were
    last named before it in what stands around it. `section` is the heading as displayed."""

    text: str
    paragraph: Paragraph
    around: str
    months: frozenset[int]
    section: str = ""


def statements_in(outline: Outline) -> Iterator[Statement]:
    """Every sentence of every part in order: titles, headings and tables too, headers and lists of
    contents not."""
    for part in outline.parts:
        yield from _of_part(part)


def _of_part(part: PartOutline) -> Iterator[Statement]:
    headings = {one.row: one for one in part.headings}
    above: Heading | None = None
    for index, row in enumerate(part.rows):
        above = headings.get(index, above)
        section, months = (above.text, months_named(above.title)) if above else ("", frozenset())
        if isinstance(row, Line):
            around = row.text if index in headings else f"{section}\n{row.text}"
            yield from _sentences(row.text, row.paragraph, around, months, section)
        else:
            yield from _of_table(row, section, months)


def _of_table(table: Table, section: str, months: frozenset[int]) -> Iterator[Statement]:
    """A merged first cell (a month) counts for all the rows that it spans."""
    left: Cell | None = None
    for row in table.rows:
        if row and not row[0].covered:
            left = row[0]
        cells = [cell for cell in row if not cell.covered]
        if left is not None and left not in cells:
            cells.insert(0, left)
        around = "\n".join((section, *(cell.text for cell in cells)))
        named = months
        for cell in cells:
            for paragraph in paragraphs_in(cell) if cell in row else ():
                yield from _sentences(paragraph.displayed, paragraph, around,
                                      named, section)
            named = months_named(cell.text) or named


def _sentences(text: str, paragraph: Paragraph, around: str, months: frozenset[int],
               section: str) -> Iterator[Statement]:
    for match in _SENTENCES.finditer(text):
        if sentence := match[0].strip():
            months = months_named(sentence) or months
            yield Statement(sentence, paragraph, around, months, section)


def months_named(text: str) -> frozenset[int]:
    """The months that a text names: 3月6日, 七、八月份; 每月 and 三个月 name none."""
    return frozenset(number for match in _MONTHS.finditer(text)
                     for one in _NUMBERS.findall(match[1]) if (number := number_of(one)))
