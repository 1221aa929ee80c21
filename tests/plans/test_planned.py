"""What a plan promises, taken from its input."""

from __future__ import annotations

from pathlib import Path

import pytest

from plans.house import House
from plans.inputs import load_input
from plans.planned import planned_in

SAMPLES = Path(__file__).parents[2] / "samples"


@pytest.fixture(scope="module")
def studio():
    return planned_in(load_input(SAMPLES / "studio-plan-2026.yaml", House()))


def test_a_task_has_its_month(studio):
    task = next(one for one in studio if one.id == "t03")
    assert (task.text, str(task.month)) == ("走访柳岸路小学，观察两个班的晨会和课间", "2026-04")


def test_a_task_that_recurs_is_planned_once_and_for_no_month(studio):
    assert [one.month for one in studio if one.text == "工作室例会"] == [None]


def test_a_target_has_its_number_as_it_is_printed(studio):
    target = next(one for one in studio if one.id == "reading")
    assert (target.kind, target.role, target.number) == ("target", "学员", "每学期不少于1本")


def test_what_is_still_to_be_filled_in_is_no_promise(tmp_path):
    path = tmp_path / "plan.yaml"
    path.write_text("kind: school-research-plan\n起止月份: 2014-03/2014-04\nschedule:\n"
                    "  - {month: 三月, tasks: [制定计划, 【待填：三月工作】]}\n", encoding="utf-8")
    assert [one.text for one in planned_in(load_input(path, House(), draft=True))] == ["制定计划"]
