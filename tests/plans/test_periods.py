"""Months and periods: every way in which a school writes them, and the arithmetic below."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.periods import Calendar, Month, Period, month_number_of, month_of, period_of

MONTHS = st.builds(Month, st.integers(1900, 2999), st.integers(1, 12))


@st.composite
def periods(draw):
    first = draw(MONTHS)
    most = Month(2999, 12) - first
    return Period(first, first + draw(st.integers(0, min(most, 40))))


# months

@pytest.mark.parametrize(("year", "month"), [(2026, 0), (2026, 13), (1899, 12), (3000, 1)])
def test_there_is_no_such_month(year, month):
    with pytest.raises(ValueError, match=f"{year}-{month}"):
        Month(year, month)


def test_a_month_prints_with_its_year_and_in_chinese_as_a_heading():
    assert str(Month(2026, 3)) == "2026-03"
    assert Month(2026, 12).chinese == "十二月"


def test_december_is_followed_by_january():
    assert Month(2026, 12) + 1 == Month(2027, 1)


@given(MONTHS, st.integers(-600, 600))
def test_adding_months_and_subtracting_gives_the_number_back(month, months):
    try:
        later = month + months
    except ValueError:
        return
    assert later - month == months
    assert later + -months == month
    assert (later > month) == (months > 0)


@given(MONTHS)
def test_a_printed_month_reads_back(month):
    assert month_of(str(month)) == month
    assert month_of(f"{month.year}年{month.month}月") == month
    assert month_number_of(month.chinese) == month.month


@pytest.mark.parametrize("text", ["2026-03", "2026-3", "2026.3", "2026/03", "2026年3月",
                                  "2026年03月份", "二〇二六年三月", "２０２６年３月",
                                  " 2026 年 3 月 ",
                                  "2026年叁月"])
def test_a_month_is_read_as_schools_write_it(text):
    assert month_of(text) == Month(2026, 3)


@pytest.mark.parametrize("text", ["", "三月", "3", "2026", "2026-13", "2026-00", "2026-03-01",
                                  "本月", "26-3", "3026-03", "2026年"])
def test_what_names_no_month_with_its_year_is_none(text):
    assert month_of(text) is None


@pytest.mark.parametrize(("text", "number"), [("3", 3), ("03", 3), ("三月", 3), ("3月份", 3),
                                              ("十二月", 12), ("腊月", None), ("0", None),
                                              ("13", None), ("2026-03", None), ("", None)])
def test_a_bare_month_is_read_as_its_number(text, number):
    assert month_number_of(text) == number


# periods

@pytest.mark.parametrize(("text", "span"), [
    ("2026-03/2026-12", "2026-03/2026-12"),
    ("2026-3~2026-12", "2026-03/2026-12"),
    ("2026.03-2026.12", "2026-03/2026-12"),
    ("2026年3月至12月", "2026-03/2026-12"),
    ("2026年3月到2026年12月", "2026-03/2026-12"),
    ("2026年3—12月", "2026-03/2026-12"),
    ("2026.3-12", "2026-03/2026-12"),
    ("2025年9月—2026年1月", "2025-09/2026-01"),
    ("2025年九月——一月", "2025-09/2026-01"),
    ("二〇二五年九月至二〇二六年一月", "2025-09/2026-01"),
    ("2025-09/01", "2025-09/2026-01"),
    ("2026-03", "2026-03/2026-03"),
    ("2026年3月", "2026-03/2026-03"),
    ("2026", "2026-01/2026-12"),
    ("2026年度", "2026-01/2026-12"),
    ("二〇二六年", "2026-01/2026-12"),
    ("2026年上半年", "2026-01/2026-06"),
    ("2026年下半年", "2026-07/2026-12"),
    ("2025-2026学年", "2025-09/2026-08"),
    ("2025—2026學年度", "2025-09/2026-08"),
    ("2025学年", "2025-09/2026-08"),
    ("2025-26学年", "2025-09/2026-08"),
    ("1999-00学年", "1999-09/2000-08"),
    ("2025-2026学年第一学期", "2025-09/2026-01"),
    ("2025-2026学年第二学期", "2026-02/2026-07"),
    ("2025-2026学年度上学期", "2025-09/2026-01"),
    ("2025-2026學年下學期", "2026-02/2026-07"),
    ("2025-2026第2学期", "2026-02/2026-07"),
    ("2025-2026学年春季学期", "2026-02/2026-07"),
    ("2026年春季学期", "2026-02/2026-07"),
    ("2026春季学期", "2026-02/2026-07"),
    ("2025年秋季学期", "2025-09/2026-01"),
])
def test_a_period_is_read_as_schools_write_it(text, span):
    assert str(period_of(text)) == span


@pytest.mark.parametrize("text", [
    "", "全年", "3月至12月", "2026-13/2026-14", "2026-12/2026-03", "2026年12月至2026年3月",
    "2026-03-01", "2026.3.1", "2026/3/1", "2026-03-01/2026-05-01", "2025-2030学年", "2025-2025学年",
    "2025-2026", "2025-2026年", "2026年上学期", "2026-03/", "/2026-03", "2026-03/2026-05/2026-07",
    "2999-09/01", "2999学年", "3000", "三〇〇〇年", "2026-03 2026-12", "202603", "第一学期",
    "2026第三学期",
])
def test_what_names_no_period_is_none(text):
    assert period_of(text) is None


def test_a_school_may_begin_its_year_when_it_likes():
    calendar = Calendar((8, 7), ((8, 12), (1, 4), (5, 7)))
    assert str(period_of("2025-2026学年", calendar)) == "2025-08/2026-07"
    assert str(period_of("2025-2026学年第一学期", calendar)) == "2025-08/2025-12"
    assert str(period_of("2025-2026学年第二学期", calendar)) == "2026-01/2026-04"


def test_a_school_year_may_be_the_calendar_year():
    calendar = Calendar((1, 12), ((1, 6), (7, 12)))
    assert str(period_of("2026学年", calendar)) == "2026-01/2026-12"
    assert str(period_of("2026学年第二学期", calendar)) == "2026-07/2026-12"


def test_a_school_without_a_second_term_has_none():
    assert period_of("2025-2026学年第二学期", Calendar((9, 8), ((9, 8),))) is None


@pytest.mark.parametrize(("month", "runs"),
                         [(8, False), (9, True), (12, True), (1, True), (2, True),
                                             (7, True)])
def test_a_term_may_cross_december(month, runs):
    assert Calendar().in_term(Month(2026, month)) is runs


def test_a_period_cannot_end_before_it_begins():
    with pytest.raises(ValueError, match="2026-03/2026-02"):
        Period(Month(2026, 3), Month(2026, 2))


@given(periods())
def test_a_printed_period_reads_back(period):
    assert period_of(str(period)) == period
    assert period_of(period.chinese) == period


@given(periods())
def test_a_period_holds_each_of_its_months_once_in_order(period):
    months = list(period)
    assert len(months) == len(period)
    assert months == sorted(set(months))
    assert (months[0], months[-1]) == (period.first, period.last)
    assert all(month in period for month in months)


@given(periods(), MONTHS)
def test_a_month_is_in_a_period_when_the_period_lists_it(period, month):
    assert (month in period) == (month in list(period))


@given(periods(), st.integers(1, 12))
def test_a_bare_number_means_a_month_only_where_one_fits(period, number):
    fitting = [month for month in period if month.month == number]
    assert period.month_numbered(number) == (fitting[0] if len(fitting) == 1 else None)


@given(st.text(st.sampled_from("0123456789二〇一四三九十-—/.~至到年月份度学期第上下半春秋季 廿"),
               max_size=20))
def test_any_writing_ends_as_a_period_or_none(text):
    period = period_of(text)
    assert period is None or period.first <= period.last
