"""The task ledger: a workbook that a head prints, ticks off, filters, and hands back."""

from __future__ import annotations

import csv
import io
import re
import shutil
import subprocess
import zipfile
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generators.ledger_workbook import ledger_workbook
from generators.sheet_text import cell_text
from generators.traditional import Script
from plans.errors import UserError
from plans.house import House
from plans.inputs import load_input
from plans.ledger import ledger_lines
from plans.periods import Month
from plans.plan import MonthTasks, Signature, Task, Tick
from plans.states import DROPPED
from plans.tables import rows_of

MARCH = Month(2026, 3)
SAMPLES = Path(__file__).parents[2] / "samples"
LABELS = ["序号", "月份", "任务", "责任人", "完成时限", "佐证材料", "完成情况", "完成日期", "备注", "编号"]
PAST, FUTURE = date(2020, 3, 20), date(2999, 3, 20)


def months(*tasks: Task, month: Month = MARCH) -> tuple[MonthTasks, ...]:
    return (MonthTasks(month, tasks),)


def opened(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


@pytest.fixture
def ledger(plan):
    """The sheet 任务台账 of a plan of these tasks."""
    def build(*tasks: Task, **changes):
        return opened(ledger_workbook(plan(schedule=months(*tasks), **changes)))["任务台账"]
    return build


def test_each_task_of_each_month_has_a_line_under_the_labels(full_plan) -> None:
    sheet = opened(ledger_workbook(full_plan()))["任务台账"]
    assert sheet["A1"].value == "青禾工作室2026年工作计划任务台账"
    assert [cell.value for cell in sheet[2]] == LABELS
    march, april = datetime(2026, 3, 1), datetime(2026, 4, 1)
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)]
    assert [row[:9] for row in rows] == [
        [1, march, "定计划", "罗青", datetime(2026, 3, 20), "计划文本", None, None, None],
        [2, march, "建档案", None, None, None, None, None, None],
        [3, april, "例会", "孟禾", None, None, None, None, None]]
    assert all(row[9].startswith("#") for row in rows)


def test_dates_are_dates_as_a_school_writes_them(ledger) -> None:
    sheet = ledger(Task("定计划", due=date(2026, 3, 20)))
    assert sheet["E3"].is_date
    assert sheet["E3"].number_format == sheet["H3"].number_format == 'yyyy"年"m"月"d"日"'
    assert sheet["B3"].number_format == 'yyyy"年"m"月"'


@pytest.mark.parametrize("text", ["=1+1", "+86", "-1", "@SUM(A1)", " =1", "#N/A", "0012"])
def test_what_looks_like_a_formula_is_text(ledger, text: str) -> None:
    sheet = ledger(Task(text, id=text.strip(), owner=text, evidence=text))
    for cell in (sheet["C3"], sheet["D3"], sheet["F3"]):
        assert (cell.value, cell.data_type) == (text, "s")
        assert bool(cell.quotePrefix) == (text.lstrip()[0] in "=+-@")
    assert (sheet["J3"].value, sheet["J3"].number_format) == (text.strip(), "@")


def test_a_text_that_no_cell_can_hold_is_cut_and_says_so(ledger) -> None:
    long = ledger(Task("一" * 40_000))["C3"].value
    assert (len(long), long[-1]) == (32_767, "…")
    pairs = ledger(Task("𠮷" * 20_000))["C3"].value
    assert (len(pairs.encode("utf-16-le")) // 2 <= 32_767, pairs.strip("𠮷")) == (True, "…")


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(st.text(min_size=1).filter(lambda text: cell_text(text).strip()), min_size=1,
                      max_size=4))
def test_every_task_is_read_back_as_it_was_typed(plan, tmp_path: Path, texts: list[str]) -> None:
    path = tmp_path / "ledger.xlsx"
    path.write_bytes(ledger_workbook(plan(schedule=months(*map(Task, texts)))))
    found = [row.entries.get("任务").text for row in rows_of(path, known=LABELS)]
    assert found == [cell_text(text).strip() for text in texts]


