"""Tables that are the frame of a text, and tables that are none."""

import pytest

from checkers.document import Cell, Paragraph, Table

TEXT = "立足本校实际，把每件小事落到班级里和学生身上，一步一步地做，每月回头看一看。"
PLAN = ("一、指导思想", TEXT, "二、工作目标", TEXT, "三、工作措施", TEXT)
FOUND = ["1 指导思想", "1 工作目标", "1 工作措施"]


def cell(*lines, row=1, column=1, tables=()):
    return Cell(row, column, 1, tuple(
        Paragraph(text, table=1, row=row, column=column) for text in lines), tables)


def rows_of(*rows):
    """A table of cells that hold one paragraph, or a tuple of them."""
    return Table(tuple(tuple(
        cell(*([text] if isinstance(text, str) else text), row=at, column=column)
        for column, text in enumerate(row, 1)) for at, row in enumerate(rows, 1)))


OTHER_TABLES = {
    "months with numbered tasks": rows_of(
        ["三月", ("一、制定计划：" + TEXT, "二、召开例会：" + TEXT)],
        ["四月", ("一、听课评课：" + TEXT, "二、读书交流：" + TEXT)]),
    "criteria of an assessment": rows_of(
        ["一级指标", "二级指标", "分值"], ["一、总体要求", "（一）领导有力", "5"],
        ["二、工作室成员", "（一）人员组成", "5"], ["三、建设实践", "（一）建设模式", "10"]),
    "a form": rows_of(["姓名", "王珂", "性别", "女"], ["单位", "江城实验学校", "职务", "教师"],
                      ["工作业绩", ""]),
    "one box of a form": rows_of(["姓名", "王珂"], ["主要成绩", TEXT * 3]),
    "a list of persons": rows_of(["序号", "姓名", "分工"], ["一、", "王珂", "组长"], ["二、", "李想", "组员"]),
}


@pytest.mark.parametrize("table", OTHER_TABLES.values(), ids=OTHER_TABLES)
def test_other_tables_hold_no_headings(headings, table):
    assert headings("工作计划", table) == []


def test_a_plan_in_one_large_cell_is_read(headings):
    assert headings("工作计划", rows_of([PLAN])) == FOUND


def test_a_plan_with_a_row_for_each_paragraph_is_read(headings):
    assert headings("工作计划", rows_of(*([text] for text in PLAN))) == FOUND


def test_a_large_cell_under_a_few_small_ones_is_read(headings):
    head = ["学校", "江城实验学校", "年度", "2026"]
    assert headings("工作计划", rows_of(head, [PLAN])) == FOUND


@pytest.mark.parametrize("labels", [
    ("指导思想", "工作目标", "工作措施"), ("一、指导思想", "二、工作目标", "三、工作措施"),
    (("指导", "思想"), ("工作", "目标"), ("工作", "措施"))])
def test_names_in_the_first_column_head_the_text_beside_them(missing, labels):
    table = rows_of(*([label, TEXT] for label in labels))
    assert missing("工作计划表", table, require=("指导思想", "工作目标", "工作措施")) == []


def test_a_section_that_is_not_in_the_frame_is_missing(missing):
    assert missing("工作计划", rows_of([PLAN[:4]]), require=("工作目标", "工作措施")) == ["工作措施"]


def test_a_blank_box_beside_a_name_is_empty(check):
    table = rows_of(["指导思想", TEXT], ["工作目标", TEXT], ["一、组织领导", ""])
    found = check("工作计划表", table, require=("工作目标", "组织领导"))
    assert found.status == "fail"


def test_a_month_table_within_the_frame_is_read(months):
    inner = rows_of(["月份", "工作"], ["三月", "计划"], ["四月", "听课"])
    table = Table(((cell(*PLAN, "四、工作安排", tables=(inner,)),),))
    assert months("工作计划", table) == [3, 4]


def test_months_written_within_the_frame_are_read(months):
    assert months("工作计划", rows_of([(*PLAN, "四、工作安排", "三月份：计划。", "四月份：听课。")])) == [3, 4]


def test_a_frame_is_counted_as_a_table(outline):
    assert outline("工作计划", rows_of([PLAN]), "文字", rows_of(["甲", "乙"])).tables() >= 1


def test_a_heading_in_a_frame_says_which_cell(check):
    found = check("计划", rows_of([("一、指导思想", "二、工作目标", *PLAN[3:])]), require=("指导思想",))
    place = found.findings[0].location
    assert (found.findings[0].rule, place.table, place.row, place.column) == ("S003", 1, 1, 1)


def spread(*cells):
    """A row of (text, width) cells; ^ goes on with the cell above, lines of a cell are a tuple."""
    column, made = 1, []
    for content, width in cells:
        lines = (content,) if isinstance(content, str) else content
        made.append(Cell(0, column, width, () if content in ("", "^") else tuple(
            Paragraph(text) for text in lines), covered=content == "^"))
        column += width
    return made


def table_of(*rows):
    return Table(tuple(tuple(
        Cell(at, one.column, one.width, tuple(
            Paragraph(line.text, table=1, row=at, column=one.column) for line in one.paragraphs),
            covered=one.covered) for one in row) for at, row in enumerate(rows, 1)))


def levels(outline, *blocks):
    return [f"{one.level} {one.title}" for one in outline(*blocks).main.headings]


