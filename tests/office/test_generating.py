"""`generate` with many inputs, tables of rows and several formats, as real processes."""

from __future__ import annotations

import csv
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import docx
import pytest

from forms.sheets import sheet

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "samples" / "research-plan-2014.yaml"
PEAK = ("import sys, resource\nsys.path.insert(0, {root!r})\nimport cli\n"
        "sys.argv = ['homeroom', *sys.argv[1:]]\n"
        "try:\n    cli.main()\nfinally:\n"
        "    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)\n")
KIND = """\
id: meeting-notice
version: 1
name: 会议通知
family: plan
word: _shared/plan.docx
title: "{{ 单位 }}会议通知"
file_name: "{{ 单位 }}会议通知"
fields:
  - {name: unit, label: 单位, type: text, required: true, example: 江城实验学校}
  - {name: day, label: 召开日期, type: date, required: true, example: 2026-03-05}
  - {name: place, label: 地点, type: text}
sections:
  - {title: 会议内容}
"""

Run = Callable[..., CompletedProcess[str]]


@pytest.fixture
def run(run: Run, tmp_path: Path) -> Run:
    """Runs `homeroom …` in a folder with a house that knows meeting-notice, and an input of it."""
    folder = tmp_path / "homeroom.d" / "kinds" / "meeting-notice"
    folder.mkdir(parents=True)
    (folder / "kind.yaml").write_text(KIND, "utf-8")
    (tmp_path / "notice.yaml").write_text(
        "kind: 会议通知\n地点: 一号会议室\nsections:\n  会议内容: 学习新学期的计划。\n", "utf-8")
    return run


