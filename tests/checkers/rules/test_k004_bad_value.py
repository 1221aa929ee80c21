"""K004: what means nothing in its field, or is out of bounds."""

from dataclasses import replace

import pytest

from plans.masking import masked_all


def lines(field, value):
    label = field.split("*")[0].split(":")[0]
    return (f"form 姓名*, {field}", "姓名 | 王珂", f"{label} | {value}")


@pytest.mark.parametrize(("field", "value"), [
    ("出生年月*:month", "1985.06"), ("班主任年限*:integer", "8"), ("身份证号:id-number", "990101198506150020"),
    ("特色:longtext>=5", "从一日常规抓起"), ("电话:phone", "")])
def test_what_is_good_is_let_be(form_said, field, value):
    assert form_said("K004", *lines(field, value)) == []


@pytest.mark.parametrize(("field", "value", "expected"), [
    ("出生年月*:month", "六月", "a month with its year"), ("班主任年限*:integer", "很多年", "a whole number"),
    ("身份证号:id-number", "99010119850615002", "an ID card number"),
    ("身份证号:id-number", "990101198506150021", "they do not fit together"),
    ("电话:phone", "13800000001、13800000002", "leave one number; 2 stand there"),
    ("电话:phone", "见名片", "a mobile number")])
def test_what_means_nothing_is_told_with_what_is_expected(form_said, field, value, expected):
    (one,) = form_said("K004", *lines(field, value))
    assert value in one.message
    assert expected in one.fix
    assert (one.severity, one.location.row, one.location.column) == ("error", 3 - 1, 2)


def test_what_is_out_of_bounds_says_the_bounds(form_said):
    (one,) = form_said("K004", *lines("特色:longtext>=30", "从一日常规抓起"))
    assert one.message == "特色: characters: 7; at least 30 are asked for"
    (one,) = form_said("K004", *lines("人数*:integer>=3", "2"))
    assert one.message == "人数: 2 is out of bounds; at least 3 are asked for"


def test_a_cell_of_a_table_is_told_with_its_row(form_said):
    (one,) = form_said("K004", "form 姓名*, 经历*:table 起始*:month/班级*", "姓名 | 王珂", "经历 |",
                       "起始 | 班级", "2019年9月 | 1班", "去年 | 2班")
    assert one.message == "经历, row 2, 起始: 去年 is not understood"


@pytest.mark.parametrize(("field", "value", "shown"), [
    ("身份证号:id-number", "990101198506150021", "990***********0021"),
    ("电话:phone", "1380000000", "******0000")])
def test_a_number_is_hidden_though_it_is_mistyped(form_said, field, value, shown):
    (one,) = form_said("K004", *lines(field, value))
    hidden = masked_all(one)
    assert shown in hidden.message
    assert value not in repr(hidden)


def test_points_above_those_that_a_row_may_get_are_told(form_said, case_on):
    told = ("form 评分*:table 项目/满分:integer/得分:integer", "评分 | | ", "项目 | 满分 | 得分", "备课 | 5 | 6",
            "听课 | 5 | 5")
    case = case_on(*told)
    answer = case.answers.by_field["评分"]
    columns = tuple(replace(one, limit="满分") if one.name == "得分" else one
                    for one in answer.field.columns)
    table = replace(answer, field=replace(answer.field, columns=columns))
    (one,) = form_said("K004", *told, answers=replace(case.answers, by_field={"评分": table}))
    assert one.message == "评分, row 1, 得分: 6 is more than the 5 points that it may get"
