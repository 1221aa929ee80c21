"""Where the main text ends and the annexes begin."""

import pytest

from checkers.document import Look, Paragraph

MAIN = ("江城实验学校建设方案", "一、指导思想", "立足本校实际。", "二、工作目标", "三年建成四个工作室。")
SIGNED = ("江城实验学校", "2026年3月1日")


@pytest.fixture
def parts(document):
    return lambda *lines: [(part.name, part.title) for part in document(*lines).parts]


@pytest.mark.parametrize("line", [
    "附件", "附件：", "附件：申报表", "附件1：申报表", "附：各月份安排", "附件：1.申报条件"])
def test_a_list_of_annexes_under_the_text_is_no_annex(parts, line):
    assert parts(*MAIN, line, *SIGNED) == [("main", "")]


def test_a_list_of_several_annexes_is_none(parts):
    assert parts(*MAIN, "附件：1.申报条件", "2.考核细则", "3.申报表", *SIGNED) == [("main", "")]


def test_annexes_listed_one_a_line_are_none(parts):
    assert parts(*MAIN, "附件1：申报条件", "附件2：考核细则", *SIGNED) == [("main", "")]


def test_an_annex_spoken_of_is_none(parts):
    assert parts(*MAIN, "附件材料由各系部统一收齐，按时报送到办公室。", *SIGNED) == [("main", "")]


def test_a_line_that_is_only_annex_begins_one(parts):
    assert parts(*MAIN, *SIGNED, "附件1", "申报条件", "一、在岗班主任。") == [
        ("main", ""), ("annex-1", "申报条件")]


@pytest.mark.parametrize("label", ["附件一", "附 件 1", "附件1：", "附件:", "附件", "附表1", "附錄一"])
def test_the_label_may_be_written_in_many_ways(parts, label):
    assert parts(*MAIN, *SIGNED, label, "申报条件", "一、在岗班主任。")[1:] == [("annex-1", "申报条件")]


def test_two_annexes_are_two_parts(parts):
    assert [name for name, _ in parts(*MAIN, "附件1", "申报条件", "一、在岗。", "附件2", "考核细则",
                                      "一、领导有力。")] == ["main", "annex-1", "annex-2"]


def test_a_label_that_is_repeated_on_the_next_page_begins_no_second_annex(parts):
    assert [name for name, _ in parts(*MAIN, "附件1", "申报条件", "一、在岗。", "附件1", "二、满六年。",
                                      "三、中级职称。")] == ["main", "annex-1"]


def test_an_announced_annex_begins_at_its_title_even_without_its_label(parts):
    assert [name for name, _ in parts(
        *MAIN, "附件1：申报条件", "附件2：考核细则", *SIGNED, "附件1", "申报条件", "一、在岗班主任。",
        "考核细则", "一、领导有力。")] == ["main", "annex-1", "annex-2"]


def test_a_label_with_its_title_on_a_new_page_begins_an_annex(parts):
    assert parts(*MAIN, Paragraph("附件1：申报条件", look=Look(page_break=True)),
                 "一、在岗班主任。")[1:] == [("annex-1", "申报条件")]


def test_paragraphs_are_counted_anew_in_an_annex(document):
    part = document(*MAIN, "附件1", "申报条件", "一、在岗班主任。").parts[1]
    assert [one.paragraph for one in part.paragraphs()] == [1, 2, 3]


def test_tables_are_counted_anew_in_an_annex(document, table):
    main, annex = document(table("月份 工作"), *MAIN, "附件1", "申报表", table("姓名 单位")).parts
    assert ([one.table for one in main.tables()], [one.table for one in annex.tables()]) == ([1], [1])


def test_the_cells_of_an_annex_know_their_part(document, table):
    annex = document(*MAIN, "附件1", "申报表", table("姓名 单位")).parts[1]
    assert next(annex.tables()).rows[0][0].paragraphs[0].part == "annex-1"


def test_a_section_of_an_annex_is_none_of_the_plan(missing):
    lines = (*MAIN, *SIGNED, "附件1", "工作措施细则", "一、工作措施", "每两个月开一次例会。")
    assert missing(*lines, require=("指导思想", "工作措施")) == ["工作措施"]


def test_a_name_in_a_list_of_annexes_is_no_section(missing):
    lines = (*MAIN, "附件：1.工作措施", "2.组织领导", *SIGNED)
    assert missing(*lines, require=("工作措施", "组织领导")) == ["工作措施", "组织领导"]


def test_a_signature_is_no_text_of_the_last_section(said):
    lines = (*MAIN[:4], "附件：1.申报条件", "2.考核细则", *SIGNED)
    assert said(*lines, require=("工作目标",)) == ["S003"]
