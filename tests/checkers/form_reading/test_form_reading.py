"""What a form says is read back, whatever was done to it, and what is doubtful is told."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import docx
import pytest

from checkers.answers import BLANK, GIVEN, MISSING, Answer
from checkers.form_reading import answers_of
from checkers.submission import submission_of
from forms.data import picture
from forms.paper import (
    NAMESPACES,
    Photo,
    Xml,
    bookmark,
    control,
    old_box,
    old_field,
    paper,
)
from plans.kinds import Field, Kind, Option
from plans.periods import Calendar, Month
from plans.pictures import Picture

PNG = picture(Random(1))
LEVELS = (Option("校级"), Option("市级", ("设区市级",)), Option("省级"))
KIND = Kind("it", "登记表", "form", 1, Path(), fields=(
    Field("name", "姓名", "text", required=True),
    Field("gender", "性别", "choice", options=(Option("男"), Option("女"))),
    Field("born", "出生年月", "month", also=("出生日期",), help="如1985年6月"),
    Field("years", "班主任年限", "integer", unit="年"),
    Field("party", "入党时间", "month"),
    Field("post", "是否在岗", "yesno"),
    Field("duties", "兼任", "ticks", options=(Option("年级组长"), Option("教研组长"), Option("其他"))),
    Field("day", "申报日期", "date"),
    Field("phone", "联系电话", "phone"),
    Field("story", "带班特色", "longtext", help="300字左右"),
    Field("view", "系部意见", "longtext", by="office", signed=("负责人签字：", "（盖章）", "年    月    日")),
    Field("posts", "任职经历", "table", columns=(
        Field("first", "起始", "month"), Field("class", "所带班级", "text", required=True),
        Field("years", "年数", "integer"))),
    Field("prizes", "本人荣誉", "table", columns=(
        Field("date", "时间", "month"), Field("what", "名称", "text"),
        Field("level", "级别", "choice", options=LEVELS))),
    Field("wins", "班级荣誉", "table", columns=(
        Field("date", "时间", "month"), Field("what", "名称", "text"),
        Field("level", "级别", "choice", options=LEVELS))),
))


def read(*tables, lines=(), kind=KIND):
    document = submission_of(paper(*tables, lines=lines), "x.docx").document
    assert document
    return answers_of(document, kind, Calendar()).by_field


def one(label, cell, **options):
    """The answer in the cell beside a label."""
    bare = "".join(label.partition("（")[0].split()).strip("*：")
    field = next(each for each in KIND.fields if bare in each.names)
    return read([[label, cell]], **options)[field.name]


def doubts(answer: Answer):
    return [each.type for each in answer.doubts]


# What people write, and what it means.

@pytest.mark.parametrize(("label", "text", "value"), [
    ("姓名", "王珂", "王珂"), ("姓  名", " 王珂 ", "王珂"), ("姓名：", "王珂", "王珂"), ("*姓名", "王珂", "王珂"),
    ("姓\n名", "王珂", "王珂"), ("姓 名（与身份证一致）", "王珂", "王珂"),
    ("出生年月", "1985.6", Month(1985, 6)), ("出生日期", "1985年06月15日", Month(1985, 6)),
    ("出生年月", "一九八五年六月", Month(1985, 6)), ("出生年月", "198506", Month(1985, 6)),
    ("出生年月（如1985年6月）", "1985-6", Month(1985, 6)), ("入党\n时间", "2006.7", Month(2006, 7)),
    ("班主任年限", "8年", 8), ("班主任年限", "８", 8), ("班主任年限（年）", "八年", 8),
    ("性别", "女", "女"), ("性别", "□男 ☑女", "女"), ("性别", "男□ 女☑", "女"), ("性别", "口男 √女", "女"),
    ("是否在岗", "☐是√　☐否", True), ("是否在岗", "☐是 √☐否", False), ("是否在岗", "☐是 ☐√否", False),
    ("是否在岗", "☑是 □否", True), ("是否在岗", "否", False), ("是否在岗", "（ ）是（√）否", False),
    ("兼任", "☑年级组长 □教研组长 ☑其他", ("年级组长", "其他")), ("兼任", "教研组长", ("教研组长",)),
    ("兼任", "年级组长、教研组长", ("年级组长", "教研组长")),
    ("申报日期", "2026.3.20", date(2026, 3, 20)), ("申报日期", "二〇二六年三月二十日", date(2026, 3, 20)),
    ("入党时间", "2018年9月至今", Month(2018, 9)), ("入党时间", "2018.9—现在", Month(2018, 9)),
    ("联系电话", "138 0000-0000", "13800000000"), ("联系电话", "(0571) 86660000", "057186660000"),
    ("带班特色", "第一段。\n第二段。", "第一段。\n第二段。"),
    ("系部意见", "同意推荐。\n负责人签字：张明\n（盖章）\n2026年3月20日", "同意推荐。")])
def test_a_value_is_read_as_it_was_meant(label, text, value):
    answer = one(label, text)
    assert (answer.state, answer.value, answer.error, answer.doubts) == (GIVEN, value, "", ())
    assert answer.source == "table"


@pytest.mark.parametrize(("label", "text"), [
    ("姓名", ""), ("姓名", "____"), ("班主任年限", "    年"), ("申报日期", "   年   月   日"),
    ("是否在岗", "□是 □否"), ("性别", "口男 口女"), ("入党时间", "至今"), ("入党时间", "迄今"),
    ("系部意见", "负责人签字：        （盖章）\n年    月    日"), ("系部意见", "\n\n负责人签字：\n（盖章）\n  年  月  日")])
def test_a_box_that_nobody_filled_in_is_blank(label, text):
    assert (one(label, text).state, one(label, text).value) == (BLANK, None)


@pytest.mark.parametrize(("label", "text", "left"), [
    ("出生年月", "如1985年6月", "如1985年6月"), ("带班特色", "300字左右", "300字左右"),
    ("姓名", "【待填：姓名】", "【待填：姓名】"), ("姓名", "点击填写", "点击填写"), ("姓名", "单击或点击此处输入文字", "单击或点击此处输入文字")])
def test_a_prompt_that_was_left_is_no_value(label, text, left):
    assert (one(label, text).state, one(label, text).left) == (BLANK, left)


def test_a_prompt_left_before_the_value_is_told_and_the_value_is_read():
    answer = one("带班特色", "300字左右从常规抓起，让学生自己管理。")
    assert (answer.value, answer.left) == ("从常规抓起，让学生自己管理。", "300字左右")
    assert (one("姓名", "点击填写王珂").value, one("姓名", "点击填写王珂").left) == ("王珂", "点击填写")


@pytest.mark.parametrize(("label", "text", "error"), [
    ("出生年月", "85年6月", "not-understood"), ("班主任年限", "很多年", "not-understood"),
    ("性别", "保密", "no-option"), ("联系电话", "1380000000", "not-understood"),
    ("申报日期", "2026年13月1日", "not-understood"), ("性别", "☑男 ☑女", "ticks")])
def test_what_means_nothing_is_an_error_or_a_doubt(label, text, error):
    answer = one(label, text)
    assert (answer.error, answer.value, answer.text) == (error, None, text)


@pytest.mark.parametrize(("label", "text", "value"), [
    ("班主任年限", "约8年多", 8), ("兼任", "年级组长、食堂管理", ("年级组长",)), ("出生年月", "1985年6月生", Month(1985, 6)), ("性别", "女（已婚）", "女"),
    ("联系电话", "13800000000（微信同号）", "13800000000")])
def test_a_value_within_other_words_is_read_and_doubtful(label, text, value):
    assert (one(label, text).value, doubts(one(label, text))) == (value, ["part"])


@pytest.mark.parametrize("text", ["非女", "不是女性", "未定"])
def test_a_word_that_is_denied_is_no_answer(text):
    assert (one("性别", text).value, one("性别", text).error) == (None, "no-option")


def test_two_lines_in_a_box_for_one_are_doubtful():
    assert (one("姓名", "江城\n实验").value, doubts(one("姓名", "江城\n实验"))) == ("江城实验", ["unclear"])


@pytest.mark.parametrize("text", ["□是 □否  是", "是 √ 否"])
def test_a_tick_that_may_belong_to_either_side_is_doubtful(text):
    assert doubts(one("是否在岗", text)) == ["unclear"]


# Where it stands.

def test_labels_side_by_side_have_their_boxes_to_the_right():
    answers = read([["姓名", "王珂", "性别", "女"], ["班主任年限", "8", "联系电话", "13800000000"]])
    assert [answers[name].value for name in ("name", "gender", "years", "phone")] == [
        "王珂", "女", 8, "13800000000"]
    assert (answers["years"].location.table, answers["years"].location.row,
            answers["years"].location.column) == (1, 2, 2)


def test_labels_over_their_boxes_are_read_downwards():
    answers = read([["姓名", "性别", "班主任年限"], ["王珂", "女", "8"]])
    assert [answers[name].value for name in ("name", "gender", "years")] == ["王珂", "女", 8]


def test_values_behind_labels_on_a_line_are_read():
    answers = read(lines=["姓名：__王珂__  性别：女   联系电话：138 0000 0000", "班主任年限（满几年写几）：8年"])
    assert [(answers[name].value, answers[name].source) for name in ("name", "gender", "phone")] == [
        ("王珂", "inline"), ("女", "inline"), ("13800000000", "inline")]
    assert answers["years"].value == 8


def test_a_photo_s_label_stands_in_its_own_box_and_claims_no_text_below():
    kind = replace(KIND, fields=(*KIND.fields, Field("photo", "照片", "picture")))
    answers = read([["姓名", "王珂", "照片"], ["兼任", "☑年级组长 □其他", "←"]], kind=kind)
    assert (answers["photo"].state, answers["photo"].text) == (BLANK, "")
    assert answers["duties"].value == ("年级组长",)


@pytest.mark.parametrize("label", ["照片", "照片：", ""])
def test_a_photo_in_the_box_of_its_label_is_the_photo(label):
    kind = replace(KIND, fields=(*KIND.fields, Field("photo", "照片", "picture")))
    answer = read([["姓名", "王珂", [label, Photo(PNG)]]], kind=kind)["photo"]
    assert (answer.state, answer.doubts) == (GIVEN, ())
    assert answer.value.looks_like(Picture("", PNG))


def test_a_label_within_another_word_is_none():
    assert read(lines=["学生姓名：李强"])["name"].state == MISSING


def test_a_field_without_a_place_is_missing():
    assert read([["姓名", "王珂"]])["gender"].state == MISSING


def test_a_label_that_stands_twice_with_two_values_is_doubtful():
    answers = read([["姓名", "王珂"], ["姓名", "周明慧"]])
    assert (answers["name"].value, doubts(answers["name"])) == ("王珂", ["twice"])
    assert doubts(read([["姓名", "王珂"], ["姓名", "王珂"]])["name"]) == []
    assert doubts(read([["姓名", "王珂"], ["姓名", ""]])["name"]) == []


def test_a_box_cut_into_two_is_joined_and_doubtful():
    answer = read([["姓名", "王", "珂"], ["班主任年限", "8", ""]])["name"]
    assert (answer.value, doubts(answer)) == ("王珂", ["unclear"])


def test_text_in_the_cell_beside_the_box_is_read_and_doubtful():
    answer = read([["姓名", "", "王珂", "性别", "女"]])["name"]
    assert (answer.value, doubts(answer)) == ("王珂", ["beside"])


def test_label_and_value_in_one_cell_are_told_apart():
    answers = read([["姓名\n王珂", "←", "性别\n女", "←"]])
    assert (answers["name"].value, answers["gender"].value) == ("王珂", "女")
    assert doubts(answers["name"]) == ["moved"]


# Controls, old fields and bookmarks.

def test_a_control_speaks_for_its_field():
    answer = read([["姓名", control("name", "王珂")]])["name"]
    assert (answer.value, answer.source, answer.doubts) == ("王珂", "control", ())


def test_a_control_is_found_where_its_label_is_gone():
    assert read([["这里", control("name", "王珂")]])["name"].value == "王珂"


def test_a_prompt_in_a_control_is_blank():
    answer = read([["姓名", control("name", "点击填写", prompt=True)]])["name"]
    assert (answer.state, answer.left) == (BLANK, "")


def test_text_typed_beside_an_empty_control_is_the_value():
    answer = read([["姓名", [control("name", "点击填写", prompt=True), "王珂"]]])["name"]
    assert (answer.value, answer.source) == ("王珂", "table")


def test_text_typed_beside_a_filled_control_is_doubtful():
    answer = read([["班主任年限", [control("years", "8"), "年半"]]])["years"]
    assert (answer.value, doubts(answer)) == (8, ["beside"])
    assert doubts(read([["班主任年限", [control("years", "8"), "年"]]])["years"]) == []


def test_a_date_is_what_people_see_whatever_day_is_kept_behind_it():
    for kept in ("2026-03-20", "2026-03-21"):
        answer = read([["申报日期", control("day", "2026年3月21日", day=kept)]])["day"]
        assert (answer.value, answer.doubts) == (date(2026, 3, 21), ())


def test_the_day_kept_behind_a_date_helps_where_its_text_says_nothing():
    answer = read([["申报日期", control("day", "三月下旬", day="2026-03-20")]])["day"]
    assert (answer.value, doubts(answer)) == (date(2026, 3, 20), ["differs"])


def test_boxes_to_tick_are_read_from_their_controls():
    cell = [control("post/是", "☐", box=False), "是  ", control("post/否", "☑", box=True), "否"]
    answer = read([["是否在岗", cell]])["post"]
    assert (answer.value, answer.source, answer.doubts) == (False, "control", ())


def test_a_tick_typed_beside_an_empty_box_is_read():
    cell = [control("post/是", "☐", box=False), "√是  ", control("post/否", "☐", box=False), "否"]
    assert read([["是否在岗", cell]])["post"].value is True


def test_two_controls_of_one_field_that_differ_are_doubtful():
    answer = read([["姓名", control("name", "王珂")], ["姓名", control("name", "周明慧")]])["name"]
    assert "twice" in doubts(answer)


def test_a_control_and_another_box_that_differ_are_doubtful():
    answer = read([["姓名", "周明慧", "备用", control("name", "王珂")]])["name"]
    assert doubts(answer) == ["differs"]


@pytest.mark.parametrize("name", ["name", "姓名"])
def test_an_old_form_field_and_a_bookmark_speak(name):
    assert (read([["这里", old_field(name, "王珂")]])["name"].value,
            read([["这里", old_field(name, "王珂")]])["name"].source) == ("王珂", "legacy")
    assert (read([["这里", bookmark(name, "王珂")]])["name"].value,
            read([["这里", bookmark(name, "王珂")]])["name"].source) == ("王珂", "bookmark")


def test_a_box_of_an_old_form_is_read_with_the_words_beside_it():
    cell = [old_box("a", True), "是 ", old_box("b", False), "否"]
    assert read([["是否在岗", cell]])["post"].value is True


# Tables.

POSTS = [["任职经历", "起始", "所带班级", "年数"],
         ["↑", "2017.9", "17级1班", "3"],
         ["↑", "2020.9", "20级2班", "3年"],
         ["↑", "", "", ""]]


def rows(answer):
    return [{name: cell.value for name, cell in row.items()} for row in answer.rows]


def test_the_rows_of_a_table_are_read_and_blank_ones_left_out():
    answer = read(POSTS)["posts"]
    assert rows(answer) == [{"first": Month(2017, 9), "class": "17级1班", "years": 3},
                            {"first": Month(2020, 9), "class": "20级2班", "years": 3}]
    assert answer.rows[1]["class"].location.row == 3


def test_a_table_that_nobody_filled_in_is_blank():
    assert read([POSTS[0], POSTS[3], ["↑", "无", "", ""]])["posts"].state == BLANK


def test_added_rows_are_read_with_or_without_the_merged_label():
    added = [*POSTS[:3], ["↑", "2023.9", "23级1班", "2"], ["", "2025.9", "25级1班", "1"],
             ["姓名", "王珂", "←", "←"]]
    answers = read(added)
    assert len(answers["posts"].rows) == 4
    assert answers["name"].value == "王珂"


def test_swapped_columns_are_read_by_their_labels():
    swapped = [[row[0], row[2], row[1], row[3]] for row in POSTS]
    assert rows(read(swapped)["posts"]) == rows(read(POSTS)["posts"])


PRIZES = ["时间", "名称", "级别"]


def test_tables_with_equal_columns_are_told_apart_by_their_own_labels():
    answers = read([["班级荣誉", *PRIZES], ["↑", "2022.5", "先进班集体", "市级"],
                    ["本人荣誉", *PRIZES], ["↑", "2023.9", "优秀班主任", "校级"]])
    assert [row["what"].value for row in answers["wins"].rows] == ["先进班集体"]
    assert [row["what"].value for row in answers["prizes"].rows] == ["优秀班主任"]
    assert answers["wins"].doubts == ()


def test_a_table_without_its_label_among_equal_ones_is_doubtful():
    answers = read([PRIZES, ["2023.9", "优秀班主任", "校级"]])
    found = [answers[name] for name in ("prizes", "wins") if answers[name].rows]
    assert len(found) == 1
    assert doubts(found[0]) == ["unclear"]


def test_a_label_over_the_table_is_its_label():
    answers = read([["班级荣誉", "←", "←"], PRIZES, ["2022.5", "先进班集体", "市级"]])
    assert len(answers["wins"].rows) == 1
    assert answers["wins"].doubts == ()


def test_a_cell_merged_over_columns_is_doubtful():
    merged = [*POSTS[:2], ["↑", "2020.9 20级2班 3", "←", "←"]]
    row = read(merged)["posts"].rows[1]
    assert {name: cell.value for name, cell in row.items()} == {
        "first": Month(2020, 9), "class": "20级2班", "years": 3}
    assert all(cell.doubts for cell in row.values())


def test_controls_in_rows_are_read_by_row():
    answer = read([["任职经历", "起始", "所带班级", "年数"],
                   ["↑", control("posts.first", "2017年9月"), control("posts.class", "17级1班"),
                    control("posts.years", "3")],
                   ["↑", control("posts.first", "点击填写", prompt=True), "20级2班", ""]])["posts"]
    assert rows(answer) == [{"first": Month(2017, 9), "class": "17级1班", "years": 3},
                            {"first": None, "class": "20级2班", "years": None}]
    assert answer.rows[0]["first"].source == "control"


def test_rows_are_found_by_their_controls_where_the_labels_are_gone():
    answer = read([["一", control("posts.first", "2017年9月"), control("posts.class", "17级1班")],
                   ["二", control("posts.first", "2020年9月"), control("posts.class", "20级2班")]])
    assert [row["class"].value for row in answer["posts"].rows] == ["17级1班", "20级2班"]


def test_a_column_of_another_name_is_doubtful_where_one_of_ours_is_missing():
    table = [["任职经历", "起始", "所带班级", "带了几年"], ["↑", "2017.9", "17级1班", "3"]]
    answer = read(table)["posts"]
    assert ([one.text for one in answer.doubts], len(answer.rows)) == (["带了几年"], 1)
    table[1][3] = ""
    assert read(table)["posts"].doubts == ()


def test_rows_that_go_on_in_the_next_table_belong_to_the_table():
    answers = read(POSTS[:3], [["", "2023.9", "23级1班", "2"], ["姓名", "王珂", "性别", "女"]])
    assert [row["class"].value for row in answers["posts"].rows] == ["17级1班", "20级2班", "23级1班"]
    assert answers["name"].value == "王珂"


def test_a_next_table_that_says_something_else_is_another():
    answers = read(POSTS[:3], [["备注", "2023.9", "23级1班", "2"]])
    assert len(answers["posts"].rows) == 2


def test_a_long_text_after_the_table_is_no_row_of_it():
    answers = read([*POSTS, ["带班特色", "从常规抓起，让学生自己管理。", "←", "←"]])
    assert len(answers["posts"].rows) == 2
    assert answers["story"].value == "从常规抓起，让学生自己管理。"


def test_a_row_of_scalars_is_no_head_of_a_table():
    answers = read([["姓名", "王珂", "时间", "2026.3"], ["性别", "女", "名称", "无"]])
    assert (answers["prizes"].state, answers["name"].value) == (MISSING, "王珂")


def test_labels_that_we_do_not_know_end_a_box():
    answers = read([["姓名", "王珂", "籍贯", "江城"], ["性别", "", "健康状况", "良好"],
                    ["班主任年限", "8", "健康状况", ""]])
    assert [(answers[name].value, answers[name].doubts) for name in ("name", "gender", "years")] == [
        ("王珂", ()), (None, ()), (8, ())]


# What other schools print, and what breaks a reader.

def test_labels_that_only_differ_in_brackets_are_two():
    kind = replace(KIND, fields=(
        Field("one", "成绩（上学期）", "number"), Field("two", "成绩（下学期）", "number"),
        Field("marks", "评分", "table", columns=(
            Field("name", "姓名", "text"), Field("first", "得分（自评）", "number"),
            Field("second", "得分（互评）", "number")))))
    answers = read([["成绩（上学期）", "80", "成绩(下学期)", "90"], ["成绩", "70", "成绩（补考）", "60"]],
                   [["评分", "←", "←"], ["姓名", "得分（自评）", "得分（互评）"], ["王珂", "8", "9"]],
                   kind=kind)
    assert (answers["one"].value, answers["two"].value) == (80, 90)
    assert answers["one"].doubts == answers["two"].doubts == ()
    row = answers["marks"].rows[0]
    assert (row["first"].value, row["second"].value) == (8, 9)


@pytest.mark.parametrize("total", [
    ["合计", "17级1班", "9"], ["合  计：", "", "9"], ["合计：9年", "←", "←"], ["", "小计", "9"]])
def test_a_total_below_the_rows_is_none_of_them(total):
    answers = read([["任职经历", "←", "←"], ["起始", "所带班级", "年数"], ["2017.9", "17级1班", "3"],
                    ["2020.9", "20级2班", "6"], total])
    assert [row["years"].value for row in answers["posts"].rows] == [3, 6]


def test_what_is_said_ten_times_is_doubted_once():
    answers = read([["姓名", control("name", one)] for one in ["王珂", *["周明慧"] * 10, "陈明远"]])
    assert [each.text for each in answers["name"].doubts if each.type == "twice"] == [
        "周明慧", "陈明远"]


def test_bookmarks_and_fields_that_never_end_are_no_places_and_cost_no_time():
    begun = Xml(f"<w:x {NAMESPACES}>" + "".join(
        f'<w:bookmarkStart w:id="{n}" w:name="mark{n}"/><w:bookmarkStart w:id="x" w:name="name"/>'
        f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="f{n}"/></w:ffData>'
        '</w:fldChar></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        for n in range(3000)) + "</w:x>")
    answers = read([["姓名", "王珂"]], [["性别", "女"]], lines=[[begun], *["第一行"] * 300])
    assert (answers["name"].value, answers["gender"].value) == ("王珂", "女")


def test_a_line_above_a_table_says_which_one_it_is():
    book = docx.Document(io.BytesIO(paper(
        [["时间", "名称", "级别"], ["2023.9", "优秀班主任", "市级"]],
        [["时间", "名称", "级别"], ["2022.5", "先进班集体", "省级"]])))
    first, second = book.tables
    first._tbl.addprevious(book.add_paragraph("二、班级荣誉")._p)
    second._tbl.addprevious(book.add_paragraph("（三）本人荣誉：")._p)
    out = io.BytesIO()
    book.save(out)
    read_back = submission_of(out.getvalue(), "x.docx").document
    answers = answers_of(read_back, KIND, Calendar()).by_field
    assert [(name, answers[name].rows[0]["what"].value, answers[name].doubts)
            for name in ("wins", "prizes")] == [("wins", "优秀班主任", ()), ("prizes", "先进班集体", ())]


@pytest.mark.parametrize("is_cut", [False, True])
def test_labels_of_columns_that_stand_once_more_may_go_on_with_the_table_above(is_cut):
    first = [["本人荣誉", "←", "←"], ["时间", "名称", "级别"], ["2023.9", "优秀班主任", "市级"]]
    again = [["时间", "名称", "级别"], ["2022.9", "先进工作者", "市级"]]
    answers = read(first, again) if is_cut else read([*first, *again])
    assert [row["what"].value for row in answers["prizes"].rows] == ["优秀班主任"]
    assert [(each.type, each.text) for each in answers["wins"].doubts] == [("unclear", "本人荣誉")]


def test_options_too_long_for_their_tags_are_told_apart_by_what_is_to_be_seen():
    both = "按时参加学校组织的各项活动并交齐记录" * 4
    options = (Option(both + "五次"), Option(both + "十次"))
    kind = replace(KIND, fields=(Field("done", "表现", "ticks", options=options),))
    boxes = [piece for one, is_on in zip(options, (False, True), strict=True) for piece in (
        control(f"done/{one.name}"[:64], "☑" if is_on else "☐", box=is_on), one.name)]
    assert read([["表现", boxes]], kind=kind)["done"].value == (options[1].name,)


# A box alone.

LIST = Kind("list", "自查表", "report", 1, Path(), fields=(
    Field("items", "自查项目", "table", columns=(
        Field("item", "检查项目", "longtext", required=True), Field("own", "自查", "tickbox"),
        Field("note", "备注", "text"))),))


@pytest.mark.parametrize(("cell", "value"), [
    ("☑", True), ("□√", True), ("√", True), ("✔", True), ("☒", True), ("■", True), ("是", True),
    ("有", True), ("V", True), ("☑ 是", True), ("已完成", True), ("×", False), ("□×", False),
    ("✗", False), ("否", False), ("无", False), ("□否", False), ("□", None), ("☐", None),
    ("口", None), ("", None)])
def test_what_stands_in_a_box_alone(cell, value):
    rows = read([["检查项目", "自查", "备注"], ["写有目标", cell, "好"]], kind=LIST)["items"].rows
    assert (rows[0]["own"].value, rows[0]["own"].has_doubts) == (value, False)


@pytest.mark.parametrize(("cell", "value", "error"), [
    ("？", None, "not-understood"), ("☑×", None, "not-understood"),
    ("☑否", None, "not-understood"),
    ("等盖章", None, "not-understood"), ("☑等盖章", True, "")])
def test_what_is_not_clear_in_a_box_alone_is_asked_about(cell, value, error):
    rows = read([["检查项目", "自查", "备注"], ["写有目标", cell, ""]], kind=LIST)["items"].rows
    assert (rows[0]["own"].value, rows[0]["own"].error) == (value, error)
    assert rows[0]["own"].has_doubts
