"""How lines of a ledger are told on the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from office.folding import folded, width_of
from plans.ledger import LedgerLine
from plans.messages import N_, _, ngettext
from plans.periods import Month
from plans.plan import Tick
from plans.printable import printable
from plans.states import DOING, DONE, DROPPED, LATE, LATE_DONE, OPEN

_STATES = {DONE: N_("done"), LATE_DONE: N_("done late"), DOING: N_("under way"), OPEN: N_("open"),
           LATE: N_("late"), DROPPED: N_("dropped")}
_COLUMNS = 80
_WIDEST_OWNER = 16      # columns; eight characters


def state_word(state: str) -> str:
    """A state in the chosen language."""
    return _(_STATES[state])


def month_word(month: Month) -> str:
    """2026年3月, in any language: so the documents write it."""
    return f"{month.year}年{month.month}月"


def tick_words(tick: Tick | None, last_day: date | None = None) -> str:
    """已完成 2026-03-20, 佐证/0320.docx: all that a tick says, on one line."""
    if tick is None:
        return _("nothing")
    state = tick.state
    if state == DONE and tick.date and last_day and tick.date > last_day:
        state = LATE_DONE
    said = " ".join(filter(None, (state_word(state), str(tick.date or ""))))
    return printable(", ".join(filter(None, (said, tick.evidence, tick.reason))))


def named(line: LedgerLine) -> str:
    """Month, key and text of a line."""
    return printable(f"{month_word(line.month)} {line.key} {line.task.text}")


def table(lines: Sequence[LedgerLine]) -> Iterable[str]:
    """A line each: the last day, the owner, the task with its key and what is under way; as wide
    as a terminal of 80 columns, further lines of a long task under its beginning."""
    owners = [_cut(printable(line.task.owner)) for line in lines]
    wide = max(map(width_of, owners), default=0)
    for line, owner in zip(lines, owners, strict=True):
        start = f"  {line.last_day}  {owner}{' ' * (wide - width_of(owner))}{'  ' if wide else ''}"
        text = printable(line.task.text) + (f"（{line.key}）" if line.key else "")
        if line.tick and line.tick.state == DOING:
            text += " " + _("[{state}]").format(state=state_word(DOING))
        pieces = list(folded(text, _COLUMNS - width_of(start)))
        yield start + pieces[0]
        yield from (" " * width_of(start) + piece.strip() for piece in pieces[1:])


def counted(lines: Sequence[LedgerLine], today: date) -> str:
    """How many of the lines are done, dropped and late."""
    states = [line.state(today) for line in lines]
    done = states.count(DONE) + states.count(LATE_DONE)
    told = _("done {done} of {all}").format(done=done, all=len(lines))
    for state, number in ((DROPPED, states.count(DROPPED)), (LATE, states.count(LATE))):
        if number:
            told += _(", {state} {number}").format(state=state_word(state), number=number)
    return told


def times(count: int) -> str:
    """3 tasks."""
    return ngettext("{count} task", "{count} tasks", count).format(count=count)


def _cut(owner: str) -> str:
    if width_of(owner) <= _WIDEST_OWNER:
        return owner
    while width_of(owner) > _WIDEST_OWNER - 2:
        owner = owner[:-1]
    return owner + "…"
