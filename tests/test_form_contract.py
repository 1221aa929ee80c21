"""One declaration drives both sides of a form: filled in it passes, and every gap is told."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from checkers.case import Demand
from checkers.submission import Submission, submission_of
from checkers.verdict import Verdict, judge
from generators.documents import generate
from generators.form_file import form_file
from plans.house import House
from plans.inputs import load_input
from plans.plan import Plan

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
HOUSE = House()
FORMS = [one for one in HOUSE.kinds if one.family == "form" and one.is_drawn]


@cache
def samples() -> dict[str, Plan]:
    plans = (load_input(path, HOUSE) for path in sorted(SAMPLES.glob("*.yaml")))
    return {plan.kind.id: plan for plan in plans}


@cache
def filled_in(kind_id: str) -> Submission:
    made = generate(samples()[kind_id])
    return submission_of(made.data, made.file_name)


def verdict_on(submission: Submission, kind_id: str = "") -> Verdict:
    kind = HOUSE.kind(kind_id) if kind_id else None
    return judge(submission, Demand(HOUSE.topics, HOUSE.kinds, kind, calendar=HOUSE.calendar))


@pytest.mark.parametrize("kind", FORMS, ids=lambda kind: kind.id)
def test_a_form_that_is_filled_in_is_known_and_passes(kind):
    found = verdict_on(filled_in(kind.id))
    assert (found.kind, found.status, [one.message for one in found.findings]) == (
        kind.id, "pass", [])


@pytest.mark.parametrize("kind", FORMS, ids=lambda kind: kind.id)
def test_it_is_known_without_its_stamp_too(kind):
    submission = filled_in(kind.id)
    assert submission.document is not None
    bare = replace(submission, document=replace(submission.document, stamp=None))
    assert verdict_on(bare).kind == kind.id


@pytest.mark.parametrize("kind", FORMS, ids=lambda kind: kind.id)
def test_every_required_field_of_a_blank_form_is_told(kind):
    plan = replace(samples()[kind.id], values={}, shown={})
    found = verdict_on(submission_of(form_file(plan, to_fill_in=True), "空表.docx"), kind.id)
    told = [one.message for one in found.findings if one.rule[0] == "K"]
    asked = [one.label for one in kind.fields if one.required and not one.by]
    assert [label for label in asked if not any(label in one for one in told)] == []


@pytest.mark.parametrize("kind", FORMS, ids=lambda kind: kind.id)
def test_another_form_is_not_taken_for_it(kind):
    other = next(one for one in FORMS if one.id != kind.id)
    found = verdict_on(filled_in(other.id), kind.id)
    assert "F012" in [one.rule for one in found.findings if one.severity == "error"]
