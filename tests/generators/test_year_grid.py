"""The year as a grid: who has a column, in what order, and where the others' tasks stand."""

from hypothesis import given
from hypothesis import strategies as st

from generators.year_grid import MOST_COLUMNS, SPAN, Column, grid_of
from plans.periods import Month
from plans.plan import MonthTasks, Task

MARCH, APRIL = Month(2026, 3), Month(2026, 4)


def months(*lists):
    """A schedule from March on; each task is `text@owner`, or only its text."""
    return [MonthTasks(MARCH + number, tuple(
        Task(text.partition("@")[0], owner=text.partition("@")[2]) for text in texts))
        for number, texts in enumerate(lists)]


def shown(schedule):
    """The grid as lines: owners (… for the rest, - for nobody), then the texts of each month."""
    grid = grid_of(schedule)
    return [["…" if one.rest else one.owner or "-" for one in grid.columns],
            *([[f"{entry.owner}:{entry.task.text}".lstrip(":") for entry in cell]
               for cell in cells] for _month, cells in grid.rows)]


def test_owners_stand_in_the_order_in_which_they_first_appear():
    assert shown(months(["读书@乙", "听课@甲"], ["例会@乙"])) == [
        ["乙", "甲"], [["读书"], ["听课"]], [["例会"], []]]


def test_tasks_of_nobody_have_the_last_column():
    assert shown(months(["读书", "听课@甲"])) == [["甲", "-"], [["听课"], ["读书"]]]


def test_where_nobody_is_named_there_is_one_column():
    assert shown(months(["读书"], ["听课", "例会"])) == [["-"], [["读书"]], [["听课", "例会"]]]


def test_a_schedule_without_tasks_has_one_column_too():
    assert shown(months([])) == [["-"], [[]]]


def test_a_task_of_two_stands_with_each_of_them():
    assert shown(months(["结对@甲、乙", "听课@乙，丙"])) == [
        ["甲", "乙", "丙"], [["结对"], ["结对", "听课"], ["听课"]]]


def test_as_many_owners_as_fit_each_have_a_column():
    grid = grid_of(months([f"事{number}@人{number}" for number in range(MOST_COLUMNS)]))
    assert grid.columns == tuple(Column(f"人{number}") for number in range(MOST_COLUMNS))


def test_of_more_owners_the_rest_share_a_column_that_names_them():
    names, cells = shown(months([f"事{number}@人{number}" for number in range(12)]))
    assert names == [*(f"人{number}" for number in range(MOST_COLUMNS - 1)), "…"]
    assert cells[-1] == [f"人{number}:事{number}" for number in range(MOST_COLUMNS - 1, 12)]


def test_the_rest_and_nobody_fit_on_the_page_together():
    names, cells = shown(months([*(f"事{number}@人{number}" for number in range(12)), "读书"]))
    assert names[-2:] == ["…", "-"]
    assert len(names) == MOST_COLUMNS
    assert cells[-1] == ["读书"]


def test_a_task_of_one_with_a_column_and_one_without_stands_in_both():
    _names, cells = shown(months([*(f"事{number}@人{number}" for number in range(7)),
                                  "结对@人0、人6"]))
    assert cells[0] == ["事0", "结对"]
    assert cells[-1][-1] == "人6:结对"


@given(st.lists(st.lists(st.tuples(st.text("读书听课", min_size=1), st.lists(
    st.sampled_from("甲乙丙丁戊己庚辛壬癸"), max_size=3)), max_size=4), min_size=1, max_size=14))
def test_every_task_stands_with_each_of_its_owners_and_nowhere_else(lists):
    schedule = months(*([f"{text}@{'、'.join(owners)}" for text, owners in one] for one in lists))
    grid = grid_of(schedule)
    assert 1 <= len(grid.columns) <= MOST_COLUMNS
    assert SPAN % len(grid.columns) == 0
    for month, (_month, cells) in zip(schedule, grid.rows, strict=True):
        found = [(column, entry) for column, cell in zip(grid.columns, cells, strict=True)
                 for entry in cell]
        for task in month.tasks:
            where = {owner for column, entry in found if entry.task is task
                     for owner in (entry.owner or column.owner).split("、")}
            assert where == (set(filter(None, task.owner.split("、"))) or {""})
