"""A plan → an iCalendar file (.ics, RFC 5545) of its tasks, for phones and calendar programs."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta

from generators.issued import issued_on
from generators.sheet_text import legible
from plans.dates import show_date
from plans.ledger import LedgerLine, ledger_lines
from plans.plan import Plan

_PRODUCT = "-//homeroom//homeroom//ZH"
_SPACE = uuid.uuid5(uuid.NAMESPACE_DNS, "homeroom.invalid")     # of our UIDs, by RFC 9562 5.5


def calendar_file(plan: Plan, script: Callable[[str], str] = str) -> bytes:
    """The calendar of `plan`: each task an all-day event; the same plan gives the same bytes.

    A task with a due date lies on that day. A task without one lies on the last day of its month,
    after which the ledger calls it late, and says 2026年3月内. It is no to-do (VTODO), although
    that would be the word for it: the calendars of phones, Outlook, Google and 钉钉 pass over
    to-dos when they import a file, and the task would be lost without anyone noticing. No event
    rings, and none makes its day busy.

    A second import changes the events of the first, also when a task with an id has got another
    text or date: the UID comes from the plan (its id, else its title), the school, the task's key
    (see `ledger_lines`) and its occurrence. `script` is applied to all that is shown.
    Raises UserError where the plan has no tasks.
    """
    lines = ledger_lines(plan)
    from icalendar import Calendar, Event  # late: it costs some 100 ms

    def shown(text: str) -> str:
        return legible(script(text)).strip()

    stamp = datetime.combine(issued_on(plan), time(), UTC)
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", shown(plan.title))
    for line in lines:
        event = Event()
        event.add("uid", _uid(plan, line))
        event.add("dtstamp", stamp)
        event.add("dtstart", line.last_day)
        event.add("dtend", line.last_day + timedelta(days=1))   # the first day after it
        event.add("summary", shown(line.task.text))
        event.add("description", shown(_description(plan, line)))
        event.add("categories", [shown(f"{line.month.year}年{line.month.month}月")])
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _uid(plan: Plan, line: LedgerLine) -> str:
    key = line.task.id or line.key.partition("-")[0]
    # One input gives many calendars, one for each row of a table: whose it is tells them apart.
    whose = [shown for one in plan.kind.fields
             if one.type == "text" and (shown := plan.shown.get(one.name))]
    parts = (plan.id or plan.title, *whose, key, str(line.occurrence))
    return str(uuid.uuid5(_SPACE, "\0".join(legible(part) for part in parts)))


def _description(plan: Plan, line: LedgerLine) -> str:
    task = line.task
    when = f"{line.month.year}年{line.month.month}月内"
    if task.due:
        when = show_date(task.due) + (f"（第{task.week}周）" if task.week else "")
    rows = (("责任人", task.owner), ("佐证材料", task.evidence), ("完成时限", when),
            ("编号", task.id), ("计划", plan.title))
    return "\n".join(f"{label}：{text}" for label, text in rows if text)
