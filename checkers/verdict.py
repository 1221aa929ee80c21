"""The verdict on one submission: every rule's findings, stamped, and the status that they make."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from checkers.answers import Answers
from checkers.case import Case, Demand, case_of
from checkers.findings import (
    FAIL,
    PASS,
    REVIEW,
    UNREADABLE,
    Finding,
    Location,
    at_heading,
    at_paragraph,
)
from checkers.lines import Line
from checkers.matching import EMPTY, MISSING, UNCERTAIN, Requirement
from checkers.outline import PartOutline
from checkers.returned import Returned
from checkers.rules import RULES, Rule
from checkers.signature import signature_rows
from checkers.submission import Submission
from plans.kinds import Kind


@dataclass(frozen=True, slots=True)
class Checked:
    """One requirement as reports show it; `state` is met, missing, empty or uncertain."""

    id: str
    title: str
    required: bool
    state: str
    heading: str = ""
    location: Location | None = None


@dataclass(frozen=True, slots=True)
class MonthChecked:
    """One month that was seen; `year` is None where the document does not say."""

    year: int | None
    month: int
    location: Location


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is reported of one file; it crosses processes, so it holds no document.

    `title` is the document's own, `signed` the lines of its signature: they tell whose paper it is.
    `returned` is set where something was asked for that goes back to them, `answers` for a form.
    """

    path: str
    sha256: str
    kind: str | None
    kind_name: str
    kind_source: str
    status: str
    findings: tuple[Finding, ...]
    requirements: tuple[Checked, ...] = ()
    months: tuple[MonthChecked, ...] = ()
    parts_read: tuple[str, ...] = ()
    parts_skipped: tuple[str, ...] = ()
    ocr_pages: tuple[int, ...] = ()
    title: str = ""
    signed: tuple[str, ...] = ()
    converted_from: str = ""        # the old format of a file that was read from a copy
    owner: str = ""         # whom the roster names as the one who handed it in
    returned: Returned | None = None
    answers: Answers | None = None
    people: tuple[Answers, ...] = ()        # of a list with a row for each


def judge(submission: Submission, demand: Demand) -> Verdict:
    """The verdict on a submission."""
    return verdict_of(case_of(submission, demand))


def verdict_of(case: Case) -> Verdict:
    """The verdict on a case."""
    findings = tuple(findings_in(case))
    submission, document = case.submission, case.submission.document
    main = case.outline.main if case.outline else None
    return Verdict(
        path=submission.path, sha256=submission.sha256,
        kind=case.kind.id if case.kind else None, kind_name=case.kind.name if case.kind else "",
        kind_source=case.kind_source, status=_status(case, findings), findings=findings,
        requirements=tuple(Checked(
            one.section.id, one.section.name, one.section.required, _state(one, case),
            one.heading.text if one.heading else "",
            at_heading(one.heading) if one.heading else None) for one in case.requirements),
        months=tuple(MonthChecked(one.year, one.month, at_paragraph(one.paragraph))
                     for one in (main.months if main and case.asks_months else ())),
        parts_read=tuple(part.name for part in document.parts) if document else (),
        parts_skipped=document.skipped if document else (),
        ocr_pages=document.ocr_pages if document else (),
        title=main.title if main else "", signed=tuple(_signature(main)) if main else (),
        converted_from=submission.format if submission.converted and document else "",
        answers=case.answers or case.foreign, people=case.people)


def _state(one: Requirement, case: Case) -> str:
    """What was not found in recognised text may be there."""
    return UNCERTAIN if case.is_recognised and one.state in (MISSING, EMPTY) else one.state


def _signature(part: PartOutline) -> Iterator[str]:
    """The text of each line of the signature at the end of a part, from above."""
    for row in sorted(signature_rows(part.rows)):
        line = part.rows[row]
        if isinstance(line, Line):
            yield line.text


def findings_in(case: Case) -> Iterator[Finding]:
    """Every rule's findings in reporting order, with id, name and level; "off" ones left out."""
    for rule in RULES:
        level = level_of(rule, case.kind)
        if level == "off":
            continue
        for finding in rule.check(case):
            own = finding.severity if case.kind is None or rule.id not in case.kind.rules else ""
            found = replace(finding, rule=rule.id, name=rule.name, severity=own or level)
            # Nobody is given back a paper for what a machine may have misread: a person looks.
            is_doubtful = case.is_recognised and found.severity == "error"
            yield replace(found, severity="warning", review=True) if is_doubtful else found


def level_of(rule: Rule, kind: Kind | None) -> str:
    """The level of a rule's findings in papers of a kind, "off" where they are not asked for."""
    if kind is None:
        return rule.severity
    default = rule.severity_in_forms if kind.is_form else rule.severity
    return kind.rules.get(rule.id, default)


def _status(case: Case, findings: tuple[Finding, ...]) -> str:
    if case.submission.document is None:
        return UNREADABLE
    if any(finding.severity == "error" for finding in findings):
        return FAIL
    uncertain = any(one.state == UNCERTAIN and one.section.required for one in case.requirements)
    return REVIEW if uncertain or any(finding.review for finding in findings) else PASS
