"""The lines of a plan's task ledger (任务台账): every task of every month, each with a key.

The key says which task a line is about, on paper, in a workbook that comes back ticked, and in a
calendar that is imported again. It is the task's id; a task without one gets `#` and six digits
made from its text, which stay when other tasks come and go, and change when the text does. A task
that recurs has one line a month: month and key together name a line.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from plans.errors import Place, UserError
from plans.messages import _
from plans.periods import Month
from plans.plan import Plan, Task


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """A task in a month: `number` counts all lines from 1, `occurrence` those of the same task."""

    number: int
    month: Month
    task: Task
    key: str
    occurrence: int

    @property
    def last_day(self) -> date:
        """The day by which it is to be done: when it is due, else the last of its month."""
        if self.task.due:
            return self.task.due
        after = self.month + 1
        return date(after.year, after.month, 1) - timedelta(days=1)


def ledger_lines(plan: Plan) -> tuple[LedgerLine, ...]:
    """The lines of `plan` in the order of its schedule; at least one.

    Raises UserError where the plan has no tasks.
    """
    lines: list[LedgerLine] = []
    times: Counter[str] = Counter()
    within: Counter[tuple[Month, str]] = Counter()
    for entry in plan.schedule:
        for task in entry.tasks:
            key = task.id or _made_key(task.text)
            times[key] += 1
            within[entry.month, key] += 1
            again = within[entry.month, key]
            lines.append(LedgerLine(len(lines) + 1, entry.month, task,
                                    key if again == 1 else f"{key}-{again}", times[key]))
    if not lines:
        raise UserError.at(Place(plan.path or plan.id), _("the plan has no tasks"), _(
            "write them under schedule: (月度安排), month by month; a ledger and a calendar are "
            "made of them"))
    return tuple(lines)


def _made_key(text: str) -> str:
    plain = "".join(text.split()).encode("utf-8", "surrogatepass")
    return "#" + hashlib.sha256(plain).hexdigest()[:6]
