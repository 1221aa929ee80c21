"""Sixty forms that careless hands filled in, collected: every value is right, or a person is told.

The hands (forms.careless) were written by somebody who had not seen how forms are read.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest
from openpyxl import load_workbook

from forms.careless import WAYS, Filled, sixty
from forms.data import normal
from office.collecting import collect
from plans.house import House
from plans.inputs import load_input
from plans.kinds import Field

HOUSE = House()
KIND = HOUSE.kind("主持人申报表")
ASKED = tuple(one for one in KIND.fields if not one.by)
RIGHT = 0.98        # of all values, without asking anybody
DISTURBED = 2       # fields whose neighbour's box was merged into theirs


@pytest.fixture(scope="module")
def collected(tmp_path_factory):
    """The sixty forms, what `collect` made of each, and the fields that it tells a person of."""
    folder = tmp_path_factory.mktemp("sixty")
    (folder / "in").mkdir()
    forms = sixty(folder / "in")
    collect([str(folder / "in")], kind=None, roster=None, out=[str(folder / "all.xlsx")],
            yaml=str(folder / "yaml"), newest=False, jobs=2, force=False, ocr=False, house=None)
    plans = {}
    for path in (folder / "yaml").glob("*.yaml"):
        source = next(one for one in path.read_text("utf-8").splitlines() if "读出" in one)
        plans[Path(source.split("“")[1].split("”")[0]).name] = load_input(path, HOUSE, draft=True)
    sheet = load_workbook(folder / "all.xlsx")["问题"]
    header = [cell.value for cell in sheet[3]]
    told = defaultdict(str)
    for row in sheet.iter_rows(min_row=4, values_only=True):
        line = dict(zip(header, row, strict=True))
        told[Path(line["来源文件"]).name] += f"{line['栏目'] or ''} {line['问题']}\n"
    return forms, plans, told


def wrong(form: Filled, plans) -> list[Field]:
    plan = plans[form.path.name]
    return [one for one in ASKED if (normal(one, plan.values.get(one.name)) or None)
            != (normal(one, form.truth.get(one.name)) or None)]


def test_every_form_is_collected(collected):
    forms, plans, _told = collected
    assert len(forms) == len(plans) == 60
    assert {form.way for form in forms} == {way.__name__ for way in WAYS}


def test_what_is_not_right_is_told_by_its_label(collected):
    forms, plans, told = collected
    silent = [(form.path.name, one.label) for form in forms for one in wrong(form, plans)
              if one.label not in told[form.path.name]]
    assert silent == []


def test_nobody_is_asked_of_a_field_that_was_filled_in_as_it_should_be(collected):
    forms, _plans, told = collected
    asked = [(form.path.name, line) for form in forms for one in ASKED if one.name not in form.changed
             for line in told[form.path.name].splitlines() if line.startswith(f"{one.label} ")
             and "add up to" not in line and "not met" not in line]
    assert len(asked) <= DISTURBED


def test_nearly_all_is_right(collected):
    forms, plans, _told = collected
    count = sum(len(wrong(form, plans)) for form in forms)
    assert count <= (1 - RIGHT) * len(forms) * len(ASKED)
