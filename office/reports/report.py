"""What a report tells, in whatever file: the results of a check, and the day it was made."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from checkers.as_text import summary_line
from checkers.findings import FAIL, REVIEW, UNREADABLE
from checkers.matching import EMPTY, MISSING
from checkers.results import Results
from office.reports.file_lines import FileLine, file_lines
from plans.dates import show_date
from plans.errors import UsageError
from plans.house import House
from plans.messages import _, chosen_language

MARK = "homeroom check report"
"""Stands within each report for people, so that it is never taken for a submission."""
NEEDS_ACTION = (FAIL, UNREADABLE, REVIEW)
"""The statuses that somebody has to do something about, the most urgent first."""

_GAPS = 5       # sections that are named as missing most often


@dataclass(frozen=True, slots=True)
class Report:
    """`house` knows what kinds are called, and the school's look."""

    results: Results
    day: date
    house: House

    @property
    def lines(self) -> tuple[FileLine, ...]:
        """The files, in the order in which they are told."""
        return file_lines(self.results.verdicts)

    @property
    def kinds(self) -> tuple[str, ...]:
        """The names of the kinds that the files are of, in the order of their coming."""
        return tuple(dict.fromkeys(one.kind_name for one in self.results.verdicts
                                   if one.kind_name))

    @property
    def tells_kinds(self) -> bool:
        """Whether files are told apart by their kind; one kind alone stands in the title."""
        return len(self.kinds) > 1

    @property
    def title(self) -> str:
        """What the report is called: by the kind of the files where they are of one."""
        if len(self.kinds) == 1:
            return _("Check of submissions: {kind}").format(kind=self.kinds[0])
        return _("Check of submissions")

    @property
    def day_text(self) -> str:
        """The day as it is written in the chosen language."""
        return show_date(self.day) if chosen_language() == "zh_CN" else self.day.isoformat()

    @property
    def summary(self) -> str:
        """How many files ended how, and how many have not come."""
        text = summary_line(self.results.statuses)
        missing = self.results.not_submitted
        if missing is None:
            return text
        return text + _("; ") + (_("{count} not handed in").format(count=self.results.absent)
                                 if missing
                                 else _("everybody has handed in"))

    @property
    def gaps(self) -> tuple[tuple[str, int], ...]:
        """The sections that several files lack or have empty, and how many do, most first."""
        counts = Counter(one.title for verdict in self.results.verdicts
                         for one in verdict.requirements
                         if one.required and one.state in (MISSING, EMPTY))
        return tuple((title, count) for title, count in counts.most_common(_GAPS) if count > 1)

    def kind_name(self, kind: str) -> str:
        """What the kind with this id is called; as it is where there is no such kind."""
        for one in self.results.verdicts:
            if one.kind == kind:
                return one.kind_name
        try:
            return self.house.kind(kind).name if kind else ""
        except UsageError:
            return kind
