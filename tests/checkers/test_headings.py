"""Which lines are headings: what must not be one first, then the forms that must be."""

import pytest

from checkers.document import Look, Paragraph

TEXT = "立足本校实际，把每件小事落到班级里和学生身上，一步一步地做，每月回头看一看。"
NAMES = ["指导思想", "工作目标", "工作措施", "组织领导"]
FOUND = [f"1 {name}" for name in NAMES]

QUIET = {
    "clauses of a code": [
        "班主任守则", "一、热爱学生，尊重家长，不说伤人的话。", "二、按时到会，认真记录，会后落实到班级。",
        "三、坚持家访，每学期不少于十次，做好记录。", "四、以身作则，要求学生做到的自己先做到。"],
    "short clauses": ["班规", "一、按时到校，不迟到早退。", "二、认真听讲，积极发言。",
                      "三、爱护公物，节约用水。"],
    "clauses of three words": ["班规", "一、按时到校", "二、认真听讲", "三、爱护公物"],
    "articles": ["管理办法", "第一条 为加强管理，制定本办法。", "第二条 本办法适用于全体班主任。",
                 "第三条 班主任的职责：", "（一）做好班级管理。", "（二）做好家校联系。",
                 "第四条 本办法由德育处负责解释。"],
    "a list of what a plan must hold": [
        "撰写说明", "计划应当包括：", "（1）指导思想；", "（2）工作目标；", "（3）工作措施；", "（4）组织领导。"],
    "questions": ["检查表", "1.工作目标是否明确？", "2.工作措施是否得力？", "3.组织领导是否到位？"],
    "whole-bold prose": [Paragraph(TEXT, look=Look(bold=True)), Paragraph(TEXT, look=Look(bold=True))],
    "a signature": ["工作计划", TEXT, Paragraph("江城实验学校德育处", look=Look(right=True, bold=True)),
                    Paragraph("2026年3月1日", look=Look(right=True, bold=True))],
    "topics in prose": ["工作计划", "根据工作目标和工作措施的要求，加强组织领导，" + TEXT],
    "a numbered sentence": ["工作计划", "一、工作目标要明确，工作措施要得力，组织领导要到位。", TEXT],
    "firstly and secondly": ["工作计划", "一是工作目标清楚。", "二是工作措施具体。", "三是组织领导有力。"],
    "months": ["工作安排", "三月份：制定计划。", "四月份：听课评课。"],
    "a line of a contents list": [
        Paragraph("一、指导思想", toc=True), Paragraph("二、工作目标", toc=True)],
    "nothing at all": [],
}


@pytest.mark.parametrize("lines", QUIET.values(), ids=QUIET)
def test_what_is_no_heading_is_none(headings, lines):
    assert headings(*lines) == []


FORMS = {
    "一、": "一、 二、 三、 四、", "一.": "一. 二. 三. 四.", "一．": "一． 二． 三． 四．",
    "a blank": "一_ 二_ 三_ 四_", "壹、": "壹、 贰、 叁、 肆、", "一，": "一， 二， 三， 四，",
    "第一章": "第一章_ 第二章_ 第三章_ 第四章_", "第一部分": "第一部分： 第二部分： 第三部分： 第四部分：",
    "第一节": "第一节 第二节 第三节 第四节", "（一）": "（一） （二） （三） （四）", "(一)": "(一) (二) (三) (四)",
    "㈠": "㈠ ㈡ ㈢ ㈣", "一）": "一） 二） 三） 四）", "1、": "1、 2、 3、 4、", "1.": "1. 2. 3. 4.",
    "１、": "１、 ２、 ３、 ４、", "（1）": "（1） （2） （3） （4）", "①": "① ② ③ ④", "l、": "l、 2、 3、 4、",
    "1.1": "1.1_ 1.2_ 1.3_ 1.4_", "A、": "A、 B、 C、 D、", "Ⅰ、": "Ⅰ、 Ⅱ、 Ⅲ、 Ⅳ、",
    "mixed stops": "一、 二. 三． 四_", "a number left out": "一、 二、 四、 五、",
    "a number twice": "一、 二、 二、 三、", "all the same": "一、 一、 一、 一、", "none": "",
}


@pytest.mark.parametrize("forms", FORMS.values(), ids=FORMS)
def test_a_heading_is_seen_whatever_its_number(headings, plan, forms):
    assert headings(*plan(forms=forms)) == FOUND


