"""`check` with a roster, and with a plan: what is told, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SUBMISSIONS = ROOT / "samples" / "submissions"
GOOD = SUBMISSIONS / "01-合格-研修计划.docx"
LACKING = SUBMISSIONS / "03-缺工作措施.docx"


@pytest.fixture
def lot(tmp_path, packed):
    """A folder of hand-ins and its roster: who has handed in twice, not at all, who is unclear."""
    folder = tmp_path / "上交"
    folder.mkdir()
    (folder / "1-周明慧.docx").write_bytes(GOOD.read_bytes())
    (folder / "2-王珂.docx").write_bytes(LACKING.read_bytes())
    (folder / "4-通知.docx").write_bytes((SUBMISSIONS / "05-缺七月八月.docx").read_bytes())
    (folder / "5-李明.docx").write_bytes(GOOD.read_bytes()[:900])
    (folder / "3-包.zip").write_bytes(packed(("周明慧/新稿.docx", GOOD.read_bytes())))
    (folder / "名单.csv").write_text(
        "姓名,单位,应交\n周明慧,一中,校本研修计划\n王珂,一中,\n王珂,二中,\n李明,二中,校本研修计划\n"
        "赵六,三中,校本研修计划\n", encoding="gbk")
    return folder


def test_a_roster_says_who_has_not_handed_in(run, lot):
    done = run("check", "上交", "--roster", "上交/名单.csv")
    assert done.returncode == 1
    told, _blank, end = done.stdout.partition("\n\n")
    assert told.count("handed in twice C004") == 1
    assert end == """\
✗ not handed in: 1 of 5  (not handed in C005)
    赵六  三中  校本研修计划
        mend: remind them, or correct the roster or the name of the file

? whose is this file?
    上交/2-王珂.docx  perhaps: 王珂（一中） or 王珂（二中）
        mend: write name and unit, or the number, into the name of the file
a file that belongs to nobody on the roster:
    上交/4-通知.docx

