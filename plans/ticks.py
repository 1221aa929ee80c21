"""The `done:` list (完成情况) of an input → ticks: which tasks are done, when, shown by what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from plans.comparing import simplified
from plans.dates import date_of
from plans.due_dates import day_within
from plans.errors import Fault, Place
from plans.keys import DONE as NAMES
from plans.keys import items_in, keyed, text_in
from plans.located import Entries, Node, Text
from plans.messages import _
from plans.periods import Month, Period, month_number_of, month_of
from plans.plan import Tick
from plans.states import DONE, DROPPED, LEDGER_STATES, TYPED, state_of


def ticks_in(node: Node | None, faults: list[Fault],
             period: Period | None = None) -> tuple[Tick, ...]:
    """The ticks of the list `node`, in order; () where there is none.

    A month or a day without its year (9月, 9月20日) is that of `period`. What is wrong is added to
    `faults`; a tick that is at fault is left out.
    """
    return () if node is None else tuple(_ticks(node, faults, period))


def _ticks(node: Node, faults: list[Fault], period: Period | None) -> Iterator[Tick]:
    for item in items_in(node, faults, NAMES["state"]):
        if isinstance(item, Text) and item.is_blank:
            continue
        if not isinstance(item, Entries):
            faults.append(Fault(item.place, _("a line of {name} must be a mapping").format(
                name=NAMES["state"]), _("write {example}").format(
                    example="{task: t07, date: 2026-09-20, evidence: 佐证/0920.docx}")))
            continue
        before = len(faults)
        tick = _tick(keyed(item, NAMES, faults, NAMES["state"]), item.place, faults, period)
        found = [] if len(faults) > before else list(faults_of(tick))
        faults += found
        if len(faults) == before:
            yield tick


def _tick(values: Mapping[str, Node], place: Place, faults: list[Fault],
          period: Period | None) -> Tick:
    return Tick(
        task=text_in(values, "task", faults),
        date=read_day(text_in(values, "date", faults), _place(values, "date", place), faults,
                      period),
        month=read_month(text_in(values, "month", faults), _place(values, "month", place), faults,
                         period),
        state=read_state(text_in(values, "state", faults), _place(values, "state", place),
                         faults),
        evidence=text_in(values, "evidence", faults), reason=text_in(values, "reason", faults),
        place=_place(values, "task", place))


def _place(values: Mapping[str, Node], name: str, place: Place) -> Place:
    return values[name].place if name in values else place


def read_state(text: str, place: Place, faults: list[Fault]) -> str:
    """The state that `text` names, DONE where it is blank; one that is none is a fault."""
    state = state_of(text) if text else DONE
    if state is None:
        faults.append(Fault(place, _("{text} says not how the task stands").format(text=text),
                            _("write one of: {names}").format(
                                names="、".join(LEDGER_STATES[one] for one in TYPED))))
    return state or DONE


def read_day(text: str, place: Place, faults: list[Fault],
             period: Period | None = None) -> date | None:
    """The day in `text`, None where it is blank; one that is no day is a fault.

    9月20日 is that of `period`.
    """
    plain = simplified(text)
    day = date_of(plain) or (day_within(plain, None, period) if period else None)
    if text and day is None:
        faults.append(Fault(place, _("{text} is no date").format(text=text),
                            _("write it as 2026-03-20")))
    return day


def read_month(text: str, place: Place, faults: list[Fault],
               period: Period | None = None) -> Month | None:
    """The month in `text`, None where it is blank; one that is none is a fault.

    9月 is that of `period`.
    """
    plain = simplified(text)
    month = month_of(plain)
    if month is None and period and (number := month_number_of(plain)):
        month = period.month_numbered(number)
    if text and month is None:
        faults.append(Fault(place, _("{text} is no month").format(text=text),
                            _("write it as {example}").format(
                                example=period.first if period else "2026-03")))
    return month


def faults_of(tick: Tick) -> Iterator[Fault]:
    """What is wrong with a tick whatever the plan."""
    if not tick.task:
        yield Fault(
            tick.place, _("a line of {name} without a task").format(name=NAMES["state"]),
            _("write `task:` and the task's id; a key that begins with # stands in quotes: "
              "'#3f29c0'"))
    if tick.state == DONE and tick.date is None:
        yield Fault(tick.place, _("{task} is done, and nobody knows when").format(task=tick.task),
                    _("write its day (date, 完成日期) such as 2026-03-20, or that it is under "
                      "way (state, 完成情况: 进行中)"))
    if tick.state == DROPPED and not tick.reason:
        yield Fault(tick.place, _("{task} is dropped without a reason").format(task=tick.task),
                    _("write why (reason, 原因); whoever reads the ledger will ask"))
