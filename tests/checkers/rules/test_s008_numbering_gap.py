"""S008: headings whose numbers skip or repeat."""

import pytest

TEXT = "全年研读专著两本，写随笔四篇，每学期听课十节。"


def plan(*headings):
    return ["江城实验学校计划", *(line for heading in headings for line in (heading, TEXT))]


@pytest.mark.parametrize("headings", [
    ("一、指导思想", "二、工作目标", "三、工作措施"),
    ("一、指导思想", "（一）意义", "（二）要求", "二、工作目标", "（一）教师", "（二）学生"),
    ("1.指导思想", "2.工作目标", "3.工作措施")], ids=lambda headings: headings[-1])
def test_numbers_that_go_on_are_let_be(said, headings):
    assert "S008" not in said(*plan(*headings), require=("指导思想",))


def test_lists_that_begin_anew_under_parts_are_let_be(said):
    assert "S008" not in said(*plan("第一部分 德育工作", "一、工作目标", "二、工作措施", "第二部分 教学工作",
                                    "一、工作目标", "二、工作措施"), require=("工作目标",))


def test_a_number_that_is_glued_to_a_text_is_there(said):
    lines = plan("一、指导思想", "二、工作目标", "四、组织领导")
    lines[4] = f"{TEXT}三、工作措施：每两个月召开一次例会。"
    assert "S008" not in said(*lines, require=("指导思想",))


def test_a_skipped_number_is_told_where_it_is_missing(finding):
    one = finding("S008", *plan("一、指导思想", "二、工作目标", "四、工作措施"), require=("指导思想",))
    assert "二、工作目标" in one.message
    assert one.location.quote == "四、工作措施"


def test_a_number_that_stands_twice_is_told(finding):
    one = finding("S008", *plan("一、指导思想", "二、工作目标", "二、工作措施", "三、组织领导"),
                  require=("指导思想",))
    assert one.location.quote == "二、工作措施"


def test_a_gap_in_an_annex_is_told_there(finding):
    one = finding("S008", *plan("一、指导思想", "二、工作目标"), "附件1", "考核细则",
                  *plan("一、总则", "二、考核内容", "四、结果运用")[1:], require=("指导思想",))
    assert one.location.part == "annex-1"


def test_a_list_that_begins_anew_with_items_that_are_no_headings_is_let_be(said):
    month = ("1.围绕：；生结班师》（：流", "2.每位成员0《…{校《）动。结读书》　”研", "3.围绕检·")
    assert "S008" not in said("江城实验学校月度工作清单", "二月份：", *month, "五月份：", *month,
                              "六月份：", "读书交流，写随笔一篇。", require=("指导思想",))
