"""Pieces of a Word report: headings that number themselves, tables whose labels are repeated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generators import drawing
from generators.drawing import REPEATED, framed
from generators.sheet_text import legible
from generators.signature import width
from plans.messages import chosen_language

_CHARACTER = 240        # twips of a character in a table, 12 pt
_MARGINS = 216          # twips left and right in a cell
# A row of more lines may break over pages; LibreOffice cuts off what a row keeps beyond a page.
_KEPT_LINES = 12
_UNNUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its label, its width in twips, and whether its text is centred."""

    label: str
    width: int
    centred: bool = True


def paragraph(text: str, style: str = "Normal", properties: str = "") -> str:
    """A paragraph of text as people hand it in."""
    return drawing.paragraph(legible(text).replace("\n", " "), style, properties)


def sentence(text: str) -> str:
    """A paragraph of the text; words of Latin letters are not pulled apart to fill a line."""
    return paragraph(text, "Normal", "" if _is_chinese() else '<w:jc w:val="left"/>')


def heading(text: str) -> str:
    """A heading of the first level, numbered 一、 where the paper is in Chinese."""
    return paragraph(text, "Heading1", ("" if _is_chinese() else _UNNUMBERED)
                     + '<w:spacing w:before="160" w:after="80"/>')


def table(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> str:
    """A table; each line of a cell's text is a paragraph."""
    head = drawing.row([(legible(one.label), "TableHead") for one in columns],
                       [one.width for one in columns], REPEATED)
    return framed([one.width for one in columns], head + "".join(
        _row(columns, [legible(text) for text in row]) for row in rows))


def signature(label: str, day: str) -> str:
    """Who checked, to be written by hand, and the day."""
    return (paragraph(f"{label}＿＿＿＿＿＿", "SignatureUnit")
            + paragraph(day, "SignatureDate"))


def _is_chinese() -> bool:
    return chosen_language() == "zh_CN"


def _row(columns: Sequence[Column], texts: Sequence[str]) -> str:
    lines = max(_lines(text, column) for text, column in zip(texts, columns, strict=True))
    keep = "<w:trPr><w:cantSplit/></w:trPr>" if lines <= _KEPT_LINES else ""
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{column.width}" w:type="dxa"/></w:tcPr>' + "".join(
            paragraph(line, "TableCentred" if column.centred else "TableText")
            for line in text.split("\n")) + "</w:tc>"
        for column, text in zip(columns, texts, strict=True))
    return f"<w:tr>{keep}{cells}</w:tr>"


def _lines(text: str, column: Column) -> int:
    room = (column.width - _MARGINS) / _CHARACTER
    return sum(max(1, -int(-width(line) // room)) for line in text.split("\n"))
