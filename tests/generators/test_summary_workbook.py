"""The summary of forms as a workbook: what a clerk sees in it, and what Excel makes of it."""

from __future__ import annotations

import io
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from generators.collected import Absent, Form, Found, Problem, Summary
from generators.summary_workbook import summary_workbook
from plans.kinds import PREFER, Condition, Field, Kind, Option
from plans.periods import Month
from plans.pictures import Picture

POSTS = Field("posts", "班主任经历", "table", columns=(
    Field("first", "起始年月", "month"), Field("class", "所带班级", "text")))
FIELDS = (Field("name", "姓名", "text"), Field("birth", "出生年月", "month"),
          Field("years", "年限", "integer"), Field("money", "经费", "money"),
          Field("day", "申报日期", "date"), Field("phone", "联系电话", "phone"),
          Field("in_post", "在岗", "yesno"), Field("photo", "照片", "picture"),
          Field("skills", "特长", "ticks", options=(Option("书法"), Option("篮球"))), POSTS,
          Field("opinion", "学校意见", "longtext", by="office"))
KIND = Kind("post-form", "岗位申报表", "form", 1, Path(), fields=FIELDS,
            conditions=(Condition("one", "posts", "带过两个班", PREFER),))
GIVEN = {"name": "王珂", "birth": Month(1985, 6), "years": 8, "money": 320.5,
         "day": date(2026, 3, 20), "phone": "13800000000", "in_post": True,
         "photo": Picture("照片.png", b""), "skills": ("书法", "篮球")}
FIRST = 4       # the row of the first person


ROWS = ({"first": Month(2017, 9), "class": "17级护理1班"},)


def form(person: str = "王珂", rows=ROWS, changed=(), **values) -> Form:
    """A form; `changed` are what is found otherwise, `values` go in place of those above."""
    given = GIVEN | {"name": person} | values
    found = {one.name: Found(one, given.get(one.name), str(given.get(one.name, "")), place="表1第2行第2列",
                             source="填写控件") for one in FIELDS if not one.columns}
    found["posts"] = Found(POSTS, rows=tuple(
        {name: Found(POSTS.column_called(name), value, str(value or "")) for name, value in row.items()}
        for row in rows))
    found |= {one.field.name: one for one in changed}
    return Form(KIND, person, f"交/{person}.docx", tuple(found[one.name] for one in FIELDS), "pass",
                f"../交/{person}.docx", ("带过两个班",), named_by="name")


def book_of(*forms: Form, problems=(), absent=None) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(summary_workbook(
        Summary(forms, tuple(problems), date(2026, 4, 1), absent))))


def column(sheet, label: str) -> str:
    return next(cell.column_letter for cell in sheet[FIRST - 1] if cell.value == label)


def cell(book, label: str, row: int = FIRST, sheet: str = "岗位申报汇总表"):
    return book[sheet][f"{column(book[sheet], label)}{row}"]


def texts(sheet) -> list[list[object]]:
    return [[one.value for one in row] for row in sheet.iter_rows(min_row=FIRST)]


def test_a_row_a_person_with_every_field_that_they_fill_in():
    sheet = book_of(form(), form("周明慧"))["岗位申报汇总表"]
    assert [one.value for one in sheet[3]] == [
        "序号", "姓名", "出生年月", "年限", "经费", "申报日期", "联系电话", "在岗", "照片", "特长", "班主任经历", "优先条件",
        "状态", "来源文件"]
    assert texts(sheet) == [
        [1, "王珂", "1985年6月", 8, 320.5, datetime(2026, 3, 20), "13800000000", "是", "有", "书法、篮球",
         "2017年9月 17级护理1班", "带过两个班", "通过", "交/王珂.docx"],
        [2, "周明慧", "1985年6月", 8, 320.5, datetime(2026, 3, 20), "13800000000", "是", "有",
         "书法、篮球", "2017年9月 17级护理1班", "带过两个班", "通过", "交/周明慧.docx"]]


def test_numbers_that_are_no_amounts_are_text_and_a_date_is_a_date():
    book = book_of(form())
    assert (cell(book, "联系电话").number_format, cell(book, "联系电话").data_type) == ("@", "s")
    assert cell(book, "年限").data_type == "n"
    assert cell(book, "申报日期").number_format == 'yyyy"年"m"月"d"日"'


@pytest.mark.parametrize("text", ["=1+1", "+86 1", "-", "@SUM(A1)", "=HYPERLINK(\"x\")", "#N/A"])
def test_what_somebody_typed_is_never_a_formula(text: str):
    book = book_of(form(text))
    found = cell(book, "姓名")
    assert (found.value, found.data_type) == (text, "s")
    assert found.quotePrefix or text == "#N/A"


def test_a_day_before_excel_counts_is_text():
    assert cell(book_of(form(day=date(1899, 12, 30))), "申报日期").value == "1899年12月30日"


