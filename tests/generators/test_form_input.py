"""A form as an input: what `generate` reads from it is what the form said."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generators.collected import Form, Found
from generators.form_input import form_input, pictures_in
from plans.errors import UserError
from plans.house import House
from plans.inputs import load_input
from plans.periods import Month, Period
from plans.pictures import Picture
from plans.plan import rows_of

PNG = b"\x89PNG\r\n\x1a\n"
KIND = """\
id: all-types
name: 样样表
family: form
fields:
  - {name: name, label: 姓名, type: text}
  - {name: story, label: 经历, type: longtext}
  - {name: count, label: 个数, type: integer, unit: 个}
  - {name: hours, label: 课时, type: number}
  - {name: money, label: 经费, type: money}
  - {name: day, label: 日期, type: date}
  - {name: month, label: 年月, type: month}
  - {name: title, label: 职称, type: choice, ordered: true, options: [初级, 中级, 副高/正高]}
  - {name: skills, label: 特长, type: ticks, options: [书法, 篮球, 讲座/沙龙, 其他 (写明)]}
  - {name: in_post, label: 在岗, type: yesno}
  - {name: phone, label: 电话, type: phone}
  - {name: id_number, label: 身份证号, type: id-number}
  - {name: photo, label: 照片, type: picture}
  - name: posts
    label: "任职: 经历"
    type: table
    columns:
      - {name: first, label: 起始年月, type: month}
      - {name: class, label: "班级, 全称", type: text}
      - {name: prize, label: 等次, type: choice, options: [一等奖, 二等奖]}
      - {name: what, label: 说明, type: longtext}
      - {name: points, label: 分, type: number}
      - {name: proof, label: 证书, type: picture}
  - name: items
    label: 评分
    type: table
    columns:
      - {name: item, label: 项目, type: text}
      - {name: most, label: 满分, type: number}
      - {name: points, label: 得分, type: number, limit: 满分}
    fixed: [[出勤, "10"], [活动, "20"]]
  - {name: opinion, label: 学校意见, type: longtext, by: office}
sections: []
"""


@pytest.fixture(scope="module")
def house(tmp_path_factory) -> House:
    folder = tmp_path_factory.mktemp("house")
    (folder / "kinds" / "all-types").mkdir(parents=True)
    (folder / "kinds" / "all-types" / "kind.yaml").write_text(KIND, encoding="utf-8")
    return House(folder)


def form_of(house: House, values, **changed) -> Form:
    kind = house.kind("all-types")
    found = []
    for one in kind.fields:
        value = values.get(one.name)
        if one.name in changed:
            found.append(changed[one.name])
        elif one.columns:
            found.append(Found(one, rows=tuple(
                {column.name: Found(column, row.get(column.name)) for column in one.columns}
                for row in value or ())))
        else:
            found.append(Found(one, value))
    return Form(kind, "王珂", "交/王珂.docx", tuple(found), "pass")


def read_back(house: House, form: Form, folder: Path):
    """What an input of the form holds, its pictures saved beside it."""
    names = {}
    for number, (at, found) in enumerate(pictures_in(form)):
        names[at] = f"{number}.png"
        (folder / names[at]).write_bytes(found.value.data)
    (folder / "form.yaml").write_text(form_input(form, names), encoding="utf-8")
    return load_input(folder / "form.yaml", house)


def plain(value):
    """Values without the names of pictures' files, and without what stands for nothing."""
    if isinstance(value, Picture):
        return value.data
    if isinstance(value, tuple):
        return tuple({name: plain(cell) for name, cell in row.items()} for row in rows_of(value)
                     ) or tuple(value)
    return value


CHARS = st.characters(exclude_categories=["Cs", "Cc", "Cn"], exclude_characters="\u2028\u2029\x85")
LINE = st.one_of(st.text(CHARS, max_size=30), st.sampled_from([
    "0510", "1e5", "null", "~", "yes", "否", "2026-03-20", "12:30", "a: b", "- a", "# a", "a # b",
    "{{ a }}", "[a]", "'a", '"a"', "a\\nb", "&a", "*a", "!a", "%a", "@a", "`a", "|", ">", "：", "a：b",
    "? a", "a,b", "{a", "\\", "=1+1", "<<", "---", "...", "\ufeffa"]))
TEXT = st.lists(LINE, min_size=1, max_size=4).map("\n".join)
MONTH = st.builds(Month, st.integers(1900, 2100), st.integers(1, 12))
NUMBER = st.integers(0, 10**6).map(lambda one: one / 100)
PICTURE = st.binary(max_size=8).map(lambda one: Picture("照片.png", PNG + one))
SAID = {
    "name": LINE, "story": TEXT, "count": st.integers(0, 10**9), "hours": NUMBER, "money": NUMBER,
    "day": st.dates(date(1900, 1, 1), date(2999, 12, 31)), "month": MONTH,
    "title": st.sampled_from(["初级", "中级", "副高/正高"]),
    "skills": st.sampled_from([("书法",), ("书法", "讲座/沙龙"), ("讲座/沙龙", "其他 (写明)")]),
    "in_post": st.booleans(), "phone": st.just("13800000000"),
    "id_number": st.just("990101198506150020"), "photo": PICTURE,
    "posts": st.lists(st.fixed_dictionaries({}, optional={
        "first": MONTH, "class": LINE, "prize": st.sampled_from(["一等奖", "二等奖"]), "what": TEXT,
        "points": NUMBER, "proof": PICTURE}), max_size=3),
    "opinion": TEXT}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(values=st.fixed_dictionaries({}, optional=SAID))
