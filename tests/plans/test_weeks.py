"""Weeks of a term: counted from its first day, given as due dates, and known of every due date."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.periods import Calendar
from plans.weeks import week_number_of, weeks_of

YEAR = weeks_of(Calendar(first_days=(date(2026, 2, 25), date(2026, 9, 1))))
HEAD = "kind: small-schedule\n起止月份: 2026-03/2026-12\n"
REST = "  - {every: month, task: 例会}\n"


@pytest.fixture
def due(plan_of):
    """Due date and week of a task of a month."""
    def due(text, month="三月", starts="开学日期: [2026-02-25, 2026-09-01]\n"):
        plan = plan_of(f"{HEAD}{starts}schedule:\n"
                       f"  - {{month: {month}, tasks: [{{task: 开会, due: {text}}}]}}\n{REST}")
        task = next(task for one in plan.schedule for task in one.tasks if task.text == "开会")
        return str(task.due), task.week

    return due


@pytest.fixture
def due_faults(faults_of):
    def due_faults(text, month="三月", starts="开学日期: [2026-02-25, 2026-09-01]\n"):
        return faults_of(f"{HEAD}{starts}schedule:\n"
                         f"  - {{month: {month}, tasks: [{{task: 开会, due: {text}}}]}}\n{REST}")

    return due_faults


# counting

@pytest.mark.parametrize(("day", "week"), [
    ((2026, 2, 22), None), ((2026, 2, 23), 1), ((2026, 2, 25), 1), ((2026, 3, 1), 1),
    ((2026, 3, 2), 2), ((2026, 7, 31), 23), ((2026, 8, 1), None), ((2026, 8, 30), None),
    ((2026, 8, 31), 1), ((2026, 9, 7), 2), ((2027, 1, 31), 22), ((2027, 2, 1), None)])
def test_week_1_is_the_week_that_holds_the_first_day(day, week):
    assert YEAR.week_of(date(*day)) == week


def test_a_term_ends_where_the_next_begins():
    weeks = weeks_of(Calendar(first_days=(date(2026, 2, 25), date(2026, 6, 29))))
    assert (weeks.week_of(date(2026, 6, 28)), weeks.week_of(date(2026, 6, 29))) == (18, 1)


@pytest.mark.parametrize("first", [date(2026, 8, 31), date(2026, 9, 1), date(2026, 9, 28)])
def test_a_term_runs_to_the_end_of_its_months_however_it_begins(first):
    weeks = weeks_of(Calendar(first_days=(first,)))
    assert weeks.week_of(date(2027, 1, 31))
    assert weeks.week_of(date(2027, 2, 1)) is None


def test_where_no_terms_are_known_a_term_is_half_a_year():
    weeks = weeks_of(Calendar(terms=(), first_days=(date(2026, 9, 1),)))
    assert weeks.week_of(date(2027, 2, 28))
    assert weeks.week_of(date(2027, 3, 1)) is None


def test_without_a_first_day_no_week_is_known():
    assert weeks_of(Calendar()).week_of(date(2026, 3, 2)) is None


def test_a_plan_corrects_the_first_day_of_a_term_and_leaves_the_others():
    weeks = weeks_of(Calendar(first_days=(date(2026, 2, 25), date(2026, 9, 1))),
                     (date(2026, 3, 4),))
    assert weeks.week_of(date(2026, 2, 25)) is None
    assert (weeks.week_of(date(2026, 3, 4)), weeks.week_of(date(2026, 9, 1))) == (1, 1)


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(0, 120))
def test_the_days_of_a_week_lie_in_that_week(first, later):
    weeks = weeks_of(Calendar(first_days=(first,)))
    day = first + timedelta(later)
    if week := weeks.week_of(day):
        days = weeks.terms[0].days_of(week)
        assert day in days
        assert (days[0].weekday(), len(days)) == (0, 7)
        assert {weeks.week_of(one) for one in days} <= {week, None}


@pytest.mark.parametrize(("text", "week"), [
    ("第3周", 3), ("第三周", 3), ("3周", 3), ("第 12 周", 12), ("第十二教学周", 12),
    ("第0周", None), ("周三", None), ("三周岁", None), ("2026-03-20", None), ("20日", None)])
def test_a_week_is_read_as_schools_write_it(text, week):
    assert week_number_of(text) == week


# due dates

@pytest.mark.parametrize("text", ["第3周", "第三周", "3周", "第3週"])
def test_a_task_due_in_a_week_is_due_on_its_friday(due, text):
    assert due(text) == ("2026-03-13", 3)


def test_the_week_is_that_of_the_term_that_runs_in_the_month(due):
    assert due("第3周", "九月") == ("2026-09-18", 3)


def test_a_friday_that_is_a_holiday_is_no_last_workday(due):
    assert due("第4周", "九月") == ("2026-09-24", 4)


def test_a_week_that_is_all_holiday_is_due_on_its_friday(plan_of):
    plan = plan_of("kind: small-schedule\n起止月份: 2026-02\n开学日期: 2026-02-09\nschedule:\n"
                   "  - {month: 2, tasks: [{task: 开会, due: 第2周}]}\n")
    assert str(plan.schedule[0].tasks[0].due) == "2026-02-20"
    assert [fault.what for fault in plan.notices] == [
        "the task is due on 2026-02-20, which is 春节"]


def test_a_week_that_outlasts_the_period_is_due_on_the_last_day_of_it(due):
    assert due("第18周", "十二月") == ("2026-12-31", 18)


def test_the_week_of_any_due_date_is_known(due):
    assert due("20日") == ("2026-03-20", 4)
    assert due("2026-08-20", "八月") == ("2026-08-20", None)
    assert due("20日", starts="") == ("2026-03-20", None)


def test_one_date_may_stand_for_a_list(due):
    assert due("第2周", starts="term_starts: 2026-02-25\n") == ("2026-03-06", 2)


def test_a_school_gives_its_first_days_once_for_all_plans(tmp_path, due):
    (tmp_path / "house" / "calendar.yaml").write_text(
        "school_year: [9, 8]\nterms: [[9, 1], [2, 7]]\nfirst_days: [2026-03-02]\n", "utf-8")
    assert due("第2周", starts="") == ("2026-03-13", 2)


def test_a_recurring_task_is_due_in_the_week_of_each_of_its_terms(plan_of):
    plan = plan_of(f"{HEAD}开学日期: [2026-02-25, 2026-09-01]\nschedule:\n"
                   f"  - {{every: term, task: 开会, due: 第3周}}\n{REST}")
    assert [(str(task.due), task.week) for one in plan.schedule for task in one.tasks
            if task.text == "开会"] == [("2026-03-13", 3), ("2026-09-18", 3)]


def test_a_week_without_a_known_term_is_told_with_how_to_mend_it(due_faults):
    told, = due_faults("第3周", starts="")
    assert told.startswith("4:41 第3周 cannot be counted: the first day of the term in 2026年3月 is "
                           "not known (write 开学日期: 2026-02-24")


def test_a_week_that_the_term_does_not_have_is_told(due_faults):
    told, = due_faults("第40周")
    assert told.startswith("5:41 the term has no 第40周")


def test_a_week_outside_the_period_is_told(due_faults):
    told, = due_faults("第1周")
    assert told.startswith("5:41 第1周 is outside the period 2026年3月至12月")


def test_a_week_of_another_month_is_a_notice_and_no_fault(plan_of):
    plan = plan_of(f"{HEAD}开学日期: 2026-02-25\nschedule:\n"
                   f"  - {{month: 五月, tasks: [{{task: 开会, due: 第3周}}]}}\n{REST}")
    notice, = plan.notices
    assert notice.what == "第3周 is 2026-03-09 to 2026-03-13, not in 五月"
    assert (notice.place.line, notice.place.column) == (5, 41)


def test_a_first_day_that_is_no_date_is_told(due_faults):
    told, = due_faults("20日", starts="开学日期: 正月十六\n")
    assert told == "3:7 正月十六 is no date (write the first day of the term as 2026-02-24)"
