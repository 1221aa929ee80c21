"""C002: years that do not go together."""

import pytest

from checkers.rules.c002_year_differs import years_in

TEXT = "把每件小事落到班级里和学生身上，一步一步地做。"


@pytest.mark.parametrize(("text", "years"), [
    ("江城实验学校2026年校本研修计划", {2026}), ("2025-2026学年第一学期德育工作计划", {2025, 2026}),
    ("2025—26学年工作计划", {2025, 2026}), ("二〇二六年工作要点", {2026}), ("2025学年计划", {2025, 2026}),
    ("2024级3班班主任工作计划", set()), ("德育工作计划", set()), ("计划20260301", set()),
    ("2024-2027年三年发展规划", {2024, 2025, 2026, 2027})])
def test_the_years_of_a_title(text, years):
    assert years_in(text) == years


@pytest.mark.parametrize(("title", "period"), [
    ("江城实验学校2026年校本研修计划", "2026-03/2026-12"),
    ("2025-2026学年校本研修计划", "2025-09/2026-07"),
    ("2025学年校本研修计划", "2026-02/2026-07"),
    ("校本研修计划", "2026-03/2026-12")])
def test_years_that_go_together_are_let_be(said, title, period):
    assert "C002" not in said(title, "一、指导思想", TEXT, period=period, require=("指导思想",))


def test_the_title_of_last_year_is_told(finding):
    one = finding("C002", "江城实验学校2025年校本研修计划", "一、指导思想", TEXT, require=("指导思想",),
                  period="2026-03/2026-12")
    assert "2025" in one.message
    assert one.severity == "warning"


def test_a_schedule_of_years_ago_is_told_at_its_first_month(finding):
    one = finding("C002", "江城实验学校2026年校本研修计划", "一、指导思想", TEXT, "二、月度安排",
                  "2023年3月：制定计划。", "2023年4月：听课评课。", require=("指导思想",))
    assert one.location.quote.startswith("2023年3月")


def test_a_schedule_of_three_calendar_years_is_let_be(said):
    assert "C002" not in said(
        "江城实验学校2014年校本研修计划", "一、指导思想", TEXT, "二、月度安排", "2014年12月：准备。",
        "2015年6月：中期检查。", "2016年1月：总结。", require=("指导思想",))


def test_a_schedule_that_ends_in_the_next_year_is_let_be(said):
    assert "C002" not in said(
        "江城实验学校2025年校本研修计划", "一、指导思想", TEXT, "二、月度安排", "2025年12月：总结。",
        "2026年1月：交流。", require=("指导思想",))
