"""Workbooks that departments hand in: a form laid out on a sheet, or a list with a row a person."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from checkers.document import Unreadable
from checkers.form_reading import answers_of
from checkers.form_reading.lists import people_in
from checkers.parts import document_of
from checkers.workbook import MAX_COLUMNS, read_workbook
from plans.kinds import Field, Kind, Option
from plans.periods import Calendar, Month

KIND = Kind("it", "登记表", "form", 1, Path(), fields=(
    Field("name", "姓名", "text"), Field("born", "出生年月", "month"),
    Field("title", "职称", "choice", options=(Option("初级"), Option("中级"))),
    Field("phone", "联系电话", "phone"), Field("story", "带班特色", "longtext"),
    Field("posts", "任职经历", "table", columns=(
        Field("first", "起始", "month"), Field("class", "所带班级", "text")))))


def made(fill) -> bytes:
    book = Workbook()
    fill(book.active)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def document(fill):
    return document_of(read_workbook(made(fill)))


def test_a_form_on_a_sheet_is_read_by_its_labels():
    def fill(sheet):
        for row in (["姓  名", "王珂", "出生年月", datetime(1985, 6, 1)], ["职称", "中级", "联系电话", 13800000000],
                    ["任职经历", "起始", "所带班级", None], [None, "2017.9", "17级1班", None],
                    [None, datetime(2020, 9, 1), "20级2班", None], ["带班特色", "从常规抓起。", None, None]):
            sheet.append(row)
        sheet.merge_cells("A3:A5")
        sheet.merge_cells("B6:D6")

    answers = answers_of(document(fill), KIND, Calendar()).by_field
    assert [answers[name].value for name in ("name", "born", "title", "phone", "story")] == [
        "王珂", Month(1985, 6), "中级", "13800000000", "从常规抓起。"]
    assert [(row["first"].value, row["class"].value) for row in answers["posts"].rows] == [
        (Month(2017, 9), "17级1班"), (Month(2020, 9), "20级2班")]
    assert (answers["born"].location.row, answers["born"].location.column) == (1, 4)


def test_a_list_gives_the_answers_of_each_person():
    def fill(sheet):
        sheet.append(["申报名册"])
        sheet.merge_cells("A1:E1")
        sheet.append(["序号", "姓名", "职称", "联系电话", "出生年月"])
        sheet.append([1, "王珂", "中级", 13800000000, "1985.6"])
        sheet.append([2, "周明慧", "特级", "13800000001", None])
        sheet.append([None, None, None, None, None])

    people = people_in(document(fill), KIND, Calendar())
    assert [one.by_field["name"].value for one in people] == ["王珂", "周明慧"]
    assert (people[1].by_field["title"].error, people[1].by_field["title"].text) == (
        "no-option", "特级")
    assert people[1].by_field["title"].location.row == 4


def test_a_blank_cell_says_nothing_and_a_row_that_counts_is_no_person():
    def fill(sheet):
        sheet.append(["姓名", "职称", "联系电话", "出生年月"])
        sheet.append(["王珂", None, "13800000000", "1985.6"])
        sheet.append(["周明慧", "中级", "13800000001", None])
        sheet.append([None, None, None, None])
        sheet.cell(5, 1, "共2人")

    people = people_in(document(fill), KIND, Calendar())
    assert [one.by_field["name"].text for one in people] == ["王珂", "周明慧"]
    assert (people[0].by_field["title"].state, people[0].by_field["title"].text) == ("blank", "")


def test_a_number_that_is_too_long_for_excel_is_shown_in_digits():
    table = document(lambda sheet: sheet.append(["身份证号", 9.90101198506151e17])).parts[0].blocks[0]
    assert table.rows[0][1].text == "990101198506151000"


def test_a_form_of_one_person_is_no_list():
    def fill(sheet):
        sheet.append(["姓名", "职称", "联系电话"])
        sheet.append(["王珂", "中级", "13800000000"])

    assert people_in(document(fill), KIND, Calendar()) == ()
    assert answers_of(document(fill), KIND, Calendar()).by_field["title"].value == "中级"


def test_a_look_that_reaches_to_the_end_of_the_sheet_is_no_content():
    def fill(sheet):
        sheet.append(["姓名", "王珂"])
        sheet.cell(row=1, column=MAX_COLUMNS + 5).number_format = "@"
        sheet.row_dimensions[9000].height = 20
        sheet.cell(row=9000, column=1).number_format = "@"

    assert answers_of(document(fill), KIND, Calendar()).by_field["name"].value == "王珂"


def test_a_sheet_beyond_the_limits_is_refused():
    def fill(sheet):
        sheet.cell(row=6000, column=1).value = "王珂"

    with pytest.raises(Unreadable) as caught:
        read_workbook(made(fill))
    assert caught.value.rule == "F005"


def test_what_is_no_workbook_is_damaged():
    with pytest.raises(Unreadable) as caught:
        read_workbook(b"PK\x03\x04 nothing")
    assert caught.value.rule == "F003"


def test_blank_cells_of_a_sheet_say_nothing_and_so_do_those_with_an_error():
    def fill(sheet):
        for row in (["姓名", None, "出生年月", "1985.6"], ["职称", "#N/A", "联系电话", None],
                    ["任职经历", "起始", "所带班级", None], [None, "2017.9", "17级1班", None],
                    [None, None, None, None], ["带班特色", None, None, None]):
            sheet.append(row)

    read = document(fill)
    assert "None" not in str([cell.text for table in read.parts[0].tables()
                              for row in table.rows for cell in row])
    answers = answers_of(read, KIND, Calendar()).by_field
    assert {name: answers[name].state for name in ("name", "title", "phone", "story")} == (
        dict.fromkeys(("name", "title", "phone", "story"), "blank"))
    assert len(answers["posts"].rows) == 1


def test_a_stray_blank_at_the_end_of_a_sheet_costs_no_time_and_no_form():
    def fill(sheet):
        sheet.append(["姓名", "王珂"])
        sheet["A1000000"] = sheet["XFD3"] = " "

    assert answers_of(document(fill), KIND, Calendar()).by_field["name"].value == "王珂"


def test_ranges_merged_over_the_whole_sheet_are_refused_before_they_fill_the_memory():
    out, whole = io.BytesIO(), made(lambda sheet: sheet.append(["姓名", "王珂"]))
    with zipfile.ZipFile(io.BytesIO(whole)) as given, zipfile.ZipFile(out, "w") as other:
        for name in given.namelist():
            other.writestr(name, given.read(name).replace(
                b"</sheetData>", b'</sheetData><mergeCells><mergeCell ref="A9:XFD1048576"/>'
                b"</mergeCells>"))
    with pytest.raises(Unreadable, match="F005"):
        read_workbook(out.getvalue())


def test_a_month_written_as_a_number_keeps_the_zero_that_is_seen():
    def fill(sheet):
        sheet.append(["姓名", "王珂", "出生年月", 1985.10])
        sheet["D1"].number_format = "0.00"

    assert answers_of(document(fill), KIND, Calendar()).by_field["born"].value == Month(1985, 10)
