"""The `schedule:` of an input → MonthTasks: months named, and tasks that recur.

A task that recurs every N months, every term, year or N years falls on the first month of each such
stretch within the period, or on the month `starts` and then in that step.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from plans.errors import Fault, Place
from plans.field_types import date_of
from plans.keys import MONTH, RECURRING, TASK, items_in, keyed, text_in
from plans.located import Entries, Node, Text
from plans.messages import _
from plans.numerals import HAN, number_of
from plans.periods import Calendar, Month, Period, month_number_of, month_of
from plans.placeholders import to_fill_in
from plans.plan import Gap, MonthTasks, Task

_EVERY = re.compile(rf"(?:每|every)?\s*(?P<n>\d{{1,3}}|[{HAN}]{{1,3}})?\s*个?\s*"
                    r"(?P<unit>months?|月|terms?|学期|years?|学年|年)(?:一次)?$", re.IGNORECASE)
_MONTH_AND_DAY = re.compile(rf"(\d{{1,2}}|[{HAN}]{{1,3}})\s*月\s*(\d{{1,2}}|[{HAN}]{{1,3}})"
                            r"\s*[日号]?$")
_DAY = re.compile(rf"(\d{{1,2}}|[{HAN}]{{1,3}})\s*[日号]?$")


@dataclass
class ScheduleReader:
    """Reads a schedule against the plan's period; faults and gaps are gathered."""

    period: Period
    calendar: Calendar
    required: bool
    draft: bool
    faults: list[Fault]
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
                self._outside(text, place)
                return None
        if month is None:
            self.faults.append(Fault(
                place, _("{text} is no month").format(text=text or "–"),
                _("write it as {example}").format(example=self.period.first)))
        elif month not in self.period:
            self._outside(text, place)
            return None
        return month

    def _outside(self, text: str, place: Place) -> None:
        self.faults.append(Fault(
            place, _("{month} is outside the period {period}").format(
                month=text, period=self.period.chinese),
            _("move the task, or widen the period")))

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
        return Task(text, text_in(values, "id", self.faults), text_in(values, "owner", self.faults),
                    text_in(values, "evidence", self.faults),
                    self._due(values, month), place)

    def _claim(self, task: Task) -> None:
        if task.id and task.id in self.seen_ids:
            self.faults.append(Fault(task.place, _("the task id {id} is given twice (first on line "
                                                   "{line})").format(
                                         id=task.id, line=self.seen_ids[task.id].line),
                                     _("give each task an id of its own")))
        elif task.id:
            self.seen_ids[task.id] = task.place

    def _due(self, values: dict[str, Node], month: Month | None) -> date | None:
        text = text_in(values, "due", self.faults)
        if not text:
            return None
        due = date_of(text) or self._day_in(text, month)
        if due is None:
            self.faults.append(Fault(values["due"].place, _("{text} is no date").format(text=text),
                                     _("write it as 2026-03-20, or as a day of the month: 20日")))
        elif Month(due.year, due.month) not in self.period:
            self._outside(text, values["due"].place)
        return due

    def _day_in(self, text: str, month: Month | None) -> date | None:
        """The date that 3月20日 or 20日 means within the period."""
        if match := _MONTH_AND_DAY.match(text):
            month = self.period.month_numbered(number_of(match[1]) or 0)
        elif not (match := _DAY.match(text)):
            return None
        try:
            return date(month.year, month.month, number_of(match[match.lastindex or 1]) or 0
                        ) if month else None
        except ValueError:
            return None

    def _recurring(self, item: Entries, recurring: dict[Month, list[Task]]) -> None:
        values = keyed(item, RECURRING, self.faults, _("a recurring task"))
        before = len(self.faults)
        text = text_in(values, "every", self.faults)
        if len(self.faults) > before:
            return
        match = _EVERY.match(text)
        count = number_of(match["n"]) if match and match["n"] else 1
        if not match or not count:
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
        for month in self._occurrences(match["unit"].lower(), count, first):
            task = self._made(values, item.place, month)
            if task is None:
                return
            if not claimed:
                self._claim(task)
                claimed = True
            recurring.setdefault(month, []).append(task)

    def _occurrences(self, unit: str, count: int, starts: Month | None) -> list[Month]:
        first = starts or self.period.first
        months = [month for month in self.period if month >= first]
        if unit.startswith("term") or unit == "学期":
            # A term that runs already when the period begins counts, a holiday does not.
            return [month for month in months
                    if month == starts or (month == first and self.calendar.in_term(month))
                    or month.month in {start for start, _end in self.calendar.terms}][::count]
        step = count * (12 if unit.startswith("year") or unit in ("年", "学年") else 1)
        return months[::step]
