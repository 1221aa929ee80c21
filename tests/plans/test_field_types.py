"""What people write into a field, and what it means."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.dates import date_of, day_of, show_date
from plans.field_types import FIELD_TYPES, field_type, value_of, yes_of
from plans.kinds import Field, Option
from plans.periods import Calendar, Month, Period


def read(name, text):
    return value_of(Field("it", "它", name), text, Calendar())


def shown(name, text):
    return field_type(name).show(read(name, text))


@pytest.mark.parametrize("text", [
    "2026-03-20", "2026-3-20", "2026.3.20", "2026/03/20", "2026年3月20日", "2026 年 3 月 20 日",
    "二〇二六年三月二十日", "2026年3月20", "2026-03-20T08:30:00", "2026-03-20 08:30",
    " 2026-03-20 ", "2026年三月廿日", "2026年3月20号"])
def test_a_date_is_read_as_people_write_it(text):
    assert date_of(text) == date(2026, 3, 20)


@pytest.mark.parametrize("text", ["", "2026-13-45", "2026-02-30", "3月20日", "2026-03", "20日",
                                  "明天", "0000-01-01", "2026-03-20-21", "26-3-20"])
def test_what_is_no_date_is_none(text):
    assert date_of(text) is None


@given(st.dates(date(1000, 1, 1)))
def test_a_printed_date_reads_back(day):
    assert date_of(show_date(day)) == day
    assert date_of(day.isoformat()) == day


def test_a_date_prints_without_leading_zeros():
    assert shown("date", "2026-03-01") == "2026年3月1日"


@pytest.mark.parametrize(("text", "answer"), [
    ("是", True), ("有", True), ("YES", True), (" true ", True), ("1", True), ("on", True),
    ("否", False), ("没有", False), ("No", False), ("false", False), ("0", False),
    ("", None), ("也许", None), ("是否", None)])
def test_yes_and_no_are_read_in_both_languages(text, answer):
    assert yes_of(text) is answer


@pytest.mark.parametrize(("text", "number"), [("2026", 2026), ("2026年", 2026), ("二〇二六", 2026),
                                              ("1,200", 1200), ("１２", 12), ("0510", 510)])
def test_a_whole_number_is_read(text, number):
    assert read("integer", text) == number


@pytest.mark.parametrize("text", ["", "x", "1.5", "-1", "9" * 6000, "两个", "2026年3月"])
def test_what_is_no_whole_number_is_none(text):
    assert read("integer", text) is None


@pytest.mark.parametrize(("text", "number"),
                         [("0.5", 0.5), ("-3", -3.0), ("+2", 2.0), ("十二", 12.0),
                                              ("1,200.50", 1200.5), ("1，200", 1200.0)])
def test_a_number_is_read(text, number):
    assert read("number", text) == number


@pytest.mark.parametrize("text", ["", "x", "1e5", "nan", "inf", "1.2.3", "9" * 6000, "."])
def test_what_is_no_number_is_none(text):
    assert read("number", text) is None


@pytest.mark.parametrize(("text", "printed"), [
    ("12", "12"), ("0.5", "0.5"), ("320.00", "320"), ("1234567", "1234567"),
    ("1234567.89", "1234567.89"), ("0.000001", "0.000001"), ("-3", "-3"), ("100", "100"),
    ("999999999999999", "999999999999999")])
def test_a_number_prints_in_full_without_useless_zeros(text, printed):
    assert shown("number", text) == printed


@given(st.integers(0, 10**12 - 1))
def test_a_printed_whole_number_reads_back(number):
    assert read("number", shown("number", str(number))) == number
    assert read("integer", shown("integer", str(number))) == number


def test_a_month_and_a_period_print_as_documents_do():
    assert read("month", "2026-03") == Month(2026, 3)
    assert shown("month", "2026-03") == "2026年3月"
    assert read("period", "2026-03/12") == Period(Month(2026, 3), Month(2026, 12))
    assert shown("period", "2026-03/12") == "2026年3月至12月"


def test_text_is_kept_as_typed_but_for_blanks_around_it():
    assert read("text", "  A&B <1> {{ x }}  ") == "A&B <1> {{ x }}"
    assert read("longtext", "甲\n乙\n") == "甲\n乙"


def test_text_on_one_line_may_not_have_two():
    assert read("text", "甲\n乙") is None


@pytest.mark.parametrize("one", FIELD_TYPES, ids=lambda one: one.name)
@given(text=st.text(max_size=20))
def test_any_text_is_read_or_is_none(one, text):
    field = Field("it", "它", one.name, options=(Option("甲"), Option("乙")))
    value = value_of(field, text, Calendar())
    assert value is None or isinstance(one.show(value), str)


def test_no_two_types_have_one_name():
    assert len({one.name for one in FIELD_TYPES}) == len(FIELD_TYPES)


def test_a_type_that_is_not_there_is_a_bug_of_ours():
    with pytest.raises(KeyError, match="colour"):
        field_type("colour")


@pytest.mark.parametrize("text", ["0206年3月20日", "0026-03-20", "9026.3.20"])
def test_a_year_that_was_mistyped_is_no_date(text):
    assert read("date", text) is None
    assert day_of(text) is None
