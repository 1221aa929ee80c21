"""`check --report`: from the command to the files."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import docx
import openpyxl
import pytest

from called import called
from office.reports.writing import SUFFIXES

ROOT = Path(__file__).parents[3]
SUBMISSIONS = ROOT / "samples" / "submissions"
GOOD, BAD = SUBMISSIONS / "01-合格-研修计划.docx", SUBMISSIONS / "03-缺工作措施.docx"
PHONE, CARD = "13812345678", "33010219900307123X"

Run = Callable[..., CompletedProcess[str]]


@pytest.fixture
def check(tmp_path: Path) -> Run:
    """Runs `homeroom check …` in a folder of its own."""
    def run(*arguments: str, command: str = "check") -> CompletedProcess[str]:
        return called(tmp_path, command, *arguments)
    return run


@pytest.fixture
def handed_in(tmp_path: Path) -> Path:
    folder = tmp_path / "交"
    folder.mkdir()
    for source in (GOOD, BAD):
        (folder / source.name).write_bytes(source.read_bytes())
    return folder


def reports(*names: str) -> list[str]:
    return [part for name in names for part in ("--report", name)]


def test_every_report_is_written_into_a_folder_that_is_made(check: Run, tmp_path: Path,
                                                            handed_in: Path) -> None:
    names = [f"结果/三月/r{suffix}" for suffix in SUFFIXES]
    done = check("交", *reports(*names, "大写.XLSX"))
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.splitlines()[-7:] == [
        "2 files: passes 1, to be returned 1", *(f"written: {name}" for name in names),
        "written: 大写.XLSX"]
    told = json.loads((tmp_path / "结果/三月/r.json").read_text("utf-8"))
    assert json.loads(check("交", "--format", "json").stdout) == told
    sheet = openpyxl.load_workbook(tmp_path / "大写.XLSX").worksheets[0]
    assert [row[1].value for row in sheet.iter_rows(min_row=4)] == [GOOD.name, BAD.name]


def test_another_type_is_wrong_usage_and_nothing_is_checked(check: Run, tmp_path: Path,
                                                            handed_in: Path) -> None:
    done = check("交", *reports("a.txt", "b.xlsx", "c"))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("no report of this type") == 2
    assert all(suffix in done.stderr for suffix in SUFFIXES)
    assert [path.name for path in tmp_path.iterdir()] == ["交"]


def test_one_that_cannot_be_written_is_told_last_and_the_others_are_written(
        check: Run, tmp_path: Path, handed_in: Path) -> None:
    (tmp_path / "a.xlsx").mkdir()
    (tmp_path / "file").write_bytes(b"")
    done = check("交/" + GOOD.name, *reports("a.xlsx", "file/b.html", "c.xml", "长" * 120 + ".html"))
    assert done.returncode == 1
    assert "1 file: passes 1" in done.stdout
    places = [line.partition(":")[0] for line in done.stderr.splitlines()[::2]]
    assert places == ["a.xlsx", "file/b.html", "长" * 120 + ".html"]
    assert all("--report" in line for line in done.stderr.splitlines()[1::2])
    assert (tmp_path / "c.xml").is_file()


def test_a_report_is_made_anew_but_never_over_a_submission(check: Run, tmp_path: Path,
                                                           handed_in: Path) -> None:
    (tmp_path / "old.json").write_text("old", encoding="utf-8")
    assert check("交", *reports("old.json")).returncode == 1
    assert json.loads((tmp_path / "old.json").read_text("utf-8"))["summary"]["files"] == 2
    (tmp_path / "link.docx").symlink_to(handed_in / BAD.name)
    for name in (f"交/{GOOD.name}", f"交/../交/{GOOD.name}", "link.docx"):
        done = check("交", *reports("new.json", name))
        assert (done.returncode, done.stdout) == (2, "")
        assert f"{name}: this file is itself among those to be checked" in done.stderr
    assert (handed_in / GOOD.name).read_bytes() == GOOD.read_bytes()
    assert not (tmp_path / "new.json").exists()


def test_a_report_is_not_written_over_a_submission_that_is_not_checked_now(
        check: Run, handed_in: Path) -> None:
    done = check(f"交/{BAD.name}", *reports(f"交/{GOOD.name}"))
    assert (done.returncode, done.stdout) == (2, "")
    assert "is there already and is no report" in done.stderr
    assert (handed_in / GOOD.name).read_bytes() == GOOD.read_bytes()


def test_a_report_beside_the_submissions_is_none_of_them(check: Run, tmp_path: Path,
                                                         handed_in: Path) -> None:
    first = check("交", *reports("交/r.xlsx", "交/r.docx", "交/r.html"))
    again = check("交", *reports("交/r.xlsx"))
    assert again.stdout.splitlines()[-2:] == ["2 files: passes 1, to be returned 1",
                                              "written: 交/r.xlsx"]
    assert again.stderr.splitlines() == [
        f"not checked, for it is a report of homeroom: 交/r{suffix}"
        for suffix in (".docx", ".html", ".xlsx")]
    assert first.returncode == again.returncode == 1
    for path in (GOOD.name, BAD.name):
        (handed_in / path).unlink()
    alone = check("交")
    assert alone.returncode == 2
    assert "nothing to check" in alone.stderr


def test_programs_get_json_alone(check: Run, handed_in: Path) -> None:
    done = check("交", "--format", "jsonl", *reports("r.html"))
    assert [next(iter(json.loads(line))) for line in done.stdout.splitlines()] == [
        "path", "path", "summary"]
    assert done.stderr == ""


@pytest.fixture
def with_numbers(tmp_path: Path) -> str:
    document = docx.Document()
    for line in ("江城实验学校2014年各月份工作安排", "三月份：制定计划。",
                 f"四月份：公开课，请联系{PHONE}。", "六月份：小结。", "附件1 名单",
                 f"一、教师（{CARD}）", "王珂"):
        document.add_paragraph(line)
    document.save(str(tmp_path / "交.docx"))
    return "交.docx"


def everything(done: CompletedProcess[str], folder: Path) -> str:
    """What the terminal shows and the reports hold."""
    book = openpyxl.load_workbook(folder / "r.xlsx")
    cells = [str(cell.value) for sheet in book for row in sheet for cell in row]
    word = [cell.text for table in docx.Document(str(folder / "r.docx")).tables
            for row in table.rows for cell in row.cells]
    texts = [(folder / f"r{suffix}").read_text("utf-8") for suffix in (".html", ".json", ".xml")]
    return "\n".join([done.stdout, *cells, *word, *texts])


def test_numbers_of_persons_are_hidden_everywhere_unless_asked_for(
        check: Run, tmp_path: Path, with_numbers: str) -> None:
    asked = [with_numbers, "--kind", "monthly-schedule",
             *reports(*(f"r{one}" for one in SUFFIXES))]
    shown = everything(check(*asked), tmp_path)
    assert (PHONE in shown, CARD in shown) == (False, False)
    assert shown.count("138****5678") >= 6
    assert PHONE in everything(check(*asked, "--full-values"), tmp_path)


def test_an_outline_hides_them_too(check: Run, with_numbers: str) -> None:
    text = check(with_numbers, command="outline").stdout
    data = check(with_numbers, "--format", "json", command="outline").stdout
    whole = check(with_numbers, "--format", "json", "--full-values", command="outline").stdout
    assert [(CARD in one, "330***********123X" in one) for one in (text, data, whole)] == [
        (False, True), (False, True), (True, False)]


def test_who_has_not_handed_in_and_nobodys_files_stand_in_every_report(
        check: Run, tmp_path: Path, handed_in: Path) -> None:
    (handed_in / "王珂-研修计划.docx").write_bytes(GOOD.read_bytes())
    (tmp_path / "名单.csv").write_text("姓名,单位\n王珂,云溪一中\n赵小满,云溪二中\n", encoding="utf-8")
    done = check("交", "--roster", "名单.csv", *reports("r.xlsx", "r.html", "r.docx", "r.xml"))
    assert done.stderr == ""
    book = openpyxl.load_workbook(tmp_path / "r.xlsx")
    assert [cell.value for cell in book["Not handed in"][4]][:2] == [1, "赵小满"]
    assert [row[1].value for row in book["Unmatched files"].iter_rows(min_row=4)] == [
        f"交/{GOOD.name}", f"交/{BAD.name}"]
    word = docx.Document(str(tmp_path / "r.docx"))
    cells = {cell.text for table in word.tables for row in table.rows for cell in row.cells}
    page, junit = ((tmp_path / name).read_text("utf-8") for name in ("r.html", "r.xml"))
    assert {"赵小满", "云溪二中", f"交/{BAD.name}"} <= cells
    assert page.index("Unmatched files (2)") < page.rindex(f"交/{BAD.name}")
    assert "赵小满" in page
    assert "赵小满" in junit


def test_a_report_never_takes_the_place_of_the_roster(check: Run, tmp_path: Path,
                                                      handed_in: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["姓名"])
    book.active.append(["王珂"])
    book.save(tmp_path / "名单.xlsx")
    before = (tmp_path / "名单.xlsx").read_bytes()
    done = check("交", "--roster", "名单.xlsx", "--report", "名单.xlsx")
    assert done.returncode == 2
    assert "名单.xlsx" in done.stderr
    assert (tmp_path / "名单.xlsx").read_bytes() == before


def test_whose_paper_it_is_stands_in_reports_and_json(check: Run, tmp_path: Path,
                                                      handed_in: Path) -> None:
    (handed_in / "王珂-研修计划.docx").write_bytes(GOOD.read_bytes())
    (tmp_path / "名单.csv").write_text("姓名\n王珂\n", encoding="utf-8")
    check("交", "--roster", "名单.csv", *reports("r.xlsx", "r.html", "r.json"))
    sheet = openpyxl.load_workbook(tmp_path / "r.xlsx").worksheets[0]
    names = {row[1].value: row[2].value for row in sheet.iter_rows(min_row=4)}
    assert sheet["C3"].value == "Name"
    assert names["王珂-研修计划.docx"] == "王珂"
    told = json.loads((tmp_path / "r.json").read_text("utf-8"))["files"]
    assert [one["owner"] for one in told] == ["", "", "王珂"]
    assert '<p class="soft">王珂' in (tmp_path / "r.html").read_text("utf-8")
