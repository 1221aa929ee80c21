"""The `schedule:` of an input → MonthTasks: months named, and tasks that recur."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from plans.due_dates import DueReader, outside
from plans.errors import Fault, Place
from plans.keys import MONTH, RECURRING, TASK, items_in, keyed, text_in
from plans.located import Entries, Node, Text
from plans.messages import _
from plans.periods import Calendar, Month, Period, month_number_of, month_of
from plans.placeholders import to_fill_in
from plans.plan import Gap, MonthTasks, Task
from plans.recurring import interval_of


@dataclass
class ScheduleReader:
    """Reads a schedule against the plan's period; faults and gaps are gathered.

    `due` reads when tasks are due, and knows the weeks and holidays if any are known.
    """

    period: Period
    calendar: Calendar
    required: bool
    draft: bool
    faults: list[Fault]
    due: DueReader | None = None
    gaps: list[Gap] = field(default_factory=list)
    seen_ids: dict[str, Place] = field(default_factory=dict)
    at_fault: set[Month] = field(default_factory=set)

    def months(self, node: Node | None, place: Place) -> tuple[MonthTasks, ...]:
        """The months of the period in order, each with its tasks; () where nothing is asked for."""
        blank = node is None or (isinstance(node, Text) and node.is_blank)
        if blank and not self.required:
            return ()
        named: dict[Month, MonthTasks] = {}
        recurring: dict[Month, list[Task]] = {}
        before = len(self.faults)
        for item in items_in(node, self.faults, _("the schedule")) if node and not blank else ():
            if not isinstance(item, Entries):
                self.faults.append(Fault(item.place, _("a line of the schedule without a month"),
                                         _("write `month:` and `tasks:` under the hyphen")))
            elif item.get("every") or item.get(RECURRING["every"]):
                self._recurring(item, recurring)
            else:
                self._named(item, named)
        at_fault = len(self.faults) > before
        where = node.place if node is not None else place
        return tuple(self._all(named, recurring, where, at_fault))

    def _all(self, named: dict[Month, MonthTasks], recurring: dict[Month, list[Task]],
             place: Place, at_fault: bool) -> Iterator[MonthTasks]:
        for month in self.period:
            given = named.get(month)
            where = given.place if given else place
            tasks = (given.tasks if given else ()) + tuple(recurring.get(month, ()))
            # A month with a wrong name leaves a hole that is that fault's, not one of its own.
            if not tasks and month not in self.at_fault and not (at_fault and given is None):
                self.gaps.append(Gap(
                    where, _("tasks of {month}").format(month=month.chinese),
                    _("{month} has no tasks").format(month=f"{month.year}年{month.month}月"),
                    _("write at least one task, if only “暑假” or “无集中活动”")))
                if self.draft:
                    tasks = (Task(to_fill_in(month.chinese + "工作"), place=where),)
            yield MonthTasks(month, tasks, where)

    def _named(self, item: Entries, named: dict[Month, MonthTasks]) -> None:
        values = keyed(item, MONTH, self.faults, _("a month of the schedule"))
        before = len(self.faults)
        text = text_in(values, "month", self.faults)
        place = values["month"].place if "month" in values else item.place
        month = self._month(text, place) if len(self.faults) == before else None
        nodes = values.get("tasks")
        if isinstance(nodes, Text) and not nodes.is_blank:
            tasks = tuple(Task(line.strip(), place=nodes.place)
                          for line in nodes.text.split("\n") if line.strip())
        else:
            tasks = tuple(task for node in (items_in(nodes, self.faults, _("the tasks"))
                                            if nodes else ())
                          for task in self._task(node, month))
        if month is None:
            return
        if len(self.faults) > before:
            self.at_fault.add(month)
        if month in named:
            self.faults.append(Fault(
                place, _("{month} is given twice (first on line {line})").format(
                    month=text, line=named[month].place.line),
                _("put all tasks of the month into one list")))
        else:
            named[month] = MonthTasks(month, tasks, place)

    def _month(self, text: str, place: Place) -> Month | None:
        month = month_of(text)
        if month is None and (number := month_number_of(text)):
            month = self.period.month_numbered(number)
            if month is None and number in {one.month for one in self.period}:
                self.faults.append(Fault(
                    place, _("{month} comes twice in {period}").format(
                        month=text, period=self.period.chinese),
                    _("write the year too, such as {example}").format(example=self.period.first)))
                return None
            if month is None:
                self.faults.append(outside(text, self.period, place))
                return None
        if month is None:
            self.faults.append(Fault(
                place, _("{text} is no month").format(text=text or "–"),
                _("write it as {example}").format(example=self.period.first)))
        elif month not in self.period:
            self.faults.append(outside(text, self.period, place))
            return None
        return month

    def _task(self, node: Node, month: Month | None) -> Iterator[Task]:
        if isinstance(node, Text):
            if not node.is_blank:
                yield Task(node.text.strip(), place=node.place)
            return
        if not isinstance(node, Entries):
            self.faults.append(Fault(node.place, _("a task is text, or `task:` with its details"),
                                     _("write one task a line")))
            return
        if not (node.get("task") or node.get(TASK["task"])) and len(node.entries) == 1:
            # `- 例会: 每两月一次` is a mapping to YAML and a task to the person who wrote it.
            key, value = node.entries[0]
            if isinstance(value, Text):
                yield Task(f"{key.text.strip()}：{value.text.strip()}", place=key.place)
                return
        values = keyed(node, TASK, self.faults, _("a task"))
        if task := self._made(values, node.place, month):
            self._claim(task)
            yield task

    def _made(self, values: dict[str, Node], place: Place, month: Month | None) -> Task | None:
        before = len(self.faults)
        text = text_in(values, "task", self.faults)
        if not text and len(self.faults) > before:
            return None
        if not text:
            self.faults.append(Fault(place, _("the task has no text"), _("write `task: …`")))
            return None
        days = self.due or DueReader(self.period, self.faults)
        due = days.due(values, month)
        return Task(text, text_in(values, "id", self.faults), text_in(values, "owner", self.faults),
                    text_in(values, "evidence", self.faults), due,
                    days.weeks.week_of(due) if due else None, place)

    def _claim(self, task: Task) -> None:
        if task.id and task.id in self.seen_ids:
            self.faults.append(Fault(task.place, _("the task id {id} is given twice (first on line "
                                                   "{line})").format(
                                         id=task.id, line=self.seen_ids[task.id].line),
                                     _("give each task an id of its own")))
        elif task.id:
            self.seen_ids[task.id] = task.place

    def _recurring(self, item: Entries, recurring: dict[Month, list[Task]]) -> None:
        values = keyed(item, RECURRING, self.faults, _("a recurring task"))
        before = len(self.faults)
        text = text_in(values, "every", self.faults)
        if len(self.faults) > before:
            return
        interval = interval_of(text)
        if interval is None:
            self.faults.append(Fault(
                values["every"].place, _("{text} is no interval").format(text=text or "–"),
                _("write month, 2 months, term, year or 3 years (每月, 每2个月, 每学期, 每年)")))
            return
        first = None
        if starts := text_in(values, "starts", self.faults):
            first = self._month(starts, values["starts"].place)
            if first is None:
                return
        claimed = False
        for month in interval.months(self.period, self.calendar, first):
            task = self._made(values, item.place, month)
            if task is None:
                return
            if not claimed:
                self._claim(task)
                claimed = True
            recurring.setdefault(month, []).append(task)
