"""One declaration drives both sides: what a kind generates passes its own check, and not by chance.

Every kind with a sample is tried; a kind without a sample fails here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from checkers.case import Demand
from checkers.submission import submission_of
from checkers.verdict import Verdict, judge
from generators.documents import generate
from plans.comparing import compare_form
from plans.errors import UserError
from plans.house import House
from plans.inputs import load_input
from plans.kinds import Field, Kind, Section
from plans.periods import Month, Period
from plans.plan import Annex, Plan, WrittenSection
from plans.requirements import SCHEDULE, SECTION, requirements_of

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
HOUSE = House()


@cache
def sample(kind_id: str) -> Plan:
    for path in sorted(SAMPLES.glob("*.yaml")):
        plan = load_input(path, HOUSE)
        if plan.kind.id == kind_id:
            return plan
    pytest.fail(f"samples/ holds no input of {kind_id}")


def verdict_on(plan: Plan, kind: Kind | None = None) -> Verdict:
    made = generate(plan)
    return judge(submission_of(made.data, made.file_name),
                 Demand(HOUSE.topics, HOUSE.kinds, kind or plan.kind))


def rules_of(verdict: Verdict) -> set[str]:
    return {finding.rule for finding in verdict.findings}


KINDS = [kind for kind in HOUSE.kinds if kind.word]
# What a checklist lists is what is taken out.
REQUIRED = [(kind.id, section) for kind in KINDS for section in kind.walk()
            if section.id in {one.of for one in requirements_of(kind) if one.group == SECTION}]


def names_of(section: Section) -> set[str]:
    return {compare_form(name) for name in (section.title, section.topic, *section.also) if name}


def without(plan: Plan, section: Section, empty: bool) -> Plan:
    """The plan with `section` taken out, or left with its heading (an annex with its title)."""
    annex = next((one for one in plan.kind.annexes if section in one.walk()), None)
    if annex is None:
        return replace(plan, sections=tuple(_without(plan.sections, section, empty)))
    annexes = []
    for one in plan.annexes:
        if compare_form(one.title) not in names_of(annex):
            annexes.append(one)
        elif annex is not section:
            annexes.append(replace(one, sections=tuple(_without(one.sections, section, empty))))
        elif empty:
            annexes.append(Annex(one.title))
    return replace(plan, annexes=tuple(annexes))


def _without(sections: tuple[WrittenSection, ...], section: Section,
             empty: bool) -> Iterator[WrittenSection]:
    for one in sections:
        found = compare_form(one.title) in names_of(section) or (one.schedule and section.schedule)
        if found and empty:
            yield WrittenSection(one.title)
        elif not found:
            yield replace(one, sections=tuple(_without(one.sections, section, empty)))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_the_sample_passes_its_own_check_without_a_finding(kind: Kind) -> None:
    verdict = verdict_on(sample(kind.id))
    assert (verdict.status, verdict.findings) == ("pass", ())


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_the_sample_is_recognised_as_its_kind(kind: Kind) -> None:
    made = generate(sample(kind.id))
    verdict = judge(submission_of(made.data, made.file_name), Demand(HOUSE.topics, HOUSE.kinds))
    assert (verdict.kind, verdict.kind_source) == (kind.id, "detected")


@pytest.mark.parametrize(("kind_id", "section"), REQUIRED, ids=lambda one: getattr(one, "id", one))
def test_a_section_taken_out_is_missing(kind_id: str, section: Section) -> None:
    plan = sample(kind_id)
    cut = replace(without(plan, section, empty=False),
                  schedule=() if section.schedule else plan.schedule)
    verdict = verdict_on(cut)
    assert verdict.status == "fail"
    assert [one.location.section for one in verdict.findings if one.rule == "S001"] == [
        section.name]
    assert {one.id: one.state for one in verdict.requirements}[section.id] == "missing"


@pytest.mark.parametrize(("kind_id", "section"), [
    pair for pair in REQUIRED if not pair[1].schedule], ids=lambda one: getattr(one, "id", one))
def test_a_section_left_empty_is_empty(kind_id: str, section: Section) -> None:
    verdict = verdict_on(without(sample(kind_id), section, empty=True))
    assert verdict.status == "fail"
    assert {one.id: one.state for one in verdict.requirements}[section.id] == "empty"
    assert "S003" in rules_of(verdict)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if SCHEDULE in {
    one.id for one in requirements_of(kind)}], ids=lambda kind: kind.id)
def test_any_month_dropped_is_missing(kind: Kind) -> None:
    plan = sample(kind.id)
    for dropped in plan.schedule:
        verdict = verdict_on(replace(plan, schedule=tuple(
            one for one in plan.schedule if one is not dropped)))
        messages = [one.message for one in verdict.findings if one.rule == "M001"]
        assert len(messages) == 1
        assert dropped.month.chinese in messages[0]
        assert verdict.status == "fail"


@pytest.mark.parametrize(("kind", "name"), [
    (kind, one.name) for kind in KINDS for one in kind.fields
    if one.required and not kind.is_counted])     # what a report needs its plan may hold
def test_a_required_field_taken_out_is_told_at_its_place(kind: Kind, name: str,
                                                        tmp_path: Path) -> None:
    field = kind.field_called(name)
    assert field
    source = Path(sample(kind.id).path).read_text("utf-8")
    # A table goes with its rows.
    source = re.sub(rf"^{field.label}:.*\n(?:[ #].*\n)*" if field.columns else
                    rf"^{field.label}:.*\n", "", source, flags=re.MULTILINE)
    path = tmp_path / "input.yaml"
    path.write_text(source, encoding="utf-8")
    with pytest.raises(UserError) as caught:
        load_input(path, HOUSE)
    assert [field.label in fault.what for fault in caught.value.faults] == [True]


# Any valid input.

_ODD = "&<>{}%\"'“”《》（），。；：、·…—😀𠮷é0aA 　"
_CHARACTERS = st.sampled_from("学校班主任工作研究读书交流检查总结活动教师学生" + _ODD)
# A line that names a section (围绕活动) may be a heading, and one that ends in 围绕：< says nothing:
# what is typed as text says more.
# A placeholder ({{}}) in it is told by K003, and rightly; a lone school's name at the end of a paper
# signs it (tests/checkers/test_section_text.py).
_TEXTS = st.builds(lambda start, rest: (start + rest).strip(), st.sampled_from(
    ["围绕", "坚持", "读书", "每位成员"]), st.text(_CHARACTERS, min_size=1, max_size=80)).filter(
    lambda text: bool(re.search(r"\w", text.split("：")[-1])) and "{{" not in text
    and not text.endswith("学校") and not HOUSE.topics.meaning(text))
_CONTENTS = st.one_of(_TEXTS, st.lists(_TEXTS, min_size=1, max_size=4),
                      st.dictionaries(st.sampled_from(["对主持人", "对新成员", "校外的事"]),
                                      st.one_of(_TEXTS, st.lists(_TEXTS, min_size=1, max_size=3)),
                                      min_size=1))
_TASKS = st.one_of(_TEXTS, st.fixed_dictionaries(
    {"task": _TEXTS}, optional={"owner": st.sampled_from(["王珂", "各班主任"]),
                                "evidence": _TEXTS, "due": st.integers(1, 28)}))


def value_of(field: Field, period: Period) -> st.SearchStrategy[object]:
    """Any value of a field's type as an input holds it, within `period` where it is a time."""
    first = period.first
    if field.columns:
        return st.lists(st.fixed_dictionaries(
            {column.label: value_of(column, period) for column in field.columns if column.required},
            optional={column.name: value_of(column, period) for column in field.columns
                      if not column.required}), min_size=1, max_size=4)
    return {
        "period": st.just(str(period)),
        "integer": st.just(first.year),
        "number": st.sampled_from([1, 0.5, 3000]),
        "month": st.just(str(first)),
        "date": st.integers(1, 28).map(lambda day: f"{first}-{day:02}"),
        "text": st.just("江城&实验<学校>"),
        "longtext": _TEXTS,
    }.get(field.type, st.just(field.example))