def test_what_only_looks_like_an_escape_of_excel_stays_as_typed(ledger, plan, tmp_path) -> None:
    (tmp_path / "a.xlsx").write_bytes(ledger_workbook(plan(schedule=months(Task("_x0041_b")))))
    assert [row.entries.get("任务").text for row in rows_of(tmp_path / "a.xlsx")] == ["_x0041_b"]
    assert ledger(Task("_x0041_b"))["C3"].value == "_x005F_x0041_b"


def test_what_is_ticked_stands_on_its_line(ledger) -> None:
    sheet = ledger(Task("读书", id="t1", evidence="笔记"), Task("写字"), Task("听课", id="t3"), ticks=(
        Tick("t1", date(2026, 3, 9), evidence="佐证/0309.docx"),
        Tick("t3", state=DROPPED, reason="停课")))
    assert [[sheet.cell(row, column).value for column in (6, 7, 8, 9)] for row in (3, 4, 5)] == [
        ["笔记\n佐证/0309.docx", "已完成", datetime(2026, 3, 9), None], [None] * 4,
        [None, "取消", None, "停课"]]


def test_the_state_is_picked_from_a_list_that_goes_on_under_the_last_task(ledger) -> None:
    rules = {str(rule.sqref): rule for rule in ledger(Task("读书")).data_validations.dataValidation}
    assert rules["G3:G203"].formula1 == '"已完成,进行中,未完成,取消"'
    assert rules["H3:H203"].type == "date"


def test_it_prints_on_a4_landscape_one_page_wide(ledger) -> None:
    sheet = ledger(Task("读书"), Task("写字"))
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.print_title_rows, sheet.freeze_panes) == ("$2:$2", "A3")
    assert sheet.auto_filter.ref == "A2:J4"


def test_the_same_plan_gives_the_same_bytes_that_say_what_they_are(full_plan) -> None:
    data = ledger_workbook(full_plan())
    assert data == ledger_workbook(full_plan())
    properties = opened(data).properties
    assert properties.title == "青禾工作室2026年工作计划任务台账"
    assert properties.identifier == "studio-2026"
    assert (properties.creator, properties.created) == ("青山小学", datetime(2026, 3, 1))
    archive = zipfile.ZipFile(io.BytesIO(data))
    assert not [name for name in archive.namelist() if b"penpyxl" in archive.read(name)]


def test_without_a_signature_it_was_made_when_the_plan_begins(plan) -> None:
    made = opened(ledger_workbook(plan(schedule=months(Task("读书")))))
    assert made.properties.modified == datetime(2026, 3, 1)
    assert made.properties.creator == "青山小学"


def test_all_but_the_keys_is_turned_into_traditional(plan) -> None:
    book = opened(ledger_workbook(plan(
        schedule=months(Task("学习", id="学1", owner="教导处", evidence="记录")),
        signature=Signature("青山小学", date(2026, 3, 1))), Script()))
    assert book.sheetnames == ["任務臺賬", "按責任人"]
    sheet = book.worksheets[0]
    assert [sheet.cell(2, column).value for column in (1, 4, 10)] == ["序號", "責任人", "編號"]
    assert [sheet.cell(3, column).value for column in (3, 4, 6, 10)] == [
        "學習", "教導處", "記錄", "学1"]
    assert "進行中" in sheet.data_validations.dataValidation[0].formula1
    assert sheet.oddFooter.center.text == "第 &P 頁　共 &N 頁"
    assert book.worksheets[1]["A1"].value == "青禾工作室2026年工作計劃完成情況（按責任人）"


@pytest.mark.parametrize("schedule", [(), months()])
def test_a_plan_without_tasks_says_where_to_write_them(plan, schedule) -> None:
    with pytest.raises(UserError) as caught:
        ledger_workbook(plan(schedule=schedule))
    [fault] = caught.value.faults
    assert (fault.place.file, fault.what) == ("studio.yaml", "the plan has no tasks")
    assert "schedule:" in fault.mend


