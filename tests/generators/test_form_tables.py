"""Tables within a form: their label, their head, rows that are given and rows to fill in."""

from __future__ import annotations

import pytest

from plans.kinds import Field
from plans.periods import Month

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
BLANK = "\u3000"

POSTS = Field("posts", "班主任经历", "table", rows=4, columns=(
    Field("first", "起始年月", "month"), Field("class", "所带班级", "text")))
GIVEN = {"posts": ({"first": Month(2017, 9), "class": "17级护理1班"}, {"first": Month(2020, 9)})}
SCORES = Field("items", "考核评分", "table", columns=(
    Field("part", "一级指标", "text"), Field("item", "二级指标", "text"),
    Field("most", "分值", "integer"), Field("points", "得分", "number")), fixed=(
        {"part": "组织", "item": "制度", "most": "10"}, {"part": "组织", "item": "分工", "most": "10"},
        {"part": "活动", "item": "例会", "most": ""}))


def merges(made, column=0):
    found = []
    for row in made.xml().iter(f"{W}tr"):
        merge = list(row.iter(f"{W}tc"))[column].find(f"{W}tcPr/{W}vMerge")
        found.append("" if merge is None else merge.get(f"{W}val"))
    return found


def test_the_label_stands_at_the_left_of_all_rows(form):
    made = form(POSTS, values=GIVEN)
    assert made.rows() == [["班主任经历", "起始年月", "所带班级"], ["", "2017年9月", "17级护理1班"],
                           ["", "2020年9月", BLANK]]
    assert merges(made) == ["restart", "continue", "continue"]


def test_every_cell_is_tagged_with_its_table_and_column(form):
    tags = [one.get(f"{W}val") for one in form(POSTS, values=GIVEN).xml().iter(f"{W}tag")]
    assert tags == ["posts", "posts.first", "posts.class", "posts.first", "posts.class"]


@pytest.mark.parametrize(("values", "to_fill_in", "rows"), [
    ({}, True, 4), (GIVEN, True, 4), ({}, False, 1), (GIVEN, False, 2)])
def test_there_are_blank_rows_where_somebody_is_to_fill_them_in(values, to_fill_in, rows, form):
    made = form(POSTS, values=values, to_fill_in=to_fill_in)
    assert len(made.rows()) == 1 + rows


def test_only_the_first_blank_row_says_what_to_write(form):
    made = form(POSTS, to_fill_in=True)
    assert made.rows()[1:] == [["", "选择年月", "点击填写"], *[["", BLANK, BLANK]] * 3]


def test_word_offers_to_repeat_a_row(form):
    made = form(POSTS, values=GIVEN)
    section = made.controls()["posts"]
    assert section.find(f"{W}sdtPr/{W15}repeatingSection") is not None
    items = section.findall(f"{W}sdtContent/{W}sdt")
    assert [one.find(f"{W}sdtPr/{W15}repeatingSectionItem") is not None
            for one in items] == [True, True]
    assert [len(one.findall(f"{W}sdtContent/{W}tr")) for one in items] == [1, 1]
    assert not list(section.iter(f"{W}lock")), "a row with locked controls cannot be taken out"


def test_rows_of_the_kind_are_printed_and_the_rest_is_to_be_filled_in(form):
    made = form(SCORES, values={"items": (
        {"part": "组织", "item": "制度"}, {"part": "组织", "item": "分工", "points": 9.0},
        {"part": "活动", "item": "例会"})})
    assert made.rows()[1:] == [["", "组织", "制度", "10", BLANK], ["", "", "分工", "10", "9"],
                               ["", "活动", "例会", BLANK, BLANK]]
    tags = [one.get(f"{W}val") for one in made.xml().iter(f"{W}tag")]
    assert tags == ["items.points", "items.points", "items.most", "items.points"]


def test_cells_of_the_kind_that_say_the_same_are_one(form):
    assert merges(form(SCORES), 1) == ["", "restart", "continue", ""]
    assert merges(form(SCORES), 3) == ["", "", "", ""]


def columns_of(made):
    return [int(one.get(f"{W}w")) for one in made.xml().iter(f"{W}gridCol")]


def test_a_column_is_as_wide_as_the_kind_says(form):
    made = form(Field("all", "名单", "table", columns=(
        Field("a", "甲", "text", width=0.2), Field("b", "乙", "text", width=0.5),
        Field("c", "丙", "text"))), paper="landscape")
    widths = columns_of(made)
    assert [round(one / sum(widths), 1) for one in widths] == [0.2, 0.5, 0.3]


def test_a_number_takes_less_room_than_a_text(form):
    made = form(Field("all", "名单", "table", columns=(
        Field("a", "序号", "integer"), Field("b", "事由", "longtext"))), paper="landscape")
    number, text = columns_of(made)
    assert number * 2 < text


WIDE = Field("all", "申报人员", "table", columns=tuple(
    Field(f"c{number}", f"第{number}栏", "text") for number in range(7)))


@pytest.mark.parametrize(("field", "paper"), [(WIDE, "portrait"), (POSTS, "landscape")])
def test_a_sheet_takes_the_whole_width_and_repeats_its_head(field, paper, form):
    made = form(field, paper=paper)
    assert made.rows()[0] == [column.label for column in field.columns]
    first, *rest = made.xml().iter(f"{W}tr")
    assert first.find(f"{W}trPr/{W}tblHeader") is not None
    assert all(row.find(f"{W}trPr/{W}tblHeader") is None for row in rest)


def test_of_several_sheets_each_says_which_it_is(form):
    made = form(WIDE, Field("more", "其他人员", "table", columns=WIDE.columns))
    assert made.rows(0)[0] == ["申报人员"]
    assert made.rows(1)[0] == ["其他人员"]


def test_a_cell_longer_than_a_page_may_be_divided(form):
    made = form(POSTS, values={"posts": ({"class": "长" * 2000}, {"class": "短"})})
    whole = [row.find(f"{W}trPr/{W}cantSplit") is not None for row in made.xml().iter(f"{W}tr")]
    assert whole == [True, False, True]
