"""Text in Traditional Chinese: phrases turned as wholes, protected strings left as typed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.traditional import Script, protected_in
from plans.comparing import compare_form
from plans.house import House
from plans.kinds import Field
from plans.names import Names
from plans.periods import Month
from plans.plan import Member, MonthTasks, Task

HOUSE = House()


def script(*protected: str, **changes: object) -> Script:
    return Script(frozenset(protected), replace(HOUSE.tradition, **changes))


@pytest.mark.parametrize("text", ["", "2026", "Word", "王珂", "三月", "學校", "後來", "“里程”", "文明風采"])
def test_what_is_traditional_already_is_left_alone(text: str) -> None:
    assert script()(text) == text


@pytest.mark.parametrize(("simplified", "traditional"), [
    ("头发与发展", "頭髮與發展"), ("干部擦干净桌子", "幹部擦乾淨桌子"), ("十公里里面", "十公里裏面"), ("皇后以后", "皇后以後"),
    ("面粉和里面", "麵粉和裏面"), ("模范与范围", "模範與範圍"), ("制度与制造", "制度與製造"), ("松树与放松", "松樹與放鬆"),
    ("系统、关系、联系", "系統、關係、聯繫"), ("每周一次", "每週一次"), ("当前与当选", "當前與當選"), ("征求意见与特征", "徵求意見與特徵"),
    ("班级台账", "班級臺賬"), ("为群众办事", "為群眾辦事"), ("逐条核对", "逐條核對"),
])
def test_a_character_is_chosen_by_its_phrase(simplified: str, traditional: str) -> None:
    assert script()(simplified) == traditional


@pytest.mark.parametrize(("config", "text", "written"), [
    ("s2tw", "着力优化台账", "著力優化臺賬"), ("s2hk", "卫生室里面", "衞生室裏面"), ("s2twp", "优化程序", "最佳化程式")])
def test_a_school_may_write_as_hong_kong_or_taiwan_does(config: str, text: str,
                                                        written: str) -> None:
    assert script(config=config)(text) == written


@pytest.mark.parametrize(("protected", "text", "written"), [
    (["叶圣言"], "叶圣言与叶片", "叶圣言與葉片"),
    (["王珂名班主任工作室", "王珂"], "王珂名班主任工作室和王珂们", "王珂名班主任工作室和王珂們"),
    (["郭头"], "郭头发言", "郭头發言"),            # no phrase 头发 across the end of a name
    (["刘干"], "刘干部署工作", "刘干部署工作"),
    (["甲后", "后来"], "甲后来了", "甲后来了"),      # two that overlap
    (["学"], "学学校学", "学学校学"),
    (["+会("], "+会(会议", "+会(會議"),
    (["", "\n"], "学校", "學校"),
])
def test_a_protected_string_stays_wherever_it_occurs(protected: list[str], text: str,
                                                     written: str) -> None:
    assert script(*protected)(text) == written


_WORDS = st.sampled_from([
    "学校", "班主任", "工作计划", "指导思想", "头发", "发展", "干部", "干净", "里面", "公里", "后来", "皇后", "面粉", "制度",
    "系统", "关系", "德育处", "责任人", "三月份", "第一学期", "总结", "成员", "与", "和", "、", "。", "２０２６", "a&b", "“", "”",
    "着力", "卫生", "叙事", "复习", "重复", "评价", "刘干", "叶后", "书", "一", "于", "为", "只", "几", "松", "范", "云", "出"])
_NAMES = st.lists(st.sampled_from(["刘干", "叶后", "学校", "后", "发展，", "书一"]), max_size=3)


@given(st.lists(_WORDS, max_size=12).map("".join), st.sampled_from(["s2t", "s2tw", "s2hk"]))
def test_the_compare_form_of_a_text_does_not_change(text: str, config: str) -> None:
    assert compare_form(script(config=config)(text)) == compare_form(text)


@given(st.lists(_WORDS, max_size=12).map("".join), _NAMES)
def test_protected_strings_stand_where_they_stood(text: str, names: list[str]) -> None:
    written = script(*names)(text)
    assert len(written) == len(text)
    for name in names:
        for at in range(len(text)):
            if text.startswith(name, at):
                assert written.startswith(name, at)


@given(st.lists(_WORDS, max_size=12).map("".join))
def test_turning_a_text_twice_changes_nothing_more(text: str) -> None:
    once = script()(text)
    assert script()(once) == once


def test_members_people_among_owners_and_verbatim_values_are_protected(plan, kind) -> None:
    fields = (Field("studio", "工作室", "text", verbatim=True), Field("school", "学校", "text"),
              Field("books", "书目", "table", columns=(
                  Field("title", "书名", "text", verbatim=True), Field("place", "出版地", "text"))),
              Field("motto", "寄语", "longtext", verbatim=True))
    made = plan(
        kind=kind(fields=fields),
        values={"studio": "叶圣言工作室 ", "school": "青山小学", "motto": "学而时习\n\n温故知新",
                "books": ({"title": "给教师的建议", "place": "长沙"},)},
        shown={"studio": "叶圣言工作室", "school": "青山小学"},
        members=(Member("孙丽"),), verbatim=("后浪",),
        schedule=(MonthTasks(Month(2026, 3), (
            Task("开学", owner="罗青、德育处", due=date(2026, 3, 2)), Task("例会", owner="各班主任"))),))
    assert protected_in(made, HOUSE.names) == {
        "叶圣言工作室", "给教师的建议", "学而时习", "温故知新", "孙丽", "后浪", "罗青"}


def test_the_people_a_school_names_are_protected_in_every_document(plan) -> None:
    assert protected_in(plan(), Names(people=frozenset({"小叶子"}))) == {"小叶子"}
