"""Headings that hang in another paragraph."""

import pytest

PLAN = ("江城实验学校工作计划", "一、指导思想", "立足本校，一步一步地做。", "二、工作目标", "每人读书两本。",
        "三、工作措施", "每两个月开一次例会。", "四、组织领导", "德育处负责日常事务。")


def test_a_plan_without_gaps_is_left_alone(headings):
    assert headings(*PLAN) == ["1 指导思想", "1 工作目标", "1 工作措施", "1 组织领导"]


@pytest.mark.parametrize("text", [
    "工作要抓两点：一、抓学习；二、抓研究。",
    "要做到：一、按时到会。二、认真记录。",
    "各组要一、定时间，二、定地点。",
    "会议分上午、下午两段，一、二年级先到。",
])
def test_a_count_within_a_sentence_heads_nothing(headings, text):
    assert headings("工作计划", "一、指导思想", text, "三、工作措施", "每两个月开一次例会。") == [
        "1 指导思想", "1 工作措施"]


def test_a_section_that_is_missing_stays_missing(headings):
    assert headings("工作计划", "一、指导思想", "立足本校。", "三、工作措施", "开例会。") == [
        "1 指导思想", "1 工作措施"]


def test_the_first_heading_is_cut_off_the_title(outline):
    found = outline("江城实验学校工作计划一、指导思想", *PLAN[2:])
    assert (found.title, found.main.headings[0].text) == ("江城实验学校工作计划", "一、指导思想")


def test_a_heading_is_cut_off_the_text_before_it(headings):
    glued = (*PLAN[:2], PLAN[2] + PLAN[3], *PLAN[4:])
    assert headings(*glued) == headings(*PLAN)


def test_the_last_heading_is_cut_off_the_text_before_it(headings):
    glued = (*PLAN[:6], PLAN[6] + PLAN[7], PLAN[8])
    assert headings(*glued) == headings(*PLAN)


def test_two_headings_in_a_row_are_cut_off(headings):
    glued = (PLAN[0], PLAN[1], PLAN[2] + PLAN[3], PLAN[4] + PLAN[5], *PLAN[6:])
    assert headings(*glued) == headings(*PLAN)


def test_a_plan_in_one_paragraph_is_cut_at_each_heading(outline):
    text = "".join(f"{title}：{body}" for title, body in zip(PLAN[1::2], PLAN[2::2], strict=True))
    assert [one.title for one in outline(PLAN[0], text).main.headings] == [
        "指导思想", "工作目标", "工作措施", "组织领导"]


def test_the_text_before_a_cut_belongs_to_the_section_above(said):
    glued = (*PLAN[:2], PLAN[2] + PLAN[3], *PLAN[4:])
    assert said(*glued, require=("指导思想", "工作目标")) == []


ARABIC = ("江城实验学校工作计划", "1、指导思想", "立足本校，一步一步地做。", "2、工作目标", "每人读书两本。",
          "3、工作措施", "每两个月开一次例会。", "4、组织领导", "德育处负责日常事务。")


def test_a_heading_with_digits_is_cut_off_the_text_before_it(headings):
    glued = (*ARABIC[:4], ARABIC[4] + ARABIC[5], *ARABIC[6:])
    assert headings(*glued) == headings(*ARABIC) == headings(*PLAN)


@pytest.mark.parametrize("text", ["每人读书两本。3.5小时为一次。", "每人读书两本，3、写随笔。"])
def test_digits_within_a_text_head_nothing(headings, text):
    lines = (*ARABIC[:4], text, *ARABIC[7:])
    assert headings(*lines) == ["1 指导思想", "1 工作目标", "1 组织领导"]


TEXT = "立足本校实际，把每件小事落到班级里和学生身上，每月回头看一看。"
NAMES = ("江城实验学校工作计划", "指导思想：", "立足本校，把每一件小事一步一步地做好。", "工作目标：",
         "每人读书两本，写随笔四篇，上一节公开课。", "工作措施：", "每两个月开一次例会，先听近况再谈专题。")


def test_a_name_with_a_colon_is_cut_off_where_names_are_headings(headings):
    glued = (*NAMES[:4], NAMES[4] + NAMES[5], NAMES[6])
    assert headings(*glued) == headings(*NAMES) == ["1 指导思想", "1 工作目标", "1 工作措施"]


def test_a_name_within_a_text_is_left_where_headings_bear_numbers(headings):
    lines = (*PLAN[:3], "二、工作目标", "每人读书两本。工作措施：见下文。", *PLAN[5:])
    assert headings(*lines) == headings(*PLAN)


def test_names_with_a_colon_are_cut_off_where_all_of_them_are_glued(headings):
    glued = (*NAMES[:1], TEXT + NAMES[3], NAMES[4] + NAMES[5], NAMES[6])
    assert headings(*glued) == ["1 工作目标", "1 工作措施"]


def test_a_single_name_with_a_colon_within_a_text_heads_nothing(headings):
    assert headings(NAMES[0], TEXT + "工作目标：每人读书两本。", TEXT) == []
