"""`next`: next year's plan begun from this year's, and the difference told in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from generators.writing import write
from office.ledger_words import month_word, times
from office.named_files import named_path
from office.terminal import say, style
from office.ticking import given_bytes
from plans.errors import Fault, UsageError
from plans.house import House, find_house
from plans.inputs import plan_of
from plans.ledger import LedgerLine, ledger_of
from plans.located import parse_yaml
from plans.messages import N_, _
from plans.next_plan import LookAt, NextPlan, next_name, next_plan
from plans.originals import original_of
from plans.plan import Plan
from plans.printable import printable
from plans.report_records import recorded_ticks
from plans.sources import Source

_SHOWN = 60         # characters of a line that is to be looked at
_WHY = {"signature": N_("the signature waits for its date"),
        "term_starts": N_("the first day of the term is a guess: the same weekday a year later")}


def begin_next(path: str, *, records: Sequence[str] = (), out: str | None, force: bool,
               house: str | None) -> int:
    """Writes the plan of the next year to `out`, else beside this one with the year in its name.

    Raises UserError where the plan cannot be read, or the new one would not be a plan.
    """
    found = find_house(house)
    data = given_bytes(Path(path))
    plan = _read(data, path, found)
    if plan.kind.is_counted:
        raise UsageError.at(path, _("{kind} is a report, not a plan").format(kind=plan.kind.name),
                            _("give the plan that it is counted from"))
    ticks = recorded_ticks([named_path(one) for one in records], found)
    lines = ledger_of(plan, ticks) if any(month.tasks for month in plan.schedule) else ()
    made = next_plan(original_of(data, path), plan, lines, found.calendar)
    target = Path(out) if out else Path(path).with_stem(
        next_name(Path(path).stem, plan, made.years))
    if target.resolve() == Path(path).resolve():
        raise UsageError.at(str(target), _("this is the plan that it is begun from"),
                            _("give another name with {option}").format(option="-o"))
    _read(made.data, str(target), found)     # nothing is written that could not be read again
    write(target, made.data, force=force)
    say(_("written: {path}").format(path=style(str(target), "green")))
    assert plan.period is not None
    say(_("period: {new} (this year: {old})").format(new=made.period.chinese,
                                                     old=plan.period.chinese))
    _tell(made, is_ticked=bool(plan.ticks or ticks))
    say(_("look it over, then: homeroom generate {path} --draft").format(path=target))
    return 0


def _read(data: bytes, path: str, house: House) -> Plan:
    faults: list[Fault] = []
    top = parse_yaml(data, path, faults)
    return plan_of(Source(path, top, tuple(faults)), house, draft=True)


def _tell(made: NextPlan, *, is_ticked: bool) -> None:
    """What became of the tasks, and what a person has to look at."""
    if made.carried and not made.gone and not is_ticked:
        say(style(_("nothing is ticked in this plan: all its tasks go along; tick them first with "
                    "`homeroom ledger tick`, and what is done stays behind"), "yellow"))
    _list(_("carried, not done: {tasks}"), made.carried)
    _list(_("kept, they recur: {tasks}"), made.kept, months=False)
    _list(_("left behind, done or dropped: {tasks}"), made.gone)
    if made.blank:
        say(_("months without a task, marked 【待填】: {months}").format(
            months="、".join(month.chinese for month in made.blank)))
    if made.look_at:
        say(style(_("look at these lines:"), "yellow"), *_lines(made.look_at))


def _list(what: str, lines: Sequence[LedgerLine], *, months: bool = True) -> None:
    if lines:
        say(what.format(tasks=times(len(lines))), *(
            "    " + printable((f"{month_word(line.month)} " if months else "") + line.task.text)
            for line in lines))


def _lines(look_at: Iterable[LookAt]) -> Iterable[str]:
    for one in look_at:
        text = one.text if len(one.text) <= _SHOWN else one.text[:_SHOWN] + "…"
        why = f"（{_(_WHY[one.why])}）" if one.why in _WHY else ""
        yield f"  {one.line:>4}  {printable(text)}{why}"
