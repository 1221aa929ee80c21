"""A form's kind.yaml looked over: what is in order is left alone, what cannot work is named."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generators.form_linting import form_findings, points_to_set
from generators.linting import lint_form
from plans.house import House
from plans.kinds import Claim, Condition, Field, Kind, Option, Spans
from plans.strips import Strip

LEVELS = (Option("校级", ("学校",)), Option("市级"))
NAME = Field("name", "姓名", "text", also=("教师姓名",))
LEVEL = Field("level", "级别", "choice", options=LEVELS, ordered=True)
GENDER = Field("gender", "性别", "choice", options=(Option("男"), Option("女")))
YEARS = Field("years", "年限", "integer")
DAY = Field("day", "申报日期", "date")
NOW = Field("now", "在岗", "yesno")
STORY = Field("story", "特色", "longtext")
PHOTO = Field("photo", "照片", "picture")
ITEMS = Field("items", "评分", "table", columns=(
    Field("item", "指标", "text"), Field("most", "满分", "number"),
    Field("got", "得分", "number", limit="满分"), Field("first", "起", "month"),
    Field("last", "止", "month"), LEVEL), fixed=({"item": "班会", "most": "10"},))
SUM = Field("sum", "总分", "number", sum_of="评分.得分")
GOOD = Kind(
    id="x", name="申报表", family="form", version=1, folder=Path(), file_name="{{ 姓名 }}",
    fields=(NAME, LEVEL, GENDER, YEARS, DAY, NOW, STORY, PHOTO, ITEMS, SUM),
    layout=(Strip("photo", ("photo",), rows=2), Strip("fields", ("name", "level", "gender")),
            Strip("fields", ("years", "day", "now", "sum")), Strip("page"),
            Strip("fields", ("story",)), Strip("fields", ("items",)), Strip("text", text="属实")),
    conditions=(
        Condition("a", "years", "须满6年", "must", Claim("6")),
        Condition("b", "level", "市级以上", "must", Claim("市级")),
        Condition("c", "now", "在岗", "must", Claim("", ("是",))),
        Condition("d", "items", "近五年", "prefer", Claim("2"), (
            ("level", Claim("学校")), ("item", Claim("", ("班会",)))), "first", 5, "day"),
        Condition("e", "story", "要写", "must"), Condition("f", "story", "300字", "must", Claim("300"))),
    spans=(Spans("years", "items", "first", "last", "day"),))


def told(kind: Kind) -> list[str]:
    return [one.what for one in form_findings(kind)]


@pytest.mark.parametrize("kind", [one for one in House().kinds if one.is_drawn],
                         ids=lambda kind: kind.id)
def test_a_built_in_form_is_in_order(kind: Kind) -> None:
    assert lint_form(kind) == ()


def test_a_form_in_order_is_left_alone() -> None:
    assert lint_form(GOOD) == ()
    assert told(replace(GOOD, layout=())) == []     # then fields are laid out two by two


def test_marks_alone_are_options_that_differ() -> None:
    here = Field("here", "出勤", "choice", options=(Option("到", ("√",)), Option("缺", ("×",))))
    assert told(replace(GOOD, fields=(*GOOD.fields, here), layout=())) == []


@pytest.mark.parametrize(("field", "what"), [
    (Field("x", "姓 名：", "text"), "“姓 名：” cannot be told from “姓名” on a sheet"),
    (Field("x", "教師姓名", "text"), "“教師姓名” cannot be told from “姓名” on a sheet"),
    (Field("x", "……", "text"), "the label “……” has no words"),
    (Field("x", "民族", "choice", options=(Option("汉族"), Option("其他", ("漢族",)))),
     "民族: the option “漢族” cannot be told from “汉族”"),
    (Field("x", "经历", "table", columns=(Field("a", "起", "month"), Field("b", "起：", "month"))),
     "“起：” cannot be told from “起” on a sheet"),
    (Field("x", "经历", "table", columns=(Field("a", "起", "month", width=0.7),
                                        Field("b", "止", "month", width=0.4))),
     "经历: its columns are wider together than the table"),
    (Field("x", "合计", "number", sum_of="没有.得分"), "合计 cannot be the sum of 没有.得分"),
    (Field("x", "合计", "number", sum_of="评分.指标"), "合计 cannot be the sum of 评分.指标"),
    (Field("x", "合计", "text", sum_of="评分.得分"), "合计 cannot be the sum of 评分.得分"),
])
def test_a_field_that_cannot_work_is_named(field: Field, what: str) -> None:
    assert told(replace(GOOD, fields=(*GOOD.fields, field), layout=())) == [what]


@pytest.mark.parametrize(("strip", "what"), [
    (Strip("fields", ("name", "story")),
     "layout, line 8: a table or a long text does not stand beside others (姓名、特色)"),
    (Strip("fields", ("name", "items")),
     "layout, line 8: a table or a long text does not stand beside others (姓名、评分)"),
    (Strip("photo", ("name",)), "layout, line 8: 姓名 is no picture"),
    (Strip("fields", ("name", "level", "gender", "years", "day")),
     "layout, line 8: 姓名、级别、性别、年限、申报日期 have little room side by side"),
])
def test_a_line_of_the_layout_that_cannot_work_is_named(strip: Strip, what: str) -> None:
    assert told(replace(GOOD, layout=(*GOOD.layout, strip))) == [what]


def test_a_field_without_a_place_is_named() -> None:
    assert told(replace(GOOD, layout=GOOD.layout[1:])) == ["照片 has no place in the layout"]


@pytest.mark.parametrize(("condition", "what"), [
    (Condition("x", "", "要有", "must"), "no field is named"),
    (Condition("x", "level", "要有", "must", Claim("县级")), "级别 has no option 县级"),
    (Condition("x", "gender", "要有", "must", Claim("女")),
     "性别 has options without an order: none is at least 女"),
    (Condition("x", "gender", "要有", "must", Claim("", ("女", "妇"))), "性别 is never 妇"),
    (Condition("x", "now", "要有", "must", Claim("", ("在",))), "在岗 is never 在"),
    (Condition("x", "years", "要有", "must", Claim("六年")), "年限: 六年 is no number"),
    (Condition("x", "items", "要有", "must", Claim("市级")), "评分: 市级 is no number"),
    (Condition("x", "items", "要有", "must", Claim("", ("班会",))), "评分 is never 班会"),
    (Condition("x", "items", "要有", "must", where=(("level", Claim("国家")),)), "级别 has no option 国家"),
    (Condition("x", "day", "要有", "must", Claim("2020")),
     "申报日期 has no size: nothing in it is at least 2020"),
    (Condition("x", "items", "要有", "must", date="first", until="day"),
     "within: needs a column and a field with dates, and a number of years"),
    (Condition("x", "items", "要有", "must", date="item", years=5, until="day"),
     "within: needs a column and a field with dates, and a number of years"),
])
def test_a_condition_that_nothing_can_fulfil_is_named(condition: Condition, what: str) -> None:
    assert told(replace(GOOD, conditions=(condition,))) == [f"要有: {what}"]


def test_years_that_cannot_be_added_up_are_named() -> None:
    for spans in (Spans("name", "items", "first", "last"), Spans("years", "items", "item", "last"),
                  Spans("years", "items", "first", "")):
        assert told(replace(GOOD, spans=(spans,))) == [
            "spans: a field that is a number is needed, and a table with two columns of months"]


def test_points_that_a_school_has_to_set_are_no_fault() -> None:
    unset = replace(ITEMS, fixed=({"item": "班会"}, {"item": "家访", "most": "5"}))
    kind = replace(GOOD, fields=tuple(unset if one is ITEMS else one for one in GOOD.fields))
    assert told(kind) == []
    assert points_to_set(kind) == (("评分", "满分"),)
    assert points_to_set(GOOD) == ()


def test_a_file_name_of_an_unknown_field_is_named() -> None:
    assert [one.what for one in lint_form(replace(GOOD, file_name="{{ 姓明 }}"))]