def test_a_doubtful_cell_is_coloured_and_says_why():
    doubtful = Found(FIELDS[1], None, "八五年六月", ("“八五年六月”读不懂",))
    book = book_of(form(changed=[doubtful]))
    found = cell(book, "出生年月")
    assert (found.value, found.fill.fgColor.rgb) == ("八五年六月", "FFFFEB9C")
    assert found.comment.text == "“八五年六月”读不懂"
    assert cell(book, "姓名").comment is None
    assert cell(book, "姓名").fill.fgColor.rgb == "00000000"


def test_a_doubt_in_a_table_is_told_with_its_row():
    doubtful = Found(POSTS.columns[0], None, "去年", ("读不懂",))
    table = Found(POSTS, rows=({"first": doubtful},))
    book = book_of(form(changed=[table]))
    assert cell(book, "班主任经历").comment.text == "班主任经历 第1行 起始年月：读不懂"
    assert cell(book, "起始年月", sheet="班主任经历").comment.text == "读不懂"


def test_what_should_be_there_and_is_not_is_coloured_otherwise():
    book = book_of(form(changed=[Found(FIELDS[5], is_lacking=True)]))
    assert cell(book, "联系电话").comment.text == "没有填写"
    assert cell(book, "联系电话").fill.fgColor.rgb == "FFFBE5E1"


def test_each_table_has_a_sheet_with_the_names_in_front():
    rows = ({"first": Month(2017, 9), "class": "甲班"}, {"first": None, "class": None},
            {"first": Month(2020, 9), "class": "乙班"})
    sheet = book_of(form(rows=rows), form("周明慧", rows=()))["班主任经历"]
    assert texts(sheet) == [[1, "王珂", "2017年9月", "甲班", "交/王珂.docx"],
                            [2, "王珂", "2020年9月", "乙班", "交/王珂.docx"]]


def test_every_value_can_be_traced():
    book = book_of(form())
    rows = texts(book["出处"])
    assert ["王珂", "年限", "8", "8", "交/王珂.docx", "表1第2行第2列", "填写控件", None] in rows
    assert [row[1] for row in rows if "班主任经历" in row[1]] == [
        "班主任经历 第1行 起始年月", "班主任经历 第1行 所带班级"]
    assert not [row for row in rows if row[1] == "学校意见"]      # blank


def test_problems_and_who_is_missing_have_sheets_of_their_own():
    book = book_of(form(), problems=[Problem("交/王珂.docx", "没有盖章", "补盖", "王珂", "学校意见", "error")],
                   absent=(Absent("孟禾", "二系"),))
    assert texts(book["问题"]) == [[1, "交/王珂.docx", "王珂", "错误", "学校意见", "没有盖章", "补盖"]]
    assert [one.value for one in book["未提交"][3]] == ["序号", "姓名", "单位"]
    assert texts(book["未提交"]) == [[1, "孟禾", "二系"]]
    assert "未提交" not in book_of(form()).sheetnames


def test_without_a_form_there_is_still_what_is_wrong():
    book = book_of(problems=[Problem("交/通知.docx", "不是表", "拿走")], absent=())
    assert book.sheetnames == ["问题", "未提交"]


def test_kinds_have_a_sheet_each_and_sheets_of_one_name_are_numbered():
    other = Kind("other", "评比表", "form", 1, Path(), fields=FIELDS)
    second = form("周明慧")
    second = Form(other, second.person, second.file, second.found, second.status)
    assert book_of(form(), second).sheetnames == [
        "岗位申报汇总表", "评比汇总表", "班主任经历", "班主任经历 2", "问题", "出处"]


def test_it_is_filtered_and_printed_on_a4_with_its_labels_on_each_page():
    sheet = book_of(form())["岗位申报汇总表"]
    assert sheet.auto_filter.ref == "A3:N4"
    assert sheet.freeze_panes == "C4"
    assert (sheet.print_title_rows, sheet.print_title_cols) == ("$3:$3", "$A:$B")
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)


def test_the_same_forms_give_the_same_bytes():
    summary = Summary((form(),), (), date(2026, 4, 1))
    assert summary_workbook(summary) == summary_workbook(summary)


def test_a_note_has_a_column_only_where_there_is_one():
    noted = Form(KIND, "王珂", "交/王珂.docx", form().found, "pass", note="重复：交/王珂2.docx",
                 named_by="name")
    assert cell(book_of(noted), "备注").value == "重复：交/王珂2.docx"


def test_libreoffice_shows_it(soffice, tmp_path):
    source = tmp_path / "汇总.xlsx"
    source.write_bytes(summary_workbook(Summary((form("=1+1"),), (), date(2026, 4, 1))))
    text = soffice(source, "csv", tmp_path / "csv")
    assert "=1+1" in text.read_bytes().decode("utf-8", "replace")
    assert "13800000000" in text.read_bytes().decode("utf-8", "replace")
