"""Tables of people: rows read as they are seen, whoever wrote the file and however."""

from __future__ import annotations

import csv
import io
import re
import tracemalloc
import zipfile
from datetime import date, datetime, time
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from plans import workbook_package
from plans.errors import UserError
from plans.tables import Row, open_table, rows_of

KNOWN = ("姓名", "单位", "编号")
ONE_CELL = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12).filter(
    lambda text: not ILLEGAL_CHARACTERS_RE.search(text)
    and not re.search("[\ufffe\uffff\u2028\u2029]|_x[0-9A-Fa-f]{4}_|^=", text)).map(str.strip)


def values(row: Row) -> dict[str, str]:
    return {key.text: value.text for key, value in row.entries}  # type: ignore[union-attr]


def read(path: Path, known=KNOWN, sheet: str | None = None) -> list[dict[str, str]]:
    return [values(row) for row in rows_of(path, sheet, known)]


def faults_of(path: Path, known=KNOWN, sheet: str | None = None) -> list[str]:
    with pytest.raises(UserError) as caught:
        read(path, known, sheet)
    return [str(fault).removeprefix(str(path)).lstrip(": ") for fault in caught.value.faults]


@pytest.fixture
def book(tmp_path: Path):
    """A workbook of these rows; `edit` may change its sheet before it is saved."""
    def build(*rows, edit=None, name: str = "名单.xlsx") -> Path:
        made = openpyxl.Workbook()
        sheet = made.active
        for row in rows:
            sheet.append(row)
        if edit:
            edit(sheet)
        made.save(tmp_path / name)
        return tmp_path / name
    return build


@pytest.fixture
def text(tmp_path: Path):
    def build(content: str | bytes, name: str = "名单.csv") -> Path:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path
    return build


def with_part(path: Path, part: str, change) -> Path:
    """The workbook with one part of its zip changed."""
    parts = {info.filename: zipfile.ZipFile(path).read(info)
             for info in zipfile.ZipFile(path).infolist()}
    parts[part] = change(parts.get(part, b""))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


# What is read

def test_each_value_knows_its_label_and_its_cell(book) -> None:
    path = book(["姓名", "单位"], ["王珂", "江城实验学校"])
    with open_table(path, KNOWN, name="名单.xlsx") as table:
        assert (table.path, table.sheet) == ("名单.xlsx", "Sheet")
        assert [label.text for label in table.header] == ["姓名", "单位"]
        [row] = table.rows
    assert row.number == 2
    [(key, value), (_, unit)] = row.entries
    assert (str(key.place), str(value.place), str(unit.place)) == (
        "名单.xlsx:Sheet:A1", "名单.xlsx:Sheet:A2", "名单.xlsx:Sheet:B2")
    assert (value.place.line, unit.place.column) == (2, 2)


@pytest.mark.parametrize(("value", "number_format", "seen"), [
    ("0510", "@", "0510"), (2026.0, "General", "2026"), (510, "0000", "0510"),
    (0.1 + 0.2, "General", "0.3"), (86.5, "0", "86.5"), (0.85, "0%", "0.85"),
    (1200, "#,##0.00", "1200"), (-0.0, "General", "0"), (1e-7, "General", "0.0000001"),
    (True, "General", "是"), (False, "General", "否"),
    (date(2026, 3, 20), 'yyyy"年"m"月"d"日"', "2026-03-20"),
    (datetime(2026, 3, 1), 'yyyy"年"m"月"', "2026-03"),
    (datetime(2026, 3, 20), 'm"月"d"日"', "2026-03-20"),
    (datetime(2026, 3, 20, 14, 30), "yyyy-mm-dd hh:mm", "2026-03-20 14:30"),
    (time(8, 5), "h:mm", "08:05"), ("  王珂　", "@", "王珂"), ("第一行\n第二行", "@", "第一行\n第二行"),
    ("2026-03", "@", "2026-03"), (None, "General", ""),
])
def test_a_value_is_the_text_that_a_person_sees(book, value, number_format, seen) -> None:
    def edit(sheet) -> None:
        sheet["B2"].value = value
        sheet["B2"].number_format = number_format
    assert read(book(["姓名", "值"], ["王珂"], edit=edit)) == [{"姓名": "王珂", "值": seen}]


