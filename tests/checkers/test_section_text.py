"""What stands under a heading, and when a section is empty."""

import pytest

from checkers.document import Look, Paragraph
from checkers.section_text import is_empty, section_text
from checkers.words import has_words

SIGNED = ("江城实验学校", "2026年3月1日")


@pytest.fixture
def text(outline):
    def of(*lines, number=0):
        part = outline(*lines).main
        return list(section_text(part, part.headings[number]))
    return of


@pytest.fixture
def empty(outline):
    """The titles of the sections that are empty."""
    def of(*lines):
        part = outline(*lines).main
        return [one.title for one in part.headings if is_empty(part, one)]
    return of


@pytest.mark.parametrize("body", [
    ["以人为本。"], ["读书"], ["1、读书"], ["（1）读书", "（2）写作"], ["详见各月安排表"],
    ["（一）总体目标", "做好每件小事。"], ["五月前完成开题，六月交稿。"], ["以人为本，", "一步一步地做"],
])
def test_a_section_that_says_something_is_not_empty(empty, body):
    assert empty("计划", "一、工作目标", *body, "二、工作措施", "开例会。") == []


@pytest.mark.parametrize("body", [
    ["读书两本，写作一篇。"], ["全年读书两本"], ["1、读书", "2、写作"], ["三月：读书", "四月：写作"],
    ["每两个月开一次例会，会后交笔记", "每学期听课十节"]])
@pytest.mark.parametrize("end", [(), SIGNED, ("2026年3月1日",), ("班主任：王珂", "2026.3.1")])
def test_the_last_section_is_not_taken_for_a_signature(empty, body, end):
    assert empty("计划", "一、工作目标", "读书。", "二、工作措施", *body, *end) == []


@pytest.mark.parametrize("body", ["成立工作小组", "听课、评课", "读书会"])
def test_a_last_line_like_a_unit_is_text_where_a_unit_signs(empty, body):
    assert empty("计划", "一、工作目标", "读书。", "二、工作措施", body, *SIGNED) == []


def test_text_run_in_is_text(empty):
    assert empty("计划", "一、工作目标：全年读书两本。", "二、工作措施：每月开一次例会。") == []


def test_a_table_is_text(empty, table):
    assert empty("计划", "一、工作目标", table("项目 数量", "读书 两本"), "二、措施", "开例会。") == []


@pytest.mark.parametrize("body", [
    [], [""], ["   ", "　"], ["【待填：工作目标】"], ["________"], ["……"], ["×××"], ["【待填：写明数量】", "____"]])
def test_a_section_that_says_nothing_is_empty(empty, body):
    assert empty("计划", "一、工作目标", *body, "二、工作措施", "开例会。") == ["工作目标"]


def test_a_table_of_blank_cells_is_none(empty, table):
    assert empty("计划", "一、工作目标", table("- -", "- -"), "二、工作措施", "开例会。") == ["工作目标"]


def test_headings_alone_are_no_text(empty):
    assert empty("计划", "一、工作目标", "（一）总体目标", "（二）具体目标", "二、工作措施", "开例会。") == [
        "工作目标", "总体目标", "具体目标"]


@pytest.mark.parametrize("end", [
    SIGNED, ("德育处", "2026.3.1"), ("班主任：王珂", "2026年3月"), ("江城实验学校",), ("二〇二六年三月一日",),
    ("2026年3月制定",), ("附件：1.申报表", *SIGNED), ("附件：申报表", *SIGNED),
    ("江城市第三中学", "王珂名班主任工作室", "2026年3月1日"),
    (Paragraph("王珂", look=Look(right=True)),)])
def test_a_signature_does_not_fill_the_last_section(empty, end):
    assert empty("计划", "一、工作目标", "读书。", "二、工作措施", *end) == ["工作措施"]


def test_text_ends_at_the_next_heading_of_the_level(text):
    assert text("计划", "一、工作目标", "读书。", "写作。", "二、工作措施", "开例会。") == ["读书。", "写作。"]


def test_text_of_sub_sections_belongs_to_the_section(text):
    assert text("计划", "一、工作目标", "（一）总体目标", "读书。", "（二）具体目标", "写作。",
                "二、工作措施", "开例会。") == ["读书。", "写作。"]


@pytest.mark.parametrize("nothing", ["", " 　", "____", "＿＿", "【待填：目标】", "…", "——", "××"])
def test_what_is_to_be_filled_in_has_no_words(nothing):
    assert not has_words(nothing)


@pytest.mark.parametrize("something", ["无", "3", "【通知】开会", "A"])
def test_what_is_written_has_words(something):
    assert has_words(something)
