"""S001: required sections that are not there."""

import pytest

TEXT = "立足本校实际，把每件小事落到班级里和学生身上，一步一步地做。"
NAMES = ("指导思想", "工作目标", "工作措施", "组织领导")


@pytest.mark.parametrize("forms", [
    "一、 二、 三、 四、", "（一） （二） （三） （四）", "1. 2. 3. 4.", "第一章_ 第二章_ 第三章_ 第四章_", ""])
def test_a_section_that_is_there_is_not_missing(missing, plan, forms):
    assert missing(*plan(forms=forms), require=NAMES) == []


@pytest.mark.parametrize("between", ["：", "。", "　"])
def test_a_section_with_its_text_run_in_is_not_missing(missing, plan, between):
    assert missing(*plan(run_in=between), require=NAMES) == []


@pytest.mark.parametrize("name", ["主要工作目标与任务", "学校德育工作目标", "奋斗目标", "目标", "总体目标",
                                  "工作目標", "明确工作目标", "一年的工作目标"])
def test_a_section_under_another_name_is_not_missing(missing, plan, name):
    assert missing(*plan("指导思想", name), require=("工作目标",)) == []


def test_a_section_that_is_not_required_is_not_missing(missing, research):
    assert missing("名班主任工作室工作计划", kind="studio-annual-plan") == [
        "指导思想", "工作目标", "工作措施", "规章制度"]


def test_an_empty_section_is_not_missing_as_well(said, research):
    assert said(*research(具体目标=[])) == ["S003"]


@pytest.mark.parametrize("name", NAMES)
def test_a_section_that_was_cut_out_is_missing(missing, plan, name):
    kept = [one for one in NAMES if one != name]
    assert missing(*plan(*kept), require=NAMES) == [name]


@pytest.mark.parametrize("line", [
    "根据工作目标开展工作，按工作目标检查，工作目标要人人清楚。", "1.工作目标是否明确？", "附件：工作目标",
    "本计划包括指导思想、工作目标、工作措施。", "（工作目标见后）", "第一条 工作目标由各组自行拟定并报办公室。"])
def test_a_name_in_the_text_is_no_section(missing, line):
    assert missing("计划", "一、指导思想", line, TEXT, require=("工作目标",)) == ["工作目标"]


def test_a_section_of_an_annex_does_not_make_up_for_it(missing):
    assert missing("计划", "一、指导思想", TEXT, "附件1", "细则", "一、工作目标", TEXT,
                   require=("工作目标",)) == ["工作目标"]


@pytest.mark.parametrize("title", ["保障措施", "奖励措施", "安全措施"])
def test_a_sister_section_does_not_make_up_for_it(missing, plan, title):
    assert missing(*plan("指导思想", title), require=("工作措施",)) == ["工作措施"]


def test_the_section_is_named_and_how_to_mend_it(finding, research):
    found = finding("S001", *research(具体目标=None))
    assert (found.message, found.fix) == (
        "the section “具体目标” is missing",
        "add a heading “具体目标” and write the section under it")


def test_a_plan_in_one_large_cell_misses_nothing(missing):
    from checkers.document import Cell, Paragraph, Table

    cell = Cell(1, 1, 1, tuple(Paragraph(text, table=1, row=1, column=1) for text in (
        "一、指导思想", TEXT, "二、工作目标", TEXT)))
    assert missing("工作计划", Table(((cell,),)), require=("指导思想", "工作目标")) == []
