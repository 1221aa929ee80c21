"""K002: what was left blank."""

from dataclasses import replace

TABLE = "form 姓名*, 经历*:table 起始*:month/班级*/备注"
HEAD = (TABLE, "姓名 | 王珂 | ", "经历 | | ", "起始 | 班级 | 备注")


def test_a_field_that_may_be_blank_is_let_be(form_said):
    assert form_said("K002", "form 姓名*, 学科", "姓名 | 王珂", "学科 |") == []


def test_a_field_that_must_be_filled_in_is_told_at_its_box(form_said):
    (one,) = form_said("K002", "form 姓名*, 学科*", "姓名 | 王珂", "学科 |")
    assert (one.message, one.severity) == ("学科 is blank", "error")
    assert (one.location.table, one.location.row, one.location.column) == (1, 2, 2)
    assert one.location.section == "学科"


def test_what_the_office_fills_in_may_be_blank(form_said, case_on):
    lines = ("form 姓名*, 意见*:longtext", "姓名 | 王珂", "意见 |")
    answers = case_on(*lines).answers
    opinion = answers.by_field["意见"]
    office = replace(opinion, field=replace(opinion.field, by="office"))
    assert form_said("K002", *lines, answers=replace(
        answers, by_field=dict(answers.by_field) | {"意见": office})) == []


def test_blank_rows_of_a_table_are_spare_ones(form_said):
    assert form_said("K002", *HEAD, "2019年9月 | 19级护理1班 | ", " | | ") == []


def test_a_gap_in_a_row_is_told_with_its_row_and_column(form_said):
    (one,) = form_said("K002", *HEAD, "2019年9月 | 19级护理1班 | ", "2022年9月 | | 在任")
    assert one.message == "经历, row 2, 班级 is blank"
    assert (one.location.row, one.location.column) == (5, 2)


def test_a_table_without_rows_is_told_once(form_said):
    found = form_said("K002", *HEAD, " | | ", " | | ")
    assert [one.message for one in found] == ["经历 is blank"]


def test_many_blank_boxes_are_told_in_one_finding_at_the_first(form_said):
    found = form_said("K002", "form 姓名*, 学科*, 民族*, 班级*", "姓名 |", "学科 |", "民族 |", "班级 |")
    assert [one.message for one in found] == ["4 boxes are blank: 姓名、学科、民族、班级"]
    assert found[0].location.row == 1