def test_a_date_in_a_format_that_only_chinese_excel_names_is_a_date(book) -> None:
    def edit(sheet) -> None:
        sheet["B2"].value, sheet["B2"].number_format = 46101, "yyyy-mm-dd"
    path = book(["姓名", "生日"], ["王珂"], edit=edit)
    for code, seen in ((b"31", "2026-03-20"), (b"57", "2026-03")):
        with_part(path, "xl/styles.xml", lambda old, new=code: re.sub(
            rb'numFmtId="(?!0")\d+"(?= fontId)', b'numFmtId="' + new + b'"', old))
        assert read(path) == [{"姓名": "王珂", "生日": seen}]


def test_a_formula_has_the_value_that_was_calculated(book, soffice, tmp_path) -> None:
    path = book(["姓名", "和", "空"], ["王珂", "=1+1", '=IF(1=1,"","x")'])
    assert faults_of(path) == [
        f"Sheet:{cell}2: the formula has no value: it was never calculated" for cell in "BC"]
    assert read(soffice(path, "xlsx", tmp_path / "out")) == [{"姓名": "王珂", "和": "2", "空": ""}]


def test_an_error_and_a_number_without_its_last_digits_are_told_at_the_cell(book) -> None:
    path = book(["姓名", "单位", "证号"], ["王珂", "#N/A", 420101198001011234], ["周明", "一中", "4201"])
    first, second = rows_of(path, known=KNOWN)
    assert [(fault.place.cell, fault.what) for fault in first.faults] == [
        ("Sheet:B2", "the cell shows the error #N/A"),
        ("Sheet:C2", "the number has lost its last digits: Excel keeps 15")]
    assert values(first) == {"姓名": "王珂", "单位": "", "证号": ""}
    assert not second.faults


def test_blank_rows_are_passed_over_and_hidden_ones_are_not(book) -> None:
    def edit(sheet) -> None:
        sheet.row_dimensions[4].hidden = True
        sheet["A300"].number_format = "@"
    path = book(["姓名"], ["  "], [None], ["王珂"], [], ["周明"], edit=edit)
    assert [(row.number, values(row)) for row in rows_of(path, known=KNOWN)] == [
        (4, {"姓名": "王珂"}), (6, {"姓名": "周明"})]


def test_a_cell_merged_over_rows_stands_for_each_of_them(book) -> None:
    def edit(sheet) -> None:
        sheet.merge_cells("B2:B3")
        sheet.merge_cells("C2:C40")
    path = book(["姓名", "单位", "备注"], ["王珂", "一中", "注"], ["周明"], ["方立", "二中"], edit=edit)
    assert [tuple(row.values()) for row in read(path)] == [
        ("王珂", "一中", "注"), ("周明", "一中", "注"), ("方立", "二中", "注")]


def test_dimensions_that_are_wrong_hide_no_row(book) -> None:
    path = with_part(book(["姓名", "单位"], ["王珂", "一中"]), "xl/worksheets/sheet1.xml",
                     lambda old: re.sub(rb'<dimension ref="[^"]*"/>', b'<dimension ref="A1"/>', old))
    assert read(path) == [{"姓名": "王珂", "单位": "一中"}]


# Where the header is

@pytest.mark.parametrize("label", ["姓  名", "姓名：", "*姓名", "姓\n名", "姓名（必填）", "姓 名*"])
def test_a_label_is_known_however_it_is_laid_out(book, label: str) -> None:
    assert read(book([label, "职 务："], ["王珂", "班主任"])) == [{"姓名": "王珂", "职务": "班主任"}]


def test_titles_and_notes_above_the_header_are_passed_over(book) -> None:
    def edit(sheet) -> None:
        sheet.merge_cells("A1:C1")
    path = book(["2026年班主任名单"], ["单位：", "一中", "3月"], [], ["序号", "姓名", "单位"],
                [1, "王珂", "一中"], edit=edit)
    assert read(path) == [{"序号": "1", "姓名": "王珂", "单位": "一中"}]


def test_without_known_labels_the_first_row_of_two_cells_is_the_header(book) -> None:
    path = book(["2026年名单"], ["甲", "乙"], ["1", "2"])
    assert read(path, known=()) == [{"甲": "1", "乙": "2"}]


def test_a_header_of_two_rows_is_read_as_a_person_reads_it(book) -> None:
    def edit(sheet) -> None:
        sheet.merge_cells("A1:A2")
        sheet.merge_cells("B1:C1")
    path = book(["姓名", "成绩"], [None, "语文", "数学"], ["王珂", 90, 95], edit=edit)
    assert read(path) == [{"姓名": "王珂", "语文": "90", "数学": "95"}]


