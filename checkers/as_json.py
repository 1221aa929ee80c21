"""Verdicts and outlines as JSON, schema_version 1: the keys are fixed, more may be added."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date

from checkers.answers import Answer, Answers
from checkers.dues import NotSubmitted, Received
from checkers.findings import STATUSES, UNREADABLE, Location, at_heading, at_paragraph
from checkers.outline import Outline
from checkers.results import Results
from checkers.submission import Submission
from checkers.verdict import Verdict
from plans.periods import Month, Period
from plans.pictures import Picture

SCHEMA_VERSION = 1
Json = Mapping[str, object]


def verdict_json(verdict: Verdict) -> dict[str, object]:
    """One file of a check."""
    return {
        "path": verdict.path, "sha256": verdict.sha256,
        "owner": verdict.owner,
        "kind": verdict.kind, "kind_source": verdict.kind_source, "status": verdict.status,
        "coverage": {"parts_read": list(verdict.parts_read),
                     "parts_skipped": list(verdict.parts_skipped),
                     "ocr_pages": list(verdict.ocr_pages),
                     "converted_from": verdict.converted_from or None},
        "requirements": [
            {"id": one.id, "title": one.title, "required": one.required, "state": one.state,
             "heading": one.heading, "location": _place(one.location)}
            for one in verdict.requirements],
        "months": list(dict.fromkeys(one.month for one in verdict.months)),
        "months_at": [{"year": one.year, "month": one.month, "location": _place(one.location)}
                      for one in verdict.months],
        "fields": _fields(verdict.answers),
        "findings": [
            {"rule": one.rule, "name": one.name, "severity": one.severity,
             "message": one.message, "fix": one.fix, "location": _place(one.location)}
            for one in verdict.findings],
    }


def summary_json(statuses: Counter[str]) -> dict[str, int]:
    """How many files there were, and how many ended with each status."""
    return {"files": sum(statuses.values())} | {one: statuses[one] for one in STATUSES}


def check_json(results: Results, version: str) -> dict[str, object]:
    """A whole check."""
    return {"schema_version": SCHEMA_VERSION, "tool": {"name": "homeroom", "version": version},
            "files": [verdict_json(one) for one in results.verdicts],
            **roster_json(results.not_submitted or (), results.unmatched),
            "summary": summary_json(results.statuses)}


def roster_json(not_submitted: Iterable[NotSubmitted],
                unmatched: Iterable[Received]) -> dict[str, object]:
    """Who has not handed in, and the files that belong to nobody, or perhaps to several."""
    return {"not_submitted": [not_submitted_json(one) for one in not_submitted],
            "unmatched": [{"path": one.path, "candidates": [
                {"name": who.name, "unit": who.unit, "id": who.id} for who in one.whose.asked]}
                for one in unmatched]}


def not_submitted_json(one: NotSubmitted) -> dict[str, object]:
    """One who has not handed in."""
    return {"name": one.name, "unit": one.unit, "kind": one.kind, "id": one.id,
            "instead": list(one.instead)}


def outline_json(submission: Submission, outline: Outline | None) -> dict[str, object]:
    """One file of `outline`; a file that cannot be read has an empty outline."""
    if outline is None:
        return {"path": submission.path, "status": UNREADABLE, "title": "", "headings": [],
                "months": [], "months_at": [], "tables": 0, "scanned_pages": [], "ocr_pages": []}
    months = outline.main.months
    return {
        "path": submission.path, "status": "pass", "title": outline.title,
        "headings": [
            {"level": one.level, "number": one.numeral, "title": one.title, "text": one.text,
             "run_in": one.run_in, "part": one.part, "paragraph": one.paragraph.paragraph,
             "page": one.paragraph.page, "confidence": one.confidence,
             "location": _place(at_heading(one))}
            for one in outline.headings()],
        "months": list(dict.fromkeys(one.month for one in months)),
        "months_at": [{"year": one.year, "month": one.month,
                       "location": _place(at_paragraph(one.paragraph))} for one in months],
        "tables": outline.tables(),
        "scanned_pages": list(outline.scanned_pages), "ocr_pages": list(outline.ocr_pages),
    }


def _fields(answers: Answers | None) -> dict[str, object]:
    return {name: _field(one) for name, one in answers.by_field.items()} if answers else {}


def _field(one: Answer) -> dict[str, object]:
    """What a form says in a field; of a table the rows, their cells told alike."""
    value: object = one.value
    if one.field.columns:
        value = [{name: _field(cell) for name, cell in row.items()} for row in one.rows]
    elif isinstance(value, date):
        value = value.isoformat()
    elif isinstance(value, Month | Period | Picture):
        value = str(value)
    elif isinstance(value, tuple):
        value = list(value)
    return {"value": value, "text": one.text, "state": one.state, "source": one.source,
            "location": _place(one.location if one.source else None)}


def _place(location: Location | None) -> dict[str, object]:
    if location is None:
        return {}
    return {key: one for key, one in asdict(location).items() if key != "spot"}
