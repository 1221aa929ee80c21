"""The paper for the head, read back by python-docx and printed by LibreOffice."""

from __future__ import annotations

import io
import re
from pathlib import Path

import docx
import pypdfium2
import pytest
from docx.oxml.ns import qn

from checkers.results import NotSubmitted
from office.reports.word_summary import word_summary
from plans import messages


@pytest.fixture(autouse=True)
def _chinese() -> None:
    messages.speak("zh_CN")


SHEET = "材料自查表"


def read(report):
    return docx.Document(io.BytesIO(word_summary(report)))


def before_sheets(document) -> list[str]:
    """The paragraphs of the summary itself."""
    found = paragraphs(document)
    return found[:found.index(SHEET)]


def paragraphs(document) -> list[str]:
    return [one.text for one in document.paragraphs if one.text]


def tables(document) -> list[list[list[str]]]:
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]


@pytest.fixture
def lot(reported, judged, says):
    return reported(
        judged("交/甲.docx"), judged("交/乙.docx", "fail", says(), says("空的", fix="写上"),
                                   asked={"目标": "missing"}),
        judged("交/丙.docx", "review", says("是不是？", review=True, severity="warning")),
        judged("交/丁.docx", "fail", says(), asked={"目标": "empty"}),
        absent=(NotSubmitted("王珂", "江城实验学校"),))


def test_it_says_when_how_many_and_how_they_ended(lot) -> None:
    assert before_sheets(read(lot)) == [
        "校本研修计划检查情况汇总",
        "2026年11月24日对收到的 4 份材料作了检查：通过 1 份，退回 2 份，待人工核对 1 份。",
        "对照名单，还有 1 份没有提交。", "缺得最多的部分：目标（2 份）。",
        "需要修改或核对的材料", "未提交", "通过的材料", "检查人：＿＿＿＿＿＿", "2026年11月24日"]


def test_each_file_has_its_verdict_and_what_is_to_be_done(lot) -> None:
    action, absent, passed, *_sheets = tables(read(lot))
    assert action == [
        ["序号", "材料", "结论", "问题和修改意见"],
        ["1", "乙.docx", "退回",
         "缺少“工作措施”部分\n怎样改：请加上这个标题\n空的\n怎样改：写上"],
        ["2", "丁.docx", "退回", "缺少“工作措施”部分\n怎样改：请加上这个标题"],
        ["3", "丙.docx", "待人工核对", "是不是？\n怎样改：请加上这个标题"]]
    assert absent == [["序号", "姓名", "单位"], ["1", "王珂", "江城实验学校"]]
    assert passed == [["序号", "材料"], ["1", "甲.docx"]]


def test_several_kinds_are_counted_each(reported, judged) -> None:
    document = read(reported(judged("a"), judged("b", "fail", kind="x", kind_name="方案"),
                             judged("c", "unreadable", kind=None)))
    assert paragraphs(document)[0] == "材料检查情况汇总"
    assert tables(document)[0] == [
        ["种类", "份数", "通过", "退回", "待人工核对", "无法读取"],
        ["校本研修计划", "1", "1", "0", "0", "0"], ["方案", "1", "0", "1", "0", "0"],
        ["未认出", "1", "0", "0", "0", "1"], ["合计", "3", "1", "1", "0", "1"]]


def test_notes_on_files_that_pass_have_a_column(reported, judged, says) -> None:
    document = read(reported(judged("a", "pass", says("顺序不对", severity="warning")),
                             judged("b")))
    assert tables(document) == [[["序号", "材料", "注意"], ["1", "a", "顺序不对"], ["2", "b", ""]]]


def test_everybody_has_handed_in_is_said(reported, judged) -> None:
    assert "名单上应交的都已提交。" in paragraphs(read(reported(judged(), absent=())))
    assert not [one for one in paragraphs(read(reported(judged()))) if "名单" in one]


def test_labels_stand_at_the_head_of_every_page_and_rows_stay_whole(lot) -> None:
    for table in read(lot).tables[:3]:
        rows = [row._tr.trPr for row in table.rows]
        assert rows[0].find(qn("w:tblHeader")) is not None
        assert all(one.find(qn("w:cantSplit")) is not None for one in rows)


def test_a_row_that_no_page_holds_may_break(reported, judged, says) -> None:
    document = read(reported(judged("a", "fail", *(says(f"第{n}处") for n in range(60)),
                                    kind=None)))
    assert document.tables[0].rows[1]._tr.trPr is None


def test_headings_are_headings_that_number_themselves(lot) -> None:
    document = read(lot)
    assert [one.text for one in document.paragraphs if one.style.name == "Heading 1"] == [
        "需要修改或核对的材料", "未提交", "通过的材料"]
    messages.speak("en")
    english = [one for one in read(lot).paragraphs if one.style.name == "Heading 1"]
    assert [one._p.pPr.numPr.numId.val for one in english] == [0, 0, 0]


# The checklists of files.

