"""The lines of the ledger, what is ticked on them, and what is wrong with a tick."""

from __future__ import annotations

from datetime import date

import pytest

from plans.errors import NOWHERE, UserError
from plans.ledger import (
    DOING,
    DONE,
    DROPPED,
    LATE,
    LATE_DONE,
    OPEN,
    Tick,
    ledger_lines,
    ledger_of,
)
from plans.periods import Month
from plans.states import LEDGER_STATES, TYPED, state_of

PLAN = """\
kind: small-schedule
起止月份: 2026-03/2026-05
schedule:
  - {month: 3, tasks: [{id: t1, task: 定计划, due: 2026-03-20}, 读书, 读书]}
  - {month: 4, tasks: [{id: t2, task: 走访学生家庭}, 读书]}
  - {every: month, id: t7, task: 例会}
"""


@pytest.fixture
def lines(plan_of):
    """The lines of the plan with these lines of `done:`, each under a hyphen."""
    def lines(*ticks: str):
        return ledger_of(plan_of(PLAN + "done:\n" + "".join(f"  - {one}\n" for one in ticks)))
    return lines


@pytest.fixture
def ticked(lines):
    """Month and key of the lines that have a tick."""
    def ticked(*ticks: str):
        return [f"{one.month.month} {one.key}" for one in lines(*ticks) if one.tick]
    return ticked


@pytest.fixture
def wrong(faults_of):
    """What is wrong with `done:`, whose first line is line 8."""
    def wrong(*ticks: str):
        return faults_of(PLAN + "done:\n" + "".join(f"  - {one}\n" for one in ticks))
    return wrong


def test_a_key_is_the_id_else_made_from_the_text_and_not_from_the_place(plan_of) -> None:
    start = "kind: small-schedule\n起止月份: 2026-03/2026-04\nschedule:\n"
    before = ledger_lines(plan_of(start + "- {month: 3, tasks: [读书, {id: t7, task: 例会}]}\n"
                                  "- {month: 4, tasks: [家访]}"))
    after = ledger_lines(plan_of(start + "- {month: 3, tasks: [新事, {id: t7, task: 例会}]}\n"
                                 "- {month: 4, tasks: [读 书]}"))
    assert [line.key for line in before[:2]] == [after[2].key, "t7"]
    assert after[1].key == "t7"
    assert after[0].key != after[2].key


def test_month_and_key_name_one_line(lines) -> None:
    _first, one, two, *_more = all_lines = lines()
    assert two.key == one.key + "-2"
    assert [(line.month.month, line.occurrence) for line in all_lines if line.key == one.key] == [
        (3, 1), (4, 3)]


@pytest.mark.parametrize(("tick", "line"), [
    ("{task: t1, date: 2026-03-09}", "3 t1"),
    ("{任务: t1, 完成日期: 3月9日, 完成情况: 已完成}", "3 t1"),
    ("{task: 走访学生家庭, date: 2026.4.2}", "4 t2"),               # the whole text of a task
    ("{task: t7, month: 四月, date: 2026-05-02}", "4 t7"),   # the month comes first
    ("{task: t7, date: 2026-04-30}", "4 t7"),
    ("{task: t7, date: 2026-06-02}", "5 t7"),               # after all of them: the last
    ("{task: t7, state: doing}", "3 t7"),                   # no date: the first
])
def test_a_tick_finds_its_line(ticked, tick: str, line: str) -> None:
    assert ticked(tick) == [line]


def test_ticks_that_say_more_come_first(ticked) -> None:
    doing, june, may, april = ("{task: t7, state: doing}", "{task: t7, date: 2026-06-02}",
                               "{task: t7, date: 2026-05-02}", "{task: t7, month: 4, date: 5月3日}")
    assert ticked(doing, may, april) == ["3 t7", "4 t7", "5 t7"]
    assert ticked(june, may) == ["4 t7", "5 t7"]


def test_the_same_said_twice_is_one_tick(ticked) -> None:
    assert ticked("{task: t1, date: 2026-03-09}", "{task: 定计划, date: 3月9日}") == ["3 t1"]


