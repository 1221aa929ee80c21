"""`ledger due`: what is late, and what has to be done in a month, of one plan or many."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from office.ledger_words import counted, month_word, table, times
from office.named_files import named_path
from office.terminal import say, say_error, style
from office.ticking import Ledger, open_ledger
from plans.errors import Fault, Place, UsageError, UserError
from plans.house import find_house
from plans.ledger import LedgerLine
from plans.messages import _
from plans.periods import Month, month_number_of, month_of
from plans.printable import printable
from plans.report_records import recorded_ticks
from plans.states import LATE
from plans.ticks import read_day


def due(plans: Sequence[str], *, records: Sequence[str] = (), month: str | None, today: str | None,
        house: str | None) -> int:
    """Lists what is late and what is due; 1 where a plan could not be read, 2
    where there is none of that name (the rest is listed)."""
    now, chosen = _asked(month, today)
    found = find_house(house)
    ticks = recorded_ticks([named_path(one) for one in records], found)
    code = 0
    for number, path in enumerate(dict.fromkeys(plans)):
        try:
            ledger = open_ledger(Path(path), found, ticks)
        except UserError as error:
            say_error(error)
            code = max(code, error.exit_code)
            continue
        if number:
            say("")
        _tell(ledger, _month_in(ledger, chosen, now), now)
    return code


def _asked(month: str | None, today: str | None) -> tuple[date, str]:
    faults: list[Fault] = []
    now = read_day(today, Place("--today"), faults) if today else None
    if month and not month_of(month) and not month_number_of(month):
        faults.append(Fault(Place("--month"), _("{text} is no month").format(text=month),
                            _("write it as {example}").format(example="2026-03")))
    if faults:
        raise UsageError(faults)
    return now or date.today(), month or ""


def _month_in(ledger: Ledger, month: str, today: date) -> Month:
    """The month that is asked for, else that of today; a bare number is of the plan's period."""
    if not month:
        return Month(today.year, today.month)
    number = month_number_of(month) or today.month
    period = ledger.plan.period
    return (month_of(month) or (period.month_numbered(number) if period else None)
            or Month(today.year, number))


def _tell(ledger: Ledger, month: Month, today: date) -> None:
    late = [one for one in ledger.lines if one.state(today) == LATE]
    coming = [one for one in ledger.lines if one not in late and one.is_open(today)
              and month in (one.month, Month(one.last_day.year, one.last_day.month))]
    say(style(printable(ledger.plan.title), "cyan", bold=True),
        _("on {date}: {counts}").format(date=today, counts=counted(ledger.lines, today)))
    if late:
        say(style(_("late: {tasks}").format(tasks=times(len(late))), "red"), *table(_ordered(late)))
    if coming:
        say(_("due in {month}: {tasks}").format(month=month_word(month),
                                                tasks=times(len(coming))),
            *table(_ordered(coming)))
    else:
        say(_("nothing else is due in {month}").format(month=month_word(month)) if late else
            _("nothing is late, and nothing is due in {month}").format(month=month_word(month)))


def _ordered(lines: Sequence[LedgerLine]) -> list[LedgerLine]:
    return sorted(lines, key=lambda one: (one.last_day, one.number))
