"""The calendar of a plan: every task on its day, read back by the library and by its lines."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import icalendar
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from generators.calendar_file import calendar_file
from generators.sheet_text import legible
from generators.traditional import Script
from plans.errors import UserError
from plans.house import House
from plans.inputs import load_input
from plans.periods import Month
from plans.plan import MonthTasks, Task

MARCH = Month(2026, 3)
SAMPLES = Path(__file__).parents[2] / "samples"
LINES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).map(
    lambda text: legible(text).strip()).filter(bool)


def months(*tasks: Task, month: Month = MARCH) -> tuple[MonthTasks, ...]:
    return (MonthTasks(month, tasks),)


def events(data: bytes) -> list[icalendar.Event]:
    return list(icalendar.Calendar.from_ical(data).events)


def test_a_task_lies_all_day_on_the_day_it_is_due(plan) -> None:
    task = Task("定计划", owner="罗青", evidence="计划文本", due=date(2026, 3, 20), id="t1", week=3)
    [event] = events(calendar_file(plan(schedule=months(task))))
    assert (event["summary"], event.start, event.end) == (
        "定计划", date(2026, 3, 20), date(2026, 3, 21))
    assert event["dtstart"].params["VALUE"] == "DATE"
    assert event["description"].split("\n") == [
        "责任人：罗青", "佐证材料：计划文本", "完成时限：2026年3月20日（第3周）", "编号：t1",
        "计划：青禾工作室2026年工作计划"]
    assert event.categories == ["2026年3月"]
    assert event["transp"] == "TRANSPARENT"
    assert not event.alarms.times


@pytest.mark.parametrize(("month", "day"), [
    (Month(2026, 4), date(2026, 4, 30)), (Month(2028, 2), date(2028, 2, 29)),
    (Month(2026, 12), date(2026, 12, 31))])
def test_a_task_without_a_day_lies_on_the_last_of_its_month_and_says_so(plan, month, day) -> None:
    [event] = events(calendar_file(plan(schedule=months(Task("读书"), month=month))))
    assert event.start == day
    assert f"完成时限：{month.year}年{month.month}月内" in event["description"].split("\n")


def test_it_says_who_made_it_and_what_it_is_called(plan) -> None:
    data = calendar_file(plan(schedule=months(Task("读书"))))
    calendar = icalendar.Calendar.from_ical(data)
    assert (calendar["version"], calendar["prodid"]) == ("2.0", "-//homeroom//homeroom//ZH")
    assert calendar["x-wr-calname"] == "青禾工作室2026年工作计划"


def test_lines_end_and_fold_as_rfc_5545_asks(plan) -> None:
    data = calendar_file(plan(schedule=months(Task("很长的任务" * 50, owner="罗青；" * 40))))
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    lines = data.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert [line.decode("utf-8") for line in lines]     # no character is cut in two


def test_the_same_plan_gives_the_same_bytes_stamped_with_its_own_day(full_plan) -> None:
    assert calendar_file(full_plan()) == calendar_file(full_plan())
    assert b"DTSTAMP:20260301T000000Z" in calendar_file(full_plan())


def test_a_task_that_moves_or_is_reworded_keeps_its_uid(plan) -> None:
    def uids(*tasks: Task) -> list[str]:
        return [str(event["uid"]) for event in events(calendar_file(plan(schedule=months(*tasks))))]

    before = uids(Task("读书", id="t1"), Task("写字"))
    after = uids(Task("新事"), Task("写字", due=date(2026, 3, 9)), Task("读两本书", id="t1"))
    assert [after[2], after[1]] == before
    assert after[0] not in before


def test_the_tasks_of_two_plans_or_schools_are_never_taken_for_one(plan) -> None:
    task = months(Task("读书", id="t1"))
    uids = {str(events(calendar_file(plan(schedule=task, **changes)))[0]["uid"]) for changes in (
        {}, {"id": "other"}, {"id": "", "title": "别的"}, {"shown": {"school": "别的学校"}})}
    assert len(uids) == 4


def test_a_recurring_task_has_an_event_of_its_own_each_month(plan) -> None:
    task = Task("例会", id="t7")
    found = events(calendar_file(plan(schedule=(
        MonthTasks(Month(2026, 3), (task, task)), MonthTasks(Month(2026, 4), (task,))))))
    assert len({str(event["uid"]) for event in found}) == 3


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.builds(Task, text=LINES, id=st.sampled_from(["", "a", "b"]), owner=LINES,
                          due=st.none() | st.dates(date(1990, 1, 1), date(2990, 1, 1))),
                min_size=1, max_size=5))
@example([Task("a;b,c\\n\\;d\"e:f\nEND:VEVENT\nBEGIN:VALARM", owner="a\\")])
def test_every_task_is_read_back(plan, tasks: list[Task]) -> None:
    found = events(calendar_file(plan(schedule=months(*tasks))))
    assert [str(event["summary"]) for event in found] == [task.text for task in tasks]
    assert [event.start for event in found] == [
        task.due or date(2026, 3, 31) for task in tasks]
    assert all(event.end - event.start == timedelta(days=1) for event in found)
    assert all(str(event["description"]).startswith(f"责任人：{task.owner}")
               for event, task in zip(found, tasks, strict=True))
    assert len({str(event["uid"]) for event in found}) == len(tasks)


def test_all_that_is_shown_is_turned_into_traditional(plan) -> None:
    data = calendar_file(plan(schedule=months(Task("学习", owner="教导处", id="学1"))), Script())
    [event] = events(data)
    assert event["summary"] == "學習"
    assert event["description"].startswith("責任人：教導處\n")
    assert b"X-WR-CALNAME:" + "青禾工作室2026年工作計劃".encode() in data


def test_a_plan_without_tasks_has_no_calendar(plan) -> None:
    with pytest.raises(UserError) as caught:
        calendar_file(plan())
    assert caught.value.faults[0].place.file == "studio.yaml"


def test_the_samples_lose_no_task() -> None:
    for name in ("studio-plan-2026.yaml", "research-plan-2014.yaml"):
        plan = load_input(SAMPLES / name, House())
        assert [str(event["summary"]) for event in events(calendar_file(plan))] == [
            task.text for month in plan.schedule for task in month.tasks]
