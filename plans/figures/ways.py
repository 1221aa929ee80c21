"""How a figure comes about: from rows, from other columns, by rank or by judgement."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import Any

from plans.figures.criteria import bound_of, exact, holds, word_of
from plans.figures.vocabulary import (
    ADD,
    BAR,
    COUNT,
    LAST,
    LEAST,
    LESS,
    MEAN,
    MOST,
    OF,
    SPREAD,
    SUM,
    TEXTS,
    TIMES,
    Each,
    Figure,
)

_BLOCKS = 10        # of a bar, each a tenth


def counted(figure: Figure, rows: Sequence[Mapping[str, Any]]) -> Any:
    """What the rows come to; None where there is nothing to be told."""
    if figure.way == COUNT:
        return len(rows)
    if figure.way == TEXTS:
        said = (" ".join(word for name in figure.columns if (word := word_of(row.get(name))))
                for row in rows)
        return "；".join(dict.fromkeys(filter(None, said)))
    name = figure.columns[0]
    if figure.way == LAST:
        return next((row[name] for row in reversed(rows) if row.get(name) is not None), None)
    numbers = [number for row in rows if (number := exact(row.get(name))) is not None]
    return _ways[figure.way](numbers)


_ways: Mapping[str, Callable[[list[Fraction]], Fraction | None]] = {
    SUM: lambda numbers: sum(numbers, Fraction(0)),
    MEAN: lambda numbers: sum(numbers, Fraction(0)) / len(numbers) if numbers else None,
    LEAST: lambda numbers: min(numbers, default=None),
    MOST: lambda numbers: max(numbers, default=None),
    SPREAD: lambda numbers: max(numbers) - min(numbers) if numbers else None,
}


def reckoned(figure: Figure, row: Mapping[str, Any]) -> Any:
    """A number from other columns of a row; None where one of two is missing."""
    if figure.way == OF:
        return row.get(figure.columns[0])
    numbers = [bound_of(name) if bound_of(name) is not None else exact(row.get(name))
               for name in figure.columns]
    if figure.way == ADD:
        return sum((one for one in numbers if one is not None), Fraction(0))
    if any(one is None for one in numbers):
        return None
    known = [one for one in numbers if one is not None]
    if figure.way == TIMES:
        product = Fraction(1)
        for factor in known:
            product *= factor
        return product
    first, second = known
    if figure.way == LESS:
        return first - second
    if second == 0:
        return "" if figure.way == BAR else None
    return bar_of(first / second) if figure.way == BAR else first / second


def reckoned_in_turn(figures: Mapping[str, Figure], known: Mapping[str, Any],
                     found: Mapping[str, Any]) -> dict[str, Any]:
    """`found`, and the values of `figures` beside it: each once those are `known` that it takes,
    in whatever order they stand. A circle is no figure, see plans.figures.checking."""
    known, found, later = dict(known), dict(found), dict(figures)
    while later:
        ready = [name for name, figure in later.items() if not later.keys() & {*figure.columns}]
        for name in ready or [*later]:
            known[name] = found[name] = reckoned(later.pop(name), known)
    return found


def bar_of(share: Fraction) -> str:
    """A share as ten blocks; all are black only where all is done."""
    black = min(max(int(share * _BLOCKS), 0), _BLOCKS)
    return "■" * black + "□" * (_BLOCKS - black)


def rank_by(rows: list[dict[str, Any]], name: str, by: str) -> None:
    """1 for the highest; who has the same number shares a rank, and the next one is left out."""
    numbers = [exact(row.get(by)) for row in rows]
    ranks: dict[Fraction, int] = {}
    for at, number in enumerate(sorted((one for one in numbers if one is not None),
                                       reverse=True), 1):
        ranks.setdefault(number, at)
    for row, own in zip(rows, numbers, strict=True):
        row[name] = ranks[own] if own is not None else None


def judged(row: Mapping[str, Any], figure: Figure) -> str:
    """What the first case says whose conditions hold, "" where none does."""
    return next((case.says for case in figure.cases if holds(row, case.when)), "")


def in_order(rows: list[dict[str, Any]], each: Each) -> list[dict[str, Any]]:
    """The rows as `each` sorts them; what is blank comes last."""
    for key in reversed(each.sort):
        name = key.removeprefix("-")
        there = [row for row in rows if row.get(name) not in (None, "")]
        there.sort(key=lambda row: row[name], reverse=key.startswith("-"))
        rows = there + [row for row in rows if row.get(name) in (None, "")]
    return rows
