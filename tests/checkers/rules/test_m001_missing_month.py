"""M001: months that are not in the schedule."""

import pytest

PERIOD = "2014-03/2014-06"
WHOLE = {"三月份": "计划", "四月份": "听课", "五月份": "交流", "六月份": "小结"}


def lines(*names):
    return ["各月份工作安排", *(f"{name}：{WHOLE.get(name, '听课')}。" for name in names)]


def test_a_whole_period_is_let_be(said):
    assert said(*lines(*WHOLE), period=PERIOD) == []


@pytest.mark.parametrize("text", ["四、五月份：听课。", "4-5月：听课。", "四月至五月：听课。", "4月1日-5月30日：听课。"])
def test_a_range_or_a_list_of_months_fills_the_period(said, text):
    assert said("各月份工作安排", "三月份：计划。", text, "六月份：小结。", period=PERIOD) == []


def test_a_term_over_the_turn_of_the_year_is_let_be(said):
    months = [f"{month}月：听课。" for month in (9, 10, 11, 12, 1)]
    assert said("2025-2026学年第一学期各月份工作安排", *months, period="2025-09/2026-01") == []


def test_numbered_months_fill_the_period(said):
    months = [f"{number}、{name}：听课。" for number, name in enumerate(WHOLE, 1)]
    assert said("各月份工作安排", *months, period=PERIOD) == []


def test_a_table_fills_the_period(said, table):
    assert said("各月份工作安排", table("季度 月份 工作", "春季 三月 计划", "^ 四月 听课", "^ 五月 交流",
                                  "夏季 六月 小结"), period=PERIOD) == []


def test_a_plan_without_a_schedule_is_not_asked_for_months(said):
    assert said("计划", "一、工作目标", "读书。", require=("工作目标",), period=PERIOD) == []


def test_a_schedule_without_gaps_and_period_is_let_be(said):
    assert said(*lines("三月份", "四月份", "五月份")) == []


def test_a_missing_section_is_told_once(said, research):
    assert said(*research(**{"2014年各月份工作安排": None}), kind="school-research-plan",
                period=PERIOD) == ["S001"]


def test_a_missing_month_is_an_error(check):
    found = check(*lines("三月份", "四月份", "六月份"), period=PERIOD).findings
    assert [(one.rule, one.severity) for one in found] == [("M001", "error")]


@pytest.mark.parametrize("left_out", WHOLE)
def test_each_month_of_the_period_is_missed(finding, left_out):
    names = [name for name in WHOLE if name != left_out]
    found = finding("M001", *lines(*names), period=PERIOD)
    assert found.message.endswith(left_out.removesuffix("份"))


def test_without_a_period_a_gap_is_a_warning(check):
    found = check(*lines("三月份", "四月份", "六月份")).findings
    assert [(one.rule, one.severity) for one in found] == [("M001", "warning")]


def test_the_period_that_the_document_gives_counts(check):
    found = check("各月份工作安排", "（2014年3月—6月）", *lines("三月份", "四月份", "五月份")[1:]).findings
    assert [(one.rule, one.severity) for one in found] == [("M001", "error")]


def test_the_period_that_is_given_goes_before_that_of_the_document(said):
    assert said("各月份工作安排", "（2014年3月—6月）", *lines("三月份", "四月份", "五月份")[1:],
                period="2014-03/2014-05") == []


def test_a_schedule_without_any_month_is_told(said, research):
    lines = research(**{"2014年各月份工作安排": ["各项工作按学校统一部署进行。"]})
    assert said(*lines, kind="school-research-plan") == ["M001"]


def test_months_of_another_year_do_not_fill_the_period(said):
    found = said("2013年各月份工作安排", *lines(*WHOLE)[1:], period=PERIOD)
    assert "M003" in found
