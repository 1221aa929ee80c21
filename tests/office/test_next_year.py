"""`next`: next year's plan begun from this year's, comments and sections as they were."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from called import called
from office.next_year import begin_next
from office.ticking import _ledger as ledger_in
from office.ticking import ticked
from plans.errors import UserError
from plans.house import House
from plans.inputs import load_input
from plans.later_years import later, later_day, later_month, later_period
from plans.ledger import DONE, DROPPED, Tick, lines_of
from plans.next_plan import next_plan
from plans.periods import Calendar
from plans.states import LATE_DONE

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
HOUSE = House()
PLANS = [path for path in sorted(SAMPLES.glob("*.yaml")) if "schedule:" in path.read_text("utf-8")]
SMALL = """\
kind: monthly-schedule
id: 'plan'
学校: 江城实验学校
年度: 2025        # 从秋季起
起止月份: 2025-09/2026-02
开学日期: [2025-09-01, 2026-02-24]
schedule:
- month: 九月
  tasks: [{id: t1, task: 定计划, due: 第2周}, 读书, {id: t3, task: 家访}]   # 秋季
- month: 2025年10月
  tasks: |
    运动会
    听课
- {month: 11, tasks: [{id: t4, task: 期中, due: 2025年11月7日}]}
- {month: 12, tasks: [迎新]}
- month: 2026-01
  tasks:
    - task: 总结   # 每年都写
      due: 2026.1.20
- {month: 2, tasks: [返校]}
- {every: 2 months, starts: 2025-10, id: t7, task: 例会}
"""


@pytest.fixture
def plan(tmp_path: Path):
    """The small plan with these lines of `done:`; what `next` makes of it."""
    def plan(*ticks: str, text: str = SMALL) -> str:
        path = tmp_path / "plan.yaml"
        done = "done:\n" + "".join(f"  - {one}\n" for one in ticks) if ticks else ""
        path.write_text(text + done, "utf-8")
        assert begin_next(str(path), out=None, force=False, house=None) == 0
        made = tmp_path / "plan-next.yaml"
        load_input(made, HOUSE, draft=True)
        return made.read_text("utf-8")
    return plan


@pytest.mark.parametrize(("text", "wanted"), [
    ("2026-03/2026-12", "2027-03/2027-12"), ("2026年3月至12月", "2027年3月至12月"),
    ("2025-2026学年第一学期", "2026-2027学年第一学期"), ("2025—26学年", "2026—27学年"),
    ("二〇二六年三月至十二月", "二〇二七年三月至十二月"), ("2026年春季学期", "2027年春季学期")])
def test_a_period_moves_on_as_it_is_written(text: str, wanted: str) -> None:
    assert later_period(text, 1, Calendar()) == wanted


def test_what_names_no_year_stays() -> None:
    assert [later_month(text, 1) for text in ("三月", "2026年3月")] == ["三月", "2027年3月"]
    assert later("202600 人，1.2026，12026 元", 1) == "202600 人，1.2026，12026 元"
    assert later_day(date(2024, 2, 29), 1) == date(2025, 2, 28)


def test_the_small_plan_a_year_later(plan, capsys) -> None:
    made = plan("{task: t1, date: 2025-09-09}", "{task: t3, date: 2025-10-09}",
                "{task: 听课, date: 10月20日}", "{task: t4, state: dropped, reason: 停课}",
                "{task: 迎新, date: 2025-12-31}", "{task: t7, date: 2025-10-09}")
    assert made == """\
kind: monthly-schedule
id: 'plan-next'
学校: 江城实验学校
年度: 2026        # 从秋季起
起止月份: 2026-09/2027-02
开学日期: [2026-08-31, 2027-02-23]
schedule:
- month: 九月
  tasks: [读书]   # 秋季；上年未完成：读书
- month: 2026年10月
  tasks: ["运动会"]
- {month: 11, tasks: [【待填：十一月工作】]}
- {month: 12, tasks: []}
- month: 2027-01
  tasks:
    - task: 总结   # 每年都写
      due: 2027.1.20  # 上年未完成
