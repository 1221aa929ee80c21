"""K007: conditions that are not met, in their own words."""

from dataclasses import replace

import pytest

from checkers.answers import DIFFERS, Doubt
from plans.kinds import PREFER, Condition

FORM = ("form 姓名*, 班主任年限*:integer>=0, 职称*:choice 初级/中级, 荣誉:table 名称/级别",
        "must 班主任年限 6 担任班主任须满6年（含6年）")
NAME = "姓名 | 王珂"


@pytest.mark.parametrize("years", ["6", "6年", "六", "10"])
def test_who_meets_it_is_let_be(form_said, years):
    assert form_said("K007", *FORM, NAME, f"班主任年限 | {years}") == []


def test_who_does_not_hears_the_condition_and_what_the_form_says(form_said):
    (one,) = form_said("K007", *FORM, NAME, "班主任年限 | 5")
    assert one.message == "not met: 担任班主任须满6年（含6年） (the form says 班主任年限: 5)"
    assert (one.severity, one.location.quote) == ("error", "5")


@pytest.mark.parametrize(("value", "rule"), [("", "K002"), ("好几年", "K004"), ("-1", "K008")])
def test_what_nobody_can_read_is_not_judged(form_said, value, rule):
    found = [one.rule for one in form_said("K0", *FORM, NAME, f"班主任年限 | {value}")]
    assert rule in found
    assert "K007" not in found


def test_nor_is_what_is_doubtful(answers_said, case_on):
    lines = (*FORM, NAME, "班主任年限 | 5")
    answer = case_on(*lines).answers.by_field["班主任年限"]
    assert answers_said("K007", lines, replace(answer, doubts=(Doubt(DIFFERS, "8"),))) == []


def test_nor_a_field_that_the_form_has_no_place_for(form_said):
    assert form_said("K007", *FORM, NAME) == []


def test_a_preference_is_no_condition(form_said, case_on):
    lines = (*FORM, NAME, "班主任年限 | 5")
    kind = case_on(*lines).kind
    conditions = tuple(replace(one, level=PREFER) for one in kind.conditions)
    assert form_said("K007", *lines, kind=replace(kind, conditions=conditions)) == []


def test_a_table_that_stays_blank_lists_nothing(form_said, case_on):
    lines = (*FORM, NAME, "班主任年限 | 8", "荣誉 |", "名称 | 级别", " | ")
    kind = case_on(*lines).kind
    wanted = replace(kind, conditions=(Condition("one", "荣誉", "须获过荣誉", "must"),))
    (one,) = form_said("K007", *lines, kind=wanted)
    assert "荣誉: nothing is listed" in one.message
