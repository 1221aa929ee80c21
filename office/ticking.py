"""Ticks put into the file of a plan, which keeps its comments and layout."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generators.writing import write
from generators.yaml_text import mapping, on_line
from plans.done_list import Change, edited, is_chinese, names
from plans.errors import Fault, UsageError, UserError
from plans.house import House
from plans.inputs import plan_of
from plans.ledger import LedgerLine, ledger_of
from plans.located import parse_yaml, read_bytes
from plans.messages import _
from plans.originals import Original, original_of
from plans.plan import Plan, Tick
from plans.sources import Source
from plans.states import DONE, LEDGER_STATES
from plans.tick_lines import lines_meant

_LONGEST = 40       # characters of a task's text that stand for it where it has no id


@dataclass(frozen=True, slots=True)
class Ledger:
    """A plan as it lies in its file, and the lines of its ledger."""

    original: Original
    plan: Plan
    lines: tuple[LedgerLine, ...]


def open_ledger(path: Path, house: House, ticks: Sequence[Tick] = ()) -> Ledger:
    """The ledger of the plan at `path`, with `ticks` of records beside its own; what the plan still
    lacks does not matter.

    Raises UserError where the plan cannot be read, has no tasks, or ticks that fit none.
    """
    ledger = _ledger(given_bytes(path), str(path), house)
    return replace(ledger, lines=ledger_of(ledger.plan, ticks)) if ticks else ledger


def given_bytes(path: Path) -> bytes:
    """What is in a file that was named on the command line.

    Raises UsageError where there is none, UserError where it cannot be read.
    """
    must_be_there(path)
    return read_bytes(path, str(path))


def must_be_there(path: Path) -> None:
    """Raises UsageError where no file lies at `path`."""
    if not path.is_file():
        raise UsageError.at(str(path), _("there is no such file"),
                            _("check the name and the folder"))


def _ledger(data: bytes, path: str, house: House) -> Ledger:
    faults: list[Fault] = []
    top = parse_yaml(data, path, faults)
    plan = plan_of(Source(path, top, tuple(faults)), house, draft=True)
    return Ledger(original_of(data, path), plan, ledger_of(plan))


def put_down(ledger: Ledger, ticks: Mapping[int, Tick | None], house: House) -> Ledger:
    """Writes these ticks, by the number of their line, into the plan's file; None takes one away.

    It returns the ledger as it is then. The file is replaced as a whole or not at all.
    Raises UserError where it cannot be, or would say something else besides.
    """
    after = _ledger(ticked(ledger, ticks), ledger.original.path, house)
    for line in after.lines:
        before = ledger.lines[line.number - 1].tick
        if not same(line.tick, ticks.get(line.number, before)):
            place = (line.tick or before or Tick("")).place
            raise UserError.at(place, _("this line would then count for another month"),
                               _("write its month into it, such as `month: {month}`").format(
                                   month=line.month))
    write(Path(ledger.original.path), after.original.data, force=True, option="")
    return after


def ticked(ledger: Ledger, ticks: Mapping[int, Tick | None]) -> bytes:
    """The bytes of the plan's file with these ticks.

    Raises UserError where its list `done:` cannot be edited.
    """
    chinese = is_chinese(ledger.original)
    called = names(chinese)
    changes = []
    for number, tick in ticks.items():
        line = ledger.lines[number - 1]
        values = {called[name]: text for name, text in _values(ledger, line, tick, chinese)
                  if text} if tick else {}
        at = line.tick.place if line.tick else None
        if values or at:
            changes.append(Change(values, mapping(values) if values else "", at))
    return edited(ledger.original, changes)


def name_of(lines: Sequence[LedgerLine], line: LedgerLine) -> str:
    """What a person reads in the file: the id, else a short text that no other task has."""
    text = line.task.text
    if line.task.id or len(text) > _LONGEST or on_line(text) != text:
        return line.task.id or line.key
    return text if {one.key for one in lines_meant(lines, text)} == {line.key} else line.key


def _values(ledger: Ledger, line: LedgerLine, tick: Tick,
            chinese: bool) -> Iterator[tuple[str, str]]:
    name = name_of(ledger.lines, line)
    in_month = tick.date and (tick.date.year, tick.date.month) == (line.month.year,
                                                                   line.month.month)
    yield "task", name
    yield "date", str(tick.date or "")
    if not in_month and len(lines_meant(ledger.lines, name)) > 1:
        yield "month", str(line.month)
    if tick.state != DONE:
        yield "state", LEDGER_STATES[tick.state] if chinese else tick.state
    yield "evidence", on_line(tick.evidence)
    yield "reason", on_line(tick.reason)


def same(one: Tick | None, other: Tick | None) -> bool:
    """Whether two ticks say the same of a line."""
    def said(tick: Tick) -> tuple[object, ...]:
        return tick.state, tick.date, on_line(tick.evidence), on_line(tick.reason)

    return (one and said(one)) == (other and said(other))
