"""Which file has which of the sections that its kind asks for, as rows and columns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from checkers.matching import EMPTY, MET, MISSING, UNCERTAIN
from checkers.verdict import Checked, Verdict
from office.reports.file_lines import FileLine
from plans.messages import N_, _

OPTIONAL = "optional"           # is not there, and need not be
_MONTHS = "\x00months"          # no section has such an id
_MONTH_RULE = "missing-month"
_STATES = {MET: (N_("there"), "✓"), MISSING: (N_("missing"), "✗"), EMPTY: (N_("empty"), "○"),
           UNCERTAIN: (N_("unclear"), "?"), OPTIONAL: (N_("none, need not be"), "–")}


@dataclass(frozen=True, slots=True)
class Asked:
    """A column: a section that is asked for, or the months."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """`columns` of a kind, and its files; `kind_name` is "" where sections were asked for alone."""

    kind_name: str
    columns: tuple[Asked, ...]
    lines: tuple[FileLine, ...]


def matrices(lines: Sequence[FileLine]) -> tuple[Matrix, ...]:
    """One for each kind, in the order of their coming; files of which nothing could be asked are
    in none."""
    groups: dict[str | None, list[FileLine]] = {}
    for line in lines:
        if line.verdict.requirements or _months_state(line.verdict):
            groups.setdefault(line.verdict.kind, []).append(line)
    return tuple(Matrix(group[0].verdict.kind_name, _columns([one.verdict for one in group]),
                        tuple(group)) for group in groups.values())


def asked_of(verdict: Verdict) -> tuple[tuple[Asked, str], ...]:
    """What was asked of one file, in order, each with its state."""
    months = _months_state(verdict)
    return (*((Asked(one.id, one.title), _state(one)) for one in verdict.requirements),
            *([(Asked(_MONTHS, _("Months")), months)] if months else ()))


def states_of(verdict: Verdict) -> Mapping[str, str]:
    """The state of each column in one file; a column that is not here was not asked of it."""
    return {asked.id: state for asked, state in asked_of(verdict)}


def state_text(state: str) -> str:
    """A state in words, with its sign; "" for none."""
    if state not in _STATES:
        return ""
    word, sign = _STATES[state]
    return sign if state == OPTIONAL else f"{sign} {_(word)}"


def legend() -> str:
    """What the signs mean."""
    return "　".join(f"{sign} {_(word)}" for word, sign in _STATES.values())


def _columns(verdicts: Iterable[Verdict]) -> tuple[Asked, ...]:
    """Every section that any of the files was asked for, where the first that has it has it: the
    parts of a missing section are not asked for."""
    found: list[Asked] = []
    for verdict in verdicts:
        at = 0
        for one, _state_of in asked_of(verdict):
            if one not in found:
                # What comes behind the months of one file comes before those of all.
                found.insert(at, one)
            at = found.index(one) + 1
    return tuple(sorted(found, key=lambda one: one.id == _MONTHS))


def _state(one: Checked) -> str:
    return OPTIONAL if one.state == MISSING and not one.required else one.state


def _months_state(verdict: Verdict) -> str:
    """Of a file whose months are asked for; "" for others."""
    for one in verdict.findings:
        if one.name == _MONTH_RULE:
            return MISSING if one.severity == "error" else UNCERTAIN
    return MET if verdict.months else ""
