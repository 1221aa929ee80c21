"""A validated input: what a head wrote, checked against its kind, ready to be printed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from plans.errors import NOWHERE, Fault, Place
from plans.field_types import Scalar
from plans.figures.tables import Ground
from plans.kinds import Kind
from plans.periods import Month, Period
from plans.states import DONE
from plans.targets import Target

_BETWEEN = re.compile(r"[、，,；;/／\s]+")
Row = Mapping[str, Scalar]
Value = Scalar | tuple[Row, ...]


def parts_of(text: str) -> tuple[str, ...]:
    """What a text names with 、 between: 学校领导、教研组长."""
    return tuple(part for part in _BETWEEN.split(text.strip()) if part)


def rows_of(value: Value | None) -> tuple[Row, ...]:
    """The rows of a table's value; none of what is no table."""
    return tuple(one for one in value if isinstance(one, Mapping)) if isinstance(
        value, tuple) else ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of text (`depth` 0) or an item of a list (1 for the outermost list, 2 …)."""

    text: str
    depth: int = 0
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class WrittenSection:
    """A section as written: its own passages come before its sub-sections."""

    title: str
    passages: tuple[Passage, ...] = ()
    sections: tuple[WrittenSection, ...] = ()
    schedule: bool = False          # the month table is printed here
    place: Place = NOWHERE
    tables: tuple[str, ...] = ()    # fields that are printed here as tables
    says: str = ""                  # a first paragraph that figures are still to be put into

    def walk(self, level: int = 1) -> Iterator[tuple[int, WrittenSection]]:
        """This section and all below it with their levels (1 is the outermost)."""
        yield level, self
        for section in self.sections:
            yield from section.walk(level + 1)


@dataclass(frozen=True, slots=True)
class Task:
    """Something to be done in a month; `id` is "" where the head gave none."""

    text: str
    id: str = ""
    owner: str = ""
    evidence: str = ""
    due: date | None = None
    week: int | None = None         # week of the term (第N周) that `due` lies in; None if unknown
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class MonthTasks:
    """A month of the schedule and its tasks, in the order given."""

    month: Month
    tasks: tuple[Task, ...]
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Tick:
    """What is said of a task: how it stands, and since when.

    `task` is its id or key (see `plans.ledger`); `month` says which line of a task that recurs,
    None where the date tells it. `state` is one of `plans.states.TYPED`.
    """

    task: str
    date: date | None = None
    month: Month | None = None
    state: str = DONE
    evidence: str = ""              # a file beside the plan, or words
    reason: str = ""
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Member:
    """A person of the studio or group."""

    name: str
    role: str = ""
    unit: str = ""
    place: Place = NOWHERE

    @property
    def roles(self) -> tuple[str, ...]:
        """Each of the roles that somebody has: 学校领导、教研组长."""
        return parts_of(self.role)


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs, and when."""

    unit: str
    date: date | None = None
    seal: bool = False              # with a seal GB/T 9704 7.3.5.1 centres the unit over the date


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex on a page of its own, numbered in order from 1."""

    title: str
    passages: tuple[Passage, ...] = ()
    sections: tuple[WrittenSection, ...] = ()


@dataclass(frozen=True, slots=True)
class Gap:
    """Something required that is not there: `label` is what stands in 【待填：label】."""

    place: Place
    label: str
    what: str
    mend: str
    is_marked: bool = False         # the head wrote 【待填：…】 there: the document is written


@dataclass(frozen=True, slots=True)
class Plan:
    """An input of any kind, valid but for its `gaps` (which only a draft may have)."""

    id: str
    kind: Kind
    title: str
    values: Mapping[str, Value] = field(default_factory=dict)   # by field name; blank ones absent
    shown: Mapping[str, str] = field(default_factory=dict)      # by field name, as printed
    period: Period | None = None
    lead: tuple[Passage, ...] = ()      # what stands before the first section
    sections: tuple[WrittenSection, ...] = ()
    schedule: tuple[MonthTasks, ...] = ()
    members: tuple[Member, ...] = ()
    targets: tuple[Target, ...] = ()
    signature: Signature | None = None
    annexes: tuple[Annex, ...] = ()
    gaps: tuple[Gap, ...] = ()
    notices: tuple[Fault, ...] = ()     # what a head may want to look at; nothing is wrong
    verbatim: tuple[str, ...] = ()      # words that are never turned into Traditional Chinese
    path: str = ""
    ticks: tuple[Tick, ...] = ()        # of the input's own list `done:`
    grounds: tuple[Ground, ...] = ()    # of a report: the tables that its figures are counted from
