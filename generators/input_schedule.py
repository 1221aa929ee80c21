"""The schedule of a new input as YAML: its months, each with its tasks."""

from __future__ import annotations

from collections.abc import Iterator

from generators.input_sections import DOUBT
from generators.yaml_text import mapping, on_line, scalar
from plans.drafts import Draft, DraftTask
from plans.kinds import Kind
from plans.periods import Period, period_of

_NO_TASKS = "这个月没有任务"


def schedule_lines(kind: Kind, draft: Draft) -> Iterator[str]:
    """The schedule with comments on how to write it; blank months where there is none.

    Where the kind does not ask for a schedule, a blank one is commented out.
    """
    optional = not kind.schedule_required and not draft.months
    need = "可不填，要写就去掉下面各行开头的井号和空格。" if optional else ""
    yield f"# 月度安排。{need}一个月几件事就写几行；"
    yield "# 要写责任人和时限，就写成 - {task: 例会, owner: 王珂, due: 20日}"
    yield "# 每隔一段时间都有的事只写一次：- {every: 2 months, task: 例会}"
    yield from (f"{DOUBT}{on_line(doubt)}" for doubt in draft.schedule_doubts)
    mark = "# " if optional else ""
    yield mark + "schedule:"
    if not draft.months:
        for number in _numbers(kind, draft):
            yield from (mark + line for line in (f"  - month: {number}", "    tasks:",
                                                 "      - "))
    for month in draft.months:
        doubts = month.doubts if month.tasks or month.doubts else (_NO_TASKS,)
        yield from (f"  {DOUBT}{doubt}" for doubt in doubts)
        yield f"  - month: {month.month}"
        yield "    tasks:"
        for task in month.tasks:
            yield from _task(task)
        if not month.tasks:
            yield "      - "


def _task(task: DraftTask) -> Iterator[str]:
    if task.doubt:
        yield f"      {DOUBT}{on_line(task.doubt)}"
    if task.owner or task.due or task.evidence:
        yield "      - " + mapping({"task": task.text, "owner": task.owner, "due": task.due,
                                    "evidence": task.evidence})
    else:
        yield f"      - {scalar(task.text)}"


def _numbers(kind: Kind, draft: Draft) -> Iterator[int]:
    """The months of the period, or of the one that the kind gives as an example."""
    fields = [one for one in kind.fields if one.type == "period"]
    texts = [*(draft.values[one.name].text for one in fields if one.name in draft.values),
             *(one.example for one in fields)]
    for period in map(period_of, texts):
        if isinstance(period, Period):
            yield from (month.month for month in period)
            return
