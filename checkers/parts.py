"""Where the main text ends and each annex begins; blocks are numbered anew in each part.

An annex begins at a line that is nothing but 附件2, at 附件2：title where that is no list of them,
and at a line that is the title of an annex that the list (附件说明) has announced.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from checkers.document import MAIN, Block, Cell, Document, Paragraph, Part, Reading, Table
from checkers.lines import Line
from plans.comparing import compare_form
from plans.numerals import HAN, number_of

_LABEL = re.compile(rf"\s*附\s*[件表录錄]\s*(\d{{1,2}}|[{HAN}]{{1,3}})?\s*([:：]?)\s*(.*)$",
                    re.DOTALL)
_LISTED = re.compile(r"\s*(\d{1,2})\s*[.．、]\s*(.+)$", re.DOTALL)
_MAX_TITLE = 60


def document_of(reading: Reading) -> Document:
    """The Document that a reader's blocks make up."""
    blocks = reading.blocks
    titles = _announced(blocks)
    starts = list(_starts(blocks, titles))
    bounds = [(0, MAIN, ""), *starts]
    parts = []
    for position, (start, name, title) in enumerate(bounds):
        end = bounds[position + 1][0] if position + 1 < len(bounds) else len(blocks)
        parts.append(Part(name, tuple(_renumbered(blocks[start:end], name)), title))
    return Document(tuple(parts), reading.margins, reading.skipped, reading.tracked_changes,
                    reading.pages, reading.scanned_pages, reading.garbled_share,
                    reading.ocr_pages, reading.survey, reading.controls, reading.drawings,
                    reading.stamp)


def is_annex_line(text: str) -> bool:
    """Whether a line only names an annex (附件2, 附件1：申报条件)."""
    match = _LABEL.match(text)
    return match is not None and len(text) <= _MAX_TITLE and (
        not match[3] or bool(match[2]) or bool(match[1]))


def without_label(text: str) -> str:
    """The title that stands behind 附件2： on one line, else `text` as it is."""
    match = _LABEL.match(text)
    return match[3].strip() if match and match[3] and (match[1] or match[2]) else text.strip()


def _announced(blocks: Sequence[Block]) -> dict[str, int]:
    """Titles of the annexes that a list names, in compare form, with their numbers."""
    titles: dict[str, int] = {}
    last = 0
    for block in blocks:
        if not isinstance(block, Paragraph) or not block.text.strip():
            continue
        match = _LABEL.match(block.displayed)
        if match and match[3] and (match[1] or match[2]) and len(block.text) <= _MAX_TITLE:
            listed = _LISTED.match(match[3])
            last = int(listed[1]) if listed else number_of(match[1] or "1") or 1
            titles.setdefault(compare_form(listed[2] if listed else match[3]), last)
        elif last and (listed := _LISTED.match(block.displayed)) and int(listed[1]) == last + 1:
            last += 1
            titles.setdefault(compare_form(listed[2]), last)
        else:
            last = 0
    return titles


def _starts(blocks: Sequence[Block], titles: dict[str, int]) -> Iterator[tuple[int, str, str]]:
    lines = [(index, block) for index, block in enumerate(blocks)
             if isinstance(block, Table) or block.text.strip()]
    reached, started = 0, False
    for position, (index, block) in enumerate(lines):
        if not isinstance(block, Paragraph) or block.toc:
            continue
        following = lines[position + 1][1] if position + 1 < len(lines) else None
        number = 0
        title = ""
        match = _LABEL.match(block.displayed)
        if match and not match[3]:
            # Alone on its line; nothing at all after it is a forgotten list, not an annex.
            if following is None or _names_annex(following) or _is_signature(lines[position + 1:]):
                continue
            number = number_of(match[1] or "") or reached + 1
            title = following.text.strip() if isinstance(following, Paragraph) else ""
        elif match and (match[1] or match[2]) and len(block.displayed) <= _MAX_TITLE:
            before = lines[position - 1][1] if position else None
            listed = _LISTED.match(match[3]) or following is None or _names_annex(following) or (
                before is not None and _names_annex(before))
            known = compare_form(match[3]) in titles and not block.look.page_break and not started
            if listed or (known and not _is_second(lines, position, match[3])):
                continue
            if not block.look.page_break and not started and not _long_enough(lines, position):
                continue
            number = number_of(match[1] or "") or reached + 1
            title = match[3]
        elif started and (announced := titles.get(compare_form(block.displayed), 0)) > reached:
            number, title = announced, block.text.strip()
        if number and number > reached:
            reached, started = number, True
            yield index, f"annex-{number}", title


def _names_annex(block: Block) -> bool:
    return isinstance(block, Paragraph) and is_annex_line(block.displayed)


def _is_second(lines: Sequence[tuple[int, Block]], position: int, title: str) -> bool:
    """Whether the same annex title stood in a line before: then this one begins the annex."""
    form = compare_form(title)
    return any(isinstance(block, Paragraph) and compare_form(block.displayed).endswith(form)
               for _index, block in lines[:position])


def _long_enough(lines: Sequence[tuple[int, Block]], position: int) -> bool:
    """Whether what follows is an annex's text and not a signature or a few closing lines."""
    rest = lines[position + 1:]
    return len(rest) > 3 or any(isinstance(block, Table) for _index, block in rest)


def _is_signature(lines: Sequence[tuple[int, Block]]) -> bool:
    """Whether nothing but who signs and a date stands there."""
    last = lines[-1][1]
    return len(lines) <= 3 and isinstance(last, Paragraph) and (
        Line(last, last.text, None).is_date)


def _renumbered(blocks: Iterable[Block], part: str) -> Iterator[Block]:
    """The blocks with their part's name and counts that begin anew."""
    first_paragraph: int | None = None
    tables = 0
    for block in blocks:
        if isinstance(block, Table):
            tables += 1
            yield block if part == MAIN else _moved(block, part, tables)
        else:
            if first_paragraph is None and block.paragraph is not None:
                first_paragraph = block.paragraph - 1
            yield block if part == MAIN else replace(
                block, part=part, paragraph=(block.paragraph or 0) - (first_paragraph or 0))


def _moved(table: Table, part: str, number: int) -> Table:
    rows = tuple(tuple(_moved_cell(cell, part, number) for cell in row) for row in table.rows)
    return Table(rows, part, number, table.page)


def _moved_cell(cell: Cell, part: str, number: int) -> Cell:
    return replace(cell, paragraphs=tuple(replace(one, part=part, table=number)
                                          for one in cell.paragraphs),
                   tables=tuple(_moved(table, part, number) for table in cell.tables))