def test_two_columns_with_notes_are_two_columns(book) -> None:
    path = book(["姓名", "单位（现）", "单位（原）"], ["王珂", "一中", "二中"])
    assert read(path) == [{"姓名": "王珂", "单位（现）": "一中", "单位（原）": "二中"}]


def test_a_column_without_a_label_is_left_out(book) -> None:
    path = book(["姓名", None, "单位"], ["王珂", "随手记", "一中"], [None, "只有这个", None])
    assert read(path) == [{"姓名": "王珂", "单位": "一中"}]


def test_a_column_that_is_there_twice_is_told_with_all_others(book) -> None:
    assert faults_of(book(["姓名", "姓 名", "备注", "备注："], ["王珂"])) == [
        "Sheet:B1: the column 姓名 is there twice (first in column 1)",
        "Sheet:D1: the column 备注 is there twice (first in column 3)"]


def test_the_sheet_is_the_one_that_has_the_labels_or_was_named(book) -> None:
    def edit(sheet) -> None:
        sheet.title = "填表说明"
        for name in ("隐藏", "一年级", "二年级"):
            other = sheet.parent.create_sheet(name)
            other.append(["姓名"])
            other.append([f"{name}的人"])
        sheet.parent["隐藏"].sheet_state = "hidden"
    path = book(["请认真填写", "谢谢"], edit=edit)
    assert read(path) == [{"姓名": "一年级的人"}]
    assert read(path, sheet="二 年级") == [{"姓名": "二年级的人"}]
    assert read(path, sheet="隐藏") == [{"姓名": "隐藏的人"}]
    assert faults_of(path, sheet="三年级")[0] == "there is no sheet 三年级"


# Text files

@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_text_table_is_read_in_any_usual_encoding_and_delimiter(text, encoding, delimiter) -> None:
    lines = ["2026年名单", delimiter.join(["姓 名", "单位"]), "", delimiter.join(["王珂", "“一，中”"])]
    path = text("\r\n".join(lines).encode(encoding))
    [row] = rows_of(path, known=KNOWN)
    assert values(row) == {"姓名": "王珂", "单位": "“一，中”"}
    assert str(row.entries.get("单位").place) == f"{path}:4:2"


def test_a_row_is_told_by_the_line_it_begins_on(text) -> None:
    path = text('姓名,备注\n王珂,"两\n行"\n周明,\n')
    assert [(row.number, values(row)["备注"]) for row in rows_of(path, known=KNOWN)] == [
        (2, "两\n行"), (4, "")]


def test_what_excel_puts_into_a_csv_is_understood(text) -> None:
    assert read(text('sep=;\r\n姓名;编号\r\n王珂;="0012"\r\n')) == [{"姓名": "王珂", "编号": "0012"}]


def test_a_quotation_mark_that_is_never_closed_is_told_where_it_begins(text) -> None:
    path = text('姓名,备注\n王珂,好\n周明,"' + "很长\n" * 50_000)
    assert faults_of(path) == ["3: a quotation mark is not closed"]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.just("人"), ONE_CELL, ONE_CELL), min_size=1, max_size=5))
def test_what_is_written_is_read(tmp_path: Path, rows: list[tuple[str, ...]]) -> None:
    made = openpyxl.Workbook()
    with (tmp_path / "a.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        for row in [("姓名", "甲", "乙"), *rows]:
            writer.writerow(row)
            made.active.append([None] * 3)
            for number, value in enumerate(row, 1):
                cell = made.active.cell(made.active.max_row + (number == 1), number)
                cell.value, cell.data_type = value or None, "s" if value else "n"
    made.save(tmp_path / "a.xlsx")
    for name in ("a.csv", "a.xlsx"):
        assert [tuple(values(row).values()) for row in rows_of(tmp_path / name, known=KNOWN)] == rows


# What is refused

def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert faults_of(tmp_path / "无.xlsx") == ["there is no such file"]


@pytest.mark.parametrize(("content", "name", "what"), [
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "a.xls", "is a workbook of the old format"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "a.xlsx",
     "is protected by a password"),
    (b"<html><table>", "a.xls", "is a web page or XML"),
    (b"PK\x03\x04 and no more", "a.xlsx", "is damaged"),
    ("姓名,单位".encode(), "a.xlsx", "is damaged, or is no .xlsx"),
    (b"", "a.xlsx", "the table is empty"), (b" \r\n", "a.csv", "the table is empty"),
    (b"a,\xff\xff\xff\n", "a.csv", "is not text in UTF-8 or GBK"), (b"a\0b,c", "a.csv", "is not text"),
])
def test_a_file_that_is_no_table_is_told_for_what_it_is(text, content, name, what) -> None:
    [fault] = faults_of(text(content, name))
    assert fault.startswith(what)


