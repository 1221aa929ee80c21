"""The months of a schedule: lines, table rows and headings that begin with a month.

A lone month is none: a schedule has at least two, or one under a heading that announces it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from checkers.document import Cell, Paragraph, Table
from checkers.lines import Line, Row
from checkers.marks import OUTERMOST
from checkers.month_tables import months_of
from checkers.month_words import FIRST_YEAR, LAST_YEAR, MonthWords, month_line
from checkers.signature import signature_rows
from plans.numerals import HAN, number_of
from plans.periods import Month, Period, period_of

_YEAR = re.compile(rf"(?<!\d)(\d{{4}}|[{HAN}]{{4}})\s*(?:[-—~～至/]\s*(?:\d{{4}}|\d{{2}})\s*)?"
                   r"(?:学年|學年|年)")
_SPAN = re.compile(r"(?:\d{4}\s*[年.\-/]\s*\d{1,2}\s*月?|\d{4}-\d{2})\s*[至到—~～–－/-]+\s*"
                   r"(?:\d{4}\s*[年.\-/]\s*)?\d{1,2}(?:\s*月|(?![\d.月年]))")
_PERIOD_LINES = 8       # lines from the top in which a document says its period


@dataclass(frozen=True, slots=True)
class MonthSeen:
    """A month of a schedule: `year` is None where the document does not say; `tasks` is the text
    that belongs to it; `row` its place among the part's rows."""

    month: int
    year: int | None
    tasks: str
    paragraph: Paragraph
    row: int
    text: str

    @property
    def key(self) -> tuple[int | None, int]:
        """What makes two of them the same month."""
        return self.year, self.month

    @property
    def shown(self) -> str:
        """The month as people are told of it, with its year where that is known."""
        return f"{self.year}年{self.month}月" if self.year else f"{self.month}月"


def months_in(rows: Sequence[Row], heading_rows: frozenset[int], year: int | None,
              title_rows: frozenset[int] = frozenset()) -> tuple[MonthSeen, ...]:
    """The months of the schedules among the rows, in order; `year` is that of the first where
    neither its line nor the heading above it says one."""
    no_months = title_rows | signature_rows(rows) | _cover_dates(rows, heading_rows)
    found = list(_seen(rows, heading_rows, no_months))
    if len(found) < 2:
        return ()
    return tuple(_with_years(found, rows, year))


def _cover_dates(rows: Sequence[Row], heading_rows: frozenset[int]) -> frozenset[int]:
    """Dates that stand alone before the first heading or in the middle of the page."""
    first = min(heading_rows, default=0)
    return frozenset(index for index, row in enumerate(rows)
                     if isinstance(row, Line) and row.is_date
                     and (index < first or row.paragraph.look.centred))


def period_in(rows: Sequence[Row]) -> Period | None:
    """The period that the top of a document gives as months (2014年3月至12月); None if it does not.
    """
    for line in [row for row in rows if isinstance(row, Line)][:_PERIOD_LINES]:
        if len(line.text) <= 60 and (match := _SPAN.search(line.text)) and (
                period := period_of(match[0])):
            return period
    return None


def year_in(text: str) -> int | None:
    """The (first) year that a title or heading names: 2014年…, 2025-2026学年…"""
    match = _YEAR.search(text)
    year = number_of(match[1]) if match else None
    return year if year and FIRST_YEAR <= year <= LAST_YEAR else None


def _seen(rows: Sequence[Row], heading_rows: frozenset[int],
          no_months: frozenset[int]) -> Iterator[MonthSeen]:
    """`no_months` are the rows of title, cover and signature, whose dates are no schedule."""
    for index, row in enumerate(rows):
        if isinstance(row, Table):
            for month, cell, beside in months_of(row):
                yield from _each(month, beside, _paragraph(cell, row), index)
            continue
        if index in no_months:
            continue
        text = row.mark.rest if row.mark else row.text
        words = month_line(text) or month_line(row.text)
        if words:
            tasks = words.tasks or _text_under(rows, index, heading_rows, no_months)
            yield from _each(words, tasks, row.paragraph, index)


def _text_under(rows: Sequence[Row], index: int, heading_rows: frozenset[int],
                signature: frozenset[int]) -> str:
    """The text below a month line, up to the next month or heading."""
    for at in range(index + 1, len(rows)):
        row = rows[at]
        if isinstance(row, Table):
            return " ".join(cell.text for cells in row.rows for cell in cells).strip()
        if month_line(row.rest) or month_line(row.text):
            return ""
        if at in heading_rows and (row.mark is None or row.mark.form in OUTERMOST):
            return ""
        return "" if at in signature else row.text
    return ""


def _paragraph(cell: Cell, table: Table) -> Paragraph:
    for paragraph in cell.paragraphs:
        if paragraph.text.strip():
            return paragraph
    return Paragraph(cell.text, part=table.part, table=table.table, row=cell.row,
                     column=cell.column, page=table.page)


def _each(words: MonthWords, tasks: str, paragraph: Paragraph, row: int) -> Iterator[MonthSeen]:
    year = words.year
    for position, number in enumerate(words.numbers):
        if position and year is not None and number < words.numbers[position - 1]:
            year += 1
        yield MonthSeen(number, year, tasks, paragraph, row, words.text)


def _with_years(found: list[MonthSeen], rows: Sequence[Row],
                year: int | None) -> Iterator[MonthSeen]:
    """Each month with its year: after December comes the next year's January."""
    said = _year_above(rows, found[0].row)
    first = current = said if said is not None else year
    last = 0
    for one in found:
        if one.year is not None:
            current = one.year
        elif one.month == found[0].month and last % 12 + 1 != one.month:
            current = first     # a second list, or a table beside the list, begins anew
        elif current is not None and one.month < last and last - one.month > 5:
            current = min(current + 1, LAST_YEAR)
        last = one.month
        yield one if current is None else replace(one, year=current)


def _year_above(rows: Sequence[Row], row: int) -> int | None:
    for at in range(row - 1, max(-1, row - 4), -1):
        above = rows[at]
        if isinstance(above, Line) and len(above.text) <= 40 and (year := year_in(above.text)):
            return year
    return None


def as_month(seen: MonthSeen, period: Period | None) -> Month | None:
    """The month with its year, from the period where the document gives none."""
    if seen.year is not None:
        return Month(seen.year, seen.month)
    return period.month_numbered(seen.month) if period else None
