"""What a document consists of: its title, headings, months and tables, part by part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checkers.document import Document, Part, Table
from checkers.glue import unglued
from checkers.hard_wraps import rejoined
from checkers.headings import Heading, headings_in
from checkers.layout_tables import unfolded
from checkers.lines import Row, lines_of
from checkers.months import MonthSeen, months_in, period_in, year_in
from checkers.titles import title_of
from plans.comparing import compare_form
from plans.periods import Period
from plans.topics import Topics


@dataclass(frozen=True, slots=True)
class PartOutline:
    """One part: `rows` are its lines and tables, to which headings and months refer by index.

    `contents` are the lines of a table of contents, in compare form; `title_rows` hold the title.
    """

    name: str
    title: str
    rows: tuple[Row, ...]
    headings: tuple[Heading, ...]
    months: tuple[MonthSeen, ...]
    contents: tuple[str, ...] = ()
    title_rows: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Outline:
    """The outline of a whole document; `parts[0]` is the main part.

    `scanned_pages` are pictures that nothing is known of, `ocr_pages` those that were recognised.
    """

    parts: tuple[PartOutline, ...]
    period: Period | None = None
    scanned_pages: tuple[int, ...] = ()
    ocr_pages: tuple[int, ...] = ()

    @property
    def main(self) -> PartOutline:
        return self.parts[0]

    @property
    def title(self) -> str:
        return self.parts[0].title

    def headings(self) -> Iterator[Heading]:
        """The headings of every part, in order."""
        for part in self.parts:
            yield from part.headings

    def tables(self) -> int:
        """How many tables the document holds, nested ones not counted."""
        return len({(part.name, table) for part in self.parts for row in part.rows
                    if (table := row.table if isinstance(row, Table) else row.paragraph.table)})

    def part(self, name: str) -> PartOutline | None:
        """The part of that name."""
        return next((one for one in self.parts if one.name == name), None)


def outline_of(document: Document, topics: Topics) -> Outline:
    """The outline of a document that could be read."""
    parts = tuple(_part_outline(part, topics) for part in document.parts)
    return Outline(parts, period_in(parts[0].rows), document.scanned_pages, document.ocr_pages)


def _part_outline(part: Part, topics: Topics) -> PartOutline:
    rows = unglued(rejoined(unfolded(lines_of(part), topics)), topics)
    title, title_rows = title_of(rows, topics, part.title)
    headings = headings_in(rows, topics, title_rows)
    months = months_in(rows, frozenset(one.row for one in headings), year_in(title), title_rows)
    contents = tuple(compare_form(one.displayed) for one in part.paragraphs() if one.toc)
    return PartOutline(part.name, title or part.title, rows, headings, months, contents,
                       title_rows)