@pytest.mark.parametrize("rows", [[], [["", " "]]])
def test_an_empty_workbook(book, rows) -> None:
    assert faults_of(book(*rows)) == ["the table is empty"]


def test_a_header_without_rows(book, text) -> None:
    assert faults_of(book(["姓名"])) == ["Sheet:A1: there is nothing under the header of the table"]
    assert faults_of(text("姓名,单位\n ,\n")) == [
        "1:1: there is nothing under the header of the table"]


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml",
                                  "[Content_Types].xml", "xl/sharedStrings.xml"])
@pytest.mark.parametrize("content", [b"", b"<a", b"<a/>", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"])
def test_a_damaged_part_is_no_crash(book, part: str, content: bytes) -> None:
    path = with_part(book(["姓名"], ["王珂"]), part, lambda _old: content)
    try:
        found = read(path)
    except UserError as error:
        found = len(error.faults)
    assert found in (1, [{"姓名": "王珂"}])     # what is not needed may be as it likes


def test_damage_further_down_is_told_when_it_is_reached(book) -> None:
    path = with_part(book(["姓名"], ["王珂"], ["周明"]), "xl/worksheets/sheet1.xml",
                     lambda old: old.replace(b'<row r="3"', b'<row r="x"'))
    assert faults_of(path) == ["is damaged, or is no .xlsx workbook"]


def test_a_row_that_no_sheet_has_is_damage(book) -> None:
    path = with_part(book(["姓名"], ["王珂"], ["周明"]), "xl/worksheets/sheet1.xml",
                     lambda old: old.replace(b'r="3"', b'r="999999999"').replace(b"A3", b"A999999999"))
    assert faults_of(path) == ["is damaged, or is no .xlsx workbook"]


def test_a_workbook_that_unpacks_beyond_all_bounds_is_not_opened(book, monkeypatch) -> None:
    path = book(["姓名"], ["王珂"])
    with_part(path, "xl/big.xml", lambda _old: bytes(2**20))
    monkeypatch.setattr(workbook_package, "MAX_SHARED", 2**20 - 1)
    assert faults_of(path) == ["is too large to be a table of a school"]


def test_a_strict_workbook_is_told_for_what_it_is(book) -> None:
    path = with_part(book(["姓名"], ["王珂"]), "xl/workbook.xml", lambda old: old.replace(
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        b"http://purl.oclc.org/ooxml/spreadsheetml/main"))
    assert faults_of(path) == ["is a workbook, but no ordinary .xlsx"]


def test_a_workbook_with_a_password_is_told(book, tmp_path) -> None:
    msoffcrypto = pytest.importorskip("msoffcrypto.format.ooxml")
    locked = tmp_path / "locked.xlsx"
    with book(["姓名"], ["王珂"]).open("rb") as plain, locked.open("wb") as out:
        msoffcrypto.OOXMLFile(plain).encrypt("geheim", out)
    assert faults_of(locked) == ["is protected by a password"]


# How it is read

def test_the_file_is_closed_also_when_reading_stops(book, recwarn) -> None:
    path = book(["姓名"], *[[f"第{number}人"] for number in range(50)])
    def stop() -> None:
        with open_table(path, KNOWN) as table:
            next(table.rows)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        stop()
    path.rename(path.with_name("moved.xlsx"))
    next(rows_of(path.with_name("moved.xlsx"), known=KNOWN))
    assert not [one for one in recwarn if issubclass(one.category, ResourceWarning)]


def test_a_long_table_takes_no_more_memory_than_its_rows_one_by_one(tmp_path: Path) -> None:
    made = openpyxl.Workbook(write_only=True)
    sheet = made.create_sheet()
    for number in range(6_000):
        sheet.append([f"姓名{number}" if number else "姓名", *(f"{number}-{one}" * 5 for one in range(8))])
    stream = io.BytesIO()
    made.save(stream)
    (tmp_path / "long.xlsx").write_bytes(stream.getvalue())
    rows = rows_of(tmp_path / "long.xlsx", known=KNOWN)
    next(rows)
    tracemalloc.start()
    try:
        count = sum(1 for _ in rows)
        grown = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert count == 5_998
    assert grown < 8 * 2**20    # bytes; all rows at once are some 40 MB
