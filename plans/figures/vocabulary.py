"""What a kind may ask to be counted. A table of a report says of what its rows are, each column how
its value comes about:

    - name: register
      label: 培训登记
      type: table
      each: {in: members, where: {role: 学员}}          # a row for each of them
      columns:
        - {name: name, label: 姓名, figure: name}        # as the row has it
        - {name: hours, label: 学时, type: number,
           figure: {sum: attendance.hours, where: {present: 是}}}
        - {name: result, label: 结论, figure: {judge: [
            {when: {hours: {at_least: 12}}, says: 够}, {says: 不够}]}}

What is counted for a row is what belongs to it: the attendance of that member, the tasks of that
month. A field outside a table counts all.
"""

from __future__ import annotations

from dataclasses import dataclass

OF, NUMBER = "of", "number"
COUNT, SUM, MEAN, LEAST, MOST, SPREAD, LAST, TEXTS = COUNTED = (
    "count", "sum", "mean", "least", "most", "spread", "last", "texts")
"""Ways that look at the rows of another table that belong to a row."""
ADD, LESS, TIMES, SHARE, BAR = RECKONED = ("add", "less", "times", "share", "bar")
"""Ways that take other columns of the same row, and numbers."""
RANK, JUDGE = "rank", "judge"
WAYS = (OF, NUMBER, *COUNTED, *RECKONED, RANK, JUDGE)
PAIRS = (LESS, SHARE, BAR)


@dataclass(frozen=True, slots=True)
class Criterion:
    """What a value must be: one of some words, none of others, or a number within bounds (`under`
    is not reached).

    Bounds are numbers as written, a fraction such as 1/4 too.
    """

    any_of: tuple[str, ...] = ()
    at_least: str = ""
    at_most: str = ""
    under: str = ""
    none_of: tuple[str, ...] = ()


Where = tuple[tuple[str, Criterion], ...]
"""Columns and what each must be; all of them."""


@dataclass(frozen=True, slots=True)
class Case:
    """One of the answers of JUDGE: the first whose `when` holds is said; the last may have none."""

    says: str
    when: Where = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """How a value comes about: `way` is one of WAYS.

    COUNTED ways look at `source`, and there at `columns`, in the rows that are as `where` says.
    OF, RANK and RECKONED ways name other columns of the row in `columns`, or numbers.
    """

    way: str
    source: str = ""
    columns: tuple[str, ...] = ()
    where: Where = ()
    cases: tuple[Case, ...] = ()


@dataclass(frozen=True, slots=True)
class Each:
    """What the rows of a table are: those of `source` that are as `where` says, or one for each
    `distinct` value of a column of it; sorted by the columns of `sort`, "-hours" from the highest;
    the first `most` of them, all where it is 0. `having` looks at the finished row. In a kind with
    a document for each of many, `belonging` rows are those of the one that it is for."""

    source: str
    where: Where = ()
    distinct: str = ""
    sort: tuple[str, ...] = ()
    having: Where = ()
    most: int = 0
    belonging: bool = False
