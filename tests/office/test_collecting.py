"""`collect`: how it ends, what it writes, and what it never writes over."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from forms.paper import paper

ROOT = Path(__file__).resolve().parents[2]
SUBMISSIONS = ROOT / "samples" / "submissions"
PLAN = SUBMISSIONS / "01-合格-研修计划.docx"


@pytest.fixture
def handed_in(tmp_path) -> Path:
    """A folder in which no form lies."""
    folder = tmp_path / "上交"
    folder.mkdir()
    (folder / "1-王珂.docx").write_bytes(PLAN.read_bytes())
    (folder / "2-李明.docx").write_bytes(PLAN.read_bytes()[:900])
    return folder


def test_files_that_are_no_forms_are_told_and_stop_nothing(run, handed_in, tmp_path):
    (handed_in / "名单.csv").write_text("姓名\n王珂\n李明\n孟禾\n", encoding="utf-8")
    done = run("collect", "上交", "--roster", "上交/名单.csv", "-o", "汇总.xlsx", "--yaml", "表")
    assert done.returncode == 1, done.stderr
    assert done.stdout.startswith("✗ 0 forms collected\n✗ 2 files not collected\n"
                                  "    上交/1-王珂.docx  it is no form that is filled in: 校本研修计划\n")
    assert "✗ not handed in: 1 of 3" in done.stdout
    assert done.stdout.endswith("written: 汇总.xlsx\n")
    book = openpyxl.load_workbook(tmp_path / "汇总.xlsx")
    assert book.sheetnames == ["问题", "未提交"]
    assert [row[1].value for row in book["问题"].iter_rows(min_row=4)] == [
        "上交/1-王珂.docx", "上交/2-李明.docx"]
    assert book["未提交"]["B4"].value == "孟禾"


def test_a_form_is_his_whose_name_stands_in_it_and_a_list_is_nobodys(run, tmp_path):
    folder = tmp_path / "交来"
    folder.mkdir()
    (folder / "申报表.docx").write_bytes(paper([["姓名", "王珂", "性别", "女"]]))
    book = openpyxl.Workbook()
    for row in (["姓名", "性别", "职称", "联系电话"], ["周明慧", "女", "中级", "13800000001"],
                ["李明", "男", None, "13800000002"]):
        book.active.append(row)
    book.save(folder / "名册.xlsx")
    (tmp_path / "名单.csv").write_text("姓名\n王珂\n周明慧\n李明\n孟禾\n", encoding="utf-8")
    done = run("collect", "交来", "--kind", "host-application", "--roster", "名单.csv",
               "-o", "汇总.xlsx")
    assert "✓ 3 forms collected" in done.stdout, done.stderr
    assert "✗ not handed in: 1 of 4" in done.stdout
    assert "belong" not in done.stdout


def test_a_summary_among_the_files_is_not_collected_the_next_time(run, handed_in):
    assert run("collect", "上交", "-o", "上交/汇总.xlsx").returncode == 1
    done = run("collect", "上交", "-o", "上交/汇总.xlsx", "--force")
    assert "not checked, for it is a report of homeroom: 上交/汇总.xlsx" in done.stderr
    assert "2 files not collected" in done.stdout
    assert "written: 上交/汇总.xlsx" in done.stdout


def test_nothing_is_replaced_without_force(run, handed_in, tmp_path):
    (tmp_path / "汇总.xlsx").write_text("mine", encoding="utf-8")
    done = run("collect", "上交", "-o", "汇总.xlsx")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("汇总.xlsx: the file is there already\n    mend: add --force")
    assert (tmp_path / "汇总.xlsx").read_text("utf-8") == "mine"


def test_no_submission_is_written_over(run, handed_in):
    done = run("collect", "上交", "-o", "上交/1-王珂.docx", "--force")
    assert done.returncode == 2
    assert "this file is itself among those to be checked" in done.stderr
    assert (handed_in / "1-王珂.docx").read_bytes() == PLAN.read_bytes()


@pytest.mark.parametrize(("arguments", "said"), [
    (["上交"], "Missing option '-o'"),
    (["上交", "-o", "汇总.pdf"], "no summary of this type is written"),
    (["none", "-o", "汇总.xlsx"], "there is no such file or folder"),
    (["上交", "-o", "汇总.xlsx", "--kind", "表"], "there is no such kind"),
    (["上交", "-o", "汇总.docx", "--kind", "school-research-plan"], "has no kind that sums it up"),
    (["上交", "-o", "汇总.xlsx", "--yaml", "上交/表"], "which is checked"),
    (["上交", "-o", "汇总.xlsx", "--roster", "none.csv"], "there is no such file"),
])
def test_a_wrong_command_ends_with_2(run, handed_in, arguments, said):
    done = run("collect", *arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert not list(handed_in.parent.glob("汇总*"))


def test_a_document_is_not_made_of_no_forms_but_the_workbook_is(run, handed_in, tmp_path):
    done = run("collect", "上交", "-o", "汇总.docx", "-o", "汇总.xlsx")
    assert done.returncode == 1
    assert "汇总.docx: no form was collected that has a kind to sum it up" in done.stderr
    assert not (tmp_path / "汇总.docx").exists()
    assert (tmp_path / "汇总.xlsx").exists()
