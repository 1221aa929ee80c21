"""S003: headings without text."""

import pytest


@pytest.mark.parametrize("body", [
    ["读书。"], ["1、读书", "2、写作"], ["（一）读书", "两本。"], ["无"], ["一是读书；二是写作。"]])
def test_a_section_with_text_is_let_be(said, research, body):
    assert said(*research(具体目标=body)) == []


def test_a_section_of_sub_headings_in_bold_is_let_be(said, bold):
    text = "立足本校实际，把每件小事落到班级里和学生身上，一步一步地做。"
    assert said("计划", "一、指导思想", text, "二、工作措施", bold("理论学习"), text, bold("课题研究"), text,
                require=("指导思想", "工作措施")) == []


def test_a_section_with_a_table_is_let_be(said, research, table):
    lines = research()
    at = lines.index("三、具体目标")
    assert said(*lines[:at + 1], table("项目 数量", "读书 两本"), *lines[at + 2:]) == []


@pytest.mark.parametrize("body", [[], [" "], ["【待填：具体目标】"], ["______"]])
def test_a_section_without_text_is_told(check, research, body):
    found = check(*research(具体目标=body)).findings
    assert [(one.rule, one.severity, one.location.section) for one in found] == [
        ("S003", "error", "三、具体目标")]


def test_a_signature_is_no_text(said):
    assert said("计划", "一、指导思想", "立足本校。", "二、工作目标", "江城实验学校", "2026年3月1日",
                require=("指导思想", "工作目标")) == ["S003"]


def test_sub_headings_are_no_text(said):
    assert said("计划", "一、工作目标", "（一）总体目标", "（二）具体目标", "二、工作措施", "开例会。",
                require=("工作目标",)) == ["S003"]


def test_the_hint_of_the_form_is_no_text(said, research):
    assert said(*research(总体目标=["这一年全校教师研修要达到的总要求"])) == ["S003"]
