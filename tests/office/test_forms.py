"""`form` with real files: blank forms, and one for each row of a roster."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import docx
import pytest

from forms.sheets import sheet
from office.forms import form
from plans.house import House
from plans.kinds import Kind

ROOT = Path(__file__).resolve().parents[2]
KINDS = House().kinds
FORM = next(kind for kind in KINDS if kind.family == "form" and kind.is_drawn
            and kind.field_called("姓名"))
KIND = """\
id: home-visit
name: 家访记录表
family: form
title: "{{ 学校 }}家访记录表"
file_name: "{{ 姓名 }}家访记录"
fields:
  - {name: name, label: 姓名, type: text, required: true, example: 王珂}
  - {name: school, label: 学校, type: text, also: [校名]}
  - {name: gender, label: 性别, type: choice, options: [男, {name: 女, also: [女士]}], also: [男女]}
  - {name: since, label: 任教时间, type: month}
  - {name: years, label: 年限, type: integer, unit: 年, at_least: 0, at_most: 45}
  - {name: topics, label: 谈话内容, type: ticks, options: [学习, 纪律, 心理]}
  - {name: phone, label: 联系电话, type: phone, also: [手机]}
  - {name: day, label: 日期, type: date, required: true}
  - {name: photo, label: 照片, type: picture}
  - name: visits
    label: 家访
    type: table
    columns: [{name: who, label: 学生, required: true}, {name: day, label: 时间, type: month}]