def test_the_workbook_counts_and_marks_what_is_done_and_late(plan, tmp_path, soffice) -> None:
    long_ago, far_off = Month(2020, 3), Month(2999, 3)
    data = ledger_workbook(plan(schedule=(
        MonthTasks(long_ago, (Task("甲", owner="罗青", due=PAST), Task("乙", owner="罗青", due=PAST),
                              Task("丙", owner="罗青"), Task("丁", owner="罗*"), Task("戊"),
                              Task("己", owner="罗青", due=FUTURE))),
        MonthTasks(far_off, (Task("庚", owner="罗青"), Task("辛", owner="=罗青", due=PAST))))))
    book = opened(data)
    sheet = book["任务台账"]
    for row, state in zip(range(3, 11), ["已完成", "进行中", "取消", "未完成", None, None, None, None],
                          strict=True):
        sheet.cell(row, 7).value = state
    late = next(rule.formula[0] for ranges in sheet.conditional_formatting for rule in ranges.rules
                if "TODAY" in rule.formula[0])
    for row in range(3, 14):
        sheet.cell(row, 20).value = "=" + re.sub(r"(\$[A-Z])3", rf"\g<1>{row}", late)
    ticked = tmp_path / "ticked.xlsx"
    book.save(ticked)
    counted = openpyxl.load_workbook(soffice(ticked, "xlsx", tmp_path / "out"), data_only=True)
    assert [counted["任务台账"].cell(row, 20).value for row in range(3, 14)] == [
        False, True, False, True, True, False, False, True, False, False, False]
    rows = [[cell.value for cell in row] for row in counted["按责任人"].iter_rows(min_row=3)]
    assert rows == [["罗青", 5, 1, 1, 2, 1, 1], ["罗*", 1, 0, 0, 1, 0, 1],
                    ["=罗青", 1, 0, 0, 1, 0, 1], ["（未定）", 1, 0, 0, 1, 0, 1],
                    ["合计", 8, 1, 1, 5, 1, 4]]


def test_libreoffice_shows_the_lines_of_a_sample(tmp_path, soffice) -> None:
    plan = load_input(SAMPLES / "studio-plan-2026.yaml", House())
    (tmp_path / "ledger.xlsx").write_bytes(ledger_workbook(plan))
    text = soffice(tmp_path / "ledger.xlsx", "csv:Text - txt - csv (StarCalc):44,34,76",
                   tmp_path / "out").read_text("utf-8")
    rows = list(csv.reader(io.StringIO(text)))
    assert rows[1] == LABELS
    assert [row[2] for row in rows[2:]] == [line.task.text for line in ledger_lines(plan)]
    assert rows[2] == ["1", "2026年3月", "召开计划会，讨论通过年度计划", "王珂", "2026年3月6日", "会议纪要",
                       "", "", "", "t01"]


def test_each_printed_page_bears_the_labels_and_its_number(plan, tmp_path, soffice) -> None:
    if shutil.which("pdftotext") is None:
        pytest.skip("needs pdftotext")
    tasks = [Task(f"第{number}件事，" + "要写得很长才会换行" * 3) for number in range(40)]
    (tmp_path / "ledger.xlsx").write_bytes(ledger_workbook(plan(schedule=months(*tasks))))
    pdf = soffice(tmp_path / "ledger.xlsx", "pdf", tmp_path / "out")
    info = subprocess.run(["pdfinfo", pdf], capture_output=True, check=True, text=True).stdout
    width, height = (float(number) for number in
                     info.partition("Page size:")[2].partition("pts")[0].split(" x "))
    assert (round(width), round(height)) == (842, 595)
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, check=True,
                          text=True).stdout
    pages = text.split("\f")[:-1]
    assert len(pages) >= 3      # at least two of the ledger, one of the counts
    for number, page in enumerate(pages, 1):
        assert f"第{number}页共{len(pages)}页" in "".join(page.split())
        assert ("完成时限" in page) == (number < len(pages))


def test_a_plan_that_is_called_a_ledger_is_not_called_so_twice(ledger) -> None:
    assert ledger(Task("读书"), title="青禾工作室任务台账")["A1"].value == "青禾工作室任务台账"
