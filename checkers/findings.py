"""What the checker says of a file: findings, each with its place, and the file's status."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from checkers.document import Paragraph, Spot
from checkers.headings import Heading
from plans.masking import masked, masked_as

PASS, FAIL, REVIEW, UNREADABLE = "pass", "fail", "review", "unreadable"
STATUSES = (PASS, FAIL, REVIEW, UNREADABLE)
ON, BEFORE, AFTER = "on", "before", "after"
"""Sides of a place: what is wrong stands there; what is missing belongs before it, or after it."""
_QUOTE = 40
_NUMBER = re.compile(r"\d[\d -]*[\dXx]")


@dataclass(frozen=True, slots=True)
class Location:
    """Where in a document: `paragraph` counts those of the part outside tables from 1, tables,
    rows and columns count from 1; `section` is the heading above as displayed, `quote` the words,
    `spot` where the reader of the file found them.
    """

    part: str = "main"
    paragraph: int | None = None
    page: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    section: str = ""
    quote: str = ""
    spot: Spot | None = field(default=None, compare=False, repr=False)


NOWHERE = Location()


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a rule says; `rule`, `name` and `severity` are stamped on by the loop.

    `message` says what is wrong and `fix` how to mend it, in the chosen language. `review` marks a
    finding that a person has to look at before the file can be called good or bad. `advice` is said
    to whoever handed the file in where `fix` speaks to the office; what `is_internal` is not told
    to them at all. `side` says how what is wrong lies to the location. `number_of` is the type of
    the field that it speaks of where that holds numbers of persons, `numbers` what stands there.
    """

    message: str
    fix: str
    location: Location = NOWHERE
    rule: str = ""
    name: str = ""
    severity: str = ""
    review: bool = False
    advice: str = ""
    is_internal: bool = False
    side: str = ON
    numbers: tuple[str, ...] = ()
    number_of: str = ""

    def masked(self) -> Finding:
        """This finding as it is shown to many; the numbers that it is about are hidden even where
        their digits alone would not tell that they are a person's."""
        shown = {one: masked_as(self.number_of, one) for one in self.numbers if one}

        def hidden(text: str) -> str:
            for number, instead in shown.items():
                text = text.replace(number, instead)
            return masked(text)

        place = replace(self.location, quote=hidden(self.location.quote),
                        section=hidden(self.location.section))
        return replace(self, message=hidden(self.message), fix=hidden(self.fix),
                       advice=hidden(self.advice), location=place,
                       numbers=tuple(shown.values()))


def at_paragraph(paragraph: Paragraph, section: str = "") -> Location:
    """The place of a paragraph."""
    return Location(paragraph.part, paragraph.paragraph, paragraph.page, paragraph.table,
                    paragraph.row, paragraph.column, section,
                    quoted(paragraph.displayed.strip()), paragraph.spot)


def quoted(text: str) -> str:
    """`text` cut to a quote of 40 characters at most, never within a number: half an ID number is
    not seen to be one."""
    if len(text) <= _QUOTE:
        return text
    end = _QUOTE - 1
    for number in _NUMBER.finditer(text[:2 * _QUOTE]):
        if 0 < number.start() < end < number.end():
            end = number.start()
    return text[:end] + "…"


def at_heading(heading: Heading) -> Location:
    """The place of a heading, which is its own section."""
    return at_paragraph(heading.paragraph, heading.text)
