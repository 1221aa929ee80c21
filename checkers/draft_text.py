"""Lines and tables of a document → the passages of an input, every character kept.

An automatic number is given up where Word will count the same again; else it becomes text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from checkers.document import Table
from checkers.lines import Row
from checkers.marks import RANK
from plans.plan import Passage

_BULLET = "bullet"
_ITEMS = frozenset({"arabic", "arabic-paren", "circled", "letter"})   # what our lists count by
_DASHED = re.compile(r"(?:[-－•●]\s+|－)\S")    # what an input takes for an item of a list


@dataclass(frozen=True, slots=True)
class _Piece:
    """`text` without an automatic number, `shown` with it; `form` is "" for plain text."""

    text: str
    shown: str
    form: str = ""
    value: int = 0


def passages_of(rows: Iterable[Row], first: str = "") -> tuple[tuple[Passage, ...],
                                                               tuple[str, ...]]:
    """The passages of `rows`, the text `first` before them, and what is doubtful about them."""
    rows = list(rows)
    pieces = [*_plain(first), *(piece for row in rows for piece in _pieces(row))]
    doubts = []
    if any(isinstance(row, Table) for row in rows):
        doubts.append("原来是表格，只留下了文字，一行写成一行")
    passages = _listed(pieces)
    if any(not one.depth and _DASHED.match(one.text) for one in passages):
        doubts.append("以“-”“●”开头的行，印出来会排成编号的条目")
    return passages, tuple(doubts)


def table_lines(table: Table) -> Iterator[str]:
    """The text of a table, a line for each row."""
    for row in table.rows:
        texts = ["　".join(cell.text.split("\n")) for cell in row if cell.text]
        if texts:
            yield "　".join(texts)


def _plain(text: str) -> Iterator[_Piece]:
    return (_Piece(line, line) for one in text.split("\n") if (line := one.strip()))


def _pieces(row: Row) -> Iterator[_Piece]:
    if isinstance(row, Table):
        for text in table_lines(row):
            yield from _plain(text)
        return
    paragraph = row.paragraph
    is_item = row.mark is None or row.mark.form in _ITEMS
    if not paragraph.number or not is_item or row.text != paragraph.displayed.strip():
        yield from _plain(row.text)
        return
    text, *others = (row.mark.rest if row.mark else paragraph.text).strip().split("\n")
    shown = row.text.partition("\n")[0].strip()
    if text.strip():
        yield _Piece(text.strip(), shown, row.mark.form if row.mark else _BULLET,
                     row.mark.value if row.mark else 0)
    for other in others:
        yield from _plain(other)


def _listed(pieces: Sequence[_Piece]) -> tuple[Passage, ...]:
    """The passages as lists where the numbers that a list gets are those of the document."""
    depths = list(_depths(pieces))
    mixed = any(depths) and not all(depths)
    if (mixed and max(depths) > 1) or not _counts_alike(pieces, depths):
        return tuple(Passage(one.shown) for one in pieces)
    return tuple(Passage(one.text, depth) for one, depth in zip(pieces, depths, strict=True))


def _depths(pieces: Sequence[_Piece]) -> Iterator[int]:
    open_forms: list[str] = []
    for one in pieces:
        if not one.form:
            open_forms = []
            yield 0
            continue
        if one.form in open_forms:
            del open_forms[open_forms.index(one.form) + 1:]
        else:
            while open_forms and _rank(open_forms[-1]) >= _rank(one.form):
                open_forms.pop()
            open_forms.append(one.form)
        yield len(open_forms)


def _rank(form: str) -> int:
    return RANK.get(form, len(RANK))


def _counts_alike(pieces: Sequence[_Piece], depths: Sequence[int]) -> bool:
    counts: list[int] = []
    for one, depth in zip(pieces, depths, strict=True):
        counts = [*counts[:depth], *([0] * (depth - len(counts)))]
        if depth:
            counts[-1] += 1
            if one.form != _BULLET and one.value != counts[-1]:
                return False
    return True
