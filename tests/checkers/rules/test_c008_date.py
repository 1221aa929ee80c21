"""C008: dates that are not, and days of the week that are others."""

import pytest

PLAN = ("江城实验学校2026年计划", "一、指导思想")


@pytest.mark.parametrize("text", [
    "2月29日前交计划。", "2024年2月29日交计划。", "2026年3月2日（星期一）开例会。", "3月2日（周三）开例会。",
    "2026年3月1日（周日）返校。", "2026年3月1日(星期天)返校。", "12月31日、1月1日放假。", "2026年11月日程见附表。"])
def test_dates_that_are_right_or_cannot_be_told_are_let_be(said, text):
    assert "C008" not in said(*PLAN, text, require=("指导思想",))


@pytest.mark.parametrize("text", ["2月30日前交计划。", "2025年2月29日交计划。", "6月31日前完成。", "13月5日总结。"])
def test_a_date_that_there_is_not_is_told(finding, text):
    one = finding("C008", *PLAN, text, require=("指导思想",))
    assert (one.severity, one.location.quote) == ("warning", text)


def test_another_day_of_the_week_is_told_with_the_right_one(finding):
    one = finding("C008", *PLAN, "2026年3月2日（星期三）开例会。", require=("指导思想",))
    assert "星期一" in one.message


def test_a_date_in_a_table_is_looked_at_too(finding, table):
    assert finding("C008", *PLAN, table("时间 内容", "2月30日 例会"), require=("指导思想",))


def test_a_date_that_stands_often_is_told_once(said):
    assert said(*PLAN, "2月30日交计划。", "2月30日开会。", require=("指导思想",)).count("C008") == 1
