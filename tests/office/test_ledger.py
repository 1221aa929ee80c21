"""`ledger tick`, `due` and `read`: what a head sees, and what stands in the plan afterwards."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import docx
import openpyxl
import pytest

from generators.ledger_workbook import ledger_workbook
from generators.traditional import Script
from office.ledger_due import due
from office.ledger_reading import read
from office.ledger_tick import tick
from office.ticking import open_ledger
from plans.errors import UserError
from plans.house import House
from plans.inputs import load_input

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
HOUSE = House()


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    return Path(shutil.copy(SAMPLES / "month-schedule-2014.yaml", tmp_path / "plan.yaml"))


@pytest.fixture
def ticked(plan: Path):
    """Ticks a task; exit code, and what is new in the file."""
    def ticked(task: str, day: str | None = None, **options):
        before = plan.read_text("utf-8")
        code = tick(str(plan), task, **{"day": day, "month": None, "state": "done", "house": None,
                                        "evidence": None, "reason": None} | options)
        return code, plan.read_text("utf-8").removeprefix(before).strip()
    return ticked


def faults(call, *arguments, **options) -> list[str]:
    with pytest.raises(UserError) as caught:
        call(*arguments, **options)
    return [f"{fault.place.cell or fault.place.file}: {fault.what} ({fault.mend})"
            for fault in caught.value.faults]


def states(plan: Path) -> dict[str, str]:
    """How the lines stand that something is said of, by month and key."""
    return {f"{line.month.month} {line.key}": " ".join(filter(None, (
        line.said, str(line.tick.date or ""), line.tick.evidence, line.tick.reason)))
        for line in open_ledger(plan, HOUSE).lines if line.tick}


# tick

@pytest.mark.parametrize(("task", "line"), [
    ("m01", "{task: m01, date: 2014-03-05}"),
    ("学雷锋", "{task: 学雷锋志愿服务，三至六年级打扫校园周边, date: 2014-03-05}"),
    ("班主任 例会", "{task: m20, date: 2014-03-05}"),
    ("班主任例会", "{task: m20, date: 2014-03-05}")])
def test_a_task_is_named_by_its_id_or_by_words_that_only_it_has(ticked, task, line) -> None:
    assert ticked(task, "3月5日") == (0, f"done:\n  - {line}")


def test_a_key_may_be_typed_without_its_hash(ticked, plan) -> None:
    key = next(line.key for line in open_ledger(plan, HOUSE).lines if line.key.startswith("#"))
    assert ticked(key.removeprefix("#"), "2014-03-05") == (
        0, "done:\n  - {task: 学雷锋志愿服务，三至六年级打扫校园周边, date: 2014-03-05}")
    assert ticked(key, "2014-03-05") == (0, "")


def test_what_may_be_several_tasks_lists_them(ticked, plan) -> None:
    assert faults(ticked, "总结")[0].startswith(
        f"{plan}: 总结 may be one of 2 tasks (name one: m04 学期班级工作总结，评选先进班集体；m09 ")
    assert "did you mean m01?" in faults(ticked, "m010")[0]
    assert "homeroom ledger due" in faults(ticked, "蹴鞠")[0]


def test_options_that_cannot_be_read_are_told_together(ticked) -> None:
    assert [one.partition(" (")[0] for one in faults(
        ticked, "m01", "去年", month="十三月", state="差不多")] == [
        "--date: 去年 is no date", "--month: 十三月 is no month",
        "--state: 差不多 says not how the task stands"]
    assert "still to come" in faults(ticked, "m01", "2999-01-01")[0]
    assert "for a reason" in faults(ticked, "m01", state="取消")[0]
    assert "not planned in 2014-05" in faults(ticked, "m01", "2014-05-01", month="5")[0]


def test_what_is_not_asked_for_stays_as_it_was(ticked, plan) -> None:
    ticked("m01", state="doing", evidence="初稿")
    ticked("m01", "2014-03-08", reason="等家长签字")
    assert states(plan) == {"3 m01": "late-done 2014-03-08 初稿 等家长签字"}
    ticked("m01", evidence="")
    assert states(plan) == {"3 m01": "late-done 2014-03-08 等家长签字"}
    ticked("m01", state="open")
    assert states(plan) == {}


def test_saying_the_same_again_changes_nothing(ticked, plan, capsys) -> None:
    ticked("m01", "2014-03-05")
    stamp = plan.stat().st_mtime_ns
    assert ticked("m01", "2014-03-05") == (0, "")
    assert plan.stat().st_mtime_ns == stamp
    assert "nothing was changed" in capsys.readouterr().out


def test_a_plan_that_cannot_be_written_stays_as_it_is(ticked, plan, monkeypatch) -> None:
    def refuse(*_arguments) -> None:
        raise PermissionError(13, "denied")

    before = plan.read_bytes()
    monkeypatch.setattr("pathlib.Path.replace", refuse)
    assert "close it there" in faults(ticked, "m01", "2014-03-05")[0]
    assert (plan.read_bytes(), [one.name for one in plan.parent.iterdir()]) == (
        before, ["plan.yaml"])


# evidence

def test_evidence_is_looked_for_beside_the_plan(ticked, plan, capsys) -> None:
    folder = plan.parent / "佐证"
    folder.mkdir()
    (folder / "空.docx").write_bytes(b"")
    (folder / "坏.docx").write_bytes(b"PK\x03\x04 no zip")
    (folder / "图.pdf").write_bytes(b"\x89PNG\r\n\x1a\n" + b"1" * 64)
    (folder / "照片.jpg").write_bytes(b"\xff\xd8\xff" + b"1" * 64)
    for name, code, said in (("空.docx", 1, "an empty file"), ("坏.docx", 1, "damaged"),
                             ("图.pdf", 1, "its name says .pdf, and it is .picture"),
                             ("无.docx", 1, "is not there"), ("照片.jpg", 0, "")):
        assert ticked("m02", "2014-04-03", evidence=f"佐证\\{name}")[0] == code
        assert said in capsys.readouterr().err
    assert ticked("m02", evidence="佐证/照片.jpg、佐证/没有.jpg")[0] == 1
    assert capsys.readouterr().err.count("mend:") == 1
    assert ticked("m02", evidence="照片三张")[0] == 0     # words are no file


def test_evidence_of_another_kind_than_the_plan_asks_for_is_a_question(
        ticked, plan, capsys) -> None:
    text = plan.read_text("utf-8")
    plan.write_text(text.replace("evidence: 活动方案、照片", "evidence: 活动记录"), "utf-8")
    paper = docx.Document()
    for line in ("江城实验学校班主任培训计划", "一、指导思想", "以学生为本。", "二、培训内容", "读书。"):
        paper.add_paragraph(line)
    paper.save(str(plan.parent / "0403.docx"))
    assert ticked("m02", "2014-04-03", evidence="0403.docx")[0] == 0
    assert "the plan asks for 活动记录" in capsys.readouterr().err


# due

def test_what_is_late_comes_first_then_what_is_due(plan, ticked, capsys) -> None:
    ticked("m01", "2014-03-05")
    ticked("m02", state="doing")
    capsys.readouterr()
    assert due([str(plan)], month=None, today="2014-04-07", house=None) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[1:3] == ["on 2014-04-07: done 1 of 32, late 4", "late: 4 tasks"]
    assert lines[3].startswith("  2014-03-31          学雷锋志愿服务")
    assert lines[6] == "  2014-04-04  吴向东  清明祭扫烈士墓，五年级参加（m02） [under way]"
    assert (lines[7], len(lines)) == ("due in 2014年4月: 2 tasks", 10)
    due([str(plan)], month="六月", today="2014-04-07", house=None)
    assert "due in 2014年6月: 3 tasks" in capsys.readouterr().out


def test_long_names_and_tasks_stay_within_80_columns(plan, capsys) -> None:
    plan.write_text(plan.read_text("utf-8").replace("owner: 吴向东", "owner: 五年级全体任课教师和家长委员会")
                    .replace("清明祭扫", "清明祭扫" * 30), "utf-8")
    due([str(plan)], month=None, today="2014-12-31", house=None)
    from office.folding import width_of
    assert max(map(width_of, capsys.readouterr().out.splitlines())) <= 80


def test_a_plan_that_cannot_be_read_does_not_hide_the_next(plan, tmp_path, capsys) -> None:
    assert due([str(tmp_path / "no.yaml"), str(plan)], month=None, today="2014-03-01",
               house=None) == 2
    said = capsys.readouterr()
    assert "nothing is late" not in said.err
    assert "due in 2014年3月" in said.out
    assert "no.yaml" in said.err


# read

@pytest.fixture
def book(plan: Path):
    """The workbook of the plan after `change` was done to its sheet; its path."""
    def book(change=lambda sheet: None, script=str, name="台账.xlsx") -> Path:
        path = plan.parent / name
        path.write_bytes(ledger_workbook(load_input(plan, HOUSE), script))
        opened = openpyxl.load_workbook(path)
        change(opened.worksheets[0])
        opened.save(path)
        return path
    return book


def fill(**rows):
    """Writes 完成情况, 完成日期, 备注 and, where given, 佐证材料 into the rows of these keys."""
    def change(sheet) -> None:
        for row in sheet.iter_rows(min_row=3):
            month = f"{row[9].value}_{row[1].value.month}" if row[1].value else ""
            for name in (str(row[9].value), month):
                for column, value in zip((6, 7, 8, 5), rows.get(name, ()), strict=False):
                    row[column].value = value
    return change


TICKS = {"m01": ("已完成", date(2014, 3, 5), None, "班级公约\n佐证/公约.jpg"),
         "m20_5": ("已完成", date(2014, 5, 9)), "m03": ("取消", None, "与家长学校合并"),
         "m07": (None, "10月17日", None), "m08": ("进行中", None, "还差一份"),
         "m09": (None, None, "顺延到寒假前")}
READ = {"3 m01": "done 2014-03-05 佐证/公约.jpg", "5 m03": "dropped 与家长学校合并",
        "5 m20": "done 2014-05-09", "10 m07": "done 2014-10-17", "11 m08": "doing 还差一份",
        "12 m09": "open 顺延到寒假前"}


def test_ticks_come_back_from_excel(plan, book, capsys) -> None:
    before = plan.read_text("utf-8")
    path = book(fill(**TICKS))
    assert read(str(path), str(plan), house=None) == 1       # the picture is not there
    assert plan.read_text("utf-8").startswith(before)
    assert states(plan) == READ
    assert "2014年5月 m20 班主任例会: done 2014-05-09" in capsys.readouterr().out
    stamp = plan.stat().st_mtime_ns
    assert read(str(path), str(plan), house=None) == 0
    assert "nothing to do" in capsys.readouterr().out
    assert read(str(book()), str(plan), house=None) == 0     # what we print is what we read
    assert plan.stat().st_mtime_ns == stamp


def test_a_workbook_in_traditional_characters_says_the_same(plan, book, capsys) -> None:
    read(str(book(fill(**TICKS))), str(plan), house=None)
    before = plan.read_bytes()
    assert read(str(book(script=Script())), str(plan), house=None) == 0
    assert plan.read_bytes() == before


def test_libreoffice_and_people_may_have_had_the_workbook(plan, book, soffice, capsys) -> None:
    def change(sheet) -> None:
        fill(**TICKS)(sheet)
        sheet.delete_rows(30)
        sheet.move_range("J2:J40", cols=2)                      # a column moved, one put between
        sheet["J2"], sheet["J3"] = "检查人", "德育处"
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3, max_row=33)]
        for number, values in enumerate(reversed(rows), 3):     # sorted the other way round
            for column, value in enumerate(values, 1):
                sheet.cell(number, column).value = value
        sheet.row_dimensions[5].hidden = True                   # filtered
        sheet.cell(60, 3).value = "新增：家委会座谈"

    path = soffice(book(change), "xlsx", plan.parent / "wps")
    read(str(path), str(plan), house=None)
    assert states(plan) == READ
    said = capsys.readouterr()
    assert "任务台账:C60: a row without a number, not taken over: 新增：家委会座谈" in said.err


def test_everything_that_cannot_be_understood_is_told_with_its_cell(plan, book) -> None:
    before = plan.read_bytes()

    def change(sheet) -> None:
        fill(m01=("做了",), m02=("已完成", "上周"), m03=("已完成",), m04=("取消",),
             m05=("已完成", date(2013, 1, 1)), m06=("已完成", date(2999, 1, 1)))(sheet)
        for row, key in ((4, "m99"), (5, "")):
            sheet.cell(row, 10).value = key
        sheet.append([None, date(2014, 8, 1), None, None, None, None, "已完成", date(2014, 3, 1),
                      None, "m20"])
        sheet.append([None, date(2014, 3, 1), None, None, None, None, "进行中", None, None, "m08"])

    found = faults(read, str(book(change)), str(plan), house=None)
    assert plan.read_bytes() == before
    for cell, what in (("G3", "做了 says not how"), ("J4", "no task m99"), ("H7", "上周 is no date"),
                       ("m03", "the day under 完成日期"), ("m04", "the reason under 备注"),
                       ("m05", "the date 2013-01-01"), ("2999-01-01", "still to come"),
                       ("B36", "m08 is not planned in 2014-03")):
        assert [one for one in found if cell in one and what in one], (cell, what, found)


def test_a_workbook_of_another_plan_is_refused(plan, book) -> None:
    path = book(fill(**TICKS))
    before = plan.read_text("utf-8").replace("id: months-2014", "id: months-2015")
    plan.write_text(before, "utf-8")
    [fault] = faults(read, str(path), str(plan), house=None)
    assert "made of the plan months-2014, and" in fault
    assert plan.read_text("utf-8") == before


def test_what_is_ticked_only_in_the_plan_stays(plan, book, ticked, capsys) -> None:
    path = book(fill(m01=("已完成", date(2014, 3, 5)), m02=("未完成",)))
    ticked("m03", "2014-05-09")
    ticked("m02", state="doing")
    read(str(path), str(plan), house=None)
    assert states(plan) == {"3 m01": "done 2014-03-05", "5 m03": "done 2014-05-09"}
    assert "left as they are: 1 task" in capsys.readouterr().out


# the command

def test_the_commands_end_as_they_should(run, plan) -> None:
    done = run("ledger", "tick", "plan.yaml", "m01", "--date", "2014-03-05", "--evidence", "x.docx")
    assert (done.returncode, "is not there" in done.stderr) == (1, True)
    assert run("ledger", "due", "plan.yaml", "--today", "2014-03-09").returncode == 0
    assert run("ledger", "tick", "plan.yaml").returncode == 2
    gone = plan.read_text("utf-8").replace("id: m01", "id: m11")
    plan.write_text(gone, "utf-8")
    failed = run("ledger", "due", "plan.yaml")
    line = gone[:gone.index("- {task: m01")].count("\n") + 1
    assert (failed.returncode, f"plan.yaml:{line}:12: the plan has no task m01" in failed.stderr
            ) == (1, True)
