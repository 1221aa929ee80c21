"""What a plan promises, one by one, as a summary of the same year has to answer for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plans.comparing import compare_form
from plans.periods import Month
from plans.placeholders import without_marks
from plans.plan import Plan, Task

TASK, TARGET = "task", "target"


@dataclass(frozen=True, slots=True)
class Planned:
    """A task or a target; `kind` says which, `id` is "" where it has none.

    `month` is None for a target and for a task of several months. A target has a `number` as it is
    printed (每月不少于2本), a `unit` (本) and a `role`, who has to reach it; a task has none.
    """

    id: str
    text: str
    kind: str = TASK
    month: Month | None = None
    number: str = ""
    unit: str = ""
    role: str = ""


def planned_in(plan: Plan) -> tuple[Planned, ...]:
    """The tasks of all months, then the targets, each once however often it recurs; what is still
    to be filled in is no promise."""
    return (*_tasks(plan), *(
        Planned(one.id, one.what, TARGET, None, one.chinese_per + one.chinese, one.unit, one.role)
        for one in plan.targets if compare_form(without_marks(one.what))))


def _tasks(plan: Plan) -> Iterator[Planned]:
    found: dict[tuple[str, str], tuple[Task, set[Month]]] = {}
    for month in plan.schedule:
        for task in month.tasks:
            if text := compare_form(without_marks(task.text)):
                found.setdefault((task.id, text), (task, set()))[1].add(month.month)
    for task, months in found.values():
        yield Planned(task.id, task.text, month=min(months) if len(months) == 1 else None)