@st.composite
def inputs(draw: st.DrawFn, kind: Kind) -> dict[str, object]:
    first = Month(2014, draw(st.integers(1, 12)))
    period = Period(first, first + draw(st.integers(1, 13)))

    def content(one: Section) -> object:
        if one.min_chars:   # a shorter text is told as such
            return [draw(_CONTENTS.filter(lambda text: isinstance(text, str))),
                    "把每件小事落到班级里和学生身上。" * (one.min_chars // 10)]
        return {below.topic or below.title: content(below) for below in one.sections
                if not below.schedule} or draw(_CONTENTS)

    values: dict[str, object] = {"kind": kind.id}
    for one in kind.fields:
        values[draw(st.sampled_from(one.keys))] = draw(value_of(one, period))
    values["sections"] = {one.topic or one.title: content(one) for one in kind.main_sections
                          if not one.schedule}
    has_months = any(one.type == "period" for one in kind.fields)
    if kind.schedule_required or (has_months and draw(st.booleans())):
        values["schedule"] = [{"month": str(month),
                               "tasks": draw(st.lists(_TASKS, min_size=1, max_size=3))}
                              for month in period]
    if kind.signature_required or draw(st.booleans()):
        values["signature"] = {"unit": "江城实验学校", "date": "2014-03-05"}
    annexes = [{"title": one.title, "body": content(one)} for one in kind.annexes
               if one.required or draw(st.booleans())]
    if kind.family == "plan" and draw(st.booleans()):
        annexes.append({"title": "共读书目", "body": draw(_CONTENTS)})
    if annexes:
        values["annexes"] = annexes
    return values


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.each is None],
                         ids=lambda kind: kind.id)
def test_any_valid_input_makes_a_document_that_passes(kind: Kind, tmp_path: Path) -> None:
    path = tmp_path / "input.yaml"

    @settings(max_examples=40)
    @given(inputs(kind))
    def passes(values: dict[str, object]) -> None:
        path.write_text(yaml.safe_dump(values, allow_unicode=True, sort_keys=False),
                        encoding="utf-8")
        verdict = verdict_on(load_input(path, HOUSE))
        assert [(one.rule, one.message) for one in verdict.findings] == []
        assert verdict.status == "pass"

    passes()
