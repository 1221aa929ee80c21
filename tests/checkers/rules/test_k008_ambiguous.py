"""K008: what says two things, or may be read in two ways."""

from dataclasses import replace

import pytest

from checkers.answers import BESIDE, DIFFERS, MOVED, PART, TWICE, UNCLEAR, Doubt
from checkers.findings import Location
from plans.kinds import Spans
from plans.masking import masked_all

FORM = ("form 姓名*, 班主任年限*:integer, 申报日期:date, 经历*:table 起始*:month/终止:month",
        "姓名 | 王珂", "申报日期 | 2026年3月20日")
SPANS = Spans("班主任年限", "经历", "起始", "终止", "申报日期")


@pytest.fixture
def years(form_said, case_on):
    def of(number, *rows):
        lines = (*FORM, f"班主任年限 | {number}", "经历 |", "起始 | 终止", *rows)
        return form_said("K008", *lines, kind=replace(case_on(*lines).kind, spans=(SPANS,)))
    return of


@pytest.mark.parametrize(("number", "rows"), [
    ("6", ["2017年9月 | 2020年6月", "2020年9月 | 2023年8月"]),
    ("8", ["2017年9月 | "]), ("9", ["2017年9月 | "]),
    ("3", ["2018年1月 | 2020年12月", "2019年1月 | 2019年12月"]),
    ("9", ["去年 | 2020年6月"]), ("好几", ["2017年9月 | 2020年6月"])])
def test_years_that_go_together_or_cannot_be_read_are_let_be(years, number, rows):
    assert years(number, *rows) == []


def test_years_that_rows_do_not_add_up_to_are_a_question(years):
    (one,) = years("9", "2017年9月 | 2020年8月", "2020年9月 | 2022年8月")
    assert one.message == "班主任年限: 9, but the rows of 经历 add up to 5"
    assert (one.severity, one.review, one.location.quote) == ("warning", True, "9")


@pytest.mark.parametrize(("type_", "other", "words"), [
    (DIFFERS, "数学", "学科: here 语文, elsewhere 数学"),
    (TWICE, "数学", "学科 stands in the form twice: 语文, 数学"),
    (BESIDE, "语文", "学科: 语文 is written beside its box"),
    (MOVED, "语文", "学科: 语文 does not stand where the form has its place"),
    (PART, "教语文的", "学科: taken for 语文, but “教语文的” stands there"),
    (UNCLEAR, "语 | 文", "学科: “语 | 文” may be read in two ways")])
def test_each_doubt_is_told(answers_said, case_on, type_, other, words):
    lines = ("form 姓名*, 学科*", "姓名 | 王珂", "学科 | 语文")
    answer = replace(case_on(*lines).answers.by_field["学科"], doubts=(Doubt(type_, other),))
    (one,) = answers_said("K008", lines, answer)
    assert (one.message, one.severity, one.review) == (words, "warning", True)


def test_the_other_place_is_told(answers_said, case_on):
    lines = ("form 姓名*, 学科*", "姓名 | 王珂", "学科 | 语文")
    doubt = Doubt(DIFFERS, "数学", Location(quote="任教学科：数学"))
    answer = replace(case_on(*lines).answers.by_field["学科"], doubts=(doubt,))
    (one,) = answers_said("K008", lines, answer)
    assert one.message == "学科: here 语文, in “任教学科：数学” 数学"


def test_both_numbers_of_a_person_are_hidden(answers_said, case_on):
    lines = ("form 姓名*, 证号*:id-number", "姓名 | 王珂", "证号 | 990101198506150020")
    doubt = Doubt(TWICE, "990101198506150099")
    answer = replace(case_on(*lines).answers.by_field["证号"], doubts=(doubt,))
    (one,) = answers_said("K008", lines, answer)
    assert masked_all(one).message == (
        "证号 stands in the form twice: 990***********0020, 990***********0099")


def test_a_sum_that_is_none_is_a_question(form_said):
    lines = ("form 总分*:integer=评分.得分, 评分*:table 项目/得分:integer", "总分 | 9", "评分 |", "项目 | 得分",
             "备课 | 4", "听课 | 4")
    (one,) = form_said("K008", *lines)
    assert one.message == "总分: 9, but the rows of 评分 add up to 8"
