"""The schedule of an input: months named, tasks that recur, and what may be wrong with either."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.periods import Calendar, Month, Period
from plans.recurring import interval_of

FULL = "  - {month: 3, tasks: [甲]}\n  - {month: 4, tasks: [乙]}\n  - {month: 5, tasks: [丙]}\n"
YEAR = "2025-09/2026-08"
RECURS = "  - {every: month, task: 例会}\n"


# months

def test_every_month_of_the_period_comes_once_and_in_order(tasks_of):
    schedule = ("  - {month: 5, tasks: [丙]}\n  - {month: 3, tasks: [甲]}\n"
                "  - {month: 4, tasks: [乙]}\n")
    assert tasks_of(schedule) == {"2026-03": ["甲"], "2026-04": ["乙"], "2026-05": ["丙"]}


@pytest.mark.parametrize("month", ["3", "03", "三月", "3月份", "2026-03", "2026年3月",
                                   "二〇二六年三月"])
def test_a_month_may_be_written_in_every_way(tasks_of, month):
    rest = FULL.split("\n", 1)[1]
    assert tasks_of(f"  - {{month: {month}, tasks: [甲]}}\n{rest}")["2026-03"] == ["甲"]


def test_the_chinese_names_do_as_well(tasks_of):
    schedule = ("  - {月份: 三月, 任务: [{任务: 开会, 责任人: 王珂}]}\n"
                "  - {每隔: 每月, 任务: 例会}\n")
    assert tasks_of(schedule)["2026-03"] == ["开会", "例会"]


def test_a_bare_month_falls_into_its_year_across_december(tasks_of):
    assert list(tasks_of("  - {month: 1, tasks: [甲]}\n" + RECURS, "2025-12/2026-02")) == [
        "2025-12", "2026-01", "2026-02"]
    assert tasks_of("  - {month: 1, tasks: [甲]}\n" + RECURS,
                    "2025-12/2026-02")["2026-01"] == ["甲", "例会"]


@pytest.mark.parametrize(("tasks", "read"), [
    ("开会", ["开会"]), ("[开会, 听课]", ["开会", "听课"]),
    ("[{task: 开会}, 听课]", ["开会", "听课"]), ("[例会: 每两月一次]", ["例会：每两月一次"]),
    ("['', 开会]", ["开会"])])
def test_tasks_are_text_a_list_or_mappings(tasks_of, tasks, read):
    rest = FULL.split("\n", 1)[1]
    schedule = f"  - {{month: 3, tasks: {tasks}}}\n{rest}"
    assert tasks_of(schedule)["2026-03"] == read


def test_tasks_that_are_a_mapping_are_told(schedule_faults):
    rest = FULL.split("\n", 1)[1]
    assert schedule_faults(f"  - {{month: 3, tasks: {{a: 开会}}}}\n{rest}") == [
        "4:23 the tasks must be a list (begin each line with a hyphen and a blank: `- …`)"]


def test_a_text_of_several_lines_is_a_task_a_line(tasks_of):
    schedule = "  - month: 3\n    tasks: |\n      开会\n\n      听课\n" + FULL.split("\n", 1)[1]
    assert tasks_of(schedule)["2026-03"] == ["开会", "听课"]


def test_a_task_keeps_all_that_is_said_of_it(plan_of):
    plan = plan_of("kind: small-schedule\n起止月份: 2026-03\nschedule:\n  - month: 3\n    tasks:\n"
                   "      - {id: t1, task: 开会, owner: 王珂, evidence: 纪要, due: 2026-03-20}\n")
    task, = plan.schedule[0].tasks
    assert (task.id, task.text, task.owner, task.evidence, str(task.due)) == (
        "t1", "开会", "王珂", "纪要", "2026-03-20")
    assert (task.place.line, task.place.column) == (6, 9)


@pytest.mark.parametrize("due", ["2026-03-20", "2026年3月20日", "20日", "20", "二十日", "廿日"])
def test_a_task_is_due_on_a_date_or_on_a_day_of_its_month(plan_of, due):
    plan = plan_of("kind: small-schedule\n起止月份: 2026-03\nschedule:\n"
                   f"  - {{month: 3, tasks: [{{task: 开会, due: {due}}}]}}\n")
    assert str(plan.schedule[0].tasks[0].due) == "2026-03-20"


def test_where_no_schedule_is_asked_for_none_is_needed(plan_of, whole):
    assert plan_of(whole).schedule == ()
    assert plan_of(whole + "schedule:\n").schedule == ()


# recurring

@pytest.mark.parametrize(("every", "months"), [
    ("month", "9 10 11 12 1 2 3 4 5 6 7 8"), ("每月", "9 10 11 12 1 2 3 4 5 6 7 8"),
    ("2 months", "9 11 1 3 5 7"), ("每两个月", "9 11 1 3 5 7"), ("每2个月一次", "9 11 1 3 5 7"),
    ("5 months", "9 2 7"), ("term", "9 2"), ("每学期", "9 2"), ("每学期一次", "9 2"),
    ("2 terms", "9"), ("year", "9"), ("每学年", "9"), ("3 years", "9"), ("每年", "9"),
    ("999 years", "9"),
])
def test_a_recurring_task_falls_on_the_first_month_of_each_stretch(tasks_of, every, months):
    tasks = tasks_of(f"  - {{every: {every}, task: 读书}}\n{RECURS}", YEAR)
    assert [int(month[5:]) for month, texts in tasks.items() if "读书" in texts] == [
        int(month) for month in months.split()]


@pytest.mark.parametrize(("starts", "every", "months"), [
    ("10", "2 months", "10 12 2 4 6 8"), ("十月", "term", "10 2"),
    ("2026-03", "month", "3 4 5 6 7 8"), ("2026-08", "term", "8"), ("1", "year", "1")])
def test_a_recurring_task_may_start_later(tasks_of, starts, every, months):
    tasks = tasks_of(f"  - {{every: {every}, task: 读书, starts: {starts}}}\n{RECURS}", YEAR)
    assert [int(month[5:]) for month, texts in tasks.items() if "读书" in texts] == [
        int(month) for month in months.split()]


def test_a_year_of_two_years_recurs_in_both(tasks_of):
    tasks = tasks_of(f"  - {{every: year, task: 读书}}\n{RECURS}", "2025-09/2027-08")
    assert [month for month, texts in tasks.items() if "读书" in texts] == ["2025-09", "2026-09"]


def test_a_term_that_runs_already_counts_and_a_holiday_does_not(tasks_of):
    def months(period):
        return [month for month, texts in
                tasks_of(f"  - {{every: term, task: 读书}}\n{RECURS}", period).items()
                if "读书" in texts]

    assert months("2026-03/2026-12") == ["2026-03", "2026-09"]
    assert months("2026-08/2027-07") == ["2026-09", "2027-02"]


def test_recurring_tasks_follow_the_tasks_of_the_month(tasks_of):
    assert tasks_of(RECURS + FULL)["2026-03"] == ["甲", "例会"]


def test_a_recurring_task_has_one_id_in_all_its_months(plan_of):
    plan = plan_of("kind: small-schedule\n起止月份: 2026-03/2026-05\nschedule:\n"
                   "  - {every: month, id: t07, task: 例会, due: 20日}\n")
    assert [(task.id, str(task.due)) for month in plan.schedule for task in month.tasks] == [
        ("t07", "2026-03-20"), ("t07", "2026-04-20"), ("t07", "2026-05-20")]


# faults

def test_a_month_outside_the_period_is_told(schedule_faults):
    for month in ("8", "八月", "2027-03"):
        assert schedule_faults(FULL + f"  - {{month: {month}, tasks: [丁]}}\n") == [
            f"7:13 {month} is outside the period 2026年3月至5月 "
            "(move the task, or widen the period)"]


def test_a_month_given_twice_is_told_with_the_line_of_the_first(schedule_faults):
    assert schedule_faults(FULL + "  - {month: 三月, tasks: [丁]}\n") == [
        "7:13 三月 is given twice (first on line 4) (put all tasks of the month into one list)"]


def test_a_month_without_tasks_is_told_at_its_place(schedule_faults):
    assert schedule_faults("  - {month: 3, tasks: [甲]}\n  - {month: 4, tasks: []}\n"
                           "  - {month: 5}\n") == [
        "5:13 2026年4月 has no tasks (write at least one task, if only “暑假” or “无集中活动”)",
        "6:13 2026年5月 has no tasks (write at least one task, if only “暑假” or “无集中活动”)"]


def test_a_month_that_is_not_there_has_no_tasks(schedule_faults):
    told, = schedule_faults("  - {month: 3, tasks: [甲]}\n  - {month: 5, tasks: [丙]}\n")
    assert told.startswith("4:3 2026年4月 has no tasks")


def test_a_schedule_that_is_asked_for_and_not_there_lacks_every_month(faults_of):
    faults = faults_of("kind: small-schedule\n起止月份: 2026-03/04\n")
    assert [told.split(" (")[0] for told in faults] == [
        "1:1 2026年3月 has no tasks", "1:1 2026年4月 has no tasks"]


def test_a_bare_month_that_comes_twice_in_the_period_wants_its_year(schedule_faults):
    told, = schedule_faults(RECURS + "  - {month: 三月, tasks: [甲]}\n", "2026-03/2027-06")
    assert told == ("5:13 三月 comes twice in 2026年3月至2027年6月 "
                    "(write the year too, such as 2026-03)")


def test_a_bare_month_that_comes_once_in_a_long_period_does_not(tasks_of):
    assert tasks_of(RECURS + "  - {month: 8, tasks: [甲]}\n", "2026-03/2027-06")["2026-08"] == [
        "甲", "例会"]


@pytest.mark.parametrize("month", ["暑假", "2026-13", "''", "13"])
def test_what_is_no_month_is_told(schedule_faults, month):
    told, = schedule_faults(FULL + f"  - {{month: {month}, tasks: [丁]}}\n")
    assert told.startswith(f"7:13 {month.strip(chr(39)) or '–'} is no month")


def test_a_wrong_month_does_not_count_as_a_missing_one_too(schedule_faults):
    told, = schedule_faults("  - {month: 3, tasks: [甲]}\n  - {month: 四月分, tasks: [乙]}\n"
                            "  - {month: 5, tasks: [丙]}\n")
    assert told.startswith("5:13 四月分 is no month")


@pytest.mark.parametrize(("line", "at", "what"), [
    ("五月开会", "五月", "a line of the schedule without a month"),
    ("[a]", "[", "a line of the schedule without a month"),
    ("{tasks: [甲]}", "{", "– is no month"),
    ("{month: [3], tasks: [甲]}", "[3", "month must be text on one line"),
    ("{month: 3, tasks: [丁]}", "3", "3 is given twice"),
    ("{every: month, task: 甲, tsak: 乙}", "tsak", "unknown name tsak in a recurring task"),
    ("{every: 3 weeks, task: 甲}", "3 w", "3 weeks is no interval"),
    ("{every: '', task: 甲}", "''", "– is no interval"),
    ("{every: 0 months, task: 甲}", "0", "0 months is no interval"),
    ("{every: [month], task: 甲}", "[", "every must be text on one line"),
    ("{every: month}", "{", "the task has no text"),
    ("{every: month, task: 甲, starts: 8}", "8", "8 is outside the period"),
    ("{every: month, task: 甲, starts: 开学}", "开学", "开学 is no month"),
    ("{every: month, task: 甲, due: 明天}", "明天", "明天 is no date"),
    ("{every: month, task: 甲, owner: [a]}", "[", "owner must be text on one line"),
    ("{every: month, task: [a]}", "[", "task must be text on one line"),
])
def test_a_wrong_line_is_told_once_at_its_place(schedule_faults, line, at, what):
    told, = schedule_faults(f"{FULL}  - {line}\n")
    assert told.startswith(f"7:{5 + line.index(at)} {what}")


@pytest.mark.parametrize(("task", "at", "what"), [
    ("{owner: 王珂, id: t1}", "{", "the task has no text"),
    ("{task: 开会, onwer: 王珂}", "onwer", "unknown name onwer in a task"),
    ("[a, b]", "[", "a task is text, or `task:` with its details"),
    ("{task: [开会]}", "[", "task must be text on one line"),
    ("{task: 开会, due: 2026-02-30}", "2026", "2026-02-30 is no date"),
    ("{task: 开会, due: 32日}", "32", "32日 is no date"),
    ("{task: 开会, due: 2027-01-01}", "2027", "2027-01-01 is outside the period"),
])
def test_a_wrong_task_is_told_once_at_its_place(schedule_faults, task, at, what):
    told, = schedule_faults(f"  - month: 3\n    tasks:\n      - 甲\n      - {task}\n", "2026-03")
    assert told.startswith(f"7:{9 + task.index(at)} {what}")


def test_a_task_id_given_twice_is_told_with_the_line_of_the_first(schedule_faults):
    told, = schedule_faults("  - {month: 3, tasks: [{id: t1, task: 甲}]}\n"
                            "  - {every: month, id: t1, task: 乙}\n")
    assert told.startswith("5:5 the task id t1 is given twice (first on line 4)")


def test_a_schedule_that_is_no_list_is_told(schedule_faults):
    assert [told.split(" (")[0] for told in schedule_faults("  三月: 开会\n")] == [
        "4:3 the schedule must be a list"]


# drafts

def test_a_draft_marks_the_months_without_tasks(tasks_of):
    assert tasks_of("  - {month: 3, tasks: [甲]}\n  - {month: 4}\n", draft=True) == {
        "2026-03": ["甲"], "2026-04": ["【待填：四月工作】"], "2026-05": ["【待填：五月工作】"]}


# properties

@given(st.integers(1, 40), st.integers(1, 60), st.sampled_from(["months", "years", "个月", "年"]))
def test_the_months_of_a_recurring_task_lie_in_the_period_and_in_step(length, count, unit):
    first = Month(2025, 9)
    period = Period(first, first + (length - 1))
    step = count * (12 if unit in ("years", "年") else 1)
    found = interval_of(f"{count}{unit}").months(period, Calendar())
    assert found == [month for month in period if (month - first) % step == 0]
