"""A field that is a table: its rows as an input writes them, each cell of its column's type."""

import datetime

import pytest

from plans.house import House
from plans.inputs import load_input

KIND = """\
id: small-table
name: 小表
family: report
fields:
  - name: people
    label: 人员
    type: table
    required: true
    columns:
      - {name: who, label: 姓名, required: true, example: 王珂}
      - {name: born, label: 出生日期, type: date}
      - {name: hours, label: 课时, type: number}
"""
HEAD = "kind: small-table\n人员:\n"
DAY = datetime.date(1990, 3, 1)


@pytest.fixture
def house(tmp_path):
    folder = tmp_path / "house" / "kinds" / "small-table"
    folder.mkdir(parents=True)
    (folder / "kind.yaml").write_text(KIND, "utf-8")
    return House(tmp_path / "house")


@pytest.fixture
def rows(plan_of):
    """The rows that a text gives, below the name of the field."""
    return lambda text, **more: plan_of(HEAD + text, **more).values["people"]


@pytest.mark.parametrize(("text", "row"), [
    ("  - {姓名: 王珂, 出生日期: 1990年3月1日, 课时: 4}", {"who": "王珂", "born": DAY, "hours": 4.0}),
    ("  - {who: 王珂, born: 1990-03-01}", {"who": "王珂", "born": DAY}),
    ("  - [王珂, 1990.3.1, 0.5]", {"who": "王珂", "born": DAY, "hours": 0.5}),
    ("  - [王珂]", {"who": "王珂"}),
    ("  - 王珂", {"who": "王珂"}),
    ("  - 姓名: 王珂\n    课时: ", {"who": "王珂"}),
    ("  - {姓名: '{{ 学校 }} & <b>'}", {"who": "{{ 学校 }} & <b>"}),
])
def test_a_row_may_be_written_in_several_ways(rows, text, row):
    assert rows(text) == (row,)


def test_a_row_of_blanks_is_none(rows):
    assert rows("  - {姓名: }\n  - {姓名: 王珂}\n  - []\n  -\n") == ({"who": "王珂"},)


@pytest.mark.parametrize(("text", "faults"), [
    ("  - {姓名: 王珂, 电话: 1}", ["3:14 unknown name 电话 in 人员 (known are: 姓名、出生日期、课时)"]),
    ("  - {姓名: 王珂, 出生日期: 春天}\n  - [李明, ~, 很多]",
     ["3:20 出生日期: 春天 is not understood (write a date such as 2026-03-20 or 2026年3月20日)",
      "4:13 课时: 很多 is not understood (write a number such as 12 or 0.5)"]),
    ("  - {课时: 4}", ["3:5 a row of 人员 has no 姓名 (write `姓名: 王珂`)"]),
    ("  - [王珂, 1990-03-01, 4, 5, 6]",
     ["3:25 a row of 人员 has more cells than there are columns "
      "(its columns are: 姓名、出生日期、课时)"]),
    ("  - {姓名: [王, 珂]}", ["3:10 who must be text on one line (write the text after the colon)"]),
    ("  王珂", ["3:3 人员 must be a list (begin each line with a hyphen and a blank: `- …`)"]),
    ("", ["2:4 人员 is missing (write `人员: [{姓名: 王珂, 出生日期: …, 课时: …}]`)"]),
    ("  - {姓名: }", ["3:3 人员 is missing (write `人员: [{姓名: 王珂, 出生日期: …, 课时: …}]`)"]),
])
def test_what_is_wrong_is_told_at_its_cell(faults_of, text, faults):
    assert faults_of(HEAD + text) == faults


def test_a_draft_marks_what_is_missing(plan_of):
    plan = plan_of(HEAD + "  - {课时: 4}", draft=True)
    assert plan.values["people"] == ({"who": "【待填：姓名】", "hours": 4.0},)
    plan = plan_of("kind: small-table\n", draft=True)
    assert plan.values["people"] == (
        {"who": "【待填：姓名】", "born": "【待填：出生日期】", "hours": "【待填：课时】"},)
    assert [gap.label for gap in plan.gaps] == ["人员"]


def test_a_mark_that_was_put_into_a_cell_on_purpose_stays(plan_of):
    plan = plan_of(HEAD + "  - {姓名: 王珂, 出生日期: 【待填：出生日期】}")
    assert plan.values["people"] == ({"who": "王珂", "born": "【待填：出生日期】"},)
    assert [(gap.label, gap.is_marked) for gap in plan.gaps] == [("出生日期", True)]


def test_the_column_of_a_row_of_a_spreadsheet_holds_no_table(house, tmp_path, faults_of):
    assert faults_of(HEAD.rstrip() + " 王珂、李明\n") == [
        "2:5 人员 must be a list (begin each line with a hyphen and a blank: `- …`)"]


def test_the_other_view_of_an_input_has_its_table_too(house, tmp_path):
    path = tmp_path / "input.yaml"
    path.write_text(HEAD + "  - 王珂\n", "utf-8")
    assert load_input(path, house, as_kind=house.kind("small-table")).values["people"] == (
        {"who": "王珂"},)