@pytest.mark.parametrize("end", ["：", ":", "。", "；", "，", " "])
def test_a_heading_is_seen_whatever_it_ends_in(headings, plan, end):
    assert headings(*plan(end=end)) == FOUND


@pytest.mark.parametrize("between", ["：", "。", " ", "　　", "\n"])
def test_text_run_in_is_cut_off(outline, plan, between):
    found = outline(*plan(run_in=between)).main.headings
    assert [(one.title, one.run_in, len(one.body) > 20) for one in found] == [
        (name, True, True) for name in NAMES]


def test_the_text_of_a_run_in_heading_is_shown_without_its_body(outline, plan):
    assert outline(*plan(run_in="：")).main.headings[0].text == "一、指导思想："


def test_text_run_in_without_numbers_is_cut_off(headings, plan):
    assert headings(*plan(forms="", run_in="：")) == FOUND


def test_names_in_lenticular_brackets_head_their_text(headings, plan):
    assert headings(*plan(*(f"【{name}】" for name in NAMES), forms="", run_in="")) == FOUND


def test_letters_spread_out_are_drawn_together(headings, plan):
    assert headings(*plan(*(" ".join(name) for name in NAMES))) == FOUND


def test_names_that_nobody_knows_are_headings_when_numbered(headings, plan):
    assert headings(*plan("读什么书", "怎样听课", "写些什么", "谁来负责")) == [
        "1 读什么书", "1 怎样听课", "1 写些什么", "1 谁来负责"]


def test_bold_lines_of_a_known_name_are_headings(headings, bold):
    assert headings("工作计划", *(line for name in NAMES for line in (bold(name), TEXT))) == FOUND


def test_styled_lines_without_numbers_are_headings(headings):
    assert headings("工作计划", Paragraph("读书", outline=1), TEXT, Paragraph("写作", outline=1),
                    TEXT) == ["1 读书", "1 写作"]


def test_styles_on_the_wrong_levels_do_not_count_where_numbers_do(headings):
    lines = [Paragraph("工作计划", outline=1, look=Look(centred=True))]
    for number, level, name in zip("一二三四", (2, 1, 3, None), NAMES, strict=True):
        lines += [Paragraph(f"{number}、{name}", outline=level), TEXT]
    assert headings(*lines) == FOUND


def test_a_heading_style_on_all_text_makes_no_headings_of_it(headings, plan):
    assert headings(*(Paragraph(line, outline=1) for line in plan())) == FOUND


def test_all_text_in_bold_makes_no_headings_of_it(headings, bold, plan):
    assert headings(*map(bold, plan())) == FOUND


def test_automatic_and_typed_numbers_go_together(headings):
    assert headings("工作计划", Paragraph("指导思想", number="一、"), TEXT, "二、工作目标", TEXT,
                    Paragraph("工作措施", number="三、"), TEXT, "四、组织领导", TEXT) == FOUND


def test_a_number_typed_beside_the_automatic_one_is_taken_off(headings):
    assert headings("工作计划", Paragraph("一、指导思想", number="一、"), TEXT,
                    Paragraph("二、工作目标", number="二、"), TEXT) == FOUND[:2]


def test_headings_under_headings_are_a_level_down(headings):
    assert headings("计划", "一、工作目标", "（一）总体目标", TEXT, "（二）具体目标", "1.读书目标", TEXT,
                    "2.写作目标", TEXT, "二、工作措施", "1.加强学习", TEXT, "2.加强研究", TEXT) == [
        "1 工作目标", "2 总体目标", "2 具体目标", "3 读书目标", "3 写作目标", "1 工作措施",
        "2 加强学习", "2 加强研究"]


def test_parts_are_a_level_above_the_sections_in_them(headings):
    assert headings("计划", "第一部分 总则", "一、指导思想", TEXT, "二、工作目标", TEXT,
                    "第二部分 实施", "一、工作措施", TEXT, "二、组织领导", TEXT) == [
        "1 总则", "2 指导思想", "2 工作目标", "1 实施", "2 工作措施", "2 组织领导"]


@pytest.mark.parametrize("items", [
    ("1、读书两本。", "2、写随笔四篇。"), ("（1）读书；", "（2）写作。"), ("一是读书两本。", "二是写随笔。"),
    ("①读书", "②写作"), ("第一，读书。", "第二，写作。")])
def test_items_under_a_heading_are_none(headings, items):
    assert headings("计划", "一、指导思想", TEXT, "二、工作目标", *items, "三、工作措施", TEXT) == FOUND[:3]


