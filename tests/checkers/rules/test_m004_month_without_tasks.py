"""M004: months in which nothing is planned."""

import pytest

HEAD = ("工作计划", "五、各月份工作安排", "三月份：制定计划。")


@pytest.mark.parametrize("lines", [
    ("四月份：听课。",), ("四月份：", "1、听课。"), ("四月份", "听课评课。"), ("四月份：无",), ("四月（听课月）",),
    ("四月份：", "（1）听课；", "（2）评课。"), ("四月份工作：听课。",)])
def test_a_month_with_tasks_is_let_be(said, lines):
    assert "M004" not in said(*HEAD, *lines, "五月份：小结。")


def test_a_merged_month_has_the_tasks_of_all_its_rows(said, table):
    assert "M004" not in said("计划", table("月份 工作", "三月 -", "^ 计划", "四月 听课"))


def test_two_months_in_a_line_share_their_tasks(said):
    assert "M004" not in said(*HEAD, "四、五月份：听课。")


@pytest.mark.parametrize("lines", [
    ("四月份：", "五月份：小结。"), ("四月份", "五月份：小结。"), ("四月份：【待填：四月份的工作】",), ("四月份：____",),
    ("四月份：",), ("四月份：", "江城实验学校", "2026年3月1日"), ("四月份：", "六、工作要求", "认真落实。"),
    ("四月份：", "江城实验学校")])
def test_a_month_without_tasks_is_told_at_its_place(check, lines):
    found = [one for one in check(*HEAD, *lines).findings if one.rule == "M004"]
    assert [one.location.quote[:3] for one in found] == ["四月份"]


@pytest.mark.parametrize("rows", [
    ("月份 工作", "三月 计划", "四月 -"), ("序号 月份 工作", "1 三月 计划", "2 四月 -"),
    ("月份 工作 负责人", "三月 计划 王珂", "四月 - 李想"), ("月份 周次 工作", "三月 1 计划", "四月 5 -"),
    ("月份 三月 四月 五月", "工作 计划 - 小结")])
def test_a_month_of_a_table_without_tasks_is_told(check, table, rows):
    found = [one for one in check("计划", table(*rows)).findings if one.rule == "M004"]
    assert [one.location.quote for one in found] == ["四月"]