5 files: passes 2, to be returned 2, cannot be read 1, not handed in 1
"""


def test_the_same_as_json_and_as_lines(run, lot):
    whole = json.loads(run("check", "上交", "--roster", "上交/名单.csv", "--format", "json").stdout)
    assert [one["path"] for one in whole["files"]] == [
        "上交/1-周明慧.docx", "上交/2-王珂.docx", "上交/3-包.zip!/周明慧/新稿.docx", "上交/4-通知.docx",
        "上交/5-李明.docx"]
    assert whole["not_submitted"] == [{"name": "赵六", "unit": "三中", "id": "", "instead": [],
                                       "kind": "school-research-plan"}]
    assert whole["unmatched"] == [
        {"path": "上交/2-王珂.docx", "candidates": [{"name": "王珂", "unit": "一中", "id": ""},
                                               {"name": "王珂", "unit": "二中", "id": ""}]},
        {"path": "上交/4-通知.docx", "candidates": []}]
    lines = [json.loads(line) for line in run(
        "check", "上交", "--roster", "上交/名单.csv", "--format", "jsonl").stdout.splitlines()]
    assert lines[:5] == whole["files"]
    assert lines[5] == {key: whole[key] for key in ("not_submitted", "unmatched")}
    assert lines[6] == {"summary": whole["summary"]}


def test_all_is_well_where_all_have_handed_in(run, tmp_path):
    (tmp_path / "周明慧.docx").write_bytes(GOOD.read_bytes())
    (tmp_path / "名单.yaml").write_text("- 周明慧\n", encoding="utf-8")
    done = run("check", "周明慧.docx", "--roster", "名单.yaml")
    assert done.returncode == 0
    assert "✓ the one on the roster has handed in" in done.stdout


@pytest.mark.parametrize("names", [
    "- 周明慧\n- 李明\n", "- {姓名: 周明慧, 单位: 一中}\n- {姓名: 周明慧, 单位: 二中}\n"])
def test_who_is_missing_or_unclear_ends_with_1(run, tmp_path, names):
    (tmp_path / "周明慧.docx").write_bytes(GOOD.read_bytes())
    (tmp_path / "名单.yaml").write_text(names, encoding="utf-8")
    assert run("check", "周明慧.docx", "--roster", "名单.yaml").returncode == 1


def test_a_file_of_nobody_is_told_and_is_no_fault(run, tmp_path):
    (tmp_path / "周明慧.docx").write_bytes(GOOD.read_bytes())
    (tmp_path / "通知.docx").write_bytes(
        (SUBMISSIONS / "02-合格-工作室计划.docx").read_bytes())
    (tmp_path / "名单.yaml").write_text("- 周明慧\n", encoding="utf-8")
    done = run("check", "周明慧.docx", "通知.docx", "--roster", "名单.yaml")
    assert done.returncode == 0
    assert "belongs to nobody on the roster:\n    通知.docx" in done.stdout


@pytest.mark.parametrize(("roster", "says"), [
    ("空.csv", "the table is empty"), ("旧.xls", "is a workbook of the old format")])
def test_a_roster_that_is_none_is_told_before_anything_is_checked(run, tmp_path, roster, says):
    (tmp_path / "空.csv").write_bytes(b"")
    (tmp_path / "旧.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    done = run("check", GOOD, "--roster", roster)
    assert (done.returncode, done.stdout) == (1, "")
    assert says in done.stderr


def test_a_roster_that_is_not_there_is_wrong_usage(run):
    done = run("check", GOOD, "--roster", "没有.csv")
    assert (done.returncode, "没有.csv: there is no such file" in done.stderr) == (2, True)


def test_a_plan_says_what_a_summary_leaves_out(run):
    summary, = (ROOT / "samples" / "summaries").iterdir()
    done = run("check", summary, "--plan", ROOT / "samples" / "research-plan-2014.yaml",
               "--report", "结果.html", "--report", "结果.xlsx", "--annotate", "批注",
               "--format", "json")
    assert done.returncode == 1
    told, = json.loads(done.stdout)["files"]
    left_out, = (one for one in told["findings"] if not one["location"]["quote"])
    assert (left_out["rule"], left_out["severity"]) == ("C006", "warning")
    assert "评选优秀教学案例，汇编成册" in left_out["message"]
    assert told["status"] == "review"


@pytest.mark.parametrize(("text", "code", "says"), [
    (None, 2, "计划.yaml: there is no such file"),
    ("kind: school-research-plan\n学校: 江城实验学校\n", 1, "neither tasks nor targets"),
    ("kind: school-research-plan\ntargets: [{at_least: 1}]\n学小: 一中\n", 1,
     "does not say what is counted")])
def test_a_plan_that_is_none_is_told_before_anything_is_checked(run, tmp_path, text, code, says):
    if text is not None:
        (tmp_path / "计划.yaml").write_text(text, encoding="gbk")
    done = run("check", GOOD, "--plan", "计划.yaml")
    assert (done.returncode, done.stdout) == (code, "")
    assert says in done.stderr


def test_the_pages_of_the_rules_of_a_lot_are_shown(run):
    assert "roster 王珂,江城实验学校" in run("rules", "C004").stdout
    assert "not-handed-in" in run("rules", "not-handed-in").stdout


def test_an_outline_looks_into_archives_too(run, lot):
    done = run("outline", "上交/3-包.zip", "--format", "json")
    one, = json.loads(done.stdout)["files"]
    assert (one["path"], one["status"]) == ("上交/3-包.zip!/周明慧/新稿.docx", "pass")


def test_people_of_one_name_and_unit_are_told_apart_by_their_numbers(run, tmp_path):
    (tmp_path / "王珂.docx").write_bytes(GOOD.read_bytes())
    (tmp_path / "名单.csv").write_text("姓名,单位,编号\n王珂,一中,A07\n王珂,一中,A08\n李明,一中,A09\n",
                                     encoding="utf-8")
    done = run("check", "王珂.docx", "--roster", "名单.csv", "--report", "结果.html")
    assert "perhaps: 王珂（一中） A07 or 王珂（一中） A08" in done.stdout
    assert "王珂（一中） A08" in (tmp_path / "结果.html").read_text("utf-8")
