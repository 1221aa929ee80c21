"""`check`: a folder of submissions to a verdict each, in words or as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from checkers.findings import FAIL, PASS, REVIEW, UNREADABLE, Finding
from checkers.results import Results
from checkers.verdict import Verdict
from office.demands import demand_of
from office.intake import take_in
from office.recognition import require_ocr
from office.reports.report import Report
from office.reports.writing import refuse_folders, refuse_originals, report_paths, write_reports
from office.returning import Wishes, returns_for
from office.scratch import Scratch
from office.telling import teller
from office.terminal import say
from plans.house import find_house
from plans.kinds import SEVERITIES
from plans.masking import masked_all

_Told = TypeVar("_Told")
_ORDER = {severity: rank for rank, severity in enumerate(SEVERITIES)}


def check(paths: Sequence[str], *, kind: str | None, require: Sequence[str], period: str | None,
          roster: str | None, form: str, fail_on: str, jobs: int, house: str | None,
          plan: str | None = None, reports: Sequence[str] = (), full_values: bool = False,
          ocr: bool = False, **wishes: Any) -> int:
    """Checks every file under `paths`, tells of each as it is done, and gives the exit code.

    0 where no finding is at or above `fail_on`, every file could be judged, it is known whose it
    is, and every report and all that was to go back (the `wishes`) was written, else 1. ID and
    phone numbers are masked in all that is told unless `full_values`. Raises UsageError where the
    kind, the period, a path, a report or a wish is none, UserError where the roster or the plan is
    none, or `ocr` is asked for and not installed.
    """
    if ocr:
        require_ocr()
    targets = report_paths(reports)
    found = find_house(house)
    demand = demand_of(kind, require, period, found, plan)
    tell = teller(form)
    kept: list[Verdict] = []    # whole: whose a paper is may be told by what is masked later
    with Scratch() as scratch:
        intake = take_in(paths, demand, scratch, found, roster=roster, one_kind=bool(require))
        originals = [*intake.originals, *([Path(plan)] if plan else [])]
        refuse_originals(targets, originals)
        returns = returns_for(Wishes(**wishes), paths, originals, scratch, found, full_values)
        refuse_folders(targets, returns.folders)
        with closing(intake.judged(jobs=jobs, ocr=ocr, asked=returns.asked)) as files:
            for one in files:
                kept.append(replace(one.verdict, returned=None))
                tell.verdict(_shown(kept[-1], full_values),
                             returns.add(one.alone, one.verdict.owner))
    results, findings = intake.results(kept)
    told = _shown(results, full_values)
    tell.end(told, _shown(findings, full_values), intake.due_from)
    say(*intake.attachment_lines(), error=form != "text")
    written = not targets or write_reports(targets, Report(told, date.today(), found),
                                           quiet=form != "text")
    say(*returns.told(), error=form != "text")
    return int(not written or returns.failed or are_bad(results, findings, fail_on))


def _shown(value: _Told, full_values: bool) -> _Told:
    """What is told of `value`."""
    return value if full_values else masked_all(value)


def are_bad(results: Results, findings: Iterable[Finding], fail_on: str) -> bool:
    """Whether results, with the findings on all files together, make the exit code 1."""
    return (_reaches(findings, fail_on) or any(one.whose.asked for one in results.unmatched)
            or any(is_bad(one, fail_on) for one in results.verdicts))


def is_bad(verdict: Verdict, fail_on: str) -> bool:
    """Whether a verdict makes the exit code 1."""
    return verdict.status in (REVIEW, UNREADABLE) or (
        verdict.status in (PASS, FAIL) and _reaches(verdict.findings, fail_on))


def _reaches(findings: Iterable[Finding], fail_on: str) -> bool:
    return any(_ORDER[one.severity] <= _ORDER[fail_on] for one in findings)