def test_what_a_form_says_reads_back_as_it_was(house, tmp_path, values):
    def clean(value):
        return value.strip() if isinstance(value, str) else value

    values = {name: tuple(cells for row in value if (cells := {
        key: clean(cell) for key, cell in row.items() if clean(cell) != ""}))
        if name == "posts" else clean(value) for name, value in values.items()}
    values = {name: value for name, value in values.items() if value not in ("", ())}
    plan = read_back(house, form_of(house, values), tmp_path)
    assert {name: plain(one) for name, one in plan.values.items()} == {
        name: plain(one) for name, one in values.items()}


def test_rows_that_the_kind_has_of_its_own_are_found_again(house, tmp_path):
    rows = [{"item": "出勤", "most": 10.0, "points": 9.5}, {"item": "活动", "most": 20.0}]
    plan = read_back(house, form_of(house, {"items": rows}), tmp_path)
    assert plan.values["items"] == ({"item": "出勤", "most": 10.0, "points": 9.5},
                                    {"item": "活动", "most": 20.0})


def test_numbers_stay_text_for_other_readers_of_yaml(house):
    text = form_input(form_of(house, {"name": "0510", "phone": "13800000000",
                                      "id_number": "990101198506150020"}), {})
    loaded = yaml.safe_load(text)
    assert (loaded["姓名"], loaded["电话"], loaded["身份证号"]) == (
        "0510", "13800000000", "990101198506150020")


def test_several_lines_are_written_as_lines(house):
    assert "经历: |\n  第一行\n\n    第二行\n" in form_input(
        form_of(house, {"story": "第一行\n\n  第二行"}), {})


def test_a_doubtful_value_is_marked_and_one_that_was_not_understood_is_left_to_a_person(
        house, tmp_path):
    kind = house.kind("all-types")
    form = form_of(
        house, {}, name=Found(kind.field_called("name"), "王珂", "王珂", ("另一处写的是“王柯”",)),
        month=Found(kind.field_called("month"), None, "去年\n六月", ("看不懂",)),
        posts=Found(kind.field_called("posts"), rows=({"first": Found(
            kind.field_called("posts").columns[0], None, "前年", ("“前年”看不懂",)),
            "class": Found(kind.field_called("posts").columns[1], "甲班")},)))
    text = form_input(form, {})
    assert "# 待核对：姓名：另一处写的是“王柯”\n姓名: 王珂\n" in text
    assert "# 待核对：年月：看不懂\n# 待核对：年月：原件上写的是“去年 六月”\n年月:\n" in text
    assert '  # 待核对：第1行起始年月：“前年”看不懂\n  - {"班级, 全称": 甲班}\n' in text
    assert read_back(house, form, tmp_path).values == {"name": "王珂", "posts": ({"class": "甲班"},)}


def test_an_opinion_that_nobody_wrote_is_not_asked_for(house):
    assert "学校意见" not in form_input(form_of(house, {}), {})


def test_a_file_name_cannot_break_out_of_its_comment(house):
    form = form_of(house, {})
    form = Form(form.kind, "", "交/a\nkind: other\u2028x.docx", form.found)
    assert yaml.safe_load(form_input(form, {}))["kind"] == "all-types"


def test_what_is_lacking_is_told_by_generate_at_its_line(tmp_path):
    kind = House().kind("host-application")
    form = Form(kind, "王珂", "王珂.docx", tuple(
        Found(one, "王珂" if one.name == "name" else None) for one in kind.fields))
    (tmp_path / "form.yaml").write_text(form_input(form, {}), encoding="utf-8")
    with pytest.raises(UserError) as raised:
        load_input(tmp_path / "form.yaml", House())
    lines = (tmp_path / "form.yaml").read_text("utf-8").split("\n")
    fault = next(one for one in raised.value.faults if "性别" in one.what)
    assert lines[fault.place.line - 1].startswith("性别:")


def test_a_period_is_written_as_it_is_read_back():
    kind = next(one for one in House().kinds if any(two.type == "period" for two in one.fields))
    field = next(one for one in kind.fields if one.type == "period")
    form = Form(kind, "", "a.docx", (Found(field, Period(Month(2025, 9), Month(2026, 7))),))
    assert f"{field.label}: 2025-09/2026-07\n" in form_input(form, {})