def sheet_rows(table) -> list[tuple[str, str, str]]:
    """Of each line of a sheet 复核, 备注 and 编号, as they are shown, controls and all."""
    cells = [["".join(text.text or "" for text in cell.iter(qn("w:t"))).strip("\u3000")
              for cell in row.iter(qn("w:tc"))] for row in table._tbl.iter(qn("w:tr"))]
    head = cells[0]
    return [tuple(row[head.index(name)] for name in ("复核", "备注", "编号"))
            for row in cells[1:] if len(row) == len(head)]


PLANNED = ("指导思想", "总体目标", "具体目标", "工作措施", "月度安排")


def test_of_one_file_the_report_is_its_checklist(reported, judged, says) -> None:
    asked = dict.fromkeys(PLANNED, "met") | {"具体目标": "missing", "工作措施": "uncertain",
                                             "总体目标": "empty"}
    document = read(reported(judged(
        "交/甲.docx", "fail", says("缺少“具体目标”部分"),
        says("“指导思想”部分只有9字", rule="S010", severity="warning"),
        says("署名不符", rule="C001", fix="改一改"), asked=asked, months=10)))
    assert paragraphs(document)[:2] == [
        SHEET, "✗ 退回：甲.docx。应有 6 项：有 2 项，缺 2 项，待看 2 项。"]
    assert sheet_rows(document.tables[1]) == [
        ("？", "“指导思想”部分只有9字", "指导思想"), ("☐", "", "总体目标"),
        ("☐", "缺少“具体目标”部分", "具体目标"), ("？", "请看原件", "工作措施"), ("☑", "", "月度安排"),
        ("☑", "", "schedule"), ("？", "改一改", "C001")]


def test_of_a_good_file_all_is_ticked(reported, judged) -> None:
    document = read(reported(judged(asked=dict.fromkeys(PLANNED, "met"), months=10)))
    assert {row[0] for row in sheet_rows(document.tables[1])} == {"☑"}


def test_sheets_of_several_begin_on_pages_of_their_own(lot) -> None:
    document = read(lot)
    begun = [one for one in document.paragraphs if one.text == SHEET]
    assert len(begun) == 3
    assert all(one._p.pPr.find(qn("w:pageBreakBefore")) is not None for one in begun)
    names = [one.text for one in document.paragraphs if "应有" in one.text]
    assert [re.findall(r".\.docx", one) for one in names] == [["乙.docx"], ["丙.docx"], ["丁.docx"]]


def test_good_files_and_those_of_no_kind_have_no_sheet(reported, judged) -> None:
    document = read(reported(*(judged(f"{number}.docx") for number in range(60)),
                             judged("x.docx", "review", kind=None),
                             judged("y.docx", "unreadable", kind=None)))
    assert SHEET not in paragraphs(document)
    assert SHEET not in paragraphs(read(reported(judged("x.docx", "fail", kind=None))))


def test_who_is_missing_is_said_before_the_sheet_of_one_file(reported, judged) -> None:
    document = read(reported(judged("a", "fail"), absent=(NotSubmitted("王珂"),)))
    assert paragraphs(document).index("未提交") < paragraphs(document).index(SHEET)


def test_it_says_in_its_properties_what_it_is(lot) -> None:
    core = read(lot).core_properties
    assert (core.title, core.created.date().isoformat()) == (
        "校本研修计划检查情况汇总", "2026-11-24")


def test_it_is_in_the_look_of_the_school(reported, judged, tmp_path: Path) -> None:
    from dataclasses import replace

    from plans.house import House

    (tmp_path / "profile.yaml").write_text("页边距: {左: 30}\n", encoding="utf-8")
    report = replace(reported(judged()), house=House(tmp_path))
    assert round(read(report).sections[0].left_margin.mm) == 30


@pytest.mark.parametrize("odd", ["&<>\"' 😀", "=1+1", "a\x07b\ufffe", "长" * 200, "{{ 1 }}"])
def test_odd_characters_come_out_as_they_are(reported, judged, says, odd: str) -> None:
    document = read(reported(judged("a", "fail", says(odd)), absent=(NotSubmitted(odd),)))
    shown = re.sub("[\x07\ufffe]", "", odd)
    assert tables(document)[0][1][3].splitlines()[0] == shown
    assert tables(document)[1][1][1] == shown


def test_libreoffice_prints_every_row_of_many_pages(reported, judged, says, soffice,
                                                    tmp_path: Path) -> None:
    path = tmp_path / "r.docx"
    path.write_bytes(word_summary(reported(*(
        judged(f"交/{number:03}-计划.docx", "fail", says(), says("空的", fix="写上"))
        for number in range(1, 61)))))
    pdf = soffice(path, "pdf", tmp_path)
    with pypdfium2.PdfDocument(pdf) as printed:
        pages = [page.get_textpage().get_text_range() for page in printed]
    assert sorted(set(re.findall(r"\d{3}-计划", "".join(pages)))) == [
        f"{number:03}-计划" for number in range(1, 61)]
    first = next(number for number, page in enumerate(pages) if SHEET in page)
    assert first > 3
    assert all("问题和修改意见" in page for page in pages[:first])
    assert sum(SHEET in page for page in pages) == len(pages) - first == 60
    assert "一、需要修改或核对的材料" in pages[0]
