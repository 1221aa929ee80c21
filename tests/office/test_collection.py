"""Forms brought together: whose they are, who handed in twice, what is told and what is written."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from checkers.answers import (
    BLANK,
    CONTROL,
    DIFFERS,
    GIVEN,
    NO_OPTION,
    NOT_UNDERSTOOD,
    TABLE,
    Answer,
    Answers,
    Doubt,
)
from checkers.dues import NotSubmitted
from checkers.findings import FAIL, PASS, REVIEW, Finding, Location
from checkers.results import results_of
from checkers.verdict import Verdict
from office.collected_lines import collected_lines
from office.collection import Collected, Collection
from office.filled_forms import filled_forms, newest_of
from office.form_inputs import FormInputs
from office.hand_ins import HandIn
from office.intake import Judged
from office.persons import NOT_NAMED
from office.shelf import Shelf
from office.summary_files import write_summaries
from office.summing_up import forms_of, summary_of
from plans.house import House
from plans.inputs import load_input
from plans.kinds import Kind
from plans.periods import Month
from plans.pictures import Picture
from plans.roster import Submitter

HOUSE = House()
KIND = next(one for one in HOUSE.kinds if one.summary)
PNG = b"\x89PNG\r\n\x1a\n-"
WANG = {"name": "王珂", "phone": "13800000001", "homeroom_years": 8, "birth": Month(1985, 6),
        "id_number": "990101198506150020", "date": date(2026, 3, 20),
        "posts": ({"first": Month(2017, 9), "class": "17级护理1班"},)}
ZHOU = WANG | {"name": "周明慧", "phone": "13800000002", "id_number": "990101198506150047"}


def answers(kind: Kind, values: Mapping[str, Any], **changed: Mapping[str, Any]) -> Answers:
    """The answers of a form that holds `values`; `changed` is what differs in those of a field."""
    found = {}
    for number, field in enumerate(kind.fields, 1):
        value = values.get(field.name)
        place = Location(table=1, row=number, column=2, quote=field.label)
        if field.columns:
            rows = tuple({column.name: Answer(
                column, GIVEN if column.name in row else BLANK, str(row.get(column.name, "")),
                row.get(column.name), TABLE, Location(table=number, row=at + 1, column=across))
                for across, column in enumerate(field.columns, 1)}
                for at, row in enumerate(value or (), 1))
            one = Answer(field, GIVEN if rows else BLANK, source=TABLE, location=place, rows=rows)
        else:
            one = Answer(field, BLANK if value is None else GIVEN, "" if value is None else
                         str(value), value, "" if value is None else CONTROL, place)
        if field.name in changed:
            one = Answer(**{name: getattr(one, name) for name in one.__slots__} | dict(
                changed[field.name]))
        found[field.name] = one
    return Answers(found)


def judged(kind: Kind | None, path: str, said: Answers | None = None, *,
           findings: Sequence[Finding] = (), status: str = PASS, sha256: str = "",
           owner: Submitter | None = None, lies: Path = Path("none")) -> Judged:
    """A file that was judged; `lies` is where it is."""
    verdict = Verdict(path, sha256 or path, kind.id if kind else None, kind.name if kind else "",
                      "detected", status, tuple(findings), owner=owner.name if owner else "",
                      answers=said)
    return Judged(HandIn(lies, path, path), verdict, verdict, owner)


@pytest.fixture(autouse=True)
def _plain(monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")


@pytest.fixture
def collected(tmp_path):
    """What comes of these files, each (path, values, changed) or one that was judged."""
    def settled(*files, newest: bool = False, absent=None) -> Collected:
        collection = Collection(HOUSE, tmp_path / "aside")
        for one in files:
            collection.add(one)
        return collection.settled(results_of(collection.verdicts, absent), (), newest=newest)
    return settled


def form(path: str, values, *, findings=(), status="pass", owner=None, lies=Path("none"), sha256="",
         **changed):
    return judged(KIND, path, answers(KIND, values, **changed), findings=findings, status=status,
                  owner=owner, lies=lies, sha256=sha256)


def told(collected: Collected, due_from: int = 0) -> str:
    return "\n".join(collected_lines(collected, due_from))


def test_two_people_are_two_rows_and_nothing_is_asked(collected):
    found = collected(form("a.docx", WANG), form("b.docx", ZHOU))
    assert [one.person for one in found.forms] == ["王珂", "周明慧"]
    assert found.is_all_good
    assert told(found) == f"✓ 2 forms collected  {KIND.name}\n2 files: passes 2"


def test_two_people_of_one_name_are_told_apart_by_their_numbers(collected):
    found = collected(form("a.docx", WANG), form("b.docx", ZHOU | {"name": "王珂"}))
    assert found.repeated == ()


@pytest.mark.parametrize("changed", [{}, {"id_number": None}, {"id_number": None, "phone": None}])
def test_two_forms_of_one_person_stay_and_are_told(collected, changed):
    found = collected(form("a.docx", WANG), form("b.docx", ZHOU),
                      form("c.docx", WANG | {"name": "王 珂"} | changed))
    assert len(found.forms) == 3
    assert not found.is_all_good
    assert ("? 1 person handed in several forms\n    王珂: a.docx, c.docx\n        mend: ask which one "
            "counts, or take the newest with --newest\n") in told(found)
    summary = summary_of(found, Path(), date(2026, 4, 1))
    assert [one.note for one in summary.forms] == ["重复：c.docx", "", "重复：a.docx"]


def test_whom_the_roster_names_is_one_person_whatever_the_form_says(collected):
    owner, other = Submitter("王珂"), Submitter("王珂", "二系")
    assert collected(form("a.docx", WANG, owner=owner), form("b.docx", ZHOU, owner=owner)).repeated
    assert not collected(form("a.docx", WANG, owner=owner),
                         form("b.docx", WANG, owner=other)).repeated


def test_the_same_file_under_two_names_is_one_persons(collected):
    assert collected(form("a.docx", WANG, sha256="1"), form("b.docx", WANG | {"name": None},
                                                            sha256="1")).repeated


def test_forms_that_do_not_say_whose_they_are_are_nobodys_twice(collected):
    nameless = WANG | {"name": None, "id_number": None}
    assert not collected(form("a.docx", nameless), form("b.docx", nameless)).repeated


def test_the_newest_is_the_one_that_bears_the_latest_day(collected):
    found = collected(form("new.docx", WANG | {"date": date(2026, 3, 25)}), form("old.docx", WANG),
                      newest=True)
    assert [one.verdict.path for one in found.forms] == ["new.docx"]
    assert found.is_all_good
    assert "1 form was left out for a newer one:\n    old.docx (newer: new.docx)\n" in told(found)
    problem = summary_of(found, Path(), date(2026, 4, 1)).problems[0]
    assert (problem.file, problem.person, problem.severity) == ("old.docx", "王珂", "info")


def test_without_a_day_the_file_that_was_written_last_is_the_newest(collected, tmp_path):
    files = []
    for name, changed in (("a.docx", 2_000_000_000), ("b.docx", 1_000_000_000)):
        lies = tmp_path / name
        lies.touch()
        os.utime(lies, (changed, changed))
        files.append(form(name, WANG | ({"date": None} if name == "a.docx" else {}), lies=lies))
    assert [one.verdict.path for one in collected(*files, newest=True).forms] == ["a.docx"]


DOUBTS = {"birth": {"state": GIVEN, "text": "八五年六月", "value": None, "error": NOT_UNDERSTOOD},
          "title": {"state": GIVEN, "text": "讲帅", "value": None, "error": NO_OPTION},
          "phone": {"doubts": (Doubt(DIFFERS, "13800000003"),)}}


def test_doubtful_values_are_told_by_file_and_field_and_numbers_are_masked(collected):
    found = collected(form("a.docx", WANG, **DOUBTS))
    assert not found.is_all_good
    assert found.forms[0].status == REVIEW
    assert told(found).splitlines()[1:5] == [
        "? 3 values are to be looked at",
        "    a.docx  出生年月: “八五年六月” is not understood; write a month with its year, such as "
        "2026-03 or 2026年3月",
        "    a.docx  职称: “讲帅” is none of the options; write one of: 未定级、初级、中级、副高级、正高级",
        "    a.docx  联系电话: another place says “138****0003”"]


def test_much_that_is_doubtful_is_told_in_part(collected):
    found = collected(*(form(f"{number}.docx", WANG | {
        "name": f"王{number}", "id_number": None}, birth=DOUBTS["birth"]) for number in range(25)))
    assert "    … and 5 more; the sheet 问题 has them all\n" in told(found)


def test_a_problem_is_told_once_by_its_rule_or_else_by_its_doubt(collected):
    place = answers(KIND, WANG).by_field["birth"].location
    finding = Finding("“出生年月”看不懂", "改成1985年6月", place, "K004", "bad-value", "error")
    found = collected(form("a.docx", WANG, findings=[finding], status=FAIL, **DOUBTS))
    problems = summary_of(found, Path(), date(2026, 4, 1)).problems
    assert [(one.field, one.severity) for one in problems] == [
        ("出生年月", "error"), ("职称", "warning"), ("联系电话", "warning")]
    assert problems[0].what == "“出生年月”看不懂"
    assert "✗ 1 form is to be returned  (why: sheet 问题, or `homeroom check`)\n    a.docx  " in (
        told(found))


def test_who_is_missing_makes_it_not_good(collected):
    found = collected(form("a.docx", WANG), absent=(NotSubmitted("孟禾", "二系", KIND.id, "7",
                                                                KIND.name),))
    assert not found.is_all_good
    absent = summary_of(found, Path(), date(2026, 4, 1)).absent
    assert [(one.name, one.unit, one.number, one.paper) for one in absent] == [
        ("孟禾", "二系", "7", KIND.name)]


def test_a_file_without_a_form_says_why(collected):
    broken = Finding("the file is damaged", "ask for it again", Location(), "F003", "damaged",
                     "error")
    found = collected(judged(None, "x.docx", findings=[broken], status="unreadable"),
                      judged(HOUSE.kind("school-research-plan"), "y.docx", status=FAIL, findings=[
                          Finding("a section is missing", "add it", rule="S001",
                                  severity="error")]))
    assert "    x.docx  the file is damaged\n        mend: ask for it again\n" in told(found)
    assert "    y.docx  it is no form that is filled in: 校本研修计划\n" in told(found)


def test_values_stand_in_full_in_the_workbook_with_where_they_came_from(collected, tmp_path):
    found = collected(form("交/王珂.docx", WANG | {"photo": Picture("照片.png", PNG)}, **DOUBTS))
    assert write_summaries([tmp_path / "汇总.xlsx"], found, HOUSE, force=False)
    book = openpyxl.load_workbook(tmp_path / "汇总.xlsx")
    sheet = book.worksheets[0]
    assert sheet.title == "名班主任工作室主持人申报汇总表"
    row = dict(zip((one.value for one in sheet[3]), sheet[4], strict=True))
    assert row["身份证号"].value == "990101198506150020"
    assert row["联系电话"].comment.text
    assert (row["照片"].value, row["状态"].value) == ("有", "待核对")
    assert "学校意见" not in row
    traced = [[one.value for one in line] for line in book["出处"].iter_rows(min_row=4)]
    assert ["王珂", "身份证号", "990101198506150020", "990101198506150020", "交/王珂.docx",
            "表1第17行第2列", "填写控件", None] in traced


def test_what_cannot_be_written_stops_nothing_else(collected, tmp_path, capsys):
    (tmp_path / "汇总.xlsx").mkdir()
    found = collected(form("a.docx", WANG))
    assert not write_summaries([tmp_path / "汇总.xlsx", tmp_path / "另.xlsx"], found, HOUSE,
                               force=True)
    assert (tmp_path / "另.xlsx").is_file()
    assert "this is a folder" in capsys.readouterr().err


def test_an_input_lies_beside_its_pictures_and_says_what_the_form_said(collected, tmp_path):
    values = WANG | {"photo": Picture("IMG_1.JPG", PNG), "features": "一日常规。\n班级日志：每天。" * 9}
    found = collected(form("a.docx", values), form("b.docx", WANG))
    inputs = FormInputs(Shelf(tmp_path / "表", numbered=True, option="--yaml"))
    for one, written in forms_of(found, Path()):
        inputs.add(one, written)
    assert sorted(one.name for one in (tmp_path / "表").iterdir()) == [
        f"王珂_{KIND.name}-2.yaml", f"王珂_{KIND.name}.yaml", f"王珂_{KIND.name}_照片.png"]
    assert inputs.told() == [f"2 inputs written: {tmp_path / '表'}"]
    plan = load_input(tmp_path / "表" / f"王珂_{KIND.name}.yaml", HOUSE, draft=True)
    assert {name: plan.values[name] for name in values if name != "photo"} == {
        name: value for name, value in values.items() if name != "photo"}
    assert plan.values["photo"].data == PNG


def test_an_input_that_somebody_corrected_is_left_as_it_is(collected, tmp_path):
    found = collected(form("a.docx", WANG))
    there = tmp_path / f"王珂_{KIND.name}.yaml"
    there.write_text("corrected", encoding="utf-8")
    for force, left in ((False, True), (True, False)):
        inputs = FormInputs(Shelf(tmp_path, force, numbered=True, option="--yaml"))
        for one, written in forms_of(found, Path()):
            inputs.add(one, written)
        assert (there.read_text("utf-8") == "corrected", bool(inputs.kept)) == (left, left)


def test_a_picture_that_cannot_be_used_or_was_not_kept_is_still_told(collected, tmp_path):
    found = collected(
        form("a.docx", WANG | {"photo": Picture("照片.emf", b"no picture")}),
        form("b.docx", ZHOU, photo={"state": GIVEN}))
    inputs = FormInputs(Shelf(tmp_path / "表", numbered=True, option="--yaml"))
    for one, written in forms_of(found, Path()):
        inputs.add(one, written)
        assert written.found_in("photo").shown == "有"
    assert [one.read_text("utf-8").count("# 待核对：照片：原件上有图片，没能存下来\n照片:\n")
            for one in (tmp_path / "表").iterdir()] == [1, 1]


def test_pictures_are_laid_aside_and_not_held(collected, tmp_path):
    found = collected(form("a.docx", WANG | {"photo": Picture("照片.png", PNG)}))
    assert found.forms[0].answers.by_field["photo"].value.data == b""
    assert [one.read_bytes() for one in (tmp_path / "aside").iterdir()] == [PNG]
    assert found.forms[0].verdict.answers is None


def filled(path, values, number=0):
    """A form, or a row of a list, as it was taken in."""
    one, = filled_forms(form(path, values), KIND, NOT_NAMED, Path())
    return replace(one, number=number)


def test_a_row_of_a_list_stands_for_no_form():
    """Whatever its file's age: a list of a department is not what the person handed in."""
    whole, row = filled("a.docx", WANG), replace(filled("list.xlsx", WANG, 1), changed=9e9)
    assert newest_of([row, whole]) is whole
    assert newest_of([row]) is row


def test_a_row_of_a_list_that_lacks_something_is_to_be_looked_at():
    assert filled("list.xlsx", {"name": "王珂"}, 1).status == REVIEW
    assert filled("a.docx", {"name": "王珂"}).status == PASS
