"""Points and their sums: computed where left out, compared where given, refused while unset."""

from __future__ import annotations

from pathlib import Path

import pytest

from plans.errors import Place
from plans.kinds import Field, Kind
from plans.sums import faults_in_sums


def kind(*fixed: dict[str, str]) -> Kind:
    return Kind("it", "评分表", "form", 1, Path(), fields=(
        Field("items", "项目", "table", fixed=fixed, columns=(
            Field("what", "内容", "text"), Field("most", "分值", "number"),
            Field("got", "得分", "number", limit="most"))),
        Field("total", "总分", "number", sum_of="items.got")))


def told(one: Kind, values: dict[str, object]) -> tuple[list[str], dict[str, str]]:
    shown = {"total": str(values["total"])} if "total" in values else {}
    return [fault.what for fault in faults_in_sums(
        one, values, shown, lambda name: Place(name))], shown


ROWS = ({"what": "备课", "most": 10.0, "got": 9.5}, {"what": "听课", "most": 5.0, "got": 4.5})


def test_a_sum_that_is_left_out_is_made_and_printed_as_a_person_writes_it():
    values = {"items": ROWS}
    faults, shown = told(kind(), values)
    assert (faults, values["total"], shown) == ([], 14.0, {"total": "14"})


def test_a_sum_that_is_right_is_let_be_and_a_wrong_one_told():
    assert told(kind(), {"items": ROWS, "total": 14})[0] == []
    assert told(kind(), {"items": ROWS, "total": 13.0})[0] == ["总分: 13.0 is not the sum of 得分, 14"]


def test_no_sum_is_made_of_rows_that_lack_a_number():
    values = {"items": (*ROWS, {"what": "评课", "most": 5.0})}
    assert told(kind(), values)[0] == []
    assert "total" not in values


@pytest.mark.parametrize(("most", "got", "faults"), [
    (5.0, 5.0, 0), (5.0, 5.5, 1), (0.0, 0.0, 0), (0.0, 1.0, 1), ("5", 6.0, 1)])
def test_more_than_the_points_of_a_row_is_told(most, got, faults):
    found = told(kind(), {"items": ({"what": "备课", "most": most, "got": got},)})[0]
    assert len(found) == faults
    assert all(one.startswith("项目, row 1, 得分: ") for one in found)


def test_a_sum_of_points_that_nobody_has_set_is_refused():
    unset = kind({"what": "备课"}, {"what": "听课", "most": "5"})
    values = {"items": ({"what": "备课", "got": 9.5}, {"what": "听课", "most": 5.0, "got": 4.5})}
    assert told(unset, dict(values))[1] == {}
    (fault,) = told(unset, values | {"total": 14.0})[0]
    assert "nobody has set" in fault
