"""What stands under a heading, and whether it says anything."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from checkers.document import Table
from checkers.evidence import CAPTIONS
from checkers.headings import Heading
from checkers.lines import Line
from checkers.outline import PartOutline
from checkers.signature import signature_rows

_TO_FILL_IN = re.compile(r"【待填[^】]*】|[_＿]+")
# What stands for a text that somebody meant to write.
_NOTHING = re.compile(r"[（(]?(?:此处|从)?(?:略|待定|待补|待补充|待填|待写|待完善)[)）]?|[xX×]{2,}")


def is_empty(part: PartOutline, heading: Heading,
             is_other: Callable[[str], bool] = lambda caption: False) -> bool:
    """Whether nothing but blanks and what is still to be filled in stands in the section."""
    return not any(has_words(text) for text in section_text(part, heading, is_other))


def section_text(part: PartOutline, heading: Heading,
                 is_other: Callable[[str], bool] = lambda caption: False) -> Iterator[str]:
    """The text of a section, sub-sections included, their headings not.

    A signature at the end of the part does not belong to the last section, nor does a table whose
    caption `is_other` knows for something else (成员名单 under 工作要求).
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
        line = part.rows[index - 1] if isinstance(row, Table) else row
        if (isinstance(line, Line) and line.paragraph.style.lower() in CAPTIONS
                and is_other(line.text)):
            continue
        if isinstance(row, Line):
            if index not in signature:
                yield row.text
        else:
            yield from (cell.text for cells in row.rows for cell in cells)


def has_words(text: str) -> bool:
    """Whether a text holds more than blanks, rules, 【待填…】 and 略."""
    words = _TO_FILL_IN.sub("", text).strip(" 　\t\n。.…")
    return bool(re.search(r"\w", words)) and not _NOTHING.fullmatch(words)