def listed(folder: Path) -> list[list[str]]:
    """The lines of the list of what was made, its head left out."""
    with (folder / "homeroom-manifest.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))[1:]


def text_of(path: Path) -> str:
    return "\n".join(one.text for one in docx.Document(str(path)).paragraphs)


def words(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("*.docx"))


HEAD = ("单  位", "召开日期")


def test_each_row_is_a_document_of_its_own(run: Run, tmp_path: Path) -> None:
    sheet(tmp_path / "r.xlsx", ("各校会议通知",), HEAD, ("青山小学", "2026-03-05"),
          ("河东中学", "2026年3月6日"))
    done = run("generate", "notice.yaml", "--rows", "r.xlsx", "-o", "out")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "written: 2; listed in out/homeroom-manifest.csv\n"
    assert words(tmp_path / "out") == ["河东中学会议通知.docx", "青山小学会议通知.docx"]
    assert listed(tmp_path / "out") == [
        ["青山小学会议通知.docx", "written", "r.xlsx:名单:A3", "青山小学会议通知", ""],
        ["河东中学会议通知.docx", "written", "r.xlsx:名单:A4", "河东中学会议通知", ""]]
    assert "学习新学期的计划。" in text_of(tmp_path / "out" / "河东中学会议通知.docx")


def test_a_bad_row_is_told_by_its_cell_and_does_not_stop_the_rest(run: Run,
                                                                  tmp_path: Path) -> None:
    sheet(tmp_path / "r.xlsx", HEAD, ("甲校", "2026-03-05"), ("乙校", "三月四十日"), ("丙校", None),
          ("丁校", "2026-03-08"))
    done = run("generate", "notice.yaml", "--rows", "r.xlsx", "-o", "out")
    assert done.returncode == 1
    assert "r.xlsx:名单:B3: 召开日期: 三月四十日 is not understood" in done.stderr
    assert "r.xlsx:名单:B4: 召开日期 is missing" in done.stderr
    assert words(tmp_path / "out") == ["丁校会议通知.docx", "甲校会议通知.docx"]
    assert [line[:3] for line in listed(tmp_path / "out")][1:3] == [
        ["", "not written", "r.xlsx:名单:A3"], ["", "not written", "r.xlsx:名单:A4"]]
    assert done.stdout == "written: 2, not written: 2; listed in out/homeroom-manifest.csv\n"


def test_a_fault_of_the_input_is_told_once_for_all_rows(run: Run, tmp_path: Path) -> None:
    sheet(tmp_path / "r.xlsx", HEAD, *((f"{n}校", "2026-03-05") for n in range(20)))
    (tmp_path / "notice.yaml").write_text("kind: 会议通知\nsections:\n  会议内容: 学习。\n电话: 1\n",
                                          "utf-8")
    done = run("generate", "notice.yaml", "--rows", "r.xlsx", "-o", "out")
    assert done.returncode == 1
    assert done.stderr.count("unknown name 电话") == 1
    assert len(listed(tmp_path / "out")) == 20


def test_a_blank_cell_leaves_what_the_input_says(run: Run, tmp_path: Path) -> None:
    (tmp_path / "notice.yaml").write_text(
        "kind: 会议通知\n单位: 本校\n召开日期: 2026-03-01\nsections:\n  会议内容: 学习。\n", "utf-8")
    (tmp_path / "r.csv").write_bytes("单位,召开日期\n,2026-03-05\n青山小学,\n".encode("gb18030"))
    done = run("generate", "notice.yaml", "--rows", "r.csv", "-o", "out")
    assert done.returncode == 0
    assert words(tmp_path / "out") == ["本校会议通知.docx", "青山小学会议通知.docx"]


def test_columns_that_are_no_fields_are_told_once_and_left_out(run: Run, tmp_path: Path) -> None:
    sheet(tmp_path / "r.xlsx", (*HEAD, "电话", "备注"), ("甲校", "2026-03-05", "1", "x"),
          ("乙校", "2026-03-05", "2", "y"))
    done = run("generate", "notice.yaml", "--rows", "r.xlsx", "-o", "out")
    assert done.returncode == 0
    assert done.stderr.count("no field is called 电话、备注; left out") == 1
    assert len(done.stderr.splitlines()) == 2


def test_a_table_without_any_field_is_refused(run: Run, tmp_path: Path) -> None:
    sheet(tmp_path / "r.xlsx", ("电话", "备注"), ("1", "x"))
    done = run("generate", "notice.yaml", "--rows", "r.xlsx", "-o", "out")
    assert done.returncode == 1
    assert "no column of the table is called like a field" in done.stderr
    assert "单位、召开日期、地点" in done.stderr
    assert not (tmp_path / "out").exists()


def test_rows_of_one_name_are_numbered(run: Run, tmp_path: Path) -> None:
    sheet(tmp_path / "r.xlsx", HEAD, *[("青山小学", f"2026-03-0{n}") for n in (5, 6, 7)],
          ("A*校", "2026-03-05"), ("a?校", "2026-03-05"))
    run("generate", "notice.yaml", "--rows", "r.xlsx", "-o", "out")
    # Windows and macOS take A and a for the same name.
    assert words(tmp_path / "out") == sorted([
        "青山小学会议通知.docx", "青山小学会议通知-2.docx", "青山小学会议通知-3.docx",
        "A_校会议通知.docx", "a_校会议通知-2.docx"])


def test_what_is_there_already_is_unchanged(run: Run, tmp_path: Path) -> None:
    sheet(tmp_path / "r.xlsx", HEAD, ("甲校", "2026-03-05"), ("乙校", "2026-03-05"))
    run("generate", "notice.yaml", "--rows", "r.xlsx", "-o", "out")
    sheet(tmp_path / "r.xlsx", HEAD, ("甲校", "2026-03-05"), ("乙校", "2026-03-05"),
          ("丙校", "2026-03-05"))
    before = (tmp_path / "out" / "甲校会议通知.docx").stat().st_mtime_ns
    done = run("generate", "notice.yaml", "--rows", "r.xlsx", "-o", "out")
    assert (done.returncode, done.stdout) == (
        0, "written: 1, unchanged: 2; listed in out/homeroom-manifest.csv\n")
    assert (tmp_path / "out" / "甲校会议通知.docx").stat().st_mtime_ns == before
    assert run("generate", SAMPLE, "-o", "one").stdout.startswith("written: ")
    assert run("generate", SAMPLE, "-o", "one").stdout.startswith("unchanged: ")


def test_what_somebody_has_changed_is_only_replaced_by_force(run: Run, tmp_path: Path) -> None:
    sheet(tmp_path / "r.xlsx", HEAD, ("甲校", "2026-03-05"), ("乙校", "2026-03-05"))
    run("generate", "notice.yaml", "--rows", "r.xlsx", "-o", "out")
    (tmp_path / "out" / "甲校会议通知.docx").write_bytes(b"mine")
    done = run("generate", "notice.yaml", "--rows", "r.xlsx", "-o", "out")
    assert done.returncode == 1
    assert "the file is there already" in done.stderr
    assert (tmp_path / "out" / "甲校会议通知.docx").read_bytes() == b"mine"
    assert done.stdout.startswith("unchanged: 1, not written: 1")
    assert run("generate", "notice.yaml", "--rows", "r.xlsx", "-o", "out",
               "--force").returncode == 0


def test_nothing_in_the_list_is_a_formula(run: Run, tmp_path: Path) -> None:
    sheet(tmp_path / "r.xlsx", HEAD, ("=1+1", "2026-03-05"), ("@校", "2026-03-05"))
    (tmp_path / "r.csv").write_text("单位,召开日期\n=1+1,2026-03-05\n@校,2026-03-05\n", "utf-8")
    run("generate", "notice.yaml", "--rows", "r.csv", "-o", "out")
    assert [line[0] for line in listed(tmp_path / "out")] == [
        "'=1+1会议通知.docx", "'@校会议通知.docx"]


def test_five_hundred_rows_take_no_more_memory_than_fifty(run: Run, tmp_path: Path) -> None:
    peaks = {}
    for count in (50, 500):
        sheet(tmp_path / "r.xlsx", HEAD, *(
            (f"第{n}小学", "2026-03-05" if n != 17 else "某日") for n in range(count)))
        done = subprocess.run(
            [sys.executable, "-c", PEAK.format(root=str(ROOT)), "generate", "notice.yaml",
             "--rows", "r.xlsx", "-o", f"out{count}"], cwd=tmp_path, capture_output=True,
            encoding="utf-8", check=False, timeout=240)
        assert done.returncode == 1
        assert "r.xlsx:名单:B19: 召开日期: 某日 is not understood" in done.stderr
        assert len(words(tmp_path / f"out{count}")) == count - 1
        peaks[count] = int(done.stderr.split()[-1])
    assert peaks[500] < peaks[50] * 1.15


def test_every_format_is_written_under_one_name(run: Run, tmp_path: Path) -> None:
    shutil.copy(SAMPLE, tmp_path / "plan.yaml")
    done = run("generate", "plan.yaml", "-o", "out", "--format", "ICS，xlsx,docx")
    assert (done.returncode, done.stderr) == (0, "")
    assert [Path(line.removeprefix("written: ")).suffix
            for line in done.stdout.splitlines()] == [".docx", ".xlsx", ".ics"]
    assert len({path.stem for path in (tmp_path / "out").iterdir()}) == 1


def test_an_unknown_format_is_refused(run: Run) -> None:
    done = run("generate", SAMPLE, "--format", "docx,odt")
    assert done.returncode == 2
    assert "odt is no format" in done.stderr
    assert "docx,pdf,xlsx,ics" in done.stderr


def test_a_plan_without_tasks_has_no_ledger_but_its_word_file(run: Run, tmp_path: Path) -> None:
    sheet(tmp_path / "r.xlsx", HEAD, ("甲校", "2026-03-05"))
    done = run("generate", "notice.yaml", "--rows", "r.xlsx", "-o", "out", "--format", "docx,xlsx")
    assert done.returncode == 1
    assert words(tmp_path / "out") == ["甲校会议通知.docx"]
    assert done.stdout.startswith("written: 1, not written: 1;")


def test_pdfs_are_printed_beside_the_word_files(run: Run, tmp_path: Path) -> None:
    if shutil.which("soffice") is None and not os.environ.get("CI"):
        pytest.skip("needs LibreOffice (soffice)")
    sheet(tmp_path / "r.xlsx", HEAD, *((f"{n}校", "2026-03-05") for n in "甲乙丙"))
    done = run("generate", "notice.yaml", "--rows", "r.xlsx", "-o", "out", "--format", "docx,pdf")
    assert (done.returncode, done.stderr) == (0, "")
    assert "written: 6;" in done.stdout
    assert all((tmp_path / "out" / f"{n}校会议通知.pdf").read_bytes().startswith(b"%PDF")
               for n in "甲乙丙")
    again = run("generate", "notice.yaml", "--rows", "r.xlsx", "-o", "out", "--format", "pdf")
    assert "unchanged: 3;" in again.stdout


def test_without_libreoffice_the_other_formats_are_written(run: Run, tmp_path: Path) -> None:
    done = run("generate", SAMPLE, "-o", "out", "--format", "docx,pdf",
               PATH="/nowhere", HOMEROOM_SOFFICE=str(tmp_path / "none"))
    assert done.returncode == 1
    assert "HOMEROOM_SOFFICE: there is no such program" in done.stderr
    assert len(words(tmp_path / "out")) == 1


def test_ctrl_c_leaves_whole_files_and_a_list_of_them(run: Run, tmp_path: Path) -> None:
    sheet(tmp_path / "r.xlsx", HEAD, *((f"第{n}小学", "2026-03-05") for n in range(20_000)))
    with subprocess.Popen(
            [sys.executable, str(ROOT / "cli.py"), "generate", "notice.yaml", "--rows", "r.xlsx",
             "-o", "out"], cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as process:
        until = time.monotonic() + 60
        while len(words(tmp_path / "out")) < 20 and time.monotonic() < until:
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=60)
    assert process.returncode == 130
    made = words(tmp_path / "out")
    # The one that was being written may be there and not be listed yet.
    assert len(set(made) - {line[0] for line in listed(tmp_path / "out")}) <= 1
    assert all(text_of(tmp_path / "out" / name) for name in made)
    assert not list((tmp_path / "out").glob(".*"))


def test_traditional_documents_bear_traditional_names_and_pass_the_check(run: Run,
                                                                        tmp_path: Path) -> None:
    done = run("generate", SAMPLE, "-o", "out", "--traditional", "--format", "docx,xlsx,ics")
    assert done.returncode == 0
    word = next((tmp_path / "out").glob("*.docx"))
    assert "計劃" in word.name
    assert "指導思想" in text_of(word)
    calendar = next((tmp_path / "out").glob("*.ics")).read_text("utf-8")
    assert "學" in calendar
    assert run("check", word).returncode == 0
