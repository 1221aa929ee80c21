"""Which line of the ledger a tick is about.

A tick names a task by its id, by the key of its line, or by its whole text. Where that is one line,
it is meant. A task that recurs has a line a month; of those is meant

1. the one of the tick's `month`;
2. else the one of the month that its date lies in;
3. else, of those that no other tick names, the last one before its date (a meeting of May held on
   2 June), or the first one where all are later or no date is given.

Ticks that say more come first, whatever their order in the list.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from plans.comparing import compare_form, nearest
from plans.errors import NOWHERE, Fault
from plans.ledger import LedgerLine
from plans.messages import _
from plans.periods import Month, Period
from plans.plan import Plan, Tick
from plans.states import LEDGER_STATES
from plans.ticks import faults_of

_YEAR = 12          # months after the period in which a task may still be made up for


def matched(plan: Plan, lines: Sequence[LedgerLine],
            ticks: Iterable[Tick]) -> tuple[dict[int, Tick], list[Fault]]:
    """The tick of each line by its number, and what is wrong with the ticks.

    Two ticks of a line that say the same are one.
    """
    faults: list[Fault] = []
    found: dict[int, Tick] = {}
    sound = []
    for tick in ticks:
        wrong = [*faults_of(tick), *outside(tick, plan.period)]
        faults += wrong
        if tick.task:
            sound.append(tick)
    named = [(tick, lines_meant(lines, tick.task)) for tick in sound]
    for tick, meant in sorted(named, key=_says_less):
        line = line_meant(tick, meant, found)
        if line is None:
            faults.append(_gone(tick, lines) if not meant else _not_then(tick, meant))
        elif line.number not in found:
            found[line.number] = tick
        elif replace(found[line.number], place=NOWHERE, task="") != replace(
                tick, place=NOWHERE, task="", month=found[line.number].month):
            faults.append(_twice(tick, found[line.number], line))
    return found, faults


def lines_meant(lines: Iterable[LedgerLine], name: str) -> list[LedgerLine]:
    """The lines of the task that `name` means: by id or key, else by its text; [] if none."""
    lines = list(lines)
    named = [one for one in lines if name in (one.task.id, one.key)]
    return named or [one for one in lines if compare_form(name)
                     and compare_form(one.task.text) == compare_form(name)]


def _says_less(named: tuple[Tick, Sequence[LedgerLine]]) -> int:
    tick, meant = named
    if tick.month:
        return 0
    if tick.date:
        return 1 if _in_month(meant, _month_of(tick.date)) else 2
    return 3


def line_meant(tick: Tick, meant: Sequence[LedgerLine],
               named: Collection[int]) -> LedgerLine | None:
    """The one of the lines `meant` that a tick is about, None where it names a month without one.

    `named` are the numbers of the lines that other ticks are about.
    """
    if tick.month:
        return _in_month(meant, tick.month)
    if len(meant) == 1:
        return meant[0]
    if tick.date and (line := _in_month(meant, _month_of(tick.date))):
        return line
    free = [one for one in meant if one.number not in named] or list(meant)
    before = [one for one in free if tick.date and one.month <= _month_of(tick.date)]
    return before[-1] if before else free[0] if free else None


def _in_month(meant: Iterable[LedgerLine], month: Month) -> LedgerLine | None:
    return next((one for one in meant if one.month == month), None)


def _month_of(day: date) -> Month:
    return Month(day.year, day.month)


def outside(tick: Tick, period: Period | None) -> Iterator[Fault]:
    """The fault of a day before the plan began, or so late after it that its year was mistyped."""
    if tick.date is None or period is None:
        return
    first = date(period.first.year, period.first.month, 1)
    if not first <= tick.date <= (period.last + _YEAR).last_day:
        yield Fault(tick.place, _("{task} has the date {date}, and the plan is of {period}").format(
            task=tick.task, date=tick.date, period=period.chinese), _("correct the date"))


def _gone(tick: Tick, lines: Sequence[LedgerLine]) -> Fault:
    names: dict[str, str] = {}
    for one in lines:
        names |= {one.key: one.key, one.task.text: one.key}
    near = nearest(tick.task, names)
    what = _("the plan has no task {task}").format(task=tick.task)
    if near is None:
        return Fault(tick.place, what, _(
            "if the task was taken out, take this line out too; known are: {names}").format(
                names=_some({one.key for one in lines})))
    return Fault(tick.place, what, _(
        "did you mean {near}? if the task was taken out, take this line out too").format(
            near=near if names[near] == near else f"{names[near]}（{near}）"))


def _some(names: Iterable[str]) -> str:
    known = sorted(names)
    return "、".join(known[:12]) + ("…" if len(known) > 12 else "")


def _not_then(tick: Tick, meant: Sequence[LedgerLine]) -> Fault:
    return Fault(tick.place, _("{task} is not planned in {month}").format(
        task=tick.task, month=tick.month), _("known are: {names}").format(
            names="、".join(str(one.month) for one in meant)))


def _twice(tick: Tick, first: Tick, line: LedgerLine) -> Fault:
    def told(one: Tick) -> str:
        return f"{LEDGER_STATES[one.state]} {one.date or ''}".strip()

    return Fault(tick.place, _(
        "{task} of {month} is ticked twice: {here} here, {there} at {place}").format(
            task=line.key, month=line.month, here=told(tick), there=told(first),
            place=first.place), _("keep one of the two; of a task that recurs write which month is "
                                  "meant (month, 月份)"))
