"""`checklist` with real files: what is printed, for whom, and what comes back ticked."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from openpyxl import load_workbook

from checkers.case import Demand
from checkers.submission import read_submission, submission_of
from checkers.verdict import judge
from generators.documents import generate
from office.checklist_orders import RequirementOrders, in_order
from office.checklists import CHECKLIST, TASK_LIST, checklist
from plans.errors import UserError
from plans.house import House
from plans.requirements import requirements_of

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
HOUSE = House()
SHEET = HOUSE.kind_for(CHECKLIST)
PLAN = SAMPLES / "studio-plan-2026.yaml"
KIND = HOUSE.kind("名班主任工作室工作计划")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"

Soffice = Callable[[Path, str, Path], Path]
Run = Callable[..., subprocess.CompletedProcess[str]]


def made(folder: Path, what: object, rows: Path | None = None, formats: str = "docx",
         deadline: str | None = None) -> int:
    return checklist(str(what), rows=str(rows) if rows else None, out=str(folder), formats=formats,
                     deadline=deadline, force=False, house=None)


def answers(path: Path) -> dict[str, object]:
    """The values that the sheet holds as `collect` reads it."""
    verdict = judge(read_submission(path, workbooks=True),
                    Demand(HOUSE.topics, HOUSE.kinds, calendar=HOUSE.calendar, workbooks=True))
    assert verdict.answers, path
    return {"kind": verdict.kind, "status": verdict.status, **verdict.answers.values()}


def text_in(path: Path) -> str:
    return "".join(one.text or "" for one in docx.Document(str(path)).element.body.iter(f"{W}t"))


def only(folder: Path, suffix: str) -> Path:
    [path] = folder.glob(f"*{suffix}")
    return path


# What is printed.

def test_a_kind_has_a_line_for_each_thing_that_is_asked(tmp_path: Path) -> None:
    assert made(tmp_path, KIND.id, formats="docx,xlsx", deadline="2099年3月20日") == 0
    for suffix in (".docx", ".xlsx"):
        said = answers(only(tmp_path, suffix))
        assert (said["kind"], said["status"]) == (SHEET.id, "pass")
        assert said["paper"] == KIND.name
        assert str(said["deadline"]) == "2099-03-20"
        assert [(row["item"], row["id"]) for row in said["items"]] == [
            (one.words, one.id) for one in requirements_of(KIND)]


def test_only_those_who_owe_the_paper_get_a_sheet_with_their_name(
        tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert made(tmp_path / "out", KIND.id, SAMPLES / "roster.csv") == 0
    assert sorted(one.stem for one in (tmp_path / "out").glob("*.docx")) == [
        f"沈若谷_{KIND.name}_{SHEET.name}", f"韩立秋_{KIND.name}_{SHEET.name}"]
    said = answers(tmp_path / "out" / f"沈若谷_{KIND.name}_{SHEET.name}.docx")
    assert (said["name"], said["unit"]) == ("沈若谷", "松风路小学")
    assert "2 rows are not asked for this paper (应交): skipped" in capsys.readouterr().out


def test_a_plan_is_sorted_by_month_and_owner_and_each_gets_their_own(
        tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    roster = tmp_path / "名单.csv"
    roster.write_text("姓名,单位\n王珂,江城实验学校\n没事的人,江城实验学校\n", "utf-8")
    assert made(tmp_path / "all", PLAN) == 0
    assert made(tmp_path / "own", PLAN, roster) == 0
    rows = answers(only(tmp_path / "all", ".docx"))["tasks"]
    assert rows == tuple(sorted(rows, key=lambda row: (
        row["month"], not row.get("owner"), row.get("owner", ""))))
    own = answers(only(tmp_path / "own", ".docx"))
    assert {row["owner"] for row in own["tasks"]} == {"王珂"}
    assert own["kind"] == HOUSE.kind_for(TASK_LIST).id
    assert [row["id"] for row in own["tasks"]] == [
        row["id"] for row in rows if row.get("owner") == "王珂"]
    told = capsys.readouterr().out
    assert "1 row owns no task of the plan: skipped" in told
    assert "tasks are on no sheet" in told


def test_who_owns_a_task_with_others_gets_it_too(tmp_path: Path) -> None:
    plan = tmp_path / "计划.yaml"
    plan.write_text(
        "kind: monthly-schedule\n学校: 江城实验学校\n年度: 2026\n起止月份: 2026-03/2026-04\nschedule:\n"
        "  - {month: 2026-04, tasks: [{task: 后做, owner: 王珂、周明慧}]}\n"
        "  - {month: 2026-03, tasks: [{task: 先做, owner: 周明慧老师}, 没人管]}\n", "utf-8")
    roster = tmp_path / "名单.csv"
    roster.write_text("姓名\n周明慧\n王珂\n", "utf-8")
    assert made(tmp_path / "out", plan, roster, "docx,xlsx") == 0
    assert [row["task"] for row in answers(
        next((tmp_path / "out").glob("周明慧_*.xlsx")))["tasks"]] == ["先做", "后做"]
    assert [row["task"] for row in answers(
        next((tmp_path / "out").glob("王珂_*.docx")))["tasks"]] == ["后做"]


def test_without_tasks_or_demands_nothing_is_written(run: Run, tmp_path: Path) -> None:
    (tmp_path / "空.yaml").write_text("kind: studio-annual-plan\n", "utf-8")
    for what, code in (("return-notice", 2), ("没有这种", 2), ("空.yaml", 1), ("没有.yaml", 2)):
        done = run("checklist", what, "-o", "out")
        assert (done.returncode, done.stdout) == (code, "")
        assert "mend:" in done.stderr
    done = run("checklist", KIND.id, "--deadline", "下周", "-o", "out")
    assert (done.returncode, "下周 is no date" in done.stderr) == (2, True)
    assert not (tmp_path / "out").exists()


def test_what_is_there_is_not_written_over(run: Run, tmp_path: Path) -> None:
    assert run("checklist", KIND.id).returncode == 0
    assert "unchanged" in run("checklist", KIND.id).stdout
    path = only(tmp_path, ".docx")
    path.write_bytes(path.read_bytes() + b"x")
    assert run("checklist", KIND.id).returncode == 1
    assert run("checklist", KIND.id, "--force").returncode == 0


def test_long_names_and_five_hundred_rows_are_held(tmp_path: Path) -> None:
    plan = tmp_path / "长.yaml"
    long = "把每件小事落到班级里和学生身上" * 20
    tasks = ", ".join(f"{{task: {long}{n}, owner: 王珂}}" for n in range(500))
    plan.write_text("kind: monthly-schedule\n学校: 江城实验学校\n年度: 2026\n起止月份: 2026-03/2026-03\n"
                    f"schedule: [{{month: 2026-03, tasks: [{tasks}]}}]\n", "utf-8")
    assert made(tmp_path / "out", plan, formats="docx,xlsx") == 0
    for suffix in (".docx", ".xlsx"):
        rows = answers(only(tmp_path / "out", suffix))["tasks"]
        assert [row["task"] for row in rows] == [f"{long}{n}" for n in range(500)]


def test_the_workbook_fits_a_page_and_offers_ticks(tmp_path: Path) -> None:
    made(tmp_path, KIND.id, formats="xlsx")
    sheet = load_workbook(only(tmp_path, ".xlsx")).worksheets[0]
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize,
            sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == ("portrait", 9, 1, 0)
    assert [(str(one.sqref), one.formula1) for one in sheet.data_validations.dataValidation] == [
        ("C5:C14", '"✓,×"'), ("D5:D14", '"✓,×"')]
    assert sheet.print_title_rows == "$4:$4"


# What comes back.

def boxes(document: docx.document.Document) -> Iterator[tuple[object, object]]:
    """The tick boxes of a sheet: the control and the text within."""
    for control in document.element.body.iter(f"{W}sdt"):
        if control.find(f"{W}sdtPr/{W14}checkbox") is not None:
            yield control, next(control.iter(f"{W}t"))


def tick(path: Path, out: Path) -> list[bool | None]:
    """Ticks boxes as people do, and says what they mean in order."""
    document = docx.Document(str(path))
    ways: list[tuple[str, str, bool | None]] = [
        ("☑", "1", True), ("☐√", "0", True), ("☑", "0", True), ("×", "0", False),
        ("☐", "0", None), ("□", "0", None), ("√", "0", True), ("☒", "1", True), ("是", "0", True),
        ("否", "0", False), ("", "0", None)]
    meant = []
    for number, (control, text) in enumerate(boxes(document)):
        text.text, kept, value = ways[number % len(ways)]
        control.find(f"{W}sdtPr/{W14}checkbox/{W14}checked").set(f"{W14}val", kept)
        meant.append(value)
    document.save(str(out))
    return meant


def ticks(path: Path) -> list[bool | None]:
    said = answers(path)
    assert said["kind"] == SHEET.id
    return [row.get(name) for row in said["items"] for name in ("checked", "reviewed")]


def test_ticks_come_back_whatever_saved_them(tmp_path: Path, soffice: Soffice) -> None:
    made(tmp_path, KIND.id, formats="docx,xlsx")
    mine = tmp_path / "mine.docx"
    meant = tick(only(tmp_path, "自查表.docx"), mine)
    assert ticks(mine) == meant
    word = "docx:MS Word 2007 XML"
    assert ticks(soffice(mine, word, tmp_path / "saved")) == meant
    odt = soffice(mine, "odt", tmp_path / "odt")
    assert ticks(soffice(odt, word, tmp_path / "back")) == meant

    book = load_workbook(only(tmp_path, ".xlsx"))
    sheet = book.worksheets[0]
    wanted: list[bool | None] = []
    for number in range(len(meant) // 2):
        for column in (3, 4):
            value = ["✓", None, "×", "√", "是"][(2 * number + column) % 5]
            sheet.cell(5 + number, column).value = value
            wanted.append({"×": False, None: None}.get(value, True))
    path = tmp_path / "ticked.xlsx"
    book.save(path)
    assert ticks(path) == wanted
    assert ticks(soffice(path, "xlsx", tmp_path / "calc")) == wanted


def test_collect_lists_the_ticks_of_every_sheet(run: Run, tmp_path: Path) -> None:
    assert run("checklist", KIND.id, "--rows", str(SAMPLES / "roster.csv"), "-o", "out",
               "--format", "docx,xlsx").returncode == 0
    back = tmp_path / "back"
    back.mkdir()
    first = next((tmp_path / "out").glob("沈若谷*.docx"))
    meant = tick(first, back / first.name)
    second = next((tmp_path / "out").glob("韩立秋*.xlsx"))
    second.rename(back / second.name)
    done = run("collect", "back", "-o", "汇总.xlsx")
    assert (done.returncode, done.stderr) == (0, "")
    sheet = load_workbook(tmp_path / "汇总.xlsx")[SHEET.field_called("items").label]
    head = [cell.value for cell in sheet[3]]
    rows = [dict(zip(head, row, strict=True))
            for row in sheet.iter_rows(min_row=4, values_only=True)]
    assert [row["编号"] for row in rows] == [one.id for one in requirements_of(KIND)] * 2
    assert [row[name] for row in rows for name in ("自查", "复核")] == [
        {True: "是", False: "否"}.get(one) for one in meant] + [None] * len(meant)
    assert {row["姓名"] for row in rows} == {"沈若谷", "韩立秋"}


def test_months_come_before_owners_and_nobody_comes_last() -> None:
    from plans.inputs import load_input
    from plans.ledger import ledger_lines

    lines = in_order(ledger_lines(load_input(PLAN, HOUSE)))
    assert [one.month for one in lines] == sorted(one.month for one in lines)
    first = [one.task.owner for one in lines if one.month == lines[0].month]
    assert first == sorted(first, key=lambda owner: (not owner, owner))


def test_it_is_known_by_its_title_whatever_it_lists() -> None:
    """Without the stamp, which some editors drop."""
    for kind in (KIND, HOUSE.kind("主持人申报表")):
        [order] = RequirementOrders(SHEET, kind, requirements_of(kind), HOUSE)
        assert not isinstance(order.plan, UserError)
        for title in (SHEET.name, f"{kind.name}自查表"):
            made = submission_of(generate(replace(order.plan, title=title)).data, "x.docx")
            assert made.document
            bare = replace(made, document=replace(made.document, stamp=None))
            assert judge(bare, Demand(HOUSE.topics, HOUSE.kinds)).kind == SHEET.id


def test_a_form_and_its_report_have_the_same_lines(run: Run, tmp_path: Path) -> None:
    form = HOUSE.kind("主持人申报表")
    assert run("generate", str(SAMPLES / "host-application-2026.yaml"), "-o", "in").returncode == 0
    done = run("check", "in", "--report", "表.docx", "--lang", "zh_CN")
    assert (done.returncode, "已写好：表.docx" in done.stdout) == (0, True)
    said = answers(tmp_path / "表.docx")
    assert said["name"] == "陈明远"
    assert [row["id"] for row in said["items"]] == [one.id for one in requirements_of(form)]
    # What is named as attached is not known to be there: a person looks.
    assert [row["id"] for row in said["items"] if not row.get("reviewed")] == ["enclosed/attached"]
    assert "应有 27 项：有 26 项，待看 1 项。" in text_in(tmp_path / "表.docx")
    # It lies among the submissions next time, and is none.
    (tmp_path / "表.docx").rename(tmp_path / "in" / "表.docx")
    assert "共 1 个文件：通过 1" in run("check", "in", "--lang", "zh_CN").stdout


OWN = """\
name: 逐项核对单
family: report
purpose: checklist
title: "{{ 材料名称 }}核对单"
fields:
  - {name: paper, label: 材料名称, type: text}
  - {name: name, label: 核对人, type: text, also: [姓名]}
  - name: items
    label: 核对项目
    type: table
    in_document: required
    columns:
      - {name: item, label: 项目, type: longtext}
      - {name: checked, label: 核对, type: tickbox}
layout: [[材料名称, 核对人], 核对项目]
"""


def test_a_school_prints_a_sheet_of_its_own(tmp_path: Path) -> None:
    folder = tmp_path / "house" / "kinds" / "own-list"
    folder.mkdir(parents=True)
    (folder / "kind.yaml").write_text("id: own-list\n" + OWN, "utf-8")
    assert checklist(KIND.id, rows=None, out=str(tmp_path), formats="docx,xlsx", deadline=None,
                     force=False, house=str(tmp_path / "house")) == 0
    text = text_in(tmp_path / f"{KIND.name}_逐项核对单.docx")
    assert f"{KIND.name}核对单" in text
    assert all(one.words in text for one in requirements_of(KIND))
    sheet = load_workbook(tmp_path / f"{KIND.name}_逐项核对单.xlsx").worksheets[0]
    said = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value]
    assert said[:6] == [f"{KIND.name}核对单", "材料名称", KIND.name, "核对人", "项目", "核对"]
    assert said[6:] == [one.words for one in requirements_of(KIND)]
