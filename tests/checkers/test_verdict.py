"""The status of a file, and how findings get their level."""

from dataclasses import replace

import pytest

from checkers.case import Demand, case_of
from checkers.rules import RULES, rule_called
from checkers.submission import Submission, submission_of
from checkers.verdict import findings_in, judge
from plans.house import House

HOUSE = House()
DEMAND = Demand(HOUSE.topics, HOUSE.kinds)


def test_a_good_plan_passes_without_a_word(check, research):
    found = check(*research())
    assert (found.status, found.findings) == ("pass", ())


def test_a_warning_leaves_a_file_pass(check, research):
    found = check(*research(), tracked_changes=2)
    assert (found.status, [one.severity for one in found.findings]) == ("pass", ["warning"])


def test_an_error_makes_a_file_fail(check, research):
    assert check(*research(具体目标=None)).status == "fail"


def test_a_question_makes_a_file_one_to_look_at(check):
    assert check("计划", "一、灌溉流程", "全年读书两本。", require=("实施步骤",)).status == "review"


def test_an_error_goes_before_a_question(check):
    found = check("计划", "一、灌溉流程", "全年读书两本。", require=("实施步骤", "组织领导"))
    assert found.status == "fail"


def test_a_file_that_cannot_be_read_is_unreadable():
    found = judge(submission_of(b"PK\x03\x04", "a.docx"), DEMAND)
    assert (found.status, [one.rule for one in found.findings]) == ("unreadable", ["F003"])


@pytest.mark.parametrize("partly", [
    {"scanned_pages": (2,)}, {"garbled_share": 0.2}, {"skipped": ("page 7",)}])
def test_nothing_is_missing_where_not_all_was_read(check, research, partly):
    found = check(*research(具体目标=None), kind="school-research-plan", **partly)
    assert "S001" not in [one.rule for one in found.findings]


@pytest.mark.parametrize("partly", [{"scanned_pages": (2,)}, {"garbled_share": 0.2}])
def test_a_scan_or_garbled_text_is_looked_at(check, research, partly):
    assert check(*research(), kind="school-research-plan", **partly).status == "review"


def test_a_document_of_which_a_part_was_not_read_does_not_pass_a_gap(check, research):
    found = check(*research(具体目标=None), kind="school-research-plan", skipped=("page 7",))
    assert found.status == "review"


def findings(document, kind, *lines, **more):
    case = case_of(Submission("a.docx", "docx", "docx", "", document(*lines, **more)),
                   Demand(HOUSE.topics, (), kind))
    return [(one.rule, one.severity) for one in findings_in(case)]


def test_a_kind_may_switch_a_rule_off(document, research):
    kind = replace(HOUSE.kind("school-research-plan"), rules={"S001": "off"})
    assert findings(document, kind, *research(具体目标=None)) == []


def test_a_kind_may_set_the_level_of_a_rule(document, research):
    kind = replace(HOUSE.kind("school-research-plan"), rules={"S001": "info"})
    assert findings(document, kind, *research(具体目标=None)) == [("S001", "info")]


@pytest.mark.parametrize(("family", "severity"), [("plan", "warning"), ("form", "error")])
def test_disorder_is_worse_in_a_form(document, research, family, severity):
    kind = replace(HOUSE.kind("school-research-plan"), family=family)
    lines = research()
    lines = [lines[0], *lines[3:5], *lines[1:3], *lines[5:]]
    assert ("S002", severity) in findings(document, kind, *lines)


def test_months_are_told_only_where_they_are_looked_at(check, research):
    assert [one.month for one in check(*research()).months] == [3, 4, 5]


def test_every_rule_has_an_id_and_a_name_of_its_own():
    assert len({one.id for one in RULES}) == len({one.name for one in RULES}) == len(RULES)


def test_rules_are_reported_in_the_order_file_section_month():
    order = "FSMKTCBL"
    places = [order.index(one.id[0]) for one in RULES]
    assert places == sorted(places)


@pytest.mark.parametrize("key", ["S001", "s001", "missing-section"])
def test_a_rule_is_called_by_id_or_name(key):
    assert rule_called(key).id == "S001"


def test_a_name_of_no_rule_calls_none():
    assert rule_called("S999") is None
