"""An input of one kind as another kind sees it."""

from __future__ import annotations

from pathlib import Path

import pytest

from plans.house import House
from plans.inputs import load_input

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
HOUSE = House()


@pytest.mark.parametrize("view", [kind.id for kind in HOUSE.kinds
                                  if kind.family == "schedule" and not kind.field_called("year")])
def test_a_period_under_a_label_of_its_own_is_the_period_of_the_view(view: str) -> None:
    path = SAMPLES / "construction-plan-2026.yaml"
    own = load_input(path, HOUSE)
    seen = load_input(path, HOUSE, as_kind=HOUSE.kind(view))
    # 起止月份 is the whole cycle there, 首年起止月份 what is planned month by month.
    assert (seen.period, seen.schedule) == (own.period, own.schedule)
    assert seen.values["studio"] == own.values["studio"]


def test_what_the_view_does_not_know_is_left_out() -> None:
    seen = load_input(SAMPLES / "call-notice-2026.yaml", HOUSE,
                      as_kind=HOUSE.kind("school-research-plan"), draft=True)
    assert "recipient" not in seen.values
    assert seen.values["year"] == 2026


def test_an_input_that_names_no_kind_is_taken_as_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "tasks.yaml"
    path.write_text("学校: 青山小学\n起止月份: 2026-03/2026-03\n"
                    "schedule: [{month: 3, tasks: [开学]}]\n", "utf-8")
    seen = load_input(path, HOUSE, as_kind=HOUSE.kind("task-ledger"))
    assert seen.schedule[0].tasks[0].text == "开学"
