"""Numbers as Chinese documents write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.numerals import HAN, in_chinese, number_of


@pytest.mark.parametrize(("text", "number"), [
    ("12", 12), ("012", 12), ("１２", 12), (" 3 ", 3), ("0", 0),
    ("十", 10), ("十二", 12), ("二十", 20), ("二十一", 21), ("一百零五", 105), ("两百", 200),
    ("一千零一十", 1010), ("二〇一四", 2014), ("二○一四", 2014), ("二零二六", 2026), ("〇", 0),
    ("壹", 1), ("拾贰", 12), ("叁佰", 300), ("廿", 20), ("廿一", 21), ("卅", 30), ("兩", 2),
])
def test_a_number_is_read(text, number):
    assert number_of(text) == number


@pytest.mark.parametrize("text", ["", " ", "三个", "1.5", "-1", "一2", "x", "²", "½", "9" * 13,
                                  "一" * 13, "二三十", "十百", "十十", "百千", "第一"])
def test_what_is_no_number_is_none(text):
    assert number_of(text) is None


@pytest.mark.parametrize(("number", "text"), [
    (0, "零"), (9, "九"), (10, "十"), (11, "十一"), (20, "二十"), (100, "一百"), (101, "一百零一"),
    (110, "一百一十"), (1001, "一千零一"), (1010, "一千零一十"), (9999, "九千九百九十九")])
def test_a_number_is_written_as_it_is_counted(number, text):
    assert in_chinese(number) == text


@pytest.mark.parametrize("number", [-1, 10_000])
def test_beyond_the_range_nothing_is_written(number):
    with pytest.raises(ValueError, match=str(number)):
        in_chinese(number)


@given(st.integers(0, 9999))
def test_what_is_written_reads_back(number):
    assert number_of(in_chinese(number)) == number


@given(st.text(st.sampled_from(HAN), max_size=14))
def test_any_han_digits_end_as_a_number_or_none(text):
    number = number_of(text)
    assert number is None or number >= 0
