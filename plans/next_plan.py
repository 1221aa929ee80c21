"""Next year's plan begun from this year's: the text of the input, edited where years pass.

Comments, sections and annexes stay as they are; what in them names the old year is pointed out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import yaml

from plans.dates import date_of
from plans.errors import Place, UserError
from plans.keys import PLAN, SIGNATURE, by_either_name, meant
from plans.kinds import Field
from plans.later_years import later, later_period, years_in
from plans.ledger import LedgerLine
from plans.messages import _
from plans.next_tasks import NextTasks
from plans.originals import Original, Splice
from plans.periods import Calendar, Month, Period, period_of
from plans.plan import Plan

_SAME_WEEKDAY = 364     # days


@dataclass(frozen=True, slots=True)
class LookAt:
    """A line of the new file that a person should look at; `why` is "year" where it names the old
    year, else the name of what was guessed."""

    line: int
    text: str
    why: str = "year"


@dataclass(frozen=True, slots=True)
class NextPlan:
    """The new file, `years` later, and what became of the old one: what is carried, gone and kept
    (what recurs), months that are left blank, and lines to look at."""

    data: bytes
    years: int
    period: Period
    carried: tuple[LedgerLine, ...]
    gone: tuple[LedgerLine, ...]
    kept: tuple[LedgerLine, ...]
    blank: tuple[Month, ...]
    look_at: tuple[LookAt, ...]


def next_plan(original: Original, plan: Plan, lines: Sequence[LedgerLine],
              calendar: Calendar) -> NextPlan:
    """The plan that follows `plan`, whose file is `original` and whose ledger holds `lines`.

    It is of a year later; a plan of more than a year is followed by one as long, in whole years.
    Raises UserError where the plan says of no period, so that nobody knows what follows.
    """
    if plan.period is None:
        raise UserError.at(Place(original.path), _("the plan does not say of which months it is"),
                           _("write its period, such as 2026-03/2026-12"))
    years = -(-len(plan.period) // 12)
    top = _Top(original, plan, years, calendar)
    tasks = NextTasks(original, lines, years, marks=any(one.tick for one in lines))
    tasks.read(top.values.get("schedule"))
    splices = sorted([*top.splices(), *tasks.splices], key=lambda one: (one.start, one.end))
    data = original.spliced(splices)
    return NextPlan(
        data, years, Period(plan.period.first + 12 * years, plan.period.last + 12 * years),
        tuple(tasks.carried), tuple(tasks.gone), tuple(tasks.kept.values()), tuple(tasks.blank),
        tuple(_look_at(original, splices, plan.period, top.guessed)))


class _Top:
    """The names at the top of the file."""

    def __init__(self, original: Original, plan: Plan, years: int, calendar: Calendar) -> None:
        self.original, self.plan, self.years, self.calendar = original, plan, years, calendar
        known = by_either_name(PLAN)
        self.keys: dict[str, yaml.Node] = {}
        self.values: dict[str, yaml.Node] = {}
        self.fields: list[tuple[Field, yaml.ScalarNode]] = []
        fields = {key: one for one in plan.kind.fields for key in one.keys}
        for key, value in original.root.value:
            if name := meant(str(key.value), known):
                self.keys[name], self.values[name] = key, value
            elif isinstance(value, yaml.ScalarNode) and (field := meant(str(key.value), fields)):
                self.fields.append((field, value))
        self.guessed: list[tuple[int, str]] = []        # offset, and what was guessed there

    def splices(self) -> Iterator[Splice]:
        """What changes at the top."""
        for field, value in self.fields:
            moved = self._field(field, str(value.value).strip())
            if moved is not None and moved != str(value.value).strip():
                yield self.original.instead(value, moved)
        node = self.values.get("id")
        if isinstance(node, yaml.ScalarNode) and (name := str(node.value).strip()):
            yield self.original.instead(node, next_name(name, self.plan, self.years))
        yield from self._signature(self.values.get("signature"))
        yield from self._term_starts(self.values.get("term_starts"))
        if "done" in self.keys:
            yield self._without_ticks(self.keys["done"], self.values["done"])

    def _field(self, one: Field, text: str) -> str | None:
        """What a field says next year: periods move, and so does a number that is the year."""
        period = self.plan.period
        assert period is not None
        if one.type == "period" or (one.type == "text" and period_of(text, self.calendar)):
            return later_period(text, self.years, self.calendar)
        if one.type == "integer" and self.plan.values.get(one.name) in {
                period.first.year, period.last.year}:
            return later(text, self.years)
        return None

    def _signature(self, node: yaml.Node | None) -> Iterator[Splice]:
        """The day goes: nobody has signed yet."""
        names: Mapping[str, str] = {SIGNATURE["date"]: "date", "date": "date"}
        for key, value in node.value if isinstance(node, yaml.MappingNode) else ():
            if meant(str(key.value), names) and isinstance(value, yaml.ScalarNode) and value.value:
                self.guessed.append((self.original.start(key), "signature"))
                yield Splice(self.original.start(value), self.original.end(value), "")

    def _term_starts(self, node: yaml.Node | None) -> Iterator[Splice]:
        """First days of terms: the same weekday a year later, until the school says."""
        for one in node.value if isinstance(node, yaml.SequenceNode) else [node]:
            if isinstance(one, yaml.ScalarNode) and (day := date_of(str(one.value))):
                self.guessed.append((self.original.start(one), "term_starts"))
                moved = day.fromordinal(day.toordinal() + _SAME_WEEKDAY * self.years)
                yield self.original.instead(one, str(moved))

    def _without_ticks(self, key: yaml.Node, node: yaml.Node) -> Splice:
        start, end = self.original.start(key), self.original.end(node)
        if self.original.root.flow_style:
            return Splice(self.original.start(node), end, "[]")
        start = self.original.line_start(start)
        stop = self.original.next_line(max(end, self.original.end(key)))
        text = self.original.text
        # The blank line that parted the list from what stands above it goes with it at the end.
        blank = self.original.line_end * 2
        if not text[stop:].strip() and text[:start].endswith(blank):
            start -= len(self.original.line_end)
        return Splice(start, stop, "")


def next_name(name: str, plan: Plan, years: int) -> str:
    """An id or file name a year later: its year moved on, else with “-next” behind it."""
    assert plan.period is not None
    old = {plan.period.first.year, plan.period.last.year}
    moved = later(name, years) if any(year in old for _at, year in years_in(name)) else name
    return moved if moved != name else f"{name}-next"


def _look_at(original: Original, splices: Sequence[Splice], period: Period,
             guessed: Sequence[tuple[int, str]]) -> Iterator[LookAt]:
    """The lines of the new file that still name a year of the old period, and what was guessed."""
    old = range(period.first.year, period.last.year + 1)
    found = [(at, "year") for at, year in years_in(original.text) if year in old]
    new = original.spliced_text(splices)
    told: set[int] = set()
    for at, why in sorted([*guessed, *found]):
        if why == "year" and any(one.start <= at < one.end for one in splices):
            continue
        moved = at + sum(len(one.text) - (one.end - one.start) for one in splices if one.end <= at)
        line = len(new[:moved].splitlines() or [""]) + (new[:moved].endswith(("\n", "\r")))
        if line not in told:
            told.add(line)
            yield LookAt(line, new.splitlines()[line - 1].strip(), why)
