"""K003: what was to be filled in and was not."""

from dataclasses import replace

import pytest

PLAN = ("江城实验学校2026年计划", "一、指导思想")


@pytest.mark.parametrize("text", [
    "二〇〇八年起，每学期两次。", "二○○六年制定。", "长×宽为3×4米。", "T恤尺码XXL。", "班主任签字：________",
    "（填表人：王珂）", "参照《XXI世纪教育》。"])
def test_what_only_looks_like_it_is_let_be(said, text):
    assert "K003" not in said(*PLAN, text, require=("指导思想",))


@pytest.mark.parametrize("text", [
    "以XX文件精神为指导。", "以×××精神为指导。", "我校有班主任〇〇名。", "本学期由【待填：谁】负责。",
    "全年{{ 次数 }}次例会。", "由（填写姓名）负责。", "某某学校制定。", "***小学制定。"])
def test_what_is_left_is_told(finding, text):
    one = finding("K003", *PLAN, "把每件小事落到班级里。", text, require=("指导思想",))
    assert (one.severity, one.location.quote) == ("warning", text)


def test_all_of_a_part_stand_in_one_finding(check):
    found = check(*PLAN, "以XX精神为指导。", "在YY的带领下。", "由××负责。", require=("指导思想",)).findings
    assert [one.rule for one in found] == ["K003"]
    assert "××" in found[0].message


def test_a_section_that_holds_nothing_else_is_told_as_empty_only(said):
    assert said(*PLAN, "【待填：指导思想】", "二、工作目标", "全年读两本书。", require=("指导思想",)) == ["S003"]


def test_in_a_form_it_is_an_error(rules_by_id):
    assert rules_by_id["K003"].severity_in_forms == "error"


FORM = ("form 姓名*, 学科*, 备注", "姓名 | 王珂")


def test_what_is_left_in_a_field_is_told_once_with_its_name(answers_said, case_on):
    lines = (*FORM, "学科 | 语文 【待填：学科】")
    answer = case_on(*lines).answers.by_field["学科"]
    left = replace(answer, left="【待填：学科】")
    (one,) = answers_said("K003", lines, left)
    assert one.message == "学科: left to be filled in: 【待填：学科】"
    assert one.location == replace(answer.location, section="学科")


def test_a_field_that_holds_nothing_else_is_told_as_blank(form_said):
    found = form_said("K", *FORM, "学科 | 【待填：学科】")
    (rule,) = {one.rule for one in found}
    assert rule in ("K002", "K003")     # whichever, once
    assert len(found) == 1
