"""What a kind gives points for: items, and the points that each may get.

    scoring:
      items:
        - {id: 例会缺席, at_least: -5, at_most: 0}

or the rows that a table of a form lays down, whose points a school sets there:

    scoring: {form: its-form, table: items, id: number, most: points}
"""

from __future__ import annotations

from dataclasses import dataclass

from plans.figures.vocabulary import Criterion


@dataclass(frozen=True, slots=True)
class Item:
    """Something that points are given for; `bounds` are the least and the most it may get."""

    id: str
    bounds: Criterion
    part: str = ""


@dataclass(frozen=True, slots=True)
class FormItems:
    """The items that the `table` of the form `kind` lays down, called by its column `id`, with the
    most points in its column `most`."""

    kind: str
    table: str
    id: str
    most: str


@dataclass(frozen=True, slots=True)
class Scoring:
    """As a kind.yaml says it."""

    items: tuple[Item, ...] = ()
    form: FormItems | None = None


@dataclass(frozen=True, slots=True)
class Scheme:
    """The items that count, those of a form looked up; `unset` are items without points."""

    items: tuple[Item, ...]
    unset: tuple[str, ...] = ()
