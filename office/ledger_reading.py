"""`ledger read`: the ticks of a workbook, brought back into the plan that it was made of."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from generators.yaml_text import on_line
from office.ledger_tick import in_future, tell_evidence
from office.ledger_words import counted, named, tick_words, times
from office.terminal import say, say_notice, style
from office.ticking import Ledger, must_be_there, open_ledger, put_down, same
from plans.comparing import compare_form, nearest
from plans.errors import Fault, Place, UserError
from plans.house import find_house
from plans.ledger import LedgerLine
from plans.ledger_book import (
    DAY,
    EVIDENCE,
    KEY,
    MONTH,
    REMARK,
    STATE,
    TASK,
    BookRow,
    plan_id_in,
    rows_in,
)
from plans.messages import _
from plans.plan import Tick
from plans.states import DONE, OPEN
from plans.tick_lines import outside
from plans.ticks import faults_of, read_day, read_month, read_state


def read(workbook: str, plan: str, *, house: str | None) -> int:
    """Writes what is ticked in a workbook into its plan; 1 where evidence is missing.

    Raises UserError where the workbook is of another plan, or with every cell that cannot be
    understood; nothing is written then.
    """
    found = find_house(house)
    ledger = open_ledger(Path(plan), found)
    must_be_there(Path(workbook))
    _is_of(workbook, ledger)
    reading = _Reading(ledger, date.today())
    for row in rows_in(Path(workbook), reading.faults):
        reading.take(row)
    if reading.faults:
        raise UserError(reading.faults)
    changes = {number: tick for number, (tick, _place) in reading.ticks.items()
               if not _alike(tick, ledger.lines[number - 1].tick)}
    for row in reading.added:
        cell = row.cell(TASK)
        say_notice(Fault(cell.place, _("a row without a number, not taken over: {text}").format(
            text=on_line(row.text(TASK) or "，".join(
                one.text for one in row.cells.values() if not one.is_blank))),
            _("write the task into the plan, then it has a number in the next ledger")))
    kept = sum(1 for line in ledger.lines if line.tick and line.number not in reading.ticks)
    if not changes:
        say(_("nothing to do: {plan} says already what {workbook} says").format(
            plan=plan, workbook=workbook))
        _tell_kept(kept)
        return 0
    after = put_down(ledger, changes, found)
    _tell(ledger, changes)
    _tell_kept(kept)
    say(f"{plan}: {counted(after.lines, date.today())}")
    return tell_evidence(after, [after.lines[number - 1] for number in changes], found)


def _is_of(workbook: str, ledger: Ledger) -> None:
    theirs, ours = plan_id_in(Path(workbook)), ledger.plan.id
    if theirs and theirs != ours:
        raise UserError.at(workbook, _("the workbook was made of the plan {theirs}, and {plan} is "
                                       "{ours}").format(theirs=theirs, plan=ledger.original.path,
                                                        ours=ours or "–"),
                           _("give the plan that it was made of"))


def _tell_kept(count: int) -> None:
    if count:
        say(_("ticked in the plan and blank in the workbook, left as they are: {tasks}; write "
              "未完成 to take a tick away").format(tasks=times(count)))


def _tell(ledger: Ledger, changes: dict[int, Tick | None]) -> None:
    for number in sorted(changes):
        line, tick = ledger.lines[number - 1], changes[number]
        told = style(tick_words(tick, line.last_day), "green")
        if line.tick:
            say(_("{task}: {tick} (before: {old})").format(
                task=named(line), tick=told, old=tick_words(line.tick, line.last_day)))
        else:
            say(_("{task}: {tick}").format(task=named(line), tick=told))


def _alike(one: Tick | None, other: Tick | None) -> bool:
    """Whether they say the same; a remark in Traditional characters says what it said before."""
    return same(one, other) or (
        one is not None and other is not None
        and (one.state, one.date) == (other.state, other.date)
        and compare_form(one.reason) == compare_form(other.reason)
        and compare_form(one.evidence) == compare_form(other.evidence))


@dataclass
class _Reading:
    """What the rows say, by the number of the line that each is about, with the cell."""

    ledger: Ledger
    today: date
    ticks: dict[int, tuple[Tick | None, Place]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    added: list[BookRow] = field(default_factory=list)

    def take(self, row: BookRow) -> None:
        """Reads a row."""
        if not row.text(KEY):
            if not row.is_blank:
                self.added.append(row)
            return
        before = len(self.faults)
        line = self._line(row)
        tick = self._tick(row, line) if line else None
        if line is None or len(self.faults) > before or tick is None:
            return
        place = row.cell(STATE).place
        new = None if _says_nothing(tick) else tick
        if (there := self.ticks.get(line.number)) and not same(there[0], new):
            self.faults.append(Fault(place, _(
                "{task} is there twice, and says something else at {place}").format(
                    task=named(line), place=there[1].cell or there[1]),
                _("delete one of the two rows, or make them say the same")))
            return
        self.ticks[line.number] = new, place

    def _line(self, row: BookRow) -> LedgerLine | None:
        key, place = row.text(KEY), row.cells[KEY].place
        meant = [one for one in self.ledger.lines if key in (one.key, one.task.id)]
        if not meant:
            near = nearest(key, [one.key for one in self.ledger.lines])
            mend = _("did you mean {near}? if the task was taken out, delete the row").format(
                near=near) if near else _("it was taken out or changed since the workbook was made:"
                                          " delete the row, or have the workbook made anew")
            self.faults.append(Fault(place, _("the plan has no task {task}").format(
                task=f"{key} {row.text(TASK)}".strip()), mend))
            return None
        if not row.text(MONTH) and len(meant) == 1:
            return meant[0]
        cell = row.cell(MONTH)
        text = row.text(MONTH)
        day = read_day(text, cell.place, [])
        month = read_month(f"{day.year}-{day.month:02d}" if day else text or "–", cell.place,
                           self.faults, self.ledger.plan.period)
        found = next((one for one in meant if one.month == month), None)
        if month and found is None:
            self.faults.append(Fault(cell.place, _("{task} is not planned in {month}").format(
                task=key, month=month), _("known are: {names}").format(
                    names="、".join(str(one.month) for one in meant))))
        return found

    def _tick(self, row: BookRow, line: LedgerLine) -> Tick | None:
        """What the row says; None where it says nothing, or nothing sound."""
        day = read_day(row.text(DAY), row.cell(DAY).place, self.faults, self.ledger.plan.period)
        evidence = _evidence(row.text(EVIDENCE), line)
        remark = on_line(row.text(REMARK))
        if not row.text(STATE) and not (row.text(DAY) or evidence or remark):
            return None
        # A day alone says that it was done then; a remark alone, that it is still to be done.
        said = row.text(STATE) or (DONE if day or row.text(DAY) else OPEN)
        tick = Tick(line.key, day, line.month,
                    read_state(said, row.cell(STATE).place, self.faults), evidence, remark,
                    row.cell(STATE).place)
        if not row.text(STATE) and line.tick and tick.state == OPEN:
            return None     # the plan knows more than the row
        if day or not row.text(DAY):
            mend = _("write the day under 完成日期, or 进行中 under 完成情况") if (
                tick.state == DONE) else _("write the reason under 备注")
            self.faults += (*(replace(one, mend=mend) for one in faults_of(tick)),
                            *outside(tick, self.ledger.plan.period),
                            *in_future(day, row.cell(DAY).place, self.today))
        return tick


def _evidence(text: str, line: LedgerLine) -> str:
    """What stands in the cell besides what the plan asked for."""
    asked = {compare_form(one) for one in line.task.evidence.split("\n")}
    asked.add(compare_form(line.task.evidence))
    return on_line("、".join(piece.strip() for piece in text.split("\n")
                            if piece.strip() and compare_form(piece) not in asked))


def _says_nothing(tick: Tick) -> bool:
    return tick.state == OPEN and not (tick.date or tick.evidence or tick.reason)


