"""What is hidden of a person's numbers, and what is left alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.masking import masked, masked_all, masked_as

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
REGIONS = st.sampled_from(["110101", "330102", "440305", "510104", "654321", "810000"])
DAYS = st.dates(date(1930, 1, 1), date(2025, 12, 31))
# What stands around a number in a paper: no digits, which would make another number of it.
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Nd", "Nl", "No"],
                              exclude_characters="¥￥$元万亿"), max_size=8)


@st.composite
def id_cards(draw: st.DrawFn) -> str:
    body = (draw(REGIONS) + draw(DAYS).strftime("%Y%m%d") + f"{draw(st.integers(0, 999)):03}")
    total = sum(int(digit) * weight for digit, weight in zip(body, _WEIGHTS, strict=True))
    last = "10X98765432"[total % 11]
    return body + draw(st.sampled_from([last, last.lower()]))


@st.composite
def old_id_cards(draw: st.DrawFn) -> str:
    return draw(REGIONS) + draw(DAYS).strftime("%y%m%d") + f"{draw(st.integers(0, 999)):03}"


@st.composite
def mobiles(draw: st.DrawFn) -> str:
    return f"1{draw(st.integers(3, 9))}{draw(st.integers(0, 999_999_999)):09}"


@st.composite
def landlines(draw: st.DrawFn) -> str:
    area = draw(st.sampled_from(["010", "021", "0571", "0311", "0898"]))
    number = f"{draw(st.integers(2, 9))}{draw(st.integers(0, 9_999_999)):07}"
    return draw(st.sampled_from([f"{area}-{number}", f"（{area}）{number}", area + number]))


NUMBERS = st.one_of(id_cards(), old_id_cards(), mobiles(), landlines())


@pytest.mark.parametrize("text", [
    "2014年3月6日", "2014-03-06", "20140306", "2014/03/06-2014/12/31", "2014 2015 2016 2017",
    "二〇一四年", "2025-2026学年第一学期", "8:00-17:00", "2014年12月31日23:59",
    "教育局〔2014〕12号", "编号：20140306001", "课题编号 15012345678", "学号13912345678",
    "合同 202603150001234567", "统一社会信用代码 12330100470116372U", "发票 24332000000012345678",
    "工资卡 6222021234567890123", "¥13812345678", "13812345678元", "13812345678.00",
    "经费 1,381,234.56 元", "共 150 2014 2015 人", "热线 12345", "96110", "GB/T 9704-2012",
    "ISBN 978-7-04-012345-6", "联系电话 20140306", "330***********1234", "138****5678", "",
    "3.1415926535897932"])
def test_what_is_no_number_of_a_person_is_left_alone(text: str) -> None:
    assert masked(text) == text


@pytest.mark.parametrize(("text", "shown"), [
    ("身份证号：33010219900307123X。", "身份证号：330***********123X。"),
    ("身份证330102199003071234", "身份证330***********1234"),
    ("990101198506150020", "990***********0020"), ("330102900307123", "330********7123"), ("330102900307123X", "330********7123X"),
    ("330102 19900307 1234", "330*** ******** 1234"),
    ("3301 0219 9003 0712 34", "330* **** **** **12 34"),
    ("330102-19900307-123x", "330***-********-123x"),
    ("学籍号G330102201403071234", "学籍号G330***********1234"),
    ("３３０１０２１９９００３０７１２３Ｘ", "３３０***********１２３Ｘ"),
    ("联系电话13812345678", "联系电话138****5678"),
    ("138-1234-5678", "138-****-5678"), ("138 1234 5678", "138 **** 5678"),
    ("+86 13812345678", "+86 138****5678"), ("8613812345678", "86138****5678"),
    ("Tel:13812345678@139.com", "Tel:138****5678@139.com"),
    ("13812345678，13912345678", "138****5678，139****5678"),
    ("1.13812345678 2.13912345678", "1.138****5678 2.139****5678"),
    ("13812345678 万老师", "138****5678 万老师"),
    ("0571-87654321", "0571-****4321"), ("（0571）8765432", "（0571）***5432"),
    ("01087654321", "010****4321"), ("0571-87654321转801", "0571-****4321转801"),
    ("+86 571 87654321", "+86 571 ****4321"),
    ("电话：87654321、8765 4322", "电话：****4321、**** 4322"),
    ("传真（办公室）8765432", "传真（办公室）***5432"),
    ("身份证号990101198506150020", "身份证号990***********0020"),
    ("990101 19850615 0020", "990*** ******** 0020"),
    ("第123号 330102900307123 330102 1990 0307 1234",
     "第123号 330********7123 330*** **** **** 1234"),
])
def test_a_number_of_a_person_is_hidden(text: str, shown: str) -> None:
    assert masked(text) == shown


@pytest.mark.parametrize("text", ["990101198506150022", "990101198513150021"])
def test_a_number_of_no_region_counts_only_where_it_fits_together(text: str) -> None:
    assert masked(text) == text


@pytest.mark.parametrize(("type_", "text", "shown"), [
    ("id-number", "990101198506150022", "990***********0022"),
    ("id-number", "9901011985061500", "990*********1500"),
    ("id-number", "990101 1985 0615 002X", "990*** **** **** 002X"),
    ("phone", "13800000000", "138****0000"), ("phone", "138000", "***000"),
    ("phone", "86660000", "****0000"), ("phone", "无", "无"),
    ("text", "990101198506150022", "990101198506150022"), ("text", "13812345678", "138****5678")])
def test_what_is_known_to_be_a_number_of_a_person_is_hidden_whatever_it_is(
        type_: str, text: str, shown: str) -> None:
    assert masked_as(type_, text) == shown


@pytest.mark.parametrize("text", ["330102199013071234", "33010219900307123",
                                  "3301021990030712345", "330102199003321234"])
def test_a_mistyped_id_number_tells_the_birthday_no_less(text: str) -> None:
    assert re.fullmatch(r"330\*+" + text[-4:], masked(text))


@given(before=WORDS, number=NUMBERS, after=WORDS)
def test_no_number_survives_among_other_words(before: str, number: str, after: str) -> None:
    shown = masked(before + number + after)
    digits = re.sub(r"\D", "", number)
    assert digits not in shown
    assert len(shown) == len(before + number + after)
    assert shown.startswith(before)
    assert shown.endswith(number[-4:] + after)
    assert masked(shown) == shown


@given(st.lists(NUMBERS, min_size=2, max_size=6), st.sampled_from("、，,；;/ \n\t"))
def test_every_number_of_a_list_is_hidden(numbers: list[str], comma: str) -> None:
    shown = masked(comma.join(numbers))
    assert [one for one in numbers if one in shown] == []


@given(st.lists(st.one_of(
    st.dates(date(1949, 1, 1), date(2099, 12, 31)).map(lambda day: day.strftime("%Y-%m-%d")),
    st.dates(date(1949, 1, 1), date(2099, 12, 31)).map(lambda day: day.strftime("%Y%m%d")),
    st.dates(date(1949, 1, 1), date(2099, 12, 31)).map(
        lambda day: f"{day.year}年{day.month}月{day.day}日"),
    st.integers(1949, 2099).map(str),
    st.decimals(0, 99_999_999, places=2).map("{:,}元".format),
    st.tuples(st.integers(1990, 2099), st.integers(1, 999)).map("教〔{0[0]}〕{0[1]}号".format)),
    min_size=1, max_size=8), st.sampled_from("、，；\n"))
def test_dates_years_amounts_and_document_numbers_stay(texts: list[str], comma: str) -> None:
    assert masked(comma.join(texts)) == comma.join(texts)


@dataclass(frozen=True, slots=True)
class Note:
    path: str
    text: str
    below: tuple[Note, ...] = ()
    number: int = 13812345678


def test_every_text_is_masked_but_what_a_file_is_found_by() -> None:
    note = Note("交/13812345678.docx", "电话13812345678", (Note("a", "33010219900307123X"),))
    assert masked_all(note) == Note("交/13812345678.docx", "电话138****5678",
                                    (Note("a", "330***********123X"),))


def test_what_holds_no_number_is_the_same_thing() -> None:
    note = Note("a.docx", "二、工作目标")
    assert masked_all(note) is note
