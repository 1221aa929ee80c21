"""`check`: a folder of submissions to a verdict each, in words or as JSON."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence

from checkers import as_json, as_text
from checkers.case import Demand
from checkers.findings import FAIL, PASS, REVIEW, UNREADABLE
from checkers.results import results_of
from checkers.verdict import Verdict
from office.batch import check_files, files_under
from office.terminal import progress, say, style
from plans.comparing import compare_form
from plans.errors import UsageError
from plans.house import find_house
from plans.kinds import SEVERITIES
from plans.messages import _, chosen_language
from plans.periods import Calendar, Period, period_of
from plans.version import VERSION

_ORDER = {severity: rank for rank, severity in enumerate(SEVERITIES)}


def check(paths: Sequence[str], *, kind: str | None, require: Sequence[str], period: str | None,
          form: str, fail_on: str, jobs: int, house: str | None) -> int:
    """Checks every file under `paths`, tells of each as it is done, and gives the exit code.

    0 where no finding is at or above `fail_on` and every file could be judged, else 1. Raises
    UsageError where the kind, the period or a path is none.
    """
    demand = _demand(kind, require, period, house)
    files = files_under(paths)
    statuses: Counter[str] = Counter()
    bad = False
    kept: list[Verdict] = []
    for done, verdict in enumerate(
            check_files(files, demand, jobs=jobs, language=chosen_language())):
        statuses[verdict.status] += 1
        bad = bad or is_bad(verdict, fail_on)
        if form == "text":
            say(*as_text.verdict_lines(verdict, style))
        elif form == "jsonl":
            say(_dumped(as_json.verdict_json(verdict)))
        else:
            kept.append(verdict)
        if done + 1 < len(files):
            progress(done + 1, len(files), verdict.path)
    if form == "text":
        say("", as_text.summary_line(statuses, style))
    elif form == "jsonl":
        say(_dumped({"summary": as_json.summary_json(statuses)}))
    else:
        say(_dumped(as_json.check_json(results_of(kept), VERSION), indent=2))
    return int(bad)


def is_bad(verdict: Verdict, fail_on: str) -> bool:
    """Whether a verdict makes the exit code 1."""
    return verdict.status in (REVIEW, UNREADABLE) or (
        verdict.status in (PASS, FAIL)
        and any(_ORDER[one.severity] <= _ORDER[fail_on] for one in verdict.findings))


def _demand(kind: str | None, require: Sequence[str], period: str | None,
            house_folder: str | None) -> Demand:
    if not all(compare_form(title) for title in require):
        raise UsageError.at("--require", _("a title is blank"), _("write --require 工作目标"))
    house = find_house(house_folder)
    asked = house.kind(kind) if kind else None
    kinds = () if kind or require else house.kinds
    return Demand(house.topics, kinds, asked, tuple(require),
                  _period(period, house.calendar) if period else None, house.profile)


def _period(text: str, calendar: Calendar) -> Period:
    period = period_of(text, calendar)
    if period is None:
        raise UsageError.at(text, _("this is no period"),
                            _("write it as 2014-03/2014-12 or 2025-2026学年第一学期"))
    return period


def _dumped(value: object, indent: int | None = None) -> str:
    return json.dumps(value, ensure_ascii=False, indent=indent)
