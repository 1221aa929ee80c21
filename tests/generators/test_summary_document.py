"""The summary as a document: a row for each form, its columns by name or label."""

from __future__ import annotations

from pathlib import Path

import pytest

from generators.collected import Form, Found
from generators.summary_document import summary_plan
from plans.errors import UserError
from plans.house import House
from plans.kinds import Field, Kind, Option
from plans.periods import Calendar, Month

FIELDS = (Field("name", "姓名", "text"), Field("birth", "出生年月", "month"),
          Field("title", "职称", "choice", options=(Option("中级"),)), Field("school", "学校", "text"),
          Field("years", "年限", "text", also=("班主任年限",)),
          Field("posts", "经历", "table", columns=(Field("class", "班级", "text"),)))
FORM = Kind("form", "申报表", "form", 1, Path(), fields=FIELDS)
TABLE = Field("people", "人员", "table", columns=(
    Field("number", "序号", "integer"), Field("name", "申报人", "text"),
    Field("born", "出生年月", "month"), Field("title", "职称", "text"),
    Field("homeroom_years", "班主任年限", "integer"), Field("posts", "经历", "longtext"),
    Field("preferred", "优先条件", "longtext"), Field("remark", "备注", "text")))
SUMMARY = Kind("summary", "汇总表", "report", 1, Path(), title="{{ 学校 }}汇总表", file_name="{{ 学校 }}",
               fields=(Field("school", "学校", "text"), Field("day", "填表日期", "date"), TABLE))


def form(name: str, school: str = "江城职业中专", **values) -> Form:
    given = {"name": name, "school": school, "birth": Month(1985, 6), "title": "中级",
             "years": "8年"} | values
    posts = Found(FIELDS[5], rows=({"class": Found(FIELDS[5].columns[0], "甲班")},
                                   {"class": Found(FIELDS[5].columns[0], "乙班")}))
    return Form(FORM, name, f"{name}.docx", (
        *(Found(one, given.get(one.name), str(given.get(one.name) or "")) for one in FIELDS[:5]),
        posts), preferred=("带过两个班", "得过奖"))


def test_each_form_is_a_row():
    plan = summary_plan(SUMMARY, [form("王珂"), form("周明慧", title=None)], Calendar())
    first, second = plan.values["people"]
    assert first == {"number": 1, "name": "王珂", "born": Month(1985, 6), "title": "中级",
                     "homeroom_years": 8, "posts": "甲班\n乙班", "preferred": "带过两个班\n得过奖"}
    assert (second["number"], second["name"], "title" in second) == (2, "周明慧", False)


def test_what_does_not_fit_a_column_is_printed_as_it_stands():
    row, = summary_plan(SUMMARY, [form("王珂", years="很久")], Calendar()).values["people"]
    assert row["homeroom_years"] == "很久"


def test_what_all_forms_say_alike_stands_beside_the_table():
    plan = summary_plan(SUMMARY, [form("王珂"), form("周明慧")], Calendar())
    assert (plan.values["school"], plan.title) == ("江城职业中专", "江城职业中专汇总表")
    other = summary_plan(SUMMARY, [form("王珂"), form("周明慧", "二中")], Calendar())
    assert ("school" in other.values, other.title, other.kind.file_name) == (False, "汇总表", "")


def test_a_kind_without_a_table_sums_nothing_up():
    with pytest.raises(UserError, match="汇总表 has no table"):
        summary_plan(Kind("summary", "汇总表", "report", 1, Path()), [form("王珂")], Calendar())


def test_each_kind_that_names_a_summary_has_one_that_fits():
    house = House()
    for kind in house.kinds:
        if kind.summary:
            found = tuple(Found(one) for one in kind.fields)
            plan = summary_plan(house.kind(kind.summary), [Form(kind, "", "a", found)], Calendar())
            table = next(one for one in plan.kind.fields if one.columns)
            known = {key for one in kind.fields for key in (one.name, *one.names)}
            assert [one.label for one in table.columns
                    if not {*one.keys, "preferred", "number"} & known
                    and one.name not in ("preferred", "number")] == []