def test_items_numbered_like_the_headings_above_them_do_not_end_them(missing):
    lines = ["计划", "1、指导思想", TEXT, "2、工作目标", "1、每人读书两本。", "2、每人写随笔四篇。",
             "3、工作措施", "1、每月开一次例会。", "2、每学期听课十节。", "4、组织领导", TEXT]
    assert missing(*lines, require=tuple(NAMES)) == []


def test_short_items_with_their_text_run_in_are_headings(headings):
    assert headings("计划", "一、规章制度", "1、学习制度：每学期读一本书。", "2、课题制度：材料按时归档。",
                    "二、其他", TEXT) == ["1 规章制度", "2 学习制度", "2 课题制度", "1 其他"]


def test_a_heading_over_a_table_is_one(headings, table):
    assert headings("计划", "一、工作安排", table("月份 工作", "三月 例会")) == ["1 工作安排"]


def test_headings_of_a_text_box_count(headings):
    assert headings("计划", Paragraph("一、指导思想", source="text-box"), TEXT,
                    Paragraph("二、工作目标", source="text-box"), TEXT) == FOUND[:2]


def test_hard_wrapped_lines_do_not_hide_the_next_heading(headings):
    assert headings("计划", "一、指导思想", "立足本校实际，把每件小事落到班级里，一步", "一步地做。",
                    "二、工作目标", "每人读书两本，", "写随笔四篇。") == FOUND[:2]


def test_chapters_of_a_code_are_headings_and_its_articles_are_none(headings):
    assert headings("工作室章程", "第一章 总则", "第一条 " + TEXT, "第二条 " + TEXT, "第二章 组织机构",
                    "第三条 " + TEXT, "第三章 附则", "第四条 " + TEXT) == [
        "1 总则", "1 组织机构", "1 附则"]


def test_the_points_of_a_notice_are_headings(headings):
    assert headings("关于召开会议的通知", "各年级组：", "有关事项通知如下：", "一、时间：3月5日下午",
                    "二、地点：三楼会议室", "三、要求：准时参加，带笔记本", "德育处", "2026年3月1日") == [
        "1 时间", "1 地点", "1 要求"]


def test_each_heading_says_why(outline, plan):
    assert all(one.reasons and 0.5 <= one.confidence <= 1 for one in outline(*plan()).main.headings)


def test_capital_numbers_stand_above_plain_ones_that_begin_anew(headings):
    assert headings(
        "友善校園推動計畫", "壹、依據", "教育部函辦理。", "貳、實施方式", "一、教育宣導", "(一)班級經營", "導師每月談一次話。",
        "(二)主題宣導", "開學第一週訂為宣導週。", "二、關懷輔導", "教師每人認輔一名學生。", "参、預期效益", "學生樂於到校，師生相處融洽。") == [
            "1 依據", "1 實施方式", "2 教育宣導", "3 班級經營", "3 主題宣導", "2 關懷輔導",
            "1 預期效益"]


@pytest.mark.parametrize("greeting", ["王珂老师：", "尊敬的各位家长：", "李主任：", "老师们、同学们："])
def test_whom_a_paper_addresses_is_no_heading(headings, greeting):
    assert headings("退回通知", greeting, "您交来的工作计划已经看过，请按下面所列修改后再交。") == []


@pytest.mark.parametrize("numbers", [
    ("模块一　", "模块二　", "模块三　"), ("活动一：", "活动二：", "活动三："), ("第一、", "第二、", "第三、")])
def test_modules_are_headings_of_a_list_of_their_own(headings, numbers):
    titles = ("走进教室", "走近学生", "面对家长")
    lines = [line for number, title in zip(numbers, titles, strict=True)
             for line in (number + title, "每月安排一次，由主持人带领，结束后一周内写出随笔。")]
    assert headings("研修计划", "一、研修内容", *lines, "二、研修要求", "按时参加，认真记录，及时上交。") == [
        "1 研修内容", *(f"2 {title}" for title in titles), "1 研修要求"]


@pytest.mark.parametrize("line", ["说明：", "備註：", "这些数字提醒我们："])
def test_what_only_leads_to_the_next_line_is_no_heading(headings, line):
    assert headings("工作计划", "一、工作目标", "每人读书两本。", line,
                    "日期有变动的，由德育处提前一周通知各班。") == ["1 工作目标"]
