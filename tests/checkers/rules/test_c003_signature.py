"""C003: signatures that are not filled in, or not there where a kind asks for one."""

import pytest

TEXT = "把每件小事落到班级里和学生身上，一步一步地做。"
PLAN = ("江城实验学校2026年计划", "一、指导思想", TEXT)


@pytest.mark.parametrize("end", [
    (), ("江城实验学校", "2026年3月1日"), ("校长签字：________",), ("江城实验学校教科室",),
    ("自2026年3月起，每年3月第一个周一报计划。",)], ids=lambda end: "".join(end) or "none")
def test_a_plan_that_is_signed_or_not_is_let_be(said, end):
    assert "C003" not in said(*PLAN, *end, require=("指导思想",))


@pytest.mark.parametrize("date", ["　　年　　月　　日", "20  年  月  日", "____年__月__日", "XX年X月X日",
                                  "日期：    年   月   日"])
def test_a_date_that_nobody_wrote_in_is_told(finding, date):
    one = finding("C003", *PLAN, "江城实验学校", date, require=("指导思想",))
    assert (one.severity, one.location.quote) == ("warning", date.strip())


NOTICE = ("关于申报名班主任工作室主持人的通知", "各处室：", "一、申报条件", TEXT)


def test_a_notice_must_be_signed(finding):
    one = finding("C003", *NOTICE, kind="call-notice")
    assert one.severity == "warning"


def test_a_notice_that_is_signed_and_dated_is_let_be(said):
    assert "C003" not in said(*NOTICE, "江城实验学校", "2026年3月1日", kind="call-notice")


def test_a_notice_without_its_date_is_told_at_the_name(finding):
    one = finding("C003", *NOTICE, "江城实验学校办公室", kind="call-notice")
    assert one.location.quote == "江城实验学校办公室"
