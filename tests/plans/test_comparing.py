"""The form in which names are compared."""

import opencc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.comparing import compare_form, nearest, simplified
from plans.house import House

NAMES = sorted({name for topic in House().topics.topics.values()
                for name in (topic.name, *topic.heads, *topic.also, *topic.never)})


def test_there_are_names_to_compare():
    assert len(NAMES) > 500


@pytest.mark.parametrize(("one", "other"), [
    ("指导思想", "指 导 思 想"), ("指导思想：", "指导思想"), ("《指导思想》", "指导思想"),
    ("ＡＢＣ", "abc"), ("總體目標", "总体目标"), ("校本研修計畫", "校本研修计划"), ("⼀月", "一月"),
    ("⻓期目标", "长期目标"), ("工作_目标", "工作目标"), ("指导\u200b思想", "指导思想"),
    ("", "：—"), ("指导思想\u3000", "指导思想"), ("①", "1"), ("İ", "i"),
])
def test_what_differs_only_in_writing_is_equal(one, other):
    assert compare_form(one) == compare_form(other)


@pytest.mark.parametrize(("one", "other"), [("总体目标", "具体目标"), ("一月", "二月"),
                                            ("工作计划", "工作总结")])
def test_what_differs_in_meaning_is_not(one, other):
    assert compare_form(one) != compare_form(other)


def test_plain_latin_text_is_simplified_as_it_is():
    assert simplified("Plan 2026") == "Plan 2026"


# OpenCC turns 薴 into 苧, and 苧 into 苎: no school writes of either.
@given(st.text(st.one_of(st.characters(min_codepoint=0x4e00, max_codepoint=0x9fff,
                                       exclude_characters="薴"),
                         st.sampled_from("、，：（）《》 　-_—…Aa1１Ａ⼀⻓①")), max_size=12))
def test_comparing_twice_changes_nothing(text):
    assert compare_form(compare_form(text)) == compare_form(text)


def test_every_name_in_traditional_characters_compares_equal():
    traditional = opencc.OpenCC("s2t")
    assert [name for name in NAMES
            if compare_form(traditional.convert(name)) != compare_form(name)] == []


@given(st.sampled_from(NAMES), st.sampled_from(["{}：", " {} ", "【{}】", "“{}”", "{}……"]))
def test_punctuation_around_a_name_does_not_count(name, around):
    assert compare_form(around.format(name)) == compare_form(name)


# the nearest name

KNOWN = ["指导思想", "工作目标", "保障措施"]


@pytest.mark.parametrize(("name", "near"), [
    ("指导思相", "指导思想"), ("指導思想", "指导思想"), ("导思想", "指导思想"),
    ("工作目标：", "工作目标"), ("保障错施", "保障措施")])
def test_a_slip_finds_the_name_that_was_meant(name, near):
    assert nearest(name, KNOWN) == near


@pytest.mark.parametrize("name", ["后勤", "考核评价", "x", ""])
def test_a_name_of_its_own_has_no_nearest(name):
    assert nearest(name, KNOWN) is None


def test_where_nothing_is_known_nothing_is_near():
    assert nearest("指导思想", []) is None
