"""`ledger tick`: how a task of a plan stands, written into the plan's own file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from generators.yaml_text import on_line
from office.evidence import look_for
from office.ledger_words import counted, named, tick_words
from office.terminal import say, say_notice, style
from office.ticking import Ledger, open_ledger, put_down, same
from plans.comparing import compare_form, nearest
from plans.errors import Fault, Place, UsageError, UserError
from plans.house import House, find_house
from plans.ledger import LedgerLine
from plans.messages import _
from plans.periods import Period
from plans.plan import Tick
from plans.states import DONE, DROPPED, OPEN
from plans.tick_lines import line_meant, lines_meant, outside
from plans.ticks import read_day, read_month, read_state

_MOST = 12          # candidates that are listed


def tick(plan: str, task: str, *, day: str | None, month: str | None, state: str,
         evidence: str | None, reason: str | None, house: str | None) -> int:
    """Ticks a task; 1 where its evidence is not there or not sound (the tick is written).

    Raises UserError where no task or several are meant, or the file cannot be written.
    """
    found = find_house(house)
    ledger = open_ledger(Path(plan), found)
    wish = _wish(ledger, day, month, state, reason)
    line = _line(ledger, task, wish)
    new = _tick(wish, line.tick, evidence, reason, ledger.plan.period)
    if same(line.tick, new):
        say(_("{task}: it says so already ({tick}); nothing was changed").format(
            task=named(line), tick=tick_words(line.tick, line.last_day)))
        return tell_evidence(ledger, [line], found)
    after = put_down(ledger, {line.number: new}, found)
    written = after.lines[line.number - 1]
    say(_("{task}: {tick}").format(task=named(line), tick=style(
        tick_words(new, line.last_day), "green")))
    if line.tick:
        say("    " + _("before: {tick}").format(tick=tick_words(line.tick, line.last_day)))
    say(f"{plan}: {counted(after.lines, date.today())}")
    return tell_evidence(after, [written], found)


def tell_evidence(ledger: Ledger, lines: Sequence[LedgerLine], house: House) -> int:
    """Tells what is wrong with the evidence of `lines`; 1 where something is."""
    folder = Path(ledger.original.path).parent
    missing = False
    for line in lines:
        looked = look_for(line, folder, house)
        for fault in (*looked.problems, *looked.questions):
            say_notice(fault)
        missing = missing or bool(looked.problems)
    return int(missing)


def _wish(ledger: Ledger, day: str | None, month: str | None, state: str,
          reason: str | None) -> Tick:
    """State, day and month that are asked for.

    Raises UsageError where an option cannot be read.
    """
    faults: list[Fault] = []
    period = ledger.plan.period
    said = read_state(state, Place("--state"), faults)
    when = read_day(day, Place("--date"), faults, period) if day else None
    in_month = read_month(month, Place("--month"), faults, period) if month else None
    faults += in_future(when, Place("--date"), date.today())
    if said == DROPPED and not reason:
        faults.append(Fault(Place("--reason"), _("a task is dropped for a reason"),
                            _("write it: --reason 合并到十月的活动")))
    if faults:
        raise UsageError(faults)
    return Tick("", when, in_month, said, place=Place(ledger.original.path))


def _tick(wish: Tick, old: Tick | None, evidence: str | None, reason: str | None,
          period: Period | None) -> Tick | None:
    """What the line will say: what is not asked for stays as it was; None where nothing is said.

    Done is done today where no day is known; raises UsageError where today is no day for a plan of
    that `period`.
    """
    if wish.state == OPEN:
        return replace(wish, evidence=on_line(evidence or ""),
                       reason=on_line(reason or "")) if evidence or reason else None
    when = wish.date or (old.date if old and old.state == wish.state else None)
    if when is None and wish.state == DONE:
        when = date.today()
        if [*outside(replace(wish, date=when), period)]:
            raise UsageError.at("--date", _("{plan} is not of this year: nobody knows on which day "
                                            "it was done").format(plan=wish.place.file),
                                _("write it: --date {day}").format(
                                    day=period.last.last_day if period else when))
    if evidence is None:
        evidence = old.evidence if old else ""
    if reason is None:
        reason = old.reason if old and DROPPED not in (old.state, wish.state) else ""
    return replace(wish, date=when, evidence=on_line(evidence), reason=on_line(reason))


def _line(ledger: Ledger, task: str, wish: Tick) -> LedgerLine:
    """The line that is meant: of a task that recurs the one of the month or date given, else of
    the present month, else the first that nothing is said of."""
    meant = tasks_called(ledger, task)
    today = date.today()
    asked = Tick("", wish.date or today, wish.month)
    line = line_meant(asked, meant, {one.number for one in ledger.lines if one.tick})
    if line is None:
        raise UsageError.at("--month", _("{task} is not planned in {month}").format(
            task=meant[0].key, month=wish.month), _("known are: {names}").format(
                names="、".join(str(one.month) for one in meant)))
    return line


def tasks_called(ledger: Ledger, task: str) -> list[LedgerLine]:
    """The lines of the one task that is called so: by id, number, key, or words that only it has.

    Raises UserError where there is none, or more than one.
    """
    # Its number in the ledger, unless an id is called so.
    numbered = [line for line in ledger.lines if str(line.number) == task]
    if numbered and not lines_meant(ledger.lines, task):
        return numbered
    # A shell takes what begins with # for a comment of its own.
    for name in (task, "#" + task):
        if meant := lines_meant(ledger.lines, name):
            return meant
    words = [form for word in task.split() if (form := compare_form(word))]
    found = [line for line in ledger.lines
             if words and all(word in compare_form(line.task.text) for word in words)]
    # Two tasks of one text in a month have keys of their own, and are two.
    keys = dict.fromkeys(line.key for line in found)
    if len(keys) == 1:
        return found
    place = Place(ledger.original.path)
    if not found:
        near = nearest(task, [name for line in ledger.lines
                              for name in (line.key, line.task.text)], cutoff=0.5)
        raise UserError.at(place, _("the plan has no task {task}").format(task=task),
                           _("did you mean {near}?").format(near=near) if near else
                           _("`homeroom ledger due {plan}` lists what is open").format(
                               plan=ledger.original.path))
    listed = [f"{one.key} {one.task.text}" for one in {
        line.key: line for line in reversed(found)}.values()][::-1]
    more = "…" if len(listed) > _MOST else ""
    raise UserError.at(place, _("{task} may be one of {count} tasks").format(
        task=task, count=len(keys)), _("name one: {names}").format(
            names="；".join(listed[:_MOST]) + more))


def in_future(day: date | None, place: Place, today: date) -> list[Fault]:
    """The fault of a day that is still to come."""
    return [] if day is None or day <= today else [
        Fault(place, _("{date} is still to come").format(date=day),
              _("give the day on which it was done"))]
