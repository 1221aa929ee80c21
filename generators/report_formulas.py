"""The figures of a report as formulas of its workbook: who corrects a record sees them change.

What no formula can say plainly (texts put together, the last of several) stands as a value.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from openpyxl.utils import get_column_letter

from plans.figures.computing import Link
from plans.figures.criteria import bound_of
from plans.figures.vocabulary import (
    ADD,
    BAR,
    COUNT,
    JUDGE,
    LEAST,
    LESS,
    MEAN,
    MOST,
    RANK,
    SHARE,
    SPREAD,
    SUM,
    TIMES,
    Case,
    Criterion,
    Figure,
    Where,
)
from plans.kinds import Field

_OVER = {SUM: "SUMIFS", MEAN: "AVERAGEIFS", LEAST: "_xlfn.MINIFS", MOST: "_xlfn.MAXIFS"}


@dataclass(frozen=True, slots=True)
class SheetRange:
    """Where the rows of a table stand: the name of its sheet, its columns, its first and last row.
    """

    sheet: str
    columns: tuple[Field, ...]
    first: int
    last: int
    several: frozenset[str] = frozenset()       # columns with cells that name several; no formula

    def letter(self, name: str) -> str | None:
        """The letter of a column; None where there is none."""
        return next((get_column_letter(at) for at, one in enumerate(self.columns, 1)
                     if one.name == name), None)

    def of(self, name: str) -> str | None:
        """The cells of a column, as seen from another sheet."""
        letter = self.letter(name)
        if letter is None or name in self.several:
            return None
        sheet = self.sheet.replace("'", "''")
        return f"'{sheet}'!${letter}${self.first}:${letter}${self.last}"


@dataclass(frozen=True, slots=True)
class Row:
    """A row that formulas are written into: its cells by column, and all cells of a column."""

    cells: Mapping[str, str]
    columns: Mapping[str, str]

    def term(self, name: str) -> str | None:
        """A number as written, or the cell of a column."""
        return name if bound_of(name) is not None else self.cells.get(name)


def formula_of(figure: Figure, row: Row, source: SheetRange | None,
               link: Link | None, key: str) -> str | None:
    """The formula without its =, None where the value stands instead.

    `source` holds the rows that are counted, `link` says which belong to the row, whose cell `key`
    they are named by; without a link all count.
    """
    if figure.way == RANK:
        cell, cells = row.cells.get(figure.columns[0]), row.columns.get(figure.columns[0])
        return f'IF(ISNUMBER({cell}),RANK({cell},{cells}),"")' if cell and cells else None
    if figure.way == JUDGE:
        return _judged(figure.cases, row)
    if source is not None:
        criteria = _criteria(figure.where, source, link, key)
        # Only what is added up can be asked of one word of a list after the other.
        if criteria is None or (figure.way not in (COUNT, SUM) and any(
                len(test.any_of) > 1 for _name, test in figure.where)):
            return None
        return _counted(figure, source, criteria)
    terms = [row.term(name) for name in figure.columns]
    if any(term is None for term in terms) or not terms:
        return None
    return _reckoned(figure.way, [term or "" for term in terms])


def _reckoned(way: str, terms: list[str]) -> str | None:
    cells = [term for term in terms if bound_of(term) is None]
    if way == ADD:
        return f"SUM({','.join(terms)})"
    if way in (TIMES, LESS):
        # A blank is no number: what comes of it is blank too.
        made = f"PRODUCT({','.join(terms)})" if way == TIMES else f"{terms[0]}-{terms[1]}"
        return f'IF(COUNT({",".join(cells)})<{len(cells)},"",{made})' if cells else made
    if way == SHARE:
        return f'IF({terms[1]}=0,"",{terms[0]}/{terms[1]})'
    if way == BAR:
        blocks = f"MIN(10,INT(10*{terms[0]}/{terms[1]}))"
        return f'IF({terms[1]}=0,"",REPT("■",{blocks})&REPT("□",10-{blocks}))'
    return None


def _counted(figure: Figure, source: SheetRange, criteria: list[str]) -> str | None:
    """COUNTIFS and its like; a list of words is counted one by one and added up."""
    if figure.way == COUNT:
        if not criteria:
            letter = source.letter(source.columns[0].name)
            return f"COUNTA({source.of(source.columns[0].name)})" if letter else None
        return f"SUM(COUNTIFS({','.join(criteria)}))"
    cells = source.of(figure.columns[0]) if figure.columns else None
    if cells is None:
        return None
    if figure.way == SPREAD:
        if not criteria:
            return f'IF(COUNT({cells})=0,"",MAX({cells})-MIN({cells}))'
        ends = [_over(_OVER[way], cells, criteria) for way in (MOST, LEAST)]
        return f'IF(COUNTIFS({",".join(criteria)})=0,"",{ends[0]}-{ends[1]})'
    if figure.way not in _OVER:
        return None
    if not criteria:
        plain = {SUM: "SUM", MEAN: "AVERAGE", LEAST: "MIN", MOST: "MAX"}[figure.way]
        return f"{plain}({cells})"
    over = _over(_OVER[figure.way], cells, criteria)
    return f"SUM({over})" if figure.way == SUM else f'IFERROR({over},"")'


def _over(name: str, cells: str, criteria: list[str]) -> str:
    return f"{name}({','.join([cells, *criteria])})"


def _criteria(where: Where, source: SheetRange, link: Link | None, key: str) -> list[str] | None:
    """Pairs of cells and what they must be; None where a formula cannot say it."""
    found: list[str] = []
    if link is not None:
        cells = source.of(link.other)
        if cells is None or not key:
            return None
        found += [cells, f'">="&{key}', cells, f'"<"&EDATE({key},1)'] if link.by_month else [
            cells, key]
    lists = 0
    for name, test in where:
        cells = source.of(name)
        if cells is None:
            return None
        lists += len(test.any_of) > 1
        for criterion in _tests(test):
            found += [cells, criterion]
    # Two lists of words would be paired one by one.
    return None if lists > 1 else found


def _tests(test: Criterion) -> list[str]:
    found = []
    if len(test.any_of) == 1:
        found.append(_quoted(_plain(test.any_of[0])))
    elif test.any_of:
        found.append("{" + ",".join(_quoted(_plain(word)) for word in test.any_of) + "}")
    found += [_quoted(f"<>{_plain(word)}") for word in test.none_of]
    for sign, bound in ((">=", test.at_least), ("<=", test.at_most), ("<", test.under)):
        if bound:
            found.append(f'"{sign}"&{bound}')
    return found


def _judged(cases: tuple[Case, ...], row: Row) -> str | None:
    """Nested IFs; what no case says is blank."""
    if not cases:
        return '""'
    first, rest = cases[0], cases[1:]
    tests = []
    for name, test in first.when:
        cell = row.cells.get(name)
        if cell is None or test.none_of:
            return None
        if test.any_of:
            tests.append("OR(" + ",".join(f'{cell}&""={_quoted(word)}' for word in test.any_of)
                         + ")")
        # A blank cell is no number, and no text is more than one.
        tests += [f"AND(ISNUMBER({cell}),{cell}{sign}{bound})" for sign, bound in (
            (">=", test.at_least), ("<=", test.at_most), ("<", test.under)) if bound]
    if not tests:
        return _quoted(first.says)
    after = _judged(rest, row)
    return None if after is None else f"IF(AND({','.join(tests)}),{_quoted(first.says)},{after})"


def _plain(word: str) -> str:
    """A word that stands for itself where * and ? stand for anything."""
    return "".join(f"~{char}" if char in "~*?" else char for char in word)


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
