"""Holidays and worked weekends: the data agrees with itself, and a due date on one is a notice."""

from collections import Counter
from datetime import date, timedelta

import pytest

from plans.errors import UserError
from plans.holidays import read_holidays
from plans.house import TEMPLATES

OURS = read_holidays(TEMPLATES / "holidays.yaml")
# Days off by law: 11 a year, 13 since 2025 (全国年节及纪念日放假办法).
BY_LAW = {2014: 11, 2024: 11, 2025: 13, 2026: 13}


@pytest.fixture
def own(tmp_path):
    def own(text):
        (tmp_path / "holidays.yaml").write_text(text, "utf-8")
        return read_holidays(TEMPLATES / "holidays.yaml", tmp_path / "holidays.yaml")

    return own


@pytest.fixture
def notices(plan_of):
    """What is noticed of a task due on a day of 2026, or of another year."""
    def notices(due, year=2026):
        plan = plan_of(f"kind: small-schedule\n起止月份: {year}\nschedule:\n"
                       f"  - {{every: month, task: 例会}}\n"
                       f"  - {{month: {due[:2]}, tasks: [{{task: 开会, due: {year}-{due}}}]}}\n")
        return [f"{one.place.line}:{one.place.column} {one.what}" for one in plan.notices]

    return notices


# the data

@pytest.mark.parametrize("day", [day for day, name in OURS.days.items() if not name], ids=str)
def test_a_day_worked_in_exchange_is_a_weekend(day):
    assert day.weekday() >= 5


@pytest.mark.parametrize(("year", "days"), BY_LAW.items())
def test_what_is_not_worked_on_weekdays_and_worked_on_weekends_leaves_the_days_by_law(year, days):
    of_year = {day: name for day, name in OURS.days.items() if day.year == year}
    assert sum(bool(name) and day.weekday() < 5 for day, name in of_year.items()) - sum(
        not name for name in of_year.values()) == days


@pytest.mark.parametrize(("year", "days"), BY_LAW.items())
def test_each_year_has_all_seven_holidays(year, days):
    names = Counter(part for day, name in OURS.days.items() if day.year == year and name
                    for part in name.split("、"))
    assert set(names) == {"元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节"}
    assert OURS.days[date(year, 1, 1)] == "元旦"
    assert OURS.days[date(year, 5, 1)] == "劳动节"
    assert all("国庆节" in OURS.days[date(year, 10, 1) + timedelta(day)] for day in range(7))


# notices

@pytest.mark.parametrize("due", ["03-20", "02-14", "02-28", "09-20", "10-10", "10-08"])
def test_a_task_due_on_a_workday_is_not_noticed(notices, due):
    assert notices(due) == []


@pytest.mark.parametrize(("due", "reason"), [
    ("10-01", "国庆节"), ("10-03", "国庆节"), ("04-06", "清明节"), ("03-21", "Saturday"),
    ("03-22", "Sunday")])
def test_a_task_due_on_a_holiday_or_weekend_is_noticed_at_its_place(notices, due, reason):
    assert notices(due) == [f"5:41 the task is due on 2026-{due}, which is {reason}"]


@pytest.mark.parametrize("due", ["10-01", "10-02", "10-03"])
def test_of_a_year_that_is_not_in_the_data_nothing_is_said(notices, due):
    assert notices(due, 2033) == []


def test_each_month_of_a_recurring_task_is_judged(plan_of):
    plan = plan_of("kind: small-schedule\n起止月份: 2026-03/2026-05\nschedule:\n"
                   "  - {every: month, task: 例会, due: 4日}\n")
    assert [one.what[-24:] for one in plan.notices] == [
        "2026-04-04, which is 清明节", "2026-05-04, which is 劳动节"]


# a school's own

def test_a_school_adds_days_of_its_own_and_changes_ours(own):
    holidays = own("days:\n  - {name: 校运动会, from: 2026-10-22, to: 2026-10-23}\n"
                   "  - {名称: 校庆, 从: 2026-10-08}\n  - {workdays: [2026-10-24, 2026-10-07]}\n")
    assert [holidays.reason(date(2026, 10, day)) for day in (22, 23, 24, 25, 7, 8, 6)] == [
        "校运动会", "校运动会", "", "Sunday", "", "校庆", "国庆节"]


def test_a_school_may_add_a_year(own):
    holidays = own("days: [{name: 元旦, from: 2033-01-01, workdays: 2033-01-09}]\n")
    assert [holidays.reason(date(2033, 1, day)) for day in (1, 2, 9)] == ["元旦", "Sunday", ""]


def test_a_holiday_without_a_worked_weekend_says_nothing_of_other_weekends(own):
    holidays = own("days: [{name: 校庆, from: 2033-05-20}]\n")
    assert [holidays.reason(date(2033, 5, day)) for day in (20, 21)] == ["校庆", ""]


@pytest.mark.parametrize(("line", "told"), [
    ("{name: 校庆}", "2:5 a holiday needs a name and the day it begins"),
    ("{from: 2026-05-20}", "2:5 a holiday needs a name and the day it begins"),
    ("{name: 校庆, from: 明天}", "2:22 明天 is no date"),
    ("{name: 校庆, from: [2026-05-20]}", "2:22 – is no date"),
    ("{name: 校庆, from: 2026-05-20, to: 2026-05-19}", "2:38 校庆 ends on 2026-05-19, before"),
    ("{name: 校庆, from: 2026-05-20, to: 2062-05-21}", "2:38 校庆 ends on 2062-05-21, before"),
    ("{workdays: [2026-05-20, 周六]}", "2:29 周六 is no date"),
    ("校庆", "2:5 a holiday must be a mapping"),
])
def test_what_is_wrong_in_a_file_is_told_at_its_place(own, tmp_path, line, told):
    with pytest.raises(UserError) as caught:
        own(f"days:\n  - {line}\n")
    fault, = caught.value.faults
    assert fault.place.file == str(tmp_path / "holidays.yaml")
    assert f"{fault.place.line}:{fault.place.column} {fault.what}".startswith(told)
