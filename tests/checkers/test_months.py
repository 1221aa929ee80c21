"""Months of a schedule: lists, tables, headings; years over the turn of the year."""

import pytest

from checkers.document import Cell, Look, Paragraph, Table
from checkers.months import period_in, year_in
from plans.periods import Month, Period, period_of

SPRING = ("三月份：制定计划。", "四月份：听课评课。", "五月份：交流小结。")


@pytest.fixture
def dated(outline):
    return lambda *blocks: [(one.year, one.month) for one in outline(*blocks).main.months]


@pytest.fixture
def tasks(outline):
    return lambda *blocks: [one.tasks for one in outline(*blocks).main.months]


QUIET = {
    "a lone month": ["计划", "三月份：制定计划。"],
    "prose": ["计划", "三月是读书月，四月是写作月。", "每月一次例会。", "5月中旬召开会议，6月底前小结。"],
    "dates": ["通知", "3月5日：开班", "4月2日：结业"],
    "a signature": ["计划", "立足本校。", "江城实验学校", "2015年3月", "2015年3月1日"],
    "a title of months": ["2026年3月至2026年12月工作计划", "立足本校。"],
}


@pytest.mark.parametrize("lines", QUIET.values(), ids=QUIET)
def test_what_is_no_schedule_has_no_months(months, lines):
    assert months(*lines) == []


def test_a_table_of_dates_is_no_schedule(months, table):
    assert months("通知", table("时间 内容", "3月5日 开班", "4月2日 结业")) == []


def test_due_months_far_right_in_a_table_are_no_schedule(months, table):
    assert months("台账", table("序号 任务 负责人 证明 完成时间", "1 读书 王珂 笔记 3月", "2 听课 李想 记录 4月")) == []


def test_the_signature_is_no_month_of_the_list_above(months):
    assert months("计划", *SPRING, "江城实验学校", "2015年3月") == [3, 4, 5]


def test_the_title_is_no_month_of_the_list_below(months):
    assert months("2026年3月至2026年5月计划", *SPRING) == [3, 4, 5]


@pytest.mark.parametrize("lines", [
    SPRING, ("三月：计划", "四月：听课", "五月：小结"), ("3月 计划", "4月 听课", "5月 小结"),
    ("1、三月：计划", "2、四月：听课", "3、五月：小结"), ("1、3月：计划", "2、4月：听课", "3、5月：小结"),
    ("（一）三月份", "计划。", "（二）四月份", "听课。", "（三）五月份", "小结。"),
    ("【三月】计划", "【四月】听课", "【五月】小结"), ("三月——计划", "四月——听课", "五月——小结"),
    ("三月", "计划。", "四月", "听课。", "五月", "小结。"), ("3—4月：听课", "五月：小结"),
    ("三月份：", "1、计划；", "2、会议。", "四月份：", "1、听课。", "五月份：小结。")])
def test_a_list_of_months_is_read(months, lines):
    assert months("工作计划", "一、各月份工作安排", *lines) == [3, 4, 5]


TABLES = {
    "month and work": ("月份 工作", "三月 计划", "四月 听课", "五月 小结"),
    "a number first": ("序号 月份 工作", "1 三月 计划", "2 四月 听课", "3 五月 小结"),
    "the season first": ("季度 月份 工作", "春季 三月 计划", "^ 四月 听课", "夏季 五月 小结"),
    "term and season first": ("学期 季度 月份 工作", "上 一 三月 计划", "^ ^ 四月 听课", "^ 二 五月 小结"),
    "merged months": ("月份 周次 工作", "三月 1 计划", "^ 2 会议", "四月 5 听课", "五月 9 小结"),
    "bare numbers": ("月份 工作", "3 计划", "4 听课", "5 小结"),
    "bare Chinese numbers": ("月份 工作", "三 计划", "四 听课", "五 小结"),
    "months across": ("月份 三月 四月 五月", "工作 计划 听课 小结"),
    "two months a row": ("月份 工作 月份 工作", "三月 计划 四月 听课", "五月 小结 - -"),
    "no head": ("三月 计划", "四月 听课", "五月 小结"),
    "a ledger": ("序号 月份 任务 责任人 完成时限", "1 三月 计划 王珂 3月6日", "2 四月 听课 李想 4月", "3 五月 小结 王珂 -"),
    "a ledger of weeks": ("序号 月份 任务 完成时限", "1 三月 计划 3月6日（第2周）", "2 四月 听课 -", "3 五月 小结 第9周"),
    "a grid of owners": ("月份／责任人 负责人 全体人员", "三月 计划 -", "四月 - 听课", "五月 小结 -"),
    "a grid of departments": ("部门月份 德育处 各部门", "三月 计划 -", "四月 - 听课", "五月 小结 -"),
}


@pytest.mark.parametrize("lines", TABLES.values(), ids=TABLES)
def test_a_table_of_months_is_read(outline, table, lines):
    found = outline("工作计划", "一、各月份工作安排", table(*lines)).main.months
    assert sorted((one.month, one.tasks.strip("- ").split(" ")[0]) for one in found) == [
        (3, "计划"), (4, "听课"), (5, "小结")]


def test_letters_of_a_month_under_each_other_are_read(months):
    rows = tuple((Cell(row, 1, 1, (Paragraph(name), Paragraph("月"))),
                  Cell(row, 2, 1, (Paragraph("听课"),))) for row, name in enumerate("三四", 1))
    assert months("工作计划", Table(rows)) == [3, 4]


