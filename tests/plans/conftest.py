"""A house of its own with two small kinds, and inputs written into real files."""

import pytest

from plans.errors import UserError
from plans.house import House
from plans.inputs import load_input

SMALL_PLAN = """\
id: small-plan
name: 小计划
family: plan
title: "{{ 学校 }}{{ 年度 }}年计划"
fields:
  - {name: school, label: 学校, required: true, example: 江城实验学校}
  - {name: year, label: 年度, type: integer, required: true, example: 2026}
  - {name: period, label: 起止月份, type: period, required: true, example: 2026-03/2026-05}
  - {name: held, label: 召开日期, type: date}
  - {name: begun, label: 成立月份, type: month}
  - {name: hours, label: 课时, type: number}
  - {name: note, label: 备注, type: longtext}
sections:
  - {topic: 指导思想, hint: 为什么这样做}
  - {topic: 工作目标, title: 主要工作目标与任务, also: [主要任务]}
  - topic: 规章制度
    sections: [{title: 学习制度}, {title: 经费制度}]
  - {topic: 保障措施, required: false}
  - {topic: 月度安排, title: "{{ 年度 }}年各月安排", schedule: true}
"""
SMALL_SCHEDULE = """\
id: small-schedule
name: 小安排
family: schedule
fields:
  - {name: period, label: 起止月份, type: period, required: true, example: 2026-03/2026-05}
schedule: {required: true}
"""
WHOLE = """\
kind: small-plan
学校: 江城实验学校
年度: 2026
起止月份: 2026-03/2026-05
sections:
  指导思想: 以学生为本。
  工作目标: 人人读书。
  规章制度: {学习制度: 每周一次。, 经费制度: 专款专用。}
"""


@pytest.fixture
def house(tmp_path):
    folder = tmp_path / "house"
    for name, text in (("small-plan", SMALL_PLAN), ("small-schedule", SMALL_SCHEDULE)):
        (folder / "kinds" / name).mkdir(parents=True)
        (folder / "kinds" / name / "kind.yaml").write_text(text, "utf-8")
    return House(folder)


@pytest.fixture
def whole():
    """An input of eight lines with nothing missing; more may be added below."""
    return WHOLE


@pytest.fixture
def plan_of(tmp_path, house):
    """The plan that a text holds."""
    def plan_of(text, **how):
        path = tmp_path / "plan.yaml"
        path.write_text(text, "utf-8")
        return load_input(path, house, **how)

    return plan_of


@pytest.fixture
def faults_of(tmp_path, plan_of):
    """What is wrong with a text: `line:column what (mend)` each, in the order told."""
    def faults_of(text, **how):
        with pytest.raises(UserError) as caught:
            plan_of(text, **how)
        assert {fault.place.file for fault in caught.value.faults} == {str(tmp_path / "plan.yaml")}
        return [f"{fault.place.line}:{fault.place.column} {fault.what} ({fault.mend})"
                for fault in caught.value.faults]

    return faults_of


@pytest.fixture
def tasks_of(plan_of):
    """The texts of the tasks by month number; the text is a schedule, its period may be given."""
    def tasks_of(schedule, period="2026-03/2026-05", **how):
        plan = plan_of(f"kind: small-schedule\n起止月份: {period}\nschedule:\n{schedule}", **how)
        return {str(one.month): [task.text for task in one.tasks] for one in plan.schedule}

    return tasks_of


@pytest.fixture
def schedule_faults(faults_of):
    """What is wrong with a schedule whose first line is line 4 of the file."""
    def schedule_faults(schedule, period="2026-03/2026-05", **how):
        return faults_of(f"kind: small-schedule\n起止月份: {period}\nschedule:\n{schedule}", **how)

    return schedule_faults
