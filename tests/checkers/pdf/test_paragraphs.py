"""Lines on paper become the paragraphs that were typed."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checkers.document import Paragraph
from checkers.pdf import read_pdf

LONG = ("各年级班主任每月末把本班的活动照片、家访记录和学生作品整理成册，交德育处统一存放，"
        "学期结束时由工作室成员分组翻阅，从中挑选出可以在全校介绍的做法。")
PLAN = ["一、指导思想", LONG, "（一）学习制度", LONG + LONG,
        "1.制定规划。负责人每学期初列出要读的书。", "2.交流心得。" + LONG, "二、工作措施", LONG * 3,
        "（1）每两周集中一次", "①地点在三楼会议室"]


def texts(data: bytes) -> list[str]:
    return [block.text for block in read_pdf(data).blocks if isinstance(block, Paragraph)]


def test_a_short_line_stands_alone(paper: Callable[..., Any]) -> None:
    assert texts(paper().column(["一、指导思想", "二、工作目标"], 80).pdf()) == [
        "一、指导思想", "二、工作目标"]


def test_indented_paragraphs_come_back_as_typed(typeset: Callable[..., bytes]) -> None:
    assert texts(typeset(PLAN)) == PLAN


def test_paragraphs_without_indents_come_back_as_typed(typeset: Callable[..., bytes]) -> None:
    assert texts(typeset(PLAN, indent=0)) == PLAN


def test_paragraphs_set_apart_by_space_come_back_as_typed(typeset: Callable[..., bytes]) -> None:
    full = ["满" * 37, "字" * 37, LONG * 2, "行" * 37]
    assert texts(typeset(full, indent=0, space=10)) == full


def test_a_full_line_that_ends_in_a_full_stop_does_not_end_an_indented_paragraph(
        typeset: Callable[..., bytes]) -> None:
    first_line = "字" * 34 + "。"       # the indent and 35 characters
    plan = [first_line + "接着写" * 20 + "。", LONG]
    assert texts(typeset(plan)) == plan


def test_a_paragraph_that_fills_its_last_line_ends_where_the_next_is_indented(
        typeset: Callable[..., bytes]) -> None:
    plan = ["字" * 35, LONG, "字" * 35, "行" * 35, LONG]
    assert texts(typeset(plan)) == plan


def test_a_number_after_a_full_sentence_starts_a_paragraph_where_nothing_is_indented(
        typeset: Callable[..., bytes]) -> None:
    plan = [LONG + LONG, "句" * 36 + "。", "二、工作目标", LONG]
    assert texts(typeset(plan, indent=0)) == plan


def test_a_number_inside_a_sentence_starts_nothing(typeset: Callable[..., bytes]) -> None:
    plan = ["各班" * 17 + "第二、" + "三、四年级的学生在操场集合。" + LONG]
    assert texts(typeset(plan, indent=0)) == plan


def test_a_paragraph_runs_over_the_page_end_and_its_page_number(
        paper: Callable[..., Any]) -> None:
    drawn = paper().column(["　　" + "春" * 35, *["夏" * 37] * 30], 80)
    drawn.write("— 1 —", 805, 270).turn_page()
    data = drawn.column(["秋" * 37, "冬天到了。", "　　另一段从这里写起。"], 80).write(
        "— 2 —", 805, 270).pdf()
    assert texts(data) == ["春" * 35 + "夏" * 37 * 30 + "秋" * 37 + "冬天到了。",
                           "另一段从这里写起。"]


def test_latin_words_are_joined_with_a_blank_and_chinese_ones_without(
        word: Callable[[], Any], printed: Callable[[Any], bytes]) -> None:
    document = word()
    mixed = "本学期共读 How to Listen so that Your Pupils Will Talk 一书，" * 5 + "写下笔记。"
    document.add_paragraph(mixed).paragraph_format.first_line_indent = Pt(24)
    document.add_paragraph(LONG).paragraph_format.first_line_indent = Pt(24)
    assert texts(printed(document)) == [mixed, LONG]


def test_a_number_broken_at_the_line_end_is_put_together(paper: Callable[..., Any]) -> None:
    data = paper().column(["　　" + "教" * 34 + "20", "26年" + "再" * 35, "完了。"], 80).pdf()
    assert texts(data) == ["教" * 34 + "2026年" + "再" * 35 + "完了。"]


def test_another_size_starts_a_paragraph(paper: Callable[..., Any]) -> None:
    data = paper().write("关" * 28, 80, size=16).column(["字" * 37, "字" * 37, "完。"], 110).pdf()
    assert texts(data) == ["关" * 28, "字" * 74 + "完。"]


def test_the_gap_after_a_number_is_closed(paper: Callable[..., Any]) -> None:
    data = paper().write("1.", 80).write("制定规划", 80, 110).write("第一章", 110).write(
        "总则", 110, 130).pdf()
    assert texts(data) == ["1.制定规划", "第一章 总则"]


def test_a_hanging_indent_continues_its_item(paper: Callable[..., Any]) -> None:
    drawn = paper()
    for step in range(3):
        y = 80 + step * 60
        drawn.write("1.", y).write("项" * 35, y, 96).write("目" * 35, y + 20, 96).write(
            "完。", y + 40, 96)
    assert texts(drawn.pdf()) == ["1." + "项" * 35 + "目" * 35 + "完。"] * 3


def test_a_number_too_wide_for_its_tab_still_has_a_hanging_indent(
        paper: Callable[..., Any]) -> None:
    drawn = paper()
    for step in range(3):
        y = 80 + step * 40
        drawn.write(f"1{step}.", y).write("项" * 34, y, 108).write("目" * 36, y + 20, 88)
    assert texts(drawn.pdf()) == [f"1{step}." + "项" * 34 + "目" * 36 for step in range(3)]


def test_paragraphs_are_counted_and_know_their_page(typeset: Callable[..., bytes]) -> None:
    found = list(read_pdf(typeset([LONG] * 60)).blocks)
    assert [block.paragraph for block in found if isinstance(block, Paragraph)] == list(
        range(1, 61))
    pages = [block.page or 0 for block in found]
    assert pages[0] == 1
    assert pages[-1] > 3
    assert all(after - before in (0, 1) for before, after in pairwise(pages))


def test_a_plan_printed_from_word_comes_back_as_typed(
        word: Callable[[], Any], printed: Callable[[Any], bytes]) -> None:
    document = word()
    plan = PLAN * 4
    for text in plan:
        document.add_paragraph(text).paragraph_format.first_line_indent = Pt(24)
    data = printed(document)
    assert texts(data) == plan
    assert (read_pdf(data).pages or 0) >= 3


@pytest.mark.parametrize("alignment", [WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.JUSTIFY])
def test_a_flush_plan_without_space_printed_from_word_comes_back_as_typed(
        alignment: Any, word: Callable[[], Any], printed: Callable[[Any], bytes]) -> None:
    document = word()
    document.styles["Normal"].paragraph_format.space_after = Pt(0)
    for text in PLAN * 3:
        document.add_paragraph(text).alignment = alignment
    assert texts(printed(document)) == PLAN * 3


def test_automatic_numbers_come_out_as_text(
        word: Callable[[], Any], printed: Callable[[Any], bytes]) -> None:
    document = word()
    for title in ("制定规划", "交流心得"):
        document.add_paragraph(title, style="List Number")
    assert texts(printed(document)) == ["1.制定规划", "2.交流心得"]


_INNER = "工作室成员每学期读书交流研讨班级管理课题记录三四七月第，。、；：（）《》“”"
_PARAGRAPHS = st.tuples(
    st.text(_INNER, min_size=4, max_size=198) | st.sampled_from([34, 35, 36, 71, 72, 108]).flatmap(
        lambda length: st.text(_INNER, min_size=length, max_size=length)),
    st.sampled_from("学班。"), st.sampled_from(["", "三、", "（二）"])).map(
        lambda made: made[2] + made[0] + made[1])


@settings(max_examples=40, deadline=None,
          suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(st.lists(_PARAGRAPHS, min_size=1, max_size=12))
def test_any_indented_paragraphs_come_back(
        typeset: Callable[..., bytes], paragraphs: list[str]) -> None:
    plan = [LONG, *paragraphs]          # one surely of several lines, so that the edges can be told
    assert texts(typeset(plan)) == plan


def flush(*lines: str) -> list[str]:
    """Lines of 37 characters where they are said to be full, under one that surely is."""
    return ["满" * 37, *lines]


FULL = "句" * 36 + "。"


def test_a_clause_after_a_full_stop_at_the_line_end_goes_on(paper: Callable[..., Any]) -> None:
    for rest in ("每人写一篇心得，学期末交流。", "校长、主任分工负责。", "3月5日起执行。"):
        assert texts(paper().column(["满" * 37, FULL, rest], 80).pdf()) == ["满" * 37 + FULL + rest]


@pytest.mark.parametrize("line", [
    "江城实验学校", "三月份：制定计划。", "附件2：成员名单", "2026年3月：公开课"])
def test_words_that_begin_something_begin_a_paragraph_after_a_full_stop(
        line: str, paper: Callable[..., Any]) -> None:
    drawn = paper().column([*flush(FULL), line], 80)
    assert texts(drawn.pdf()) == ["满" * 37 + FULL, line]


def test_labels_begin_paragraphs_where_the_one_before_has_one_too(
        paper: Callable[..., Any]) -> None:
    first = "优势：" + "成" * 33 + "。"
    assert texts(paper().column(["满" * 37, "完。", first, "短板：时间难统一。"], 80).pdf()) == [
        "满" * 37 + "完。", first, "短板：时间难统一。"]


def test_a_short_line_with_a_colon_is_a_heading_where_headings_have_one(
        paper: Callable[..., Any]) -> None:
    lines = ["班级情况：", "满" * 37, "完。", "工作目标：", FULL, "家校同行：", "每周一次。"]
    assert "家校同行：" in texts(paper().column(lines, 80).pdf())
    without = ["班级情况", "满" * 37, "完。", "工作目标", FULL, "具体如下：", "每周一次。"]
    assert FULL + "具体如下：" in texts(paper().column(without, 80).pdf())


def test_lines_at_the_right_are_paragraphs_of_their_own(paper: Callable[..., Any]) -> None:
    drawn = paper().column(["　　" + "教" * 35, "学" * 37, "完。"], 80)
    drawn.canvas.drawRightString(516, 842 - 160, "松岭中学")
    drawn.canvas.drawRightString(516, 842 - 180, "2026年3月9日")
    assert texts(drawn.pdf())[-2:] == ["松岭中学", "2026年3月9日"]


def test_a_line_in_bold_after_a_full_one_begins_a_paragraph(paper: Callable[..., Any]) -> None:
    drawn = paper().column(["满" * 37, "字" * 37], 80)
    drawn.write("工作要求", 120).write("工作要求", 120, 72.3).write("按时上交。", 140)
    assert texts(drawn.pdf()) == ["满" * 37 + "字" * 37, "工作要求", "按时上交。"]


def test_a_dash_drawn_as_one_sign_is_two_characters(raw_pdf: Callable[..., bytes]) -> None:
    drawn = "BT /F 12 Tf 72 700 Td (xay) Tj ET"
    table = ("/CIDInit /ProcSet findresource begin begincmap /CMapName /X def "
             "1 begincodespacerange <00> <FF> endcodespacerange "
             "3 beginbfchar <61> <20142014> <78> <6708> <79> <8D70> endbfchar endcmap end")
    data = raw_pdf(
        "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[4 0 R]/Count 1>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/FirstChar 97/LastChar 121/Widths["
        f"2000{' 1000' * 24}]/ToUnicode 6 0 R>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R"
        "/Resources<</Font<</F 3 0 R>>>>>>",
        f"<</Length {len(drawn)}>>\nstream\n{drawn}\nendstream",
        f"<</Length {len(table)}>>\nstream\n{table}\nendstream")
    assert texts(data) == ["月——走"]


def test_characters_placed_one_by_one_with_bare_blanks_between_are_a_word(
        paper: Callable[..., Any]) -> None:
    drawn = paper()
    for step, char in enumerate("指导思想和目标"):
        drawn.write(char, 80, 72 + 12 * step).write(" ", 80, 84 + 12 * step)
    assert texts(drawn.pdf()) == ["指导思想和目标"]


def test_blanks_that_were_typed_between_characters_stay(paper: Callable[..., Any]) -> None:
    assert texts(paper().write("工 作 计 划", 80).pdf()) == ["工 作 计 划"]


def test_raised_and_lowered_characters_stay_in_their_line(paper: Callable[..., Any]) -> None:
    drawn = paper().write("操场三百m", 80).write("2", 74, 126, 7).write("，见注", 80, 131)
    drawn.write("①", 74, 167, 7).write("。", 80, 174).write("甲", 110).write("2", 114, 84, 7)
    assert texts(drawn.pdf()) == ["操场三百m2，见注①。", "甲2"]


def test_small_print_under_a_large_title_is_a_line_of_its_own(paper: Callable[..., Any]) -> None:
    drawn = paper().write("工作计划", 80, 200, 26).write("（征求意见稿）", 100, 210, 9)
    assert texts(drawn.pdf()) == ["工作计划", "（征求意见稿）"]


def test_soft_hyphens_and_ligatures_are_as_typed(paper: Callable[..., Any]) -> None:
    assert texts(paper().write("read\u00ading of ﬁve books", 80).pdf()) == ["reading of five books"]


def test_landscape_pages_have_edges_of_their_own(paper: Callable[..., Any]) -> None:
    drawn = paper().column(["　　" + "教" * 35, *["学" * 37] * 4, "完。"], 80).turn_page()
    drawn.canvas.setPageSize((842, 595))
    for step, line in enumerate(["　　" + "宽" * 55, *["横" * 57] * 4, "完了。"]):
        drawn.canvas.setFont("STSong-Light", 12)
        drawn.canvas.drawString(72, 500 - 20 * step, line)
    assert texts(drawn.pdf()) == ["教" * 35 + "学" * 37 * 4 + "完。",
                                  "宽" * 55 + "横" * 57 * 4 + "完了。"]


def test_a_hanging_indent_near_the_first_line_indent_continues_its_item(
        paper: Callable[..., Any]) -> None:
    drawn = paper().column(["　　" + "教" * 35, *["学" * 37] * 6, "完。"], 80)
    for y in (300, 340):
        drawn.write("1.", y, 90).write("项" * 34, y, 102).write("完。", y + 20, 102)
    assert texts(drawn.pdf())[1:] == ["1." + "项" * 34 + "完。"] * 2


def test_a_month_after_a_full_stop_begins_a_paragraph_beside_indented_ones(
        paper: Callable[..., Any]) -> None:
    drawn = paper().column(["　　" + "教" * 35, *["学" * 37] * 3, FULL, "六月：总结。"], 80)
    assert texts(drawn.pdf())[-1] == "六月：总结。"
    prose = paper().column(["　　" + "教" * 35, *["学" * 37] * 3, FULL, "六月，各班总结。"], 80)
    assert len(texts(prose.pdf())) == 1


def test_a_numbered_heading_after_a_full_stop_begins_a_paragraph_beside_indented_ones(
        paper: Callable[..., Any]) -> None:
    lines = ["　　一、" + "教" * 33, "学" * 37, "　　二、" + "教" * 33, FULL]
    assert texts(paper().column([*lines, "三、推进步骤"], 80).pdf())[-1] == "三、推进步骤"
    assert len(texts(paper().column([*lines, "三、四项由各班自定。"], 80).pdf())) == 2


def test_a_line_whose_characters_are_set_apart_ends_a_paragraph(
        paper: Callable[..., Any]) -> None:
    drawn = paper().column(["满" * 37, "满" * 37], 80)
    for step, char in enumerate("写心得。"):
        drawn.write(char, 120, 72 + 144 * step)
    drawn.write("学" * 37, 140).write("完。", 160)
    assert texts(drawn.pdf()) == ["满" * 74 + "写心得。", "学" * 37 + "完。"]


def test_a_slightly_smaller_line_under_a_title_is_none_of_it(paper: Callable[..., Any]) -> None:
    drawn = paper().write("青岚市江畔中学名班主任工作室三年建设规划方案", 80, 96, 18)
    drawn.write("（二〇二六年一月）", 106, 220, 16).column(["学" * 37] * 3, 140)
    assert texts(drawn.pdf())[1] == "（二〇二六年一月）"
