"""Numbered lines gathered into runs: 一、二、三、 of one list belong together, however far apart.

A run is nested in the run in whose stretch it stands, whatever the forms of their numbers: 1. may
hold 一、, and 一、 may hold （一）.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from checkers.lines import SENTENCE_ENDS, Line, Row
from checkers.marks import RANK, Mark
from checkers.shapes import shape_of

_MOST_SKIPPED = 3       # a number may be left out; a larger jump begins a run of its own

Manner = tuple[str, bool, bool]
"""How a numbered line is written: the stop after its number, bold or not, a sentence or not."""


@dataclass(eq=False)
class Run:
    """Lines of one form whose numbers go on; `members` are indexes into the rows."""

    form: str
    parent: Run | None = None
    manner: Manner = ("", False, False)     # of its first line
    members: list[int] = field(default_factory=list)
    values: list[int] = field(default_factory=list)

    @property
    def depth(self) -> int:
        """How many runs this one stands in."""
        return 0 if self.parent is None else self.parent.depth + 1

    def takes(self, value: int) -> bool:
        """Whether a line numbered `value` goes on with this run (a number left out or repeated)."""
        return 0 <= value - self.values[-1] <= _MOST_SKIPPED and not (
            value == self.values[-1] == 1)


def runs_in(rows: Sequence[Row]) -> tuple[Run, ...]:
    """The runs in the order of their first lines."""
    runs: list[Run] = []
    open_runs: list[Run] = []       # outermost first
    for index, row in enumerate(rows):
        if not isinstance(row, Line) or row.mark is None:
            continue
        form, value = row.mark.form, row.mark.value
        manner = _manner(row, row.mark)
        run = None
        beside = next((one for one in reversed(open_runs) if one.form == form), None)
        if value > 1 and beside is not None and beside.manner != manner:
            run = _reopened(runs, open_runs, form, value, manner, beside)
        if run is None:
            run = _continued(open_runs, form, value, row, rows)
        if run is None and value > 1:
            run = _reopened(runs, open_runs, form, value)
        if run is None:
            while open_runs and RANK[open_runs[-1].form] >= RANK[form]:
                open_runs.pop()
            run = Run(form, open_runs[-1] if open_runs else None, manner)
            runs.append(run)
            open_runs.append(run)
        run.members.append(index)
        run.values.append(value)
    return tuple(runs)


def _manner(line: Line, mark: Mark) -> Manner:
    """Headings and the items under them may both be numbered 1、2、3; these tell them apart."""
    return (mark.text.rpartition(mark.numeral)[2].strip().replace("．", "."),
            line.paragraph.look.bold, line.rest[-1:] in SENTENCE_ENDS)


def _continued(open_runs: list[Run], form: str, value: int, line: Line,
               rows: Sequence[Row]) -> Run | None:
    """The open run that `value` goes on with; the runs inside it are closed.

    Where items are numbered like the headings above them it may be either: a line goes on with the
    run whose last line is of its shape, else with the innermost.
    """
    may = [position for position, run in enumerate(open_runs)
           if run.form == form and value > 1 and run.takes(value)]
    if not may:
        return None
    chosen = may[-1]
    if len(may) > 1:
        shape = shape_of(line.rest).form
        alike = [position for position in may if isinstance(
            last := rows[open_runs[position].members[-1]], Line)
            and shape_of(last.rest).form == shape]
        chosen = alike[-1] if alike else chosen
    del open_runs[chosen + 1:]
    return open_runs[chosen]


def _reopened(runs: list[Run], open_runs: list[Run], form: str, value: int,
              manner: Manner | None = None, beside: Run | None = None) -> Run | None:
    """A run that a run of an outer form seemed to end, but that goes on: it holds that run.

    With `manner`, only a run that has just this one, and that stands where `beside`, a run of the
    same form, does: the list around both has not gone on since.
    """
    for run in reversed(runs):
        if beside is not None and (run.manner != manner or run.parent is not beside.parent or (
                run.parent is not None and run.parent.members[-1] > run.members[-1])):
            continue
        if run.form != form or value != run.values[-1] + 1 or run in open_runs:
            continue
        inside = [other for other in runs
                  if other.parent is run.parent and other is not run
                  and other.members[0] > run.members[-1]]
        if not inside or any(len(other.members) < 2 for other in inside):
            # One lone line of another form in between does not make it a child.
            continue
        if run.parent is not None and run.parent not in open_runs:
            continue
        for other in inside:
            other.parent = run
        while open_runs and open_runs[-1] is not run.parent:
            open_runs.pop()
        open_runs.append(run)
        return run
    return None
