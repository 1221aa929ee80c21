"""S007: headings that may be a required section."""

import pytest

TEXT = "全年研读专著两本，写随笔四篇，每学期听课十节。"


@pytest.mark.parametrize("title", ["工作目标", "保障措施", "主要任务", "活动安排", "存在问题"])
def test_what_is_surely_something_else_is_no_question(said, title):
    assert "S007" not in said("计划", f"一、{title}", TEXT, require=("规章制度", "工作目标"))


def test_a_heading_that_serves_another_section_is_no_question(said):
    assert said("计划", "一、工作目标", TEXT, require=("工作目标", "班级目标栏")) == ["S001"]


def test_a_word_in_common_is_no_question(said):
    assert said("计划", "一、班级新闻", TEXT, require=("班级公约",)) == ["S001"]


def test_a_near_name_is_a_question_and_neither_there_nor_missing(check):
    found = check("计划", "一、灌溉流程", TEXT, require=("实施步骤",))
    assert (found.status, [one.rule for one in found.findings],
            [one.state for one in found.requirements]) == ("review", ["S007"], ["uncertain"])


def test_the_line_to_add_to_the_names_is_told(finding):
    found = finding("S007", "计划", "一、灌溉流程", TEXT, require=("实施步骤",))
    assert "topics: {实施步骤: {also: [灌溉流程]}}" in found.fix
