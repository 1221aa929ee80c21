"""M002: months that are there twice."""

HEAD = "各月份工作安排"


def test_each_month_once_is_let_be(said):
    assert said(HEAD, "三月份：计划。", "四月份：听课。", "五月份：小结。") == []


def test_a_list_and_a_table_may_show_the_same_months(said, table):
    lines = ["三月 计划", "四月 听课", "五月 小结"]
    assert said(HEAD, *lines, table("月份 工作", *lines)) == []


def test_two_sections_may_show_the_same_months(said):
    lines = ["三月：计划。", "四月：听课。"]
    assert "M002" not in said("计划", "一、德育处", *lines, "二、教导处", *lines)


def test_rows_of_weeks_may_repeat_their_month(said, table):
    assert said(HEAD, table("月份 周次 工作", "三月 1 计划", "三月 2 会议", "四月 5 听课", "五月 9 小结")) == []


def test_parts_of_a_month_may_follow_each_other(said):
    assert said(HEAD, "3月上旬：计划。", "3月下旬：会议。", "4月：听课。") == []


def test_months_of_two_years_are_two(said):
    assert said(HEAD, "2025年12月：小结。", "2026年1月：计划。", "2026年12月：小结。") != ["M002"]


def test_a_month_twice_in_a_list_is_a_warning_at_its_place(check):
    found = check(HEAD, "三月份：计划。", "四月份：听课。", "四月份：交流。", "五月份：小结。").findings
    assert [(one.rule, one.severity, one.location.quote) for one in found] == [
        ("M002", "warning", "四月份：交流。")]


def test_a_month_that_comes_back_later_is_told(said):
    assert said(HEAD, "三月：计划。", "四月：听课。", "三月：小结。") == ["M002"]


def test_a_month_that_comes_back_later_in_a_table_is_told(said, table):
    assert said(HEAD, table("月份 工作", "三月 计划", "四月 听课", "三月 小结")) == ["M002"]
