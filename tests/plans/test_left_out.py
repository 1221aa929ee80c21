"""What an input holds and its document would not show is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from plans.errors import UserError
from plans.house import House
from plans.inputs import load_input

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
HOUSE = House()


def written(tmp_path: Path, sample: str, *changes: tuple[str, str], more: str = "") -> Path:
    text = (SAMPLES / f"{sample}.yaml").read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path = tmp_path / "input.yaml"
    path.write_text(text + more, "utf-8")
    return path


@pytest.mark.parametrize("sample", sorted(path.stem for path in SAMPLES.glob("*.yaml")))
def test_nothing_is_left_out_of_the_samples(sample: str) -> None:
    assert not [one for one in load_input(SAMPLES / f"{sample}.yaml", HOUSE).notices
                if "does not show" in one.what]


def test_the_parts_of_a_plan_in_a_schedule_are_told(tmp_path: Path) -> None:
    path = written(tmp_path, "task-ledger-2026", more="members: [{name: 王珂}]\ntargets: []\n")
    assert [one.what for one in load_input(path, HOUSE).notices if "does not show" in one.what] == [
        "a document of the kind 任务台账 does not show 成员"]


def test_tasks_without_a_period_are_not_dropped_in_silence(tmp_path: Path) -> None:
    path = written(tmp_path, "task-ledger-2026",
                   ("起止月份: 2026-09/2026-12", "起止月份: 【待填：起止月份】"))
    with pytest.raises(UserError) as caught:
        load_input(path, HOUSE)
    assert [one.what for one in caught.value.faults] == [
        "without 起止月份 the tasks cannot be placed, and are left out"]
    assert [one.what for one in load_input(path, HOUSE, draft=True).notices] == [
        "without 起止月份 the tasks cannot be placed, and are left out"]


def test_tasks_of_a_kind_without_months_are_not_dropped_in_silence(tmp_path: Path) -> None:
    path = written(tmp_path, "call-notice-2026",
                   more="schedule: [{month: 2026-03, tasks: [启动]}]\n")
    with pytest.raises(UserError) as caught:
        load_input(path, HOUSE)
    assert [one.what for one in caught.value.faults] == [
        "a document of the kind 申报通知 shows no tasks by month"]