- {month: 2, tasks: [返校]}  # 上年未完成：返校
- {every: 2 months, starts: 2026-10, id: t7, task: 例会}
"""
    said = capsys.readouterr().out
    for told in ("carried, not done: 4 tasks", "kept, they recur: 1 task\n    例会",
                 "left behind, done or dropped: 5 tasks", "marked 【待填】: 十一月",
                 "the first day of the term is a guess"):
        assert told in said, said


def test_without_ticks_everything_goes_along_and_says_so(plan, capsys) -> None:
    made = plan()
    assert "上年未完成" not in made
    assert made.count("task: ") == SMALL.count("task: ")
    assert "nothing is ticked" in capsys.readouterr().out


def test_the_old_year_in_texts_and_an_undated_signature_are_pointed_out(plan, capsys) -> None:
    made = plan(text=SMALL + "signature: {unit: 德育处, date: 2025-08-30}\n# 2025年定\n"
                "annexes: [{title: 二〇二五年书目, body: 见2026年附表}]\n")
    lines = made.splitlines()
    assert "signature: {unit: 德育处, date: }" in lines
    said = capsys.readouterr().out
    for line, why in (("signature: {unit: 德育处, date: }", "（the signature waits"),
                      ("# 2025年定", ""), ("annexes: [{title: 二〇二五年书目, body: 见2026年附表}]", "")):
        assert f"  {lines.index(line) + 1:>4}  {line}{why}" in said


@pytest.mark.parametrize("path", PLANS, ids=[path.stem for path in PLANS])
@settings(max_examples=6)
@given(data=st.data())
def test_every_sample_begins_its_next_year(path: Path, data) -> None:
    start = path.read_bytes()
    if data.draw(st.booleans()):
        start = start.replace(b"\n", b"\r\n")
    ledger = ledger_in(start, str(path), HOUSE)
    first = ledger.plan.period.first
    numbers = data.draw(st.sets(st.sampled_from([line.number for line in ledger.lines])))
    ticks = {number: Tick("", date(first.year, first.month, 1)) if number % 3 else
             Tick("", state=DROPPED, reason="停") for number in numbers}
    ledger = ledger_in(ticked(ledger, ticks), str(path), HOUSE)
    made = next_plan(ledger.original, ledger.plan, ledger.lines, HOUSE.calendar)
    after = ledger_in(made.data, str(path), HOUSE).plan
    years = made.years
    assert (after.period.first, after.period.last) == (
        first + 12 * years, ledger.plan.period.last + 12 * years)
    assert after.ticks == ()
    assert after.sections == ledger.plan.sections or b"20" in start
    gone = {line.number for line in ledger.lines if line.said in (DONE, LATE_DONE, DROPPED)}
    kept = {line.key for line in made.kept}
    wanted = [(line.month + 12 * years, line.task.text, line.task.id) for line in ledger.lines
              if line.number not in gone or line.key in kept]
    blank = [f"【待填：{month.chinese}工作】" for month in made.blank]
    found = [(line.month, line.task.text, line.task.id) for line in lines_of(after)]
    assert [one for one in found if one[1] not in blank] == wanted
    assert len(found) == len(wanted) + len(blank)
    old = [line for line in start.splitlines() if line.strip().startswith(b"#")]
    assert old == [line for line in made.data.splitlines() if line.strip().startswith(b"#")]


def test_nothing_is_replaced_unless_it_is_asked_for(tmp_path: Path) -> None:
    path = shutil.copy(SAMPLES / "studio-plan-2026.yaml", tmp_path)
    (tmp_path / "studio-plan-2027.yaml").write_text("mine", "utf-8")
    for options in ({"out": None, "force": False}, {"out": str(path), "force": True}):
        with pytest.raises(UserError):
            begin_next(str(path), house=None, **options)
    assert (tmp_path / "studio-plan-2027.yaml").read_text("utf-8") == "mine"
    assert Path(path).read_bytes() == (SAMPLES / "studio-plan-2026.yaml").read_bytes()


def test_the_next_plan_can_be_generated(run, tmp_path: Path) -> None:
    shutil.copy(SAMPLES / "studio-plan-2026.yaml", tmp_path)
    run("ledger", "tick", "studio-plan-2026.yaml", "t09", "--date", "2026-10-09")
    done = run("next", "studio-plan-2026.yaml")
    assert (done.returncode, done.stderr) == (0, "")
    made = run("generate", "studio-plan-2027.yaml", "--draft")
    assert "王珂名班主任工作室2027年工作计划.docx" in made.stdout


def test_ticks_that_stand_in_records_count_as_those_of_the_plan(tmp_path: Path) -> None:
    samples = Path(__file__).resolve().parents[2] / "samples"
    out = tmp_path / "next.yaml"
    done = called(tmp_path, "next", samples / "research-plan-2014.yaml", "--records",
                  samples / "records" / "research-2014.yaml", "-o", out)
    assert done.returncode == 0
    text = out.read_text("utf-8")
    assert "上交小课题阶段报告、论文和自学心得" in text     # was still under way
    assert "制定学校研修计划" not in text                # was done
