"""The lines of a plan's task ledger (任务台账): every task of every month, each with a key.

The key says which task a line is about, on paper, in a workbook that comes back ticked, and in a
calendar that is imported again. It is the task's id; a task without one gets `#` and six digits
made from its text, which stay when other tasks come and go, and change when the text does. A task
that recurs has one line a month: month and key together name a line.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from plans.errors import Place, UserError
from plans.messages import _
from plans.periods import Month
from plans.plan import Plan, Task, Tick
from plans.states import (
    DOING,
    DONE,
    DROPPED,
    LATE,
    LATE_DONE,
    LEDGER_STATES,
    OPEN,
)

__all__ = ["DOING", "DONE", "DROPPED", "LATE", "LATE_DONE", "LEDGER_STATES", "OPEN", "LedgerLine",
           "Tick", "ledger_lines", "ledger_of", "lines_of"]


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """A task in a month: `number` counts all lines from 1, `occurrence` those of the same task.

    `tick` is what is said of it, None where nothing is.
    """

    number: int
    month: Month
    task: Task
    key: str
    occurrence: int
    tick: Tick | None = None

    @property
    def last_day(self) -> date:
        """The day by which it is to be done: when it is due, else the last of its month."""
        if self.task.due:
            return self.task.due
        after = self.month + 1
        return date(after.year, after.month, 1) - timedelta(days=1)

    @property
    def said(self) -> str:
        """The state without regard to what day it is: "" where nothing is said, else DONE,
        LATE_DONE (after the last day), DOING, OPEN or DROPPED."""
        if self.tick is None:
            return ""
        if self.tick.state == DONE and self.tick.date and self.tick.date > self.last_day:
            return LATE_DONE
        return self.tick.state

    def state(self, today: date) -> str:
        """How it stands on that day: one of the keys of LEDGER_STATES.

        What is neither done nor dropped after the last day is LATE, begun or not.
        """
        said = self.said or OPEN
        return LATE if said in (OPEN, DOING) and self.last_day < today else said

    def is_open(self, today: date) -> bool:
        """Whether something is still to be done on that day."""
        return self.state(today) in (OPEN, DOING, LATE)


def lines_of(plan: Plan) -> Iterator[LedgerLine]:
    """As `ledger_lines`; none where the plan has no tasks."""
    times: Counter[str] = Counter()
    within: Counter[tuple[Month, str]] = Counter()
    number = 0
    for entry in plan.schedule:
        for task in entry.tasks:
            number += 1
            key = task.id or _made_key(task.text)
            times[key] += 1
            within[entry.month, key] += 1
            again = within[entry.month, key]
            yield LedgerLine(number, entry.month, task, key if again == 1 else f"{key}-{again}",
                             times[key])


def ledger_lines(plan: Plan) -> tuple[LedgerLine, ...]:
    """The lines of `plan` in the order of its schedule, without its ticks; at least one.

    Raises UserError where the plan has no tasks.
    """
    lines = tuple(lines_of(plan))
    if not lines:
        raise UserError.at(Place(plan.path or plan.id), _("the plan has no tasks"), _(
            "write them under schedule: (月度安排), month by month; a ledger and a calendar are "
            "made of them"))
    return lines


def ledger_of(plan: Plan, ticks: Iterable[Tick] = ()) -> tuple[LedgerLine, ...]:
    """The lines of `plan`, each with its tick: one of the plan's own, or of `ticks`.

    Which line a tick is about, and what is a fault of it, says `plans.tick_lines`.
    Raises UserError with every fault of every tick, and where the plan has no tasks.
    """
    from plans.tick_lines import matched  # late: it knows the lines

    lines = ledger_lines(plan)
    found, faults = matched(plan, lines, (*plan.ticks, *ticks))
    if faults:
        raise UserError(faults)
    return tuple(replace(line, tick=found.get(line.number)) for line in lines)


def _made_key(text: str) -> str:
    plain = "".join(text.split()).encode("utf-8", "surrogatepass")
    return "#" + hashlib.sha256(plain).hexdigest()[:6]
