"""What stands under a heading, and whether it says anything."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from checkers.document import Table
from checkers.headings import Heading
from checkers.lines import Line
from checkers.outline import PartOutline
from checkers.signature import signature_rows
from checkers.traits import CAPTIONS
from checkers.words import has_words
from plans.comparing import compare_form


def is_empty(part: PartOutline, heading: Heading,
             is_other: Callable[[str], bool] = lambda caption: False, hint: str = "") -> bool:
    """Whether nothing but blanks, what is still to be filled in and the template's own `hint`
    stands in the section."""
    prompt = compare_form(hint)
    return not any(has_words(text) and not (prompt and compare_form(text) in (prompt, ""))
                   for text in section_text(part, heading, is_other))


def section_text(part: PartOutline, heading: Heading,
                 is_other: Callable[[str], bool] = lambda caption: False) -> Iterator[str]:
    """The text of a section, sub-sections included, their headings not.

    A sub-heading of a name that nobody knows, with nothing under it, is an item: that is text.

    A signature at the end of the part does not belong to the last section, nor does a table whose
    caption `is_other` knows for something else (成员名单 under 工作要求).
    """
    if heading.body:
        yield heading.body
    own = part.rows[heading.row]
    below = {one.row: one for one in part.headings if one.row > heading.row}
    signature = signature_rows(part.rows)
    for index in range(heading.row + 1, len(part.rows)):
        if isinstance(own, Line) and own.label is not None and not own.names(part.rows[index]):
            return      # what a cell names ends with its cells
        if index in below:
            if below[index].level <= heading.level:
                return
            if below[index].body:
                yield below[index].body
            elif not below[index].is_known and _is_leaf(part, below, index):
                yield below[index].title
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


def _is_leaf(part: PartOutline, headings: Mapping[int, Heading], row: int) -> bool:
    """Whether nothing stands under a heading before the next one."""
    return row + 1 >= len(part.rows) or row + 1 in headings
