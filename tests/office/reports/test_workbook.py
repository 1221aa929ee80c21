"""The clerk's workbook, read back cell by cell."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from checkers.results import NotSubmitted
from office.reports.workbook import workbook
from plans import messages

LABELS = 3      # the row of the labels


def opened(report, folder: Path = Path()) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(workbook(report, folder)))


def rows(sheet: Worksheet) -> list[dict[str, object]]:
    """Each row under the labels as a reader sees it, by label."""
    labels, *lines = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=LABELS)]
    return [dict(zip(labels, line, strict=True)) for line in lines]


def test_files_of_one_kind_have_its_sections_as_columns(reported, judged, says) -> None:
    book = opened(reported(
        judged("交/甲.docx", asked={"指导思想": "met", "工作措施": "met", "安排?": "missing"}),
        judged("交/乙.docx", "fail", says(), says("空的", rule="S003"),
               asked={"指导思想": "empty", "工作措施": "missing", "安排?": "met"}),
        judged("交/丙.docx", "review", says("是不是？", severity="warning", review=True),
               asked={"指导思想": "uncertain", "工作措施": "met", "安排?": "met"}),
        judged("交/丁.docx", "unreadable", says("文件已损坏", rule="F003"), asked={}, kind=None)))
    assert book.sheetnames == ["Results", "Problems"]
    good, bad, perhaps, broken = rows(book["Results"])
    assert good == {"No.": 1, "File": "甲.docx", "Result": "✓ passes", "Errors": 0, "Notes": 0,
                    "指导思想": "✓ there", "工作措施": "✓ there", "安排": "–",
                    "What keeps it from passing": None}
    assert (bad["Result"], bad["Errors"], bad["指导思想"], bad["工作措施"]) == (
        "✗ to be returned", 2, "○ empty", "✗ missing")
    assert bad["What keeps it from passing"] == "缺少“工作措施”部分\n空的"
    assert (perhaps["Result"], perhaps["Errors"], perhaps["Notes"], perhaps["指导思想"]) == (
        "? to be looked at", 0, 1, "? unclear")
    assert (broken["Result"], broken["指导思想"]) == ("✗ cannot be read", None)
    assert broken["What keeps it from passing"] == "文件已损坏"


def test_files_of_several_kinds_have_a_sheet_for_each(reported, judged) -> None:
    book = opened(reported(
        judged("甲.docx", asked={"目标": "met"}),
        judged("乙.docx", asked={"措施": "met"}, kind="b", kind_name="方案/草案:2026"),
        judged("丙.docx", asked={"措施": "missing"}, kind="b", kind_name="方案/草案:2026")))
    assert book.sheetnames == ["Results", "校本研修计划", "方案 草案 2026", "Problems"]
    assert [row["Kind"] for row in rows(book["Results"])] == [
        "校本研修计划", "方案/草案:2026", "方案/草案:2026"]
    assert list(rows(book["校本研修计划"])[0]) == ["No.", "File", "Result", "目标"]
    assert [(row["No."], row["措施"]) for row in rows(book["方案 草案 2026"])] == [
        (2, "✓ there"), (3, "✗ missing")]
    assert "2 files: passes 2" in book["方案 草案 2026"]["A2"].value


def test_kinds_with_one_name_or_none_can_still_be_told_apart(reported, judged) -> None:
    long = "很长" * 20
    book = opened(reported(judged("a", kind="a", kind_name=long), judged("b", kind="b",
                           kind_name=long), judged("c", kind="c", kind_name="''")))
    assert book.sheetnames == ["Results", long[:31], long[:29] + " 2", "-", "Problems"]


def test_each_problem_is_a_row_that_says_what_where_and_how_to_mend_it(reported, judged,
                                                                      says) -> None:
    book = opened(reported(judged("交/乙.docx", "fail", says(), says(
        "是不是？", rule="S007", name="near-miss", severity="warning", quote="工作思路",
        section="二、思路", page=3, fix="改名"))))
    assert rows(book["Problems"]) == [
        {"No.": 1, "File": "乙.docx", "Result": "✗ to be returned", "Level": "error",
         "Problem": "missing section", "What": "缺少“工作措施”部分", "Where": None,
         "How to mend it": "请加上这个标题", "Rule": "S001"},
        {"No.": 1, "File": "乙.docx", "Result": "✗ to be returned", "Level": "note",
         "Problem": "near miss", "What": "是不是？", "Where": "page 3: 二、思路 › 工作思路",
         "How to mend it": "改名", "Rule": "S007"}]


def test_nothing_found_is_said(reported, judged) -> None:
    book = opened(reported(judged()))
    assert (rows(book["Problems"]), book["Problems"]["A2"].value) == ([], "Nothing was found.")


def test_who_has_not_handed_in_has_a_sheet_where_there_is_a_roster(reported, judged) -> None:
    assert "Not handed in" not in opened(reported(judged())).sheetnames
    book = opened(reported(judged(), absent=(
        NotSubmitted("王珂", "江城实验学校", "studio-annual-plan", "007"), NotSubmitted("李明"))))
    assert rows(book["Not handed in"]) == [
        {"No.": 1, "Name": "王珂", "Number": "007", "Unit": "江城实验学校",
         "Paper": "名班主任工作室工作计划"},
        {"No.": 2, "Name": "李明", "Number": None, "Unit": None, "Paper": None}]
    everybody = opened(reported(judged(), absent=()))["Not handed in"]
    assert (everybody["A2"].value, rows(everybody)) == (
        "Everybody on the roster has handed in.", [])


def test_columns_that_the_roster_leaves_blank_are_left_out(reported, judged) -> None:
    book = opened(reported(judged(), absent=(NotSubmitted("王珂"),)))
    assert rows(book["Not handed in"]) == [{"No.": 1, "Name": "王珂"}]


@pytest.mark.parametrize("name", ["=1+1.docx", "@SUM(A1).docx", "+86.docx", "-cmd.docx", "#REF!",
                                  "&<>\"' 😀.docx", "长" * 200 + ".docx"])
def test_a_name_is_text_whatever_it_looks_like(reported, judged, says, name: str) -> None:
    book = opened(reported(judged(f"交/{name}", "fail", says(name, quote=name, fix=name)),
                           absent=(NotSubmitted(name, name, name, name),)))
    for sheet in book:
        for row in sheet.iter_rows(min_row=4):
            for cell in row:
                assert cell.data_type != "f"
                assert cell.data_type != "e"
    assert rows(book["Results"])[0]["File"] == name
    assert rows(book["Problems"])[0]["What"] == name
    assert rows(book["Not handed in"])[0]["Name"] == name


@pytest.mark.parametrize(("path", "target"), [
    ("交/甲.docx", "../交/甲.docx"), ("交/a b%1 [2]?.docx", "../交/a%20b%251%20%5B2%5D%3F.docx"),
    ("交/包.zip!/甲.docx", "../交/包.zip")])
def test_a_file_opens_from_its_cell(reported, judged, tmp_path: Path, path: str, target: str,
                                    monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    book = opened(reported(judged(path)), Path("结果"))
    assert book["Results"]["B4"].hyperlink.target == target


def test_where_a_link_would_not_work_there_is_none(reported, judged) -> None:
    sheet = opened(reported(judged("交/1#.docx")))["Results"]
    assert (sheet["B4"].value, sheet["B4"].hyperlink) == ("1#.docx", None)


def test_a_name_of_several_lines_is_shown_whole_and_opened_by_its_number(reported,
                                                                         judged) -> None:
    sheet = opened(reported(judged("交/" + "长" * 60 + ".docx")))["Results"]
    assert (sheet["A4"].hyperlink is not None, sheet["B4"].hyperlink) == (True, None)
    assert sheet["A4"].value == 1


def test_it_is_printed_on_a4_landscape_with_labels_and_names_on_each_page(reported,
                                                                          judged) -> None:
    for sheet in opened(reported(judged(), absent=())):
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.print_title_rows, sheet.print_title_cols) == ("$3:$3", "$A:$B")
        assert sheet.freeze_panes == "C4"
        assert sheet.auto_filter.ref.startswith("A3:")


def test_what_is_bad_is_told_by_sign_weight_and_shade(reported, judged) -> None:
    sheet = opened(reported(judged(asked={"一": "met", "二": "missing"}), judged("b", asked={})))[
        "Results"]
    good, bad = sheet["F4"], sheet["G4"]
    assert (good.value, good.font.b, good.fill.fill_type) == ("✓ there", False, None)
    assert (bad.value, bad.font.b, bad.fill.fill_type) == ("✗ missing", True, "solid")


def test_in_chinese_it_is_chinese(reported, judged, says) -> None:
    messages.speak("zh_CN")
    book = opened(reported(judged("交/乙.docx", "fail", says(), asked={"目标": "missing"}),
                           absent=()))
    assert book.sheetnames == ["结论", "问题清单", "未提交"]
    assert book["结论"]["A1"].value == "校本研修计划检查结果"
    assert "2026年11月24日检查" in book["结论"]["A2"].value
    assert (rows(book["结论"])[0]["结论"], rows(book["结论"])[0]["目标"]) == ("✗ 退回", "✗ 缺")
    assert book["结论"].oddFooter.center.text == "第 &P 页　共 &N 页"


def test_libreoffice_reads_what_was_written(reported, judged, says, soffice,
                                            tmp_path: Path) -> None:
    path = tmp_path / "r.xlsx"
    path.write_bytes(workbook(reported(
        judged("交/=1+1.docx", "fail", says(), asked={"目标": "missing"}),
        judged("交/甲 & 乙.docx", asked={"目标": "met"})), tmp_path))
    text = soffice(path, "csv:Text - txt - csv (StarCalc):44,34,76,1", tmp_path).read_text("utf-8")
    found = list(csv.reader(io.StringIO(text)))
    assert [row[1:3] + row[5:6] for row in found[3:]] == [
        ["=1+1.docx", "✗ to be returned", "✗ missing"], ["甲 & 乙.docx", "✓ passes", "✓ there"]]
