"""The number that a paragraph begins with, in the forms that schools type."""

import pytest

from checkers.marks import mark_of

STAYS_QUIET = [
    "一定要做好班级工作", "三好学生评选", "十月举行运动会", "2014年3月制定", "3月5日学雷锋", "8.5折优惠",
    "50%的班级达标", "12.5%的学生", "二十余名教师", "第一学期工作", "第三周升旗", "一年级组",
    "A组教师先行", "l班主任", "", "　",
]


@pytest.mark.parametrize("text", STAYS_QUIET)
def test_a_word_that_only_begins_like_a_number_bears_none(text):
    assert mark_of(text) is None


FORMS = [
    ("一、指导思想", "han", 1), ("一. 指导思想", "han", 1), ("一．指导思想", "han", 1),
    ("一 指导思想", "han", 1), ("一　指导思想", "han", 1), ("一，指导思想", "han", 1),
    ("一：指导思想", "han", 1), ("壹、指导思想", "capital", 1), ("贰、指导思想", "capital", 2),
    ("参、現況分析", "capital", 3),
    ("十二、指导思想", "han", 12), ("二十一、指导思想", "han", 21), ("廿一、指导思想", "han", 21),
    ("第一章 指导思想", "chapter", 1), ("第一部分 指导思想", "chapter", 1),
    ("第2章 指导思想", "chapter", 2), ("第二部分：指导思想", "chapter", 2),
    ("第三节 指导思想", "subchapter", 3), ("第四条 指导思想", "clause", 4),
    ("第四條 指導思想", "clause", 4), ("Ⅰ、指导思想", "roman", 1), ("Ⅳ．指导思想", "roman", 4),
    ("（一）指导思想", "han-paren", 1), ("(一)指导思想", "han-paren", 1),
    ("（一）、指导思想", "han-paren", 1), ("㈠指导思想", "han-paren", 1), ("㈢ 指导思想", "han-paren", 3),
    ("一）指导思想", "han-paren", 1), ("【二】指导思想", "han-paren", 2),
    ("1、指导思想", "arabic", 1), ("1.指导思想", "arabic", 1), ("1．指导思想", "arabic", 1),
    ("１、指导思想", "arabic", 1), ("01. 指导思想", "arabic", 1), ("3 指导思想", "arabic", 3),
    ("⒈指导思想", "arabic", 1), ("l、指导思想", "arabic", 1), ("l.指导思想", "arabic", 1),
    ("I.指导思想", "arabic", 1), ("1.1 指导思想", "decimal-2", 1), ("2.3指导思想", "decimal-2", 3),
    ("1.2.3 指导思想", "decimal-3", 3), ("（1）指导思想", "arabic-paren", 1),
    ("(2)指导思想", "arabic-paren", 2), ("3）指导思想", "arabic-paren", 3),
    ("⑴指导思想", "arabic-paren", 1), ("①指导思想", "circled", 1), ("⑳指导思想", "circled", 20),
    ("❷指导思想", "circled", 2), ("B、指导思想", "letter", 2),
    ("  　一、指导思想", "han", 1), ("\xa0一、指导思想", "han", 1),
]


@pytest.mark.parametrize(("text", "form", "value"), FORMS)
def test_a_number_is_known_in_each_form(text, form, value):
    mark = mark_of(text)
    assert (mark.form, mark.value, mark.rest) == (form, value, text.strip("　 \xa0")[-4:])


def test_first_and_second_are_counted_with_the_verb():
    mark = mark_of("一是加强学习")
    assert (mark.form, mark.value, mark.rest) == ("ordinal", 1, "加强学习")


def test_an_automatic_number_is_taken_as_displayed():
    mark = mark_of("指导思想", "一、")
    assert (mark.form, mark.value, mark.text, mark.rest) == ("han", 1, "一、", "指导思想")


def test_an_automatic_number_without_a_stop_counts():
    assert mark_of("指导思想", "一").form == "han"


def test_a_number_typed_as_well_as_automatic_is_taken_off_both_times():
    assert mark_of("二、工作目标", "二、").rest == "工作目标"


def test_a_typed_number_that_belongs_to_the_name_stays():
    assert mark_of("一年级工作", "二、").rest == "一年级工作"


def test_a_bullet_is_no_number():
    assert mark_of("指导思想", "●") is None


def test_a_typed_number_after_a_bullet_counts():
    assert mark_of("一、指导思想", "●").value == 1


def test_the_numeral_is_kept_as_typed():
    assert mark_of("贰、工作目标").numeral == "贰"
