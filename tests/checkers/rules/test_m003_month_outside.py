"""M003: months outside the period."""

HEAD = "各月份工作安排"
SPRING = ("三月份：计划。", "四月份：听课。", "五月份：小结。")


def test_months_within_the_period_are_let_be(said):
    assert said(HEAD, *SPRING, period="2014-03/2014-05") == []


def test_nothing_is_outside_where_there_is_no_period(said):
    assert said(HEAD, *SPRING) == []


def test_january_of_the_next_year_is_within_a_term(said):
    assert said("2025-2026学年各月份工作安排", "11月：听课。", "12月：小结。", "1月：考试。",
                period="2025-11/2026-01") == []


def test_a_second_list_of_the_year_is_within_it_too(said):
    year = [f"{month}月：听课。" for month in range(3, 13)]
    assert said("2026年各月份工作安排", "一、德育处", *year, "二、教导处", *year, require=("德育处",),
                period="2026-03/2026-12") == []


def test_the_date_of_the_signature_is_no_month_outside(said):
    assert said(HEAD, *SPRING, "江城实验学校", "2015年6月", period="2014-03/2014-05") == []


def test_a_month_after_the_period_is_an_error_at_its_place(check):
    found = check(HEAD, *SPRING, "六月份：活动。", period="2014-03/2014-05").findings
    assert [(one.rule, one.severity, one.location.quote) for one in found] == [
        ("M003", "error", "六月份：活动。")]


def test_a_month_of_another_year_is_outside(said):
    assert set(said(HEAD, "2013年3月：计划。", "2014年4月：听课。", "2014年5月：小结。",
                    period="2014-04/2014-05")) == {"M003"}


def test_the_period_is_told(finding):
    found = finding("M003", HEAD, *SPRING, "六月份：活动。", period="2014-03/2014-05")
    assert "2014年3月至5月" in found.message
