"""What stands under a heading, and whether it says anything."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checkers.headings import Heading
from checkers.lines import Line
from checkers.outline import PartOutline
from checkers.signature import signature_rows

_TO_FILL_IN = re.compile(r"【待填[^】]*】|[_＿]+")


def is_empty(part: PartOutline, heading: Heading) -> bool:
    """Whether nothing but blanks and what is still to be filled in stands in the section."""
    return not any(has_words(text) for text in section_text(part, heading))


def section_text(part: PartOutline, heading: Heading) -> Iterator[str]:
    """The text of a section, sub-sections included, their headings not.

    A signature at the end of the part does not belong to the last section.
    """
    if heading.body:
        yield heading.body
    below = {one.row: one for one in part.headings if one.row > heading.row}
    signature = signature_rows(part.rows)
    for index in range(heading.row + 1, len(part.rows)):
        if index in below:
            if below[index].level <= heading.level:
                return
            if below[index].body:
                yield below[index].body
            continue
        row = part.rows[index]
        if isinstance(row, Line):
            if index not in signature:
                yield row.text
        else:
            yield from (cell.text for cells in row.rows for cell in cells)


def has_words(text: str) -> bool:
    """Whether a text holds more than blanks, rules and 【待填…】."""
    return bool(re.search(r"\w", _TO_FILL_IN.sub("", text)))
