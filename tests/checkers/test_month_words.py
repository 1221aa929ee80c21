"""Month words at the start of a line or cell."""

import pytest

from checkers.month_words import month_line


@pytest.mark.parametrize("text", [
    "每月一次例会", "每月：例会一次", "3月5日学雷锋", "3月5日：学雷锋", "三月五日，植树", "三月是读书月",
    "三月读书活动方案见附件。", "6月底前上交总结", "5月中旬召开会议", "一月一次例会", "十月革命", "二月二，龙抬头",
    "13月：无", "0月：无", "本月：例会", "当月完成", "月份", "3个月：完成一项", "三个月内完成", "第三个月：总结",
    "2014年工作安排", "三、读书", "3、读书", "12 人参加", "各月份工作安排", "", "正月十五"])
def test_what_only_speaks_of_months_is_no_month_line(text):
    assert month_line(text) is None


LINES = {
    "三月份：制定计划": [3], "3月份：制定计划": [3], "三月：制定计划": [3], "3月:制定计划": [3], "三月": [3],
    "3月份": [3], "03月：听课": [3], "１２月：总结": [12], "十二月份：总结": [12], "十一月：论文": [11],
    "元月份：考试": [1], "2026年元月：考试": [1], "2014年3月：计划": [3], "2014年3月": [3],
    "二〇一四年三月：计划": [3], "三 月：计划": [3], "三月 份：计划": [3], "3 月 份 计划": [3],
    "三月、制定计划": [3], "三月，制定计划": [3], "三月 制定计划": [3], "三月　制定计划": [3], "三月——制定计划": [3],
    "三月份工作：计划": [3], "三月份工作安排": [3], "三月重点工作：计划": [3], "三月（学雷锋月）：植树": [3],
    "【三月】制定计划": [3], "（三月）制定计划": [3],
    "（一）三月份": [3], "一、三月份": [3], "1、三月：计划": [3], "1.三月份 计划": [3], "2、3月：计划": [2, 3],
    "1、3月：计划": [3], "7、8月份：假期": [7, 8], "七、八月份：假期": [7, 8], "7月、8月：假期": [7, 8],
    "3-4月：听课": [3, 4], "3—4月：听课": [3, 4], "三月至五月：听课": [3, 4, 5], "3月～5月：听课": [3, 4, 5],
    "九月——一月：学习": [9, 10, 11, 12, 1], "9月-1月：学习": [9, 10, 11, 12, 1],
    "2025年11月-2026年1月：学习": [11, 12, 1], "9月1日-9月30日：开学": [9],
    "9月1日—11月30日：学习": [9, 10, 11], "3月上旬：计划": [3], "3月下旬 听课": [3], "3月底：小结": [3],
    "3、6、9、12月：例会": [3, 6, 9, 12],
}


@pytest.mark.parametrize(("text", "numbers"), LINES.items())
def test_a_month_line_is_read(text, numbers):
    assert list(month_line(text).numbers) == numbers


@pytest.mark.parametrize("text", [
    "三月份：制定计划", "三月 制定计划", "三月——制定计划", "【三月】制定计划", "1、三月：制定计划",
    "三月份工作：制定计划", "三月（学雷锋月）：制定计划", "三月（制定计划）"])
def test_the_tasks_follow_on_the_line(text):
    assert month_line(text).tasks == "制定计划"


@pytest.mark.parametrize("text", ["三月份：", "三月", "三月份工作安排：", "三月（第1—4周）", "三月　"])
def test_a_month_alone_has_no_tasks(text):
    assert month_line(text).tasks == ""


@pytest.mark.parametrize(("text", "year"), [
    ("2014年3月：计划", 2014), ("二〇一四年三月：计划", 2014), ("三月：2014年的计划", None)])
def test_a_year_before_the_month_is_read(text, year):
    assert month_line(text).year == year


def test_tasks_with_numbers_of_their_own_stay_whole():
    assert month_line("四月份：1、落实计划；2、听课").tasks == "1、落实计划；2、听课"