def test_names_over_their_text_head_it(outline):
    table = table_of(*(spread((text, 2)) for text in (
        "指导思想", TEXT, "工作目标", TEXT, "工作措施", TEXT)))
    assert levels(outline, "工作计划表", table) == FOUND


def test_two_names_side_by_side_each_head_the_text_below(check):
    table = table_of(spread(("指导思想", 1), ("工作目标", 1)), spread((TEXT, 1), ("", 1)),
                     spread(("工作措施", 2)), spread((TEXT, 2)))
    found = check("工作计划表", table, require=("指导思想", "工作目标", "工作措施")).requirements
    assert [one.state for one in found] == ["met", "empty", "met"]


def test_a_name_that_is_merged_down_holds_the_names_beside_it(outline):
    table = table_of(spread(("目标", 1), ("总体目标", 1), (TEXT, 1)),
                     spread(("^", 1), ("具体目标", 1), (TEXT, 1)),
                     spread(("工作措施", 1), (TEXT, 2)))
    assert levels(outline, "工作计划表", table) == ["1 目标", "2 总体目标", "2 具体目标", "1 工作措施"]


def test_two_pairs_in_a_row_are_both_read(missing):
    table = table_of(spread(("指导思想", 1), (TEXT, 1), ("工作目标", 1), (TEXT, 1)),
                     spread(("工作措施", 1), (TEXT, 3)))
    assert missing("工作计划表", table, require=("指导思想", "工作目标", "工作措施")) == []


def test_what_stands_beside_other_names_does_not_fill_a_blank_box(check):
    table = table_of(spread(("指导思想", 1), (TEXT, 1)), spread(("工作目标", 1), ("", 1)),
                     spread(("学校意见", 1), ("同意。", 1)), spread(("工作措施", 1), (TEXT, 1)))
    found = check("工作计划表", table, require=("指导思想", "工作目标", "工作措施"))
    assert [one.state for one in found.requirements] == ["met", "empty", "met"]


def test_the_fields_at_the_top_are_no_sections(outline):
    table = table_of(spread(("学校", 1), ("江城实验学校", 1), ("姓名", 1), ("王珂", 1)),
                     spread(("指导思想", 1), (TEXT, 3)), spread(("工作目标", 1), (TEXT, 3)))
    assert levels(outline, "工作计划表", table) == FOUND[:2]


def test_numbered_headings_in_a_cell_stand_under_its_name(outline):
    table = table_of(spread(("指导思想", 1), (TEXT, 1)),
                     spread(("工作措施", 1), ((f"（一）固定学习日。{TEXT}", f"（二）建好资源库。{TEXT}"), 1)))
    assert levels(outline, "工作计划表", table) == [
        "1 指导思想", "1 工作措施", "2 固定学习日", "2 建好资源库"]


def test_names_under_a_heading_are_a_level_below_it(outline):
    table = table_of(spread(("基础分析", 1), (TEXT, 1)), spread(("工作目标", 1), (TEXT, 1)))
    assert levels(outline, "工作计划", "一、建设规划", table, "二、经费预算", TEXT) == [
        "1 建设规划", "2 基础分析", "2 工作目标", "1 经费预算"]


def test_months_beside_a_name_are_a_schedule(outline):
    table = table_of(spread(("指导思想", 1), (TEXT, 2)), spread(("工作措施", 1), (TEXT, 2)),
                     spread(("月度安排", 1), ("三月", 1), ("制定计划", 1)),
                     spread(("^", 1), ("四月", 1), ("听课评课", 1)),
                     spread(("^", 1), ("五月", 1), ("总结", 1)))
    assert [one.month for one in outline("工作计划表", table).main.months] == [3, 4, 5]


def test_a_note_in_brackets_is_no_part_of_the_name(missing):
    table = table_of(spread((("工作目标", "（200字以内）"), 1), (TEXT, 1)), spread(("工作措施", 1), (TEXT, 1)))
    assert missing("工作计划表", table, require=("工作目标", "工作措施")) == []


def test_a_plan_in_one_large_cell_without_numbers_is_read(headings):
    summary = ("班级基本情况：", TEXT, "主要做法：", TEXT, "存在的不足和今后打算：", TEXT)
    head = ["姓名", "王珂", "班级", "七（2）班"]
    assert headings("班主任工作总结表", rows_of(head, [summary])) == [
        "1 班级基本情况", "1 主要做法", "1 存在的不足和今后打算"]


def test_names_side_by_side_head_the_texts_below_them(outline):
    found = outline("读书节活动方案", rows_of(
        ["活动目标", "活动内容", "参与对象"], [TEXT, TEXT[5:], TEXT[8:]], ["经费保障", TEXT])).main
    assert [(one.level, one.title) for one in found.headings] == [
        (1, "活动目标"), (1, "活动内容"), (1, "参与对象"), (1, "经费保障")]
    heads = [one.row for one in found.headings]
    assert [found.rows[row + 1].text for row in heads] == [TEXT, TEXT[5:], TEXT[8:], TEXT]


def test_names_over_several_rows_of_texts_are_those_of_columns(headings):
    assert headings("读书节活动方案", rows_of(
        ["活动目标", "活动内容", "参与对象"], *[[TEXT, TEXT[5:], TEXT[8:]]] * 2)) == []