def test_how_a_task_stands_depends_on_the_day(lines) -> None:
    plan, *_rest = lines("{task: t1, date: 2026-03-21}")
    assert (plan.state(date(2026, 4, 1)), plan.is_open(date(2026, 4, 1))) == (LATE_DONE, False)
    plan, *_rest, visit, _reading, _meeting, _may = lines(
        "{task: t1, state: 进行中}", "{task: t2, state: 取消, reason: 停课}")
    assert plan.last_day == date(2026, 3, 20)
    assert [plan.state(date(2026, 3, day)) for day in (20, 21)] == [DOING, LATE]
    assert plan.is_open(date(2026, 3, 21))
    assert (visit.state(date(2027, 1, 1)), visit.is_open(date(2027, 1, 1))) == (DROPPED, False)
    meeting = lines()[-1]
    assert [meeting.state(date(2026, month, 1)) for month in (5, 6)] == [OPEN, LATE]


@pytest.mark.parametrize(("word", "state"), [
    ("done", DONE), ("已完成", DONE), ("销号", DONE), ("√", DONE), (" 是 ", DONE), ("逾期完成", DONE),
    ("進行中", DOING), ("Doing", DOING), ("未完成", OPEN), ("逾期", OPEN), ("取消", DROPPED),
    ("已取消。", DROPPED), ("差不多", None)])
def test_people_say_in_many_words_how_a_task_stands(word: str, state: str | None) -> None:
    assert state_of(word) == state


def test_what_a_ledger_prints_of_a_tick_is_read_back() -> None:
    assert [state_of(LEDGER_STATES[state]) for state in TYPED] == list(TYPED)


def test_all_that_is_wrong_with_ticks_is_told_at_its_place(wrong) -> None:
    found = wrong("{task: t8, date: 2026-03-09}", "{task: t1}", "{task: t2, state: dropped}",
                  "{task: t7, date: 2025-03-09}", "{date: 2026-03-09}",
                  "{task: t2, date: 上周, state: 差不多}", "例会")
    assert [one.partition(" (")[0] for one in found] == [
        "9:12 t1 is done, and nobody knows when",
        "10:12 t2 is dropped without a reason",
        "12:5 a line of 完成情况 without a task",
        "13:22 上周 is no date", "13:33 差不多 says not how the task stands",
        "14:5 a line of 完成情况 must be a mapping"]


def test_a_task_that_is_gone_is_told_with_the_nearest(wrong) -> None:
    assert wrong("{task: t8, date: 2026-03-09}", "{task: 走访学生, date: 2026-03-09}",
                 "{task: t7, date: 2025-03-09}", "{task: t7, month: 2026-08, state: doing}") == [
        "8:12 the plan has no task t8 (if the task was taken out, take this line out too; known "
        "are: #6e7a81、#6e7a81-2、t1、t2、t7)",
        "9:12 the plan has no task 走访学生 (did you mean t2（走访学生家庭）? if the task was taken out, "
        "take this line out too)",
        "10:12 t7 has the date 2025-03-09, and the plan is of 2026年3月至5月 (correct the date)",
        "11:12 t7 is not planned in 2026-08 (known are: 2026-03、2026-04、2026-05)"]


def test_a_line_ticked_twice_names_both_places(wrong) -> None:
    [fault] = wrong("{task: t1, date: 2026-03-09}", "{task: t1, state: doing}")
    assert fault.startswith("9:12 t1 of 2026-03 is ticked twice: 进行中 here, 已完成 2026-03-09 at ")
    assert "plan.yaml:8:12 (" in fault


def test_ticks_from_elsewhere_count_like_those_of_the_plan(plan_of) -> None:
    plan = plan_of(PLAN + "done: [{task: t1, date: 2026-03-09}]\n")
    found = ledger_of(plan, [Tick("t7", date(2026, 4, 1)), Tick("t2", month=Month(2026, 4),
                                                               state=DOING)])
    assert [line.key for line in found if line.tick] == ["t1", "t2", "t7"]
    with pytest.raises(UserError) as caught:
        ledger_of(plan, [Tick("t9", date(2026, 4, 1)), Tick("t2")])
    assert [fault.place for fault in caught.value.faults] == [NOWHERE, NOWHERE]


def test_a_plan_without_ticks_has_none(plan_of) -> None:
    assert plan_of(PLAN + "done:\n").ticks == plan_of(PLAN + "done: []\n").ticks == ()
