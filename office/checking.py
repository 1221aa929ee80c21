"""`check`: a folder of submissions to a verdict each, in words or as JSON."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TypeVar

from checkers import as_json, as_text
from checkers.case import Demand
from checkers.findings import FAIL, PASS, REVIEW, UNREADABLE
from checkers.results import results_of
from checkers.verdict import Verdict
from office.batch import check_files, files_under
from office.reports.own import without_reports
from office.reports.report import Report
from office.reports.writing import refuse_originals, report_paths, write_reports
from office.terminal import progress, say, style
from plans.comparing import compare_form
from plans.errors import UsageError
from plans.house import House, find_house
from plans.kinds import SEVERITIES
from plans.masking import masked_all
from plans.messages import _, chosen_language
from plans.periods import Calendar, Period, period_of
from plans.version import VERSION

_Told = TypeVar("_Told")
_ORDER = {severity: rank for rank, severity in enumerate(SEVERITIES)}


def check(paths: Sequence[str], *, kind: str | None, require: Sequence[str], period: str | None,
          form: str, fail_on: str, jobs: int, house: str | None, reports: Sequence[str] = (),
          full_values: bool = False) -> int:
    """Checks every file under `paths`, tells of each as it is done, and gives the exit code.

    0 where no finding is at or above `fail_on`, every file could be judged and every report
    written, else 1. ID and phone numbers are masked in all that is told unless `full_values`.
    Raises UsageError where the kind, the period, a path or a report is none.
    """
    targets = report_paths(reports)
    found = find_house(house)
    demand = _demand(kind, require, period, found)
    files = _submissions(paths)
    refuse_originals(targets, files)
    statuses: Counter[str] = Counter()
    bad = False
    kept: list[Verdict] = []
    for done, whole in enumerate(
            check_files(files, demand, jobs=jobs, language=chosen_language())):
        verdict = _shown(whole, full_values)
        statuses[verdict.status] += 1
        bad = bad or is_bad(verdict, fail_on)
        if form == "text":
            say(*as_text.verdict_lines(verdict, style))
        elif form == "jsonl":
            say(_dumped(as_json.verdict_json(verdict)))
        if form == "json" or targets:
            kept.append(whole)
        if done + 1 < len(files):
            progress(done + 1, len(files), verdict.path)
    if form == "text":
        say("", as_text.summary_line(statuses, style))
    elif form == "jsonl":
        say(_dumped({"summary": as_json.summary_json(statuses)}))
    results = _shown(results_of(kept), full_values)
    if form == "json":
        say(_dumped(as_json.check_json(results, VERSION), indent=2))
    if targets:
        report = Report(results, date.today(), found)
        bad = not write_reports(targets, report, quiet=form != "text") or bad
    return int(bad)


def _shown(value: _Told, full_values: bool) -> _Told:
    """What is told of `value`; until then whose paper it is can still be seen in full."""
    return value if full_values else masked_all(value)


def _submissions(paths: Sequence[str]) -> tuple[Path, ...]:
    """The files to check; reports of ours that lie among them are left out, and that is said."""
    files = files_under(paths)
    kept = without_reports(files, {Path(path) for path in paths})
    for path in sorted({*files} - {*kept}):
        say(_("not checked, for it is a report of homeroom: {path}").format(
            path=path.as_posix()), error=True)
    if not kept:
        raise UsageError.at(", ".join(paths), _("there is nothing to check"),
                            _("name files, or a folder that holds them"))
    return kept


def is_bad(verdict: Verdict, fail_on: str) -> bool:
    """Whether a verdict makes the exit code 1."""
    return verdict.status in (REVIEW, UNREADABLE) or (
        verdict.status in (PASS, FAIL)
        and any(_ORDER[one.severity] <= _ORDER[fail_on] for one in verdict.findings))


def _demand(kind: str | None, require: Sequence[str], period: str | None,
            house: House) -> Demand:
    if not all(compare_form(title) for title in require):
        raise UsageError.at("--require", _("a title is blank"), _("write --require 工作目标"))
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