def test_a_month_with_its_themes_in_the_cell_is_read(months):
    def cell(row, column, *lines):
        return Cell(row, column, 1, tuple(Paragraph(text, table=1, row=row, column=column)
                                          for text in lines))

    rows = [(cell(1, 1, "月份、主题"), cell(1, 2, "活动")),
            (cell(2, 1, "三月份", "安全教育月", "3.8 妇女节", "3.12 植树节"), cell(2, 2, "开学第一课")),
            (cell(3, 1, "四月份", "心中有爱", "4.4 清明节", "4.22 世界地球日"), cell(3, 2, "祭扫"))]
    assert months("德育月安排", Table(tuple(rows))) == [3, 4]


def test_a_merged_month_holds_the_tasks_of_its_rows(tasks, table):
    assert tasks("计划", table("月份 周次 工作", "三月 1 计划", "^ 2 会议", "四月 5 听课")) == [
        "计划 会议", "听课"]


@pytest.mark.parametrize("row", [
    ("月份 工作", "四月 -"), ("序号 月份 工作", "2 四月 -"), ("月份 工作 负责人", "四月 - 王珂"),
    ("月份 工作 时间 备注", "四月 - 4月 -"), ("季度 月份 工作", "春季 四月 -"),
    ("月份 周次 工作", "四月 5 -")])
def test_who_and_when_are_no_tasks(outline, table, row):
    found = outline("计划", table(row[0], row[1], row[1].replace("四", "五"))).main.months
    assert [(one.month, one.tasks) for one in found] == [(4, ""), (5, "")]


def test_tasks_below_a_month_are_its_tasks(tasks):
    assert tasks("计划", "三月份：", "1、制定计划；", "四月份", "听课评课。") == ["1、制定计划；", "听课评课。"]


@pytest.mark.parametrize("end", [
    (), ("江城实验学校",), ("江城实验学校", "2026年3月1日"), ("六、工作要求", "认真落实。"),
    (Paragraph("王珂", look=Look(right=True)),), ("附件：申报表",)])
def test_what_follows_the_last_month_is_no_task(tasks, end):
    lines = ("计划", "五、各月份工作安排", "三月份：制定计划。", "四月份：", *end)
    assert tasks(*lines)[-1] == ""


def test_the_year_is_that_of_the_title(dated):
    assert dated("2026年工作计划", *SPRING) == [(2026, 3), (2026, 4), (2026, 5)]


def test_the_year_of_the_heading_goes_before_that_of_the_title(dated):
    assert dated("2025年工作计划", "一、2026年各月安排", *SPRING)[0] == (2026, 3)


def test_no_year_is_made_up(dated):
    assert dated("工作计划", *SPRING)[0] == (None, 3)


def test_january_after_december_is_in_the_next_year(dated):
    assert dated("2025年下学期计划", "十一月：听课", "十二月：小结", "一月：考试") == [
        (2025, 11), (2025, 12), (2026, 1)]


def test_a_range_over_the_turn_of_the_year_takes_both_years(dated):
    assert dated("2025-2026学年计划", "9月—1月：学习", "2月：实践")[4:] == [(2026, 1), (2026, 2)]


def test_a_second_list_begins_in_the_first_year_again(dated):
    year = [f"{month}月：听课" for month in range(3, 13)]
    assert {year for year, _month in dated("2026年计划", "一、德育处", *year, "二、教导处", *year)} == {2026}


def test_a_list_and_a_table_of_a_term_are_in_the_same_years(dated, table):
    term = ["9月 开学", "10月 听课", "11月 交流", "12月 小结", "1月 考试"]
    found = dated("2025-2026学年第一学期计划", *term, table("月份 工作", *term))
    assert found[:5] == found[5:]


@pytest.mark.parametrize(("text", "year"), [
    ("2014年工作计划", 2014), ("2025-2026学年计划", 2025), ("二〇二六年计划", 2026), ("工作计划", None),
    ("1234年", None), ("第2014号", None)])
def test_the_year_of_a_title_is_read(text, year):
    assert year_in(text) == year


@pytest.mark.parametrize(("line", "period"), [
    ("（2026年3月—12月）", "2026-03/2026-12"), ("起止时间：2025年9月至2026年1月", "2025-09/2026-01"),
    ("起止月份：2026-03/2026-12", "2026-03/2026-12"), ("2026.3-2026.12", "2026-03/2026-12")])
def test_a_period_under_the_title_is_read(rows, line, period):
    assert period_in(rows("工作计划", line)) == period_of(period)


@pytest.mark.parametrize("line", [
    "2026年3月1日", "2026年工作计划", "发布 2022-04-23 12:06", "每年3月到12月开展，详见后文各处安排。"])
def test_a_date_is_no_period(rows, line):
    assert period_in(rows("工作计划", line)) is None


def test_a_period_in_the_text_is_not_that_of_the_document(rows):
    lines = [f"{number}、听课。" for number in range(1, 10)]
    assert period_in(rows("计划", *lines, "2026年3月—12月")) is None


def test_a_month_without_a_year_takes_that_of_the_period():
    from checkers.months import MonthSeen, as_month

    period = Period(Month(2025, 9), Month(2026, 1))
    seen = MonthSeen(1, None, "", Paragraph("一月"), 0, "一月")
    assert as_month(seen, period) == Month(2026, 1)
