"""Rosters as offices keep them: tables with titles and merged cells, lists in YAML."""

from __future__ import annotations

import openpyxl
import pytest

from plans.errors import UserError
from plans.house import House
from plans.roster import read_roster


@pytest.fixture
def read(tmp_path):
    """The roster in a file that holds this text: each as name, unit, id and kinds that are due."""
    def of(text, name="名单.csv", encoding="utf-8"):
        path = tmp_path / name
        path.write_text(text, encoding=encoding)
        return shown(read_roster(path, House()))
    return of


def shown(roster):
    return [(one.name, one.unit, one.id, *(kind.id for kind in one.due))
            for one in roster.submitters]


@pytest.fixture
def faults(read):
    """What is wrong with a roster: place behind the file's name, and what is said of it."""
    def of(text, name="名单.csv"):
        with pytest.raises(UserError) as caught:
            read(text, name)
        return [(str(one.place).rpartition(name)[2], one.what) for one in caught.value.faults]
    return of


def test_a_table_of_names_is_a_roster(read):
    assert read("姓名\n王珂\n李明\n") == [("王珂", "", ""), ("李明", "", "")]


def test_columns_go_by_many_names(read):
    assert read("序号,教师姓名,所在学校,工号\n1,王珂,江城实验学校,T001\n") == [
        ("王珂", "江城实验学校", "T001")]


def test_a_number_in_a_list_is_nobodys_number(read):
    assert read("序号,姓名\n1,王珂\n") == [("王珂", "", "")]


def test_of_two_columns_of_one_meaning_the_plainer_counts(read):
    assert read("部门,单位,姓名\n德育处,江城实验学校,王珂\n") == [("王珂", "江城实验学校", "")]


def test_units_may_hand_in_themselves(read):
    assert read("单位,应交\n江城市第一中学,校本研修计划\n") == [
        ("", "江城市第一中学", "", "school-research-plan")]


@pytest.mark.parametrize("due", ["school-research-plan、studio-annual-plan",
                                 "校本研修计划;名班主任工作室工作计划", "校本研修計劃/名班主任工作室工作计划"])
def test_what_is_due_is_told_by_ids_or_names(read, due):
    assert read(f"姓名,应交\n王珂,{due}\n") == [
        ("王珂", "", "", "school-research-plan", "studio-annual-plan")]


def test_blank_rows_totals_and_remarks_are_nobody(read):
    assert read("姓名,单位\n王珂,一中\n,\n合计：1人,\n填表人：李明,\n") == [("王珂", "一中", "")]


def test_a_name_may_be_one_of_the_words_of_a_total(read):
    assert read("姓名,单位\n合计,一中\n") == [("合计", "一中", "")]


def test_blanks_within_a_name_do_not_matter(read):
    assert read("姓名\n王 珂\n王　珂然\n") == [("王 珂", "", ""), ("王 珂然", "", "")]


def test_two_of_one_name_are_told_apart_by_unit_or_number(read):
    assert len(read("姓名,单位,编号\n王珂,一中,\n王珂,二中,\n李明,一中,001\n李明,一中,002\n")) == 4


def test_who_has_a_row_for_each_paper_is_one(read):
    assert read("姓名,应交\n王珂,校本研修计划\n李明,校本研修计划\n王珂,各月份工作安排\n") == [
        ("王珂", "", "", "school-research-plan", "monthly-schedule"),
        ("李明", "", "", "school-research-plan")]


def test_a_workbook_with_a_title_and_merged_cells_is_read(tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (["2026年材料提交名单"], [], ["单位", "姓名"], ["一中", "王珂"], [None, "李明"]):
        sheet.append(row)
    sheet.merge_cells("A4:A5")
    book.save(tmp_path / "名单.xlsx")
    assert shown(read_roster(tmp_path / "名单.xlsx", House())) == [
        ("王珂", "一中", ""), ("李明", "一中", "")]


def test_a_table_in_gbk_is_read(read):
    assert read("姓名,单位\n王珂,一中\n", encoding="gbk") == [("王珂", "一中", "")]


@pytest.mark.parametrize("text", [
    "- 王珂\n- {姓名: 李明, 单位: 一中}\n", "名单:\n  - 王珂\n  - {name: 李明, unit: 一中}\n",
    "名单：\n  - 姓名：王珂\n  - 姓名：李明\n    单位：一中\n"])
def test_a_list_in_yaml_is_a_roster(read, text):
    assert read(text, "名单.yaml") == [("王珂", "", ""), ("李明", "一中", "")]


def test_what_is_due_may_be_a_list_in_yaml(read):
    text = "- {姓名: 王珂, 编号: 001, 应交: [校本研修计划, monthly-schedule]}\n"
    assert read(text, "名单.yaml") == [
        ("王珂", "", "001", "school-research-plan", "monthly-schedule")]


# What is wrong.

def test_a_roster_without_names_or_units_is_told_at_its_header(faults):
    assert faults("学科,年级组长\n语文,李明\n") == [(":1:1", "the roster has no column 姓名")]


def test_who_is_there_twice_is_told_at_the_second_row(faults):
    assert faults("姓名,单位\n王珂,一中\n李明,\n王 珂,一中\n") == [
        (":4:1", "王 珂（一中） is on the roster twice (first at 2)")]


def test_the_same_paper_twice_is_somebody_twice(faults):
    assert [place for place, _what in faults("姓名,应交\n王珂,校本研修计划\n王珂,校本研修计划\n")] == [
        ":3:1"]


def test_a_number_of_two_people_is_told(faults):
    assert faults("姓名,编号\n王珂,0012\n李明,0012\n") == [
        (":3:1", "李明 has the same number as 王珂 (at 2)")]


def test_a_kind_that_is_none_is_told_at_its_cell(faults):
    assert faults("姓名,应交\n王珂,校本研修计化、照片\n") == [
        (":2:2", "there is no kind 校本研修计化"), (":2:2", "there is no kind 照片")]


def test_a_row_of_nobody_is_told(faults):
    assert faults("姓名,编号\n王珂,001\n,002\n") == [(":3:2", "the row names nobody")]


def test_a_workbook_is_told_by_sheet_and_cell(tmp_path):
    book = openpyxl.Workbook()
    book.active.title = "教师"
    for row in (["姓名", "单位"], ["王珂", "一中"], ["王珂", "一中"]):
        book.active.append(row)
    book.save(tmp_path / "名单.xlsx")
    with pytest.raises(UserError) as caught:
        read_roster(tmp_path / "名单.xlsx", House())
    assert str(caught.value).startswith(f"{tmp_path / '名单.xlsx'}:教师:A3: 王珂（一中） is on the "
                                        "roster twice (first at 教师:A2)")


@pytest.mark.parametrize(("text", "what"), [
    ("a: 1\n", "the roster has no list"), ("- [王珂]\n", "a list within the list"),
    ("- {姓明: 王珂}\n", "unknown name 姓明 in 名单"), ("名单: []\n", "the roster names nobody")])
def test_yaml_that_is_no_roster_says_why(faults, text, what):
    assert [one for _place, one in faults(text, "名单.yaml")] == [what]


def test_a_school_may_call_its_columns_otherwise(tmp_path):
    (tmp_path / "roster.yaml").write_text("name: [带班老师]\n", encoding="utf-8")
    (tmp_path / "a.csv").write_text("带班老师\n王珂\n", encoding="utf-8")
    assert shown(read_roster(tmp_path / "a.csv", House(tmp_path))) == [("王珂", "", "")]
