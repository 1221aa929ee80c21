"""The checklist of a kind names exactly what `check` demands of its papers, no more and no less.

Sections and months are taken out one by one in test_contract.py, by the same list.
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_contract import HOUSE, sample, without

from checkers.case import Demand
from checkers.findings import Finding
from checkers.matching import MET, MISSING, UNCERTAIN
from checkers.standings import standings
from checkers.submission import submission_of
from checkers.verdict import Verdict, judge
from generators.documents import generate
from generators.form_file import form_file
from plans.conditions import evaluate
from plans.field_types import CHOICE, NUMBERS, YES_OR_NO, amount_of
from plans.kinds import Condition, Kind
from plans.plan import Plan, Value, rows_of
from plans.requirements import (
    ATTACHMENT,
    COLUMNS,
    CONDITION,
    FIELD,
    SECTION,
    SIGNATURE,
    Required,
    requirements_of,
)

KINDS = [kind for kind in HOUSE.kinds if requirements_of(kind)]
FORMS = [kind for kind in KINDS if kind.is_drawn]
each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
each_form = pytest.mark.parametrize("kind", FORMS, ids=lambda kind: kind.id)


def verdict_on(plan: Plan, kind: Kind, *, data: bytes = b"", beside: tuple[str, ...] = ()
               ) -> Verdict:
    submission = submission_of(data or generate(plan).data, "材料.docx")
    return judge(replace(submission, beside=beside),
                 Demand(HOUSE.topics, HOUSE.kinds, kind, calendar=HOUSE.calendar))


def states(verdict: Verdict, kind: Kind, *groups: str) -> dict[str, str]:
    return {one.required.id: one.state for one in standings(verdict, kind)[0]
            if not groups or one.required.group in groups}


def asked(kind: Kind, group: str) -> list[Required]:
    return [one for one in requirements_of(kind) if one.group == group]


@each_kind
def test_every_line_has_its_id_and_its_words(kind: Kind) -> None:
    lines = requirements_of(kind)
    assert len({one.id for one in lines}) == len(lines)
    assert len({one.words for one in lines}) == len(lines)
    assert all(one.words and "{{" not in one.words for one in lines)


@each_kind
def test_a_paper_that_passes_has_all_that_is_listed(kind: Kind) -> None:
    verdict = verdict_on(sample(kind.id), kind)
    found, others = standings(verdict, kind)
    assert {one.required.id: one.state for one in found if one.state != MET
            and one.required.group != ATTACHMENT} == {}
    assert others == ()
    # What is listed and what the check looked for are the same.
    assert {one.id for one in verdict.requirements if one.required} == {
        one.of for one in asked(kind, SECTION)}


@each_kind
def test_nothing_is_demanded_that_has_no_line(kind: Kind) -> None:
    """With all that is not listed taken out the paper passes as before."""
    plan = sample(kind.id)
    if kind.is_drawn:
        fields = {one.of for one in requirements_of(kind)} | {
            until for one in kind.conditions for until in (one.field, one.until)}
        plan = replace(plan, values={name: value for name, value in plan.values.items()
                                     if name in fields})
    sections = {one.of for one in asked(kind, SECTION)}
    for section in kind.sections:       # those within one may be all that it says
        if section.id not in sections:
            plan = without(plan, section, empty=False)
    verdict = verdict_on(plan, kind)
    assert [one.message for one in verdict.findings if one.severity == "error"] == []


@each_form
def test_each_field_is_missing_from_a_blank_form(kind: Kind) -> None:
    blank = replace(sample(kind.id), values={}, shown={})
    verdict = verdict_on(blank, kind, data=form_file(blank, to_fill_in=True))
    assert set(states(verdict, kind, FIELD).values()) == {MISSING}
    named = " ".join(one.message for one in verdict.findings if one.rule in ("K001", "K002"))
    assert [one.words for one in asked(kind, FIELD)
            if (field := kind.field_called(one.of)) and field.label not in named] == []


@pytest.mark.parametrize(("kind", "condition"), [
    (kind, one) for kind in KINDS for one in kind.conditions
    if one.id in {each.of for each in asked(kind, CONDITION)}], ids=lambda one: one.id)
def test_a_condition_that_is_not_met_is_told_at_its_line(kind: Kind, condition: Condition) -> None:
    plan = sample(kind.id)
    values = dict(plan.values)
    values[condition.field] = unfit(kind, condition, values)
    if values[condition.field] is None:
        pytest.skip("what may stand in the field always meets it")
    verdict = verdict_on(replace(plan, values=values), kind)
    line = next(one for one in standings(verdict, kind)[0] if one.required.of == condition.id
                and one.required.group == CONDITION)
    assert line.state == MISSING
    assert [one.rule for one in line.findings] == ["K007"]
    assert line.required.words == condition.says


def unfit(kind: Kind, condition: Condition, values: dict[str, Value]) -> Value | None:
    """A value of the field that does not meet the condition; None where each does."""
    field = kind.field_called(condition.field)
    assert field
    tried: list[Value] = []
    if field.columns:
        rows = [dict(row) for row in rows_of(values[field.name])]
        for row in rows:
            for name, _claim in condition.where:
                column = field.column_called(name)
                if column and column.type in NUMBERS:
                    row[name] = 0
        tried = [tuple(rows)] if not field.required else [
            tuple(rows), tuple({**row, **{name: "别的" for name, _claim in condition.where}}
                               for row in rows)]
    elif field.type in YES_OR_NO:
        tried = [False, True]
    elif field.type == CHOICE:
        tried = [one.name for one in field.options]
    elif field.type in NUMBERS:
        tried = [int(amount_of(condition.claim.at_least) or 1) - 1]
    return next((one for one in tried if evaluate(kind, condition, {
        **values, field.name: one}).state == "not-met"), None)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if asked(kind, ATTACHMENT)],
                         ids=lambda kind: kind.id)
def test_an_attachment_that_is_not_there_is_told_at_its_line(kind: Kind) -> None:
    plan = sample(kind.id)
    line = asked(kind, ATTACHMENT)[0]
    plan = replace(plan, values={**plan.values, line.of: "甲证书.pdf、乙论文.pdf"})
    assert states(verdict_on(plan, kind, beside=("甲证书.pdf",)), kind)[line.id] == MISSING
    assert states(verdict_on(plan, kind), kind)[line.id] == UNCERTAIN


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.signature_required],
                         ids=lambda kind: kind.id)
def test_a_paper_that_nobody_signed_lacks_its_line(kind: Kind) -> None:
    found = verdict_on(replace(sample(kind.id), signature=None, annexes=()), kind)
    assert states(found, kind)[SIGNATURE] == MISSING
    assert "C003" in [one.rule for one in found.findings]


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.schedule_columns],
                         ids=lambda kind: kind.id)
def test_months_without_their_table_lack_its_line(kind: Kind) -> None:
    plain = next(one for one in KINDS if one.schedule_required and not (
        one.schedule_columns or one.sections))
    plan = replace(sample(kind.id), kind=plain)
    found = states(verdict_on(plan, kind), kind)
    assert found[COLUMNS] in (MISSING, UNCERTAIN)
    assert found["schedule"] == MET


def test_what_is_switched_off_or_need_not_be_there_has_no_line() -> None:
    kind = next(one for one in KINDS if asked(one, SECTION) and one.signature_required)
    assert [one.group for one in requirements_of(
        replace(kind, rules={"S001": "off", "C003": "off"}))] == []
    optional = replace(kind, sections=tuple(replace(one, required=False)
                                            for one in kind.sections))
    assert {one.group for one in requirements_of(optional)} == {SIGNATURE}


def test_a_finding_that_is_of_no_line_is_kept() -> None:
    kind = next(one for one in KINDS if asked(one, SECTION))
    stray = Finding("另一件事", "改掉", rule="C001", name="name-differs", severity="warning")
    verdict = verdict_on(sample(kind.id), kind)
    assert standings(replace(verdict, findings=(stray,)), kind)[1] == (stray,)