"""

Run = Callable[..., CompletedProcess[str]]


@pytest.fixture
def run(run: Run, tmp_path: Path) -> Run:
    """Runs `homeroom …` in a folder with a house that knows a form 家访记录表."""
    folder = tmp_path / "homeroom.d" / "kinds" / "home-visit"
    folder.mkdir(parents=True)
    (folder / "kind.yaml").write_text(KIND, "utf-8")
    return run


def words(folder: Path) -> list[str]:
    return sorted(path.stem for path in folder.glob("*.docx"))


def listed(folder: Path) -> list[list[str]]:
    with (folder / "homeroom-manifest.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))[1:]


def text_in(path: Path) -> str:
    """All text of a Word file, in its controls too."""
    body = docx.Document(str(path)).element.body
    return "\n".join("".join(one.text or "" for one in paragraph.iter(
        "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"))
        for paragraph in body.iter(
            "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p"))


# Blank forms.

def test_a_blank_form_is_called_like_its_kind(run: Run, tmp_path: Path) -> None:
    done = run("form", FORM.id)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"written: {FORM.name}.docx\n"
    shown = text_in(tmp_path / f"{FORM.name}.docx")
    assert all(field.label in shown for field in FORM.fields)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.word or kind.is_drawn],
                         ids=lambda kind: kind.id)
def test_every_kind_has_a_form(tmp_path: Path, kind: Kind,
                               capsys: pytest.CaptureFixture[str]) -> None:
    assert form(kind.id, rows=None, out=str(tmp_path / "out"), formats="docx", force=False,
                house=None) == 0
    assert capsys.readouterr().err == ""
    assert words(tmp_path / "out") == [kind.name]


def test_a_plan_to_fill_in_has_each_heading_with_what_to_write_under_it(run: Run,
                                                                     tmp_path: Path) -> None:
    kind = next(one for one in KINDS if one.family == "plan" and one.schedule_required)
    run("form", kind.id)
    lines = text_in(tmp_path / f"{kind.name}.docx").splitlines()
    for section in kind.main_sections:
        if section.required and not section.schedule and not section.sections:
            assert lines[lines.index(section.title) + 1] == f"【待填：{section.hint or section.name}】"
    assert "【待填：学校】" in "".join(lines)
    assert "三月" in lines      # a schedule needs months: those of the example, to be changed
    assert not any("2026" in line for line in lines)


def test_a_blank_form_that_is_there_is_not_replaced_without_force(run: Run,
                                                                tmp_path: Path) -> None:
    run("form", "家访记录表")
    assert "unchanged: " in run("form", "家访记录表").stdout
    (tmp_path / "家访记录表.docx").write_bytes(b"mine")
    refused = run("form", "家访记录表")
    assert refused.returncode == 1
    assert (tmp_path / "家访记录表.docx").read_bytes() == b"mine"
    assert run("form", "家访记录表", "--force").returncode == 0


# One for each row.

def test_sixty_rows_are_sixty_forms_with_what_the_roster_says(run: Run, tmp_path: Path) -> None:
    sheet(tmp_path / "名单.xlsx", ("江城教育局申报名单",), ("序号", "姓名", "校名", "男女", "手机", "任教时间"),
           *((number, f"教师{number:02}", "江城中学", "女士", 13800000000 + number, "2007年8月")
             for number in range(1, 61)))
    done = run("form", "家访记录表", "--rows", "名单.xlsx", "-o", "out")
    assert done.returncode == 0, done.stderr
    assert words(tmp_path / "out") == [f"教师{number:02}_家访记录表" for number in range(1, 61)]
    shown = text_in(tmp_path / "out" / "教师07_家访记录表.docx")
    for value in ("教师07", "江城中学", "女", "13800000007", "2007年8月", "江城中学家访记录表"):
        assert value in shown
    assert len(listed(tmp_path / "out")) == 60
    assert done.stdout == "written: 60; listed in out/homeroom-manifest.csv\n"
    assert done.stderr.count("no field is called 序号; left out") == 1


def test_a_second_run_changes_nothing(run: Run, tmp_path: Path) -> None:
    sheet(tmp_path / "名单.xlsx", ("姓名",), ("王珂",), ("周明慧",))
    run("form", "家访记录表", "--rows", "名单.xlsx")
    done = run("form", "家访记录表", "--rows", "名单.xlsx")
    assert (done.returncode, done.stdout.partition(";")[0]) == (0, "unchanged: 2")


def test_equal_names_are_told_apart_by_their_units_and_then_by_a_number(run: Run,
                                                                      tmp_path: Path) -> None:
    sheet(tmp_path / "名单.xlsx", ("姓名", "单位"), ("陈明远", "江城中学"), ("陈明远", "滨河小学"),
           ("陈明远", "滨河小学"), ("陈明远", ""), ("王珂", "江城中学"))
    done = run("form", "家访记录表", "--rows", "名单.xlsx", "-o", "out")
    assert done.returncode == 0, done.stderr
    assert words(tmp_path / "out") == sorted([
        "陈明远_江城中学_家访记录表", "陈明远_滨河小学_家访记录表", "陈明远_滨河小学_家访记录表-2",
        "陈明远_家访记录表", "王珂_家访记录表"])


def test_a_unit_hands_in_where_nobody_is_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "r.csv").write_text("单位\n江城中学\n滨河小学\n", "utf-8")
    run("form", "家访记录表", "--rows", "r.csv", "-o", "out")
    assert words(tmp_path / "out") == sorted(["江城中学_家访记录表", "滨河小学_家访记录表"])


def test_the_roster_s_own_word_for_a_name_fills_the_name(run: Run, tmp_path: Path) -> None:
    (tmp_path / "r.csv").write_text("申报人,單位\n王珂,江城中學\n", "utf-8")
    done = run("form", "家访记录表", "--rows", "r.csv", "-o", "out")
    assert (done.returncode, done.stderr) == (0, "")
    assert "王珂" in text_in(tmp_path / "out" / "王珂_家访记录表.docx").splitlines()


def test_a_header_in_traditional_characters_fills_its_field(run: Run, tmp_path: Path) -> None:
    sheet(tmp_path / "名單.xlsx", ("姓名", "學校", "性別", "聯繫電話"), ("王珂", "江城中學", "女", "13800000001"))
    done = run("form", "家访记录表", "--rows", "名單.xlsx", "-o", "out")
    assert (done.returncode, done.stderr) == (0, "")
    shown = text_in(tmp_path / "out" / "王珂_家访记录表.docx")
    assert "江城中學" in shown
    assert "13800000001" in shown


def test_who_need_not_hand_it_in_is_skipped_and_counted(run: Run, tmp_path: Path) -> None:
    sheet(tmp_path / "名单.xlsx", ("姓名", "应交"), ("王珂", "家访记录表、" + FORM.name), ("周明慧", FORM.name),
           ("陈明远", ""), ("林秋白", FORM.id))
    done = run("form", "home-visit", "--rows", "名单.xlsx", "-o", "out")
    assert done.returncode == 0, done.stderr
    assert words(tmp_path / "out") == sorted(["王珂_家访记录表", "陈明远_家访记录表"])
    assert "2 rows are not asked for this form (应交): skipped" in done.stdout


def test_a_yaml_list_fills_tables_and_ticks_too(run: Run, tmp_path: Path) -> None:
    (tmp_path / "r.yaml").write_text(
        "名单:\n  - 周明慧\n  - 姓名: 王珂\n    谈话内容: [学习, 心理]\n"
        "    家访: [{学生: 小明, 时间: 2026年3月}]\n", "utf-8")
    done = run("form", "家访记录表", "--rows", "r.yaml", "-o", "out")
    assert (done.returncode, done.stderr) == (0, "")
    assert words(tmp_path / "out") == sorted(["周明慧_家访记录表", "王珂_家访记录表"])


def test_a_plan_for_each_school_has_the_name_of_the_school(run: Run, tmp_path: Path) -> None:
    kind = next(one for one in KINDS if one.family == "plan" and one.schedule_required)
    sheet(tmp_path / "r.xlsx", ("学校", "年度"), ("江城中学", 2026), ("滨河小学", "某年"))
    done = run("form", kind.id, "--rows", "r.xlsx", "-o", "out")
    assert done.returncode == 1
    assert "r.xlsx:名单:B3" in done.stderr
    assert f"江城中学2026年{kind.name}" in text_in(
        tmp_path / "out" / f"江城中学_{kind.name}.docx").replace("\n", "")
    assert "【待填：年度】" in text_in(tmp_path / "out" / f"滨河小学_{kind.name}.docx")


# Names that no file can have, or that are very long.

def test_names_become_file_names_that_every_system_takes(run: Run, tmp_path: Path) -> None:
    sheet(tmp_path / "名单.xlsx", ("姓名",), ("a/b:c*?",), ("长" * 300,), ("CON",), (" 王 珂 ",), ("+1",),
           ("..",))
    done = run("form", "家访记录表", "--rows", "名单.xlsx", "-o", "out")
    assert done.returncode == 0, done.stderr
    found = words(tmp_path / "out")
    assert len(found) == 6
    assert all(name.endswith("_家访记录表") and len(f"{name}.docx".encode()) < 255 for name in found)
    assert {"王 珂_家访记录表", "a_b_c___家访记录表"} <= set(found)


# What is wrong.

def test_a_cell_that_its_field_does_not_take_is_told_and_left_blank(run: Run,
                                                                  tmp_path: Path) -> None:
    sheet(tmp_path / "名单.xlsx", ("姓名", "性别", "年限", "谈话内容", "照片", "联系电话", "日期"),
           ("王珂", "人", 99, "学习、玩", "没有.png", "13800000001", "2026-02-30"),
           ("周明慧", "男", "8年", "学习、心理", "", "12", "2026-03-01"))
    done = run("form", "家访记录表", "--rows", "名单.xlsx", "-o", "out")
    assert done.returncode == 1
    for cell in ("B2", "C2", "D2", "E2", "G2"):
        assert f"名单.xlsx:名单:{cell}: " in done.stderr
    assert "write one of: 男、女" in done.stderr
    shown = text_in(tmp_path / "out" / "王珂_家访记录表.docx")
    assert "13800000001" in shown
    assert "99" not in shown
    state, remark = listed(tmp_path / "out")[0][1], listed(tmp_path / "out")[0][4]
    assert state == "written"
    assert "名单.xlsx:名单:B2" in remark


def test_a_cell_that_excel_could_not_work_out_is_told(run: Run, tmp_path: Path) -> None:
    sheet(tmp_path / "名单.xlsx", ("姓名", "联系电话", "备注"), ("王珂", "#N/A", "#N/A"))
    done = run("form", "家访记录表", "--rows", "名单.xlsx", "-o", "out")
    assert words(tmp_path / "out") == ["王珂_家访记录表"]
    assert ("名单.xlsx:名单:B2" in done.stderr, "名单.xlsx:名单:C2" in done.stderr) == (True, False)
    assert done.returncode == 1


def test_a_row_that_names_nobody_is_told_and_a_total_is_not(run: Run, tmp_path: Path) -> None:
    sheet(tmp_path / "名单.xlsx", ("序号", "姓名", "性别"), (1, "王珂", "女"), (2, None, "男"), (3, None, None),
           ("合计", 2, None), ("备注：请于周五前交", None, None))
    done = run("form", "家访记录表", "--rows", "名单.xlsx", "-o", "out")
    assert words(tmp_path / "out") == ["王珂_家访记录表"]
    assert done.returncode == 1
    assert done.stderr.count("the row names nobody") == 1
    assert "名单.xlsx:名单:A3" in done.stderr


def test_a_paper_that_no_kind_is_called_is_told_at_its_cell(run: Run, tmp_path: Path) -> None:
    sheet(tmp_path / "名单.xlsx", ("姓名", "应交"), ("王珂", "家访表"), ("周明慧", "家访记录表、没有的"))
    done = run("form", "家访记录表", "--rows", "名单.xlsx", "-o", "out")
    assert done.returncode == 1
    assert "名单.xlsx:名单:B2: there is no kind 家访表" in done.stderr
    assert words(tmp_path / "out") == ["周明慧_家访记录表"]


@pytest.mark.parametrize(("name", "text", "said"), [
    ("r.csv", "姓名,单位\n", "nothing under the header"), ("r.csv", "", "the table is empty"),
    ("r.yaml", "名单: []\n", "names nobody"), ("r.csv", "电话\n13800000000\n", "no column 姓名"),
    ("r.yaml", "a: 1\n", "has no list"), ("r.xlsx", "text", "r.xlsx")])
def test_a_roster_of_nobody_makes_no_form(run: Run, tmp_path: Path, name: str, text: str,
                                          said: str) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    done = run("form", "家访记录表", "--rows", name, "-o", "out")
    assert (done.returncode, said in done.stderr) == (1, True), done.stderr
    assert "mend: " in done.stderr
    assert not (tmp_path / "out").exists()


def test_what_is_not_there_is_wrong_usage(run: Run) -> None:
    assert run("form", "没有的表").returncode == 2
    assert run("form", "家访记录表", "--rows", "没有.xlsx").returncode == 2
    assert run("form", "家访记录表", "--rows", ".").returncode == 2
    assert run("form", "家访记录表", "--format", "xlsx").returncode == 2


def test_a_folder_that_may_not_be_written_to_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file where the folder should be")
    sheet(tmp_path / "名单.xlsx", ("姓名",), ("王珂",), ("周明慧",))
    done = run("form", "家访记录表", "--rows", "名单.xlsx", "-o", "out")
    assert done.returncode == 1
    assert "mend: " in done.stderr
    assert "Traceback" not in done.stderr


def test_a_form_is_printed_for_those_who_fill_it_in_by_hand(run: Run, tmp_path: Path,
                                                          soffice_program: str) -> None:
    done = run("form", "家访记录表", "--format", "docx,pdf", "-o", "out")
    assert done.returncode == 0, done.stderr
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "家访记录表.docx", "家访记录表.pdf"]


def test_the_form_says_in_chinese_what_was_done(run: Run) -> None:
    assert run("form", "家访记录表", "--lang", "zh_CN").stdout == "已写好：家访记录表.docx\n"
