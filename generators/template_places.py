"""Where something stands in a Word template, and what is wrong there."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from lxml import etree

from generators.styles import W
from plans.messages import _

ERROR, WARNING = "error", "warning"
QUOTED = 60     # characters of a paragraph that are shown


@dataclass(frozen=True, slots=True)
class Spot:
    """A paragraph of a template, counted from 1 as a person counts.

    `part` is what the part is called (text, header …), untranslated. A paragraph outside tables has
    `paragraph`, blank ones counted too; one in a table has `table`, `row` and `column` instead.
    """

    part: str
    quote: str = ""
    paragraph: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        place = _(self.part)
        if self.table:
            place = _("{part}, table {table}, row {row}, column {column}").format(
                part=place, table=self.table, row=self.row, column=self.column)
        elif self.paragraph:
            place = _("{part}, paragraph {paragraph}").format(part=place, paragraph=self.paragraph)
        if not self.quote:
            return place
        quote = " ".join(self.quote.split())
        quote = quote if len(quote) <= QUOTED else quote[:QUOTED] + "…"
        return _("{place}: “{quote}”").format(place=place, quote=quote)


@dataclass(frozen=True, slots=True)
class TemplateFinding:
    """One thing that is wrong with a template: `level` is "error" where documents would be spoilt
    or refused, else "warning"; `spot` is None where it is no matter of one place."""

    level: str
    spot: Spot | None
    what: str
    mend: str


def spots_in(root: etree._Element, part: str) -> dict[etree._Element, Spot]:
    """The spot of every paragraph of a part, in order; one in a text box counts as the paragraph
    that the box hangs on."""
    spots: dict[etree._Element, Spot] = {}
    tables = {table: number for number, table in enumerate(root.iter(w("tbl")), 1)}
    rows, columns = _numbered(root, "tr", "tbl"), _numbered(root, "tc", "tr")
    count = 0
    for paragraph in root.iter(w("p")):
        quote = text_of(paragraph)
        outer = next(paragraph.iterancestors(w("p")), None)
        cell = next(paragraph.iterancestors(w("tc")), None)
        if outer is not None:
            at = spots[outer]
            spots[paragraph] = Spot(part, quote, at.paragraph, at.table, at.row, at.column)
        elif cell is not None:
            row = next(cell.iterancestors(w("tr")))
            spots[paragraph] = Spot(part, quote, None, tables[next(row.iterancestors(w("tbl")))],
                                    rows[row], columns[cell])
        else:
            count += 1
            spots[paragraph] = Spot(part, quote, count)
    return spots


def _numbered(root: etree._Element, name: str, within: str) -> dict[etree._Element, int]:
    """The number of every `name`, from 1, within the nearest `within` above it."""
    counts: Counter[etree._Element] = Counter()
    numbers = {}
    for element in root.iter(w(name)):
        holder = next(element.iterancestors(w(within)))
        counts[holder] += 1
        numbers[element] = counts[holder]
    return numbers


def text_of(paragraph: etree._Element) -> str:
    """The text of a paragraph, without that of a text box in it."""
    return "".join(text.text or "" for text in paragraph.iter(w("t"))
                   if next(text.iterancestors(w("p"))) is paragraph)


def w(name: str) -> str:
    """The tag of a Word element."""
    return f"{{{W}}}{name}"
