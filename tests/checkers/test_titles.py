"""The title of a document."""

import pytest

from checkers.document import Look, Paragraph

BODY = ("一、指导思想", "立足本校实际，把每件小事落到班级里和学生身上，一步一步地做。")


def test_a_numbered_heading_is_no_title(outline):
    assert outline(*BODY).title == ""


@pytest.mark.parametrize("heading", ["指导思想", "工作目标", "基本情况", "组织领导"])
def test_the_first_section_of_a_plan_without_title_or_numbers_is_no_title(outline, heading):
    found = outline(heading, BODY[1], "工作措施", BODY[1])
    assert (found.title, found.main.headings[0].title) == ("", heading)


def test_a_date_is_no_title(outline):
    assert outline("2026年3月1日", *BODY).title == ""


def test_a_sentence_is_no_title(outline):
    assert outline("为做好班主任工作，特制定本计划。", *BODY).title == ""


def test_the_first_month_of_a_schedule_is_no_title(outline):
    assert outline("三月份 制定计划", "四月份 听课", "五月份 总结").title == ""


def test_the_path_of_a_web_page_is_no_title(outline):
    found = outline("首页 > 范文 > 工作计划", "小学班主任工作计划", "2020-01-05 19:45", *BODY)
    assert found.title == "小学班主任工作计划"


def test_notices_of_a_web_page_are_no_title(outline):
    found = outline("班主任工作计划", "- 1、下载前请先在线预览。", "- 2、如有问题请联系客服。",
                    "林晓班主任工作室工作计划", *BODY)
    assert found.title in ("班主任工作计划", "林晓班主任工作室工作计划")


def test_the_first_line_is_the_title(outline):
    assert outline("江城实验学校2026年工作计划", *BODY).title == "江城实验学校2026年工作计划"


def test_a_centred_line_under_the_school_name_goes_with_it(outline):
    look = Look(centred=True, size=22)
    found = outline(Paragraph("江城实验学校", look=look), Paragraph("2026年工作计划", look=look), *BODY)
    assert found.title == "江城实验学校2026年工作计划"


def test_what_stands_under_the_title_in_small_print_does_not_go_with_it(outline):
    found = outline(Paragraph("江城实验学校工作计划", look=Look(centred=True, size=22)),
                    Paragraph("（2026年3月—12月）", look=Look(centred=True, size=12)), *BODY)
    assert found.title == "江城实验学校工作计划"


def test_a_title_in_traditional_characters_is_one(outline):
    assert outline("棠梨小學校本研修計畫", *BODY).title == "棠梨小學校本研修計畫"


def test_a_title_is_no_heading(headings):
    assert headings(Paragraph("工作计划", outline=1, look=Look(centred=True)), *BODY) == ["1 指导思想"]
