"""Records from files as people keep them: what is wrong is told with sheet and cell, all at once, and
nothing is written; a school's own numbers count."""

from __future__ import annotations

import re
import shutil
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from called import called
from generators.documents import generate
from generators.editions import Edition
from plans.errors import UserError
from plans.house import House
from plans.inputs import load_input, plans_of
from plans.kinds import RECORDS
from plans.shares import rounded, show_share
from plans.sources import read_source

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
PLAN = SAMPLES / "research-plan-2014.yaml"
HOUSE = House()


def book(path: Path, sheets: dict[str, list[list[object]]]) -> Path:
    made = Workbook()
    made.remove(made.worksheets[0])
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    made.save(path)
    return path


def report(kind: str, *records: Path, house: House = HOUSE):
    found = plans_of(read_source(PLAN), house, as_kind=house.kind(kind), records=records)
    return [*found]


def faults_of(kind: str, *records: Path) -> list[str]:
    with pytest.raises(UserError) as caught:
        report(kind, *records)
    return [f"{fault.place.cell or fault.place.line}: {fault.what} ({fault.mend})"
            for fault in caught.value.faults]


ATTENDANCE = ["活动", "日期", "学时", "姓名", "出席"]
DAY = date(2014, 3, 14)


@pytest.fixture(scope="module")
def bad(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return book(tmp_path_factory.mktemp("bad") / "记录.xlsx", {
        "培训考勤": [["2014年培训考勤"], ATTENDANCE,
                 ["开班", DAY, 4, "何嘉数", "是"],
                 ["开班", DAY, -4, "何嘉树", "是"],
                 ["开班", date(2015, 3, 14), 4, "孙一诺", "是"],
                 ["议课", DAY, 4, "刘青禾", "是"],
                 ["议课", DAY, 4, "刘青禾", "否"],
                 ["议课", DAY, 4, "陈雨桐", "可能"],
                 ["议课", DAY, 4, None, "是"]],
        "完成情况": [["任务", "完成日期"], ["r99", DAY], ["r01", DAY]],
        "评分记录": [["姓名", "评分人", "项目", "分数", "理由"],
                 ["何嘉树", "德育处", "班会教案", 9, "教案好"],
                 ["何嘉树", "德育处", "班会教安", 1, "教案好"],
                 ["何嘉树", "德育处", "义务劳动", 1, "没有列出的项目"]],
        "成果登记": [["姓名", "指标", "日期"], ["何嘉树", "读书", DAY]],
        "说明": [["这张表不是清单"]]})


def test_what_is_wrong_is_told_with_sheet_and_cell_and_all_at_once(bad: Path) -> None:
    assert faults_of("training-register", bad) == [
        "培训考勤:D3: 何嘉数 is no member of the plan (did you mean 何嘉树?)",
        "培训考勤:C4: 学时: -4 is out of bounds; 0 to 24 are asked for (correct it)",
        "培训考勤:B5: 2015年3月14日 lies outside 2014年3月至12月 (correct the date)",
        f"培训考勤:A7: the same is there twice: 议课、2014年3月14日、刘青禾 (first at {bad}:培训考勤:A6) "
        "(delete one of the two rows)",
        "培训考勤:E8: 出席: 可能 is not understood (write one of: 是、否)",
        "培训考勤:D9: a row of 培训考勤 has no 姓名 (write it, or clear the row)",
        "完成情况:A2: the plan has no task r99 (did you mean r09? if the task was taken out, take this "
        "line out too)",
        "成果登记:B2: 读书 is no target of the plan (correct it, or add it to the plan)",
        "评分记录:D2: 9 points for 班会教案; it may get -2 to 2 (correct the points)",
        "评分记录:C3: there is no item 班会教安 (did you mean 班会教案?)"]


def test_nothing_is_written_of_bad_records(bad: Path, tmp_path: Path) -> None:
    done = called(tmp_path, "generate", PLAN, "--as", "培训登记册", "--records", bad, "-o", tmp_path / "out")
    assert done.returncode == 1
    assert "培训考勤:C4" in done.stderr
    assert not [*(tmp_path / "out").glob("*")]


def test_records_of_another_plan_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "records.yaml"
    path.write_text("kind: records\nof: studio-2026\nexpenses: [{date: 2014-04-01, item: 书, use: "
                    "购书, amount: 30}]\n", "utf-8")
    assert faults_of("expense-report", path) == [
        "2: these are records of studio-2026, and the plan is research-2014 (name the records of "
        "this plan, or correct of:)"]


def test_a_sheet_is_known_by_its_columns_where_its_name_says_nothing(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", {"Sheet1": [ATTENDANCE, ["开班", DAY, 4, "何嘉树", "是"]]})
    row, = report("training-register", path)[0].values["register"]
    assert (row["name"], row["hours"], row["result"]) == ("何嘉树", 4.0, "学时不足")


def test_a_plan_without_records_has_all_tasks_open(tmp_path: Path) -> None:
    with pytest.raises(UserError):
        report("annual-summary")        # the head's own words are missing
    plan, = plans_of(read_source(PLAN), HOUSE, as_kind=HOUSE.kind("annual-summary"), draft=True)
    assert (plan.shown["tasks_all"], plan.shown["tasks_done"]) == ("20项", "0项")
    assert plan.values["late"] == ()


def test_filled_in_forms_are_records_too(tmp_path: Path) -> None:
    sheet = (SAMPLES / "class-score-2026.yaml").read_text("utf-8")
    (tmp_path / "a.yaml").write_text(sheet, "utf-8")
    (tmp_path / "b.yaml").write_text(sheet.replace("四（2）班", "四（3）班"), "utf-8")
    source = tmp_path / "report.yml"
    source.write_text("kind: class-ranking\n学校: 江城市滨河小学\n年度: 2026\n起止月份: 2026-02/2026-07\n"
                      f"records: [{tmp_path}/a.yaml, {tmp_path}/b.yaml]\n", "utf-8")
    rows = load_input(source, HOUSE).values["ranking"]
    assert [(row["rank"], row["name"]) for row in rows] == [(1, "四（2）班"), (1, "四（3）班")]
    assert {row["total"] for row in rows} == {
        sum(float(points) for points in re.findall(r"得分: ([\d.]+)", sheet))}


# A school's own numbers.

def own_house(tmp_path: Path, kind: str, old: str, new: str) -> House:
    folder = tmp_path / "house" / "kinds" / kind
    shutil.copytree(HOUSE.kind(kind).folder, folder)
    text = (folder / "kind.yaml").read_text("utf-8")
    assert old in text
    (folder / "kind.yaml").write_text(text.replace(old, new), "utf-8")
    return House(tmp_path / "house")


ASSESSED = "kind: assessment-summary\n工作室名称: 王珂名班主任工作室\n起止月份: 2026-03/2026-12\n"
RECORDS_2014 = SAMPLES / "records" / "research-2014.yaml"


def test_a_school_that_asks_for_more_hours_passes_fewer(tmp_path: Path) -> None:
    ours = report("training-register", RECORDS_2014)[0].values["register"]
    house = own_house(tmp_path, "training-register", "hours: {under: 30}", "hours: {under: 41}")
    theirs = report("training-register", RECORDS_2014, house=house)[0].values["register"]
    hours = [row["hours"] for row in ours]
    assert hours == [row["hours"] for row in theirs]
    assert [row["result"] for row in theirs] == [
        "学时不足" if row["hours"] < 41 else "合格" if row["exam"] >= 60 else "考核未过" for row in ours]
    assert [row["result"] for row in ours] != [row["result"] for row in theirs]


def test_a_certificate_goes_to_each_who_has_earned_one(tmp_path: Path) -> None:
    """The register says who; a school that changes it there has changed it here too."""
    house = own_house(tmp_path, "training-register", "hours: {under: 30}", "hours: {under: 44}")
    made = report("certificate", RECORDS_2014, house=house)
    assert [(plan.shown["name"], plan.shown["number"]) for plan in made] == [
        ("何嘉树", "1"), ("白晓楠", "2"), ("陈雨桐", "3")]
    assert len(report("certificate", RECORDS_2014)) > 3


def test_who_has_no_mark_has_not_failed(tmp_path: Path) -> None:
    text = re.sub(r".*who: 陈雨桐.*item: 培训考核.*\n", "", RECORDS_2014.read_text("utf-8"))
    (tmp_path / "a.yaml").write_text(text, "utf-8")
    rows = report("training-register", tmp_path / "a.yaml")[0].values["register"]
    assert [(row["result"], row["next"]) for row in rows if row["name"] == "陈雨桐"] == [
        ("待考核", "补考核后再定")]


def test_an_empty_list_is_pointed_out() -> None:
    told = [fault.what for fault in report("expense-report")[0].notices]
    assert told == ["经费支出 has no row: all that is counted of it is 0"]


def test_records_are_met_as_people_write_them(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", {
        "签到表": [["姓 名", "日 期", "培训内容", "学时（节）", "出席情况"],
                ["何 嘉树", "3月14日", "开班", "０．５", "√"], ["孙一诺", "2014.3.14", "开班", "４", "请假"]],
        "月检": [["教师", "检查月份", "检查项目", "数量"], ["刘青禾", "4月", "资源上传", "３"]]})
    plan, = report("attendance", path)
    assert [(row["name"], row["there"], row["hours"]) for row in plan.values["people"]] == [
        ("何嘉树", 1, 0.5), ("孙一诺", 0, 0)]
    months = report("monthly-check-summary", path)[0].values["by_month"]
    assert [str(row["month"]) for row in months if row["all"]] == ["2014-04"]


@pytest.mark.parametrize(("kind", "number"), [
    ("studio-annual-plan", "at_least: 20"), ("training-plan", "at_least: 30"),
    ("training-register", "under: 30"),
    ("attendance", "1/3"), ("host-application", "at_least: 6"), ("homeroom-score", "100"),
    ("studio-scheme", "at_least: 3000"), ("expense-report", "3000"),
    ("training-plan", "3 years"), ("training-plan", "2 years")])
def test_a_number_of_the_sources_stands_in_a_kind(kind: str, number: str) -> None:
    assert number in (HOUSE.kind(kind).folder / "kind.yaml").read_text("utf-8")


def test_points_that_nobody_has_set_are_not_added_up(tmp_path: Path) -> None:
    source = tmp_path / "a.yml"
    source.write_text(ASSESSED, "utf-8")
    with pytest.raises(UserError) as caught:
        load_input(source, HOUSE)
    assert next(fault.what for fault in caught.value.faults).startswith(
        "the points of 29 items are not set: 1-1-1、")


def test_assessors_are_weighed_and_their_spread_is_said(tmp_path: Path) -> None:
    folder = tmp_path / "house" / "kinds" / "studio-assessment"
    shutil.copytree(HOUSE.kind("studio-assessment").folder, folder)
    kind = folder / "kind.yaml"
    text = kind.read_text("utf-8")
    rows = re.findall(r"^      - \[(\d-\d-\d), (.*?), (.*?), (.*)\]$", text, re.MULTILINE)
    for row in rows:
        whole = "[" + ", ".join(row) + "]"
        number, part, item, indicator = row
        text = text.replace(whole, f"{{序号: {number}, 一级指标: {part}, 二级指标: {item}, "
                            f"三级指标: \"{indicator}\", 分值: 4}}")
    kind.write_text(text, "utf-8")
    records = tmp_path / "scores.yaml"
    records.write_text("kind: records\nscores:\n" + "".join(
        f"  - {{who: 王珂名班主任工作室, by: {by}, item: {row[0]}, points: {points}}}\n"
        for row in rows for by, points in (("自评", 4), ("办公室", 3), ("专家甲", 2),
                                           ("专家乙", 3.5))), "utf-8")
    source = tmp_path / "a.yml"
    source.write_text(ASSESSED + "records: scores.yaml\n", "utf-8")
    plan = load_input(source, House(tmp_path / "house"))
    row = plan.values["item_points"][0]
    assert (row["experts"], row["spread"]) == (2.75, 2)
    one = 4 * 0.2 + 3 * 0.3 + 2.75 * 0.5
    assert plan.values["total"] == pytest.approx(29 * one, abs=0.01)


# The workbooks.

def test_a_blank_workbook_of_records_comes_back_as_records(tmp_path: Path) -> None:
    plan = load_input(PLAN, HOUSE, as_kind=HOUSE.kind_for(RECORDS))
    path = tmp_path / "记录.xlsx"
    path.write_bytes(Edition().made(plan, "xlsx").data)
    filled = load_workbook(path)
    sheet = filled["完成情况"]
    rows = {sheet.cell(number, 1).value: number for number in range(4, 30)}
    sheet.cell(rows["r01"], 3).value = date(2014, 3, 14)
    attendance = filled["培训考勤"]
    for at, value in enumerate(["开班", date(2014, 3, 14), 4, "何嘉树", "是"], 1):
        attendance.cell(4, at).value = value
    filled.save(path)
    found, = plans_of(read_source(PLAN), HOUSE, as_kind=HOUSE.kind("annual-summary"), draft=True,
                      records=(path,))
    assert (found.shown["tasks_all"], found.shown["tasks_done"]) == ("20项", "1项")


def test_formulas_of_a_report_come_to_what_the_word_file_says(tmp_path: Path, soffice) -> None:
    """LibreOffice counts them anew; one change in the records changes what follows from it."""
    for kind in ("annual-summary", "homeroom-score"):
        plan = load_input(SAMPLES / f"{kind}-2014.yaml", HOUSE)
        path = tmp_path / f"{kind}.xlsx"
        path.write_bytes(Edition().made(plan, "xlsx").data)
        book_ = load_workbook(path)
        formulas = [(sheet.title, cell.coordinate) for sheet in book_ for row in sheet.iter_rows()
                    for cell in row if cell.data_type == "f"]
        assert len(formulas) > 30
        counted = load_workbook(soffice(path, "xlsx", tmp_path / "out"), data_only=True)
        grounds = {one.label: one for one in plan.grounds}
        for title, place in formulas:
            cell = counted[title][place]
            if title not in grounds:
                continue
            column = grounds[title].columns[cell.column - 1]
            own = grounds[title].rows[cell.row - 4].get(column.name)
            if isinstance(cell.value, int | float):
                assert cell.value == pytest.approx(float(own), abs=1e-6), (title, place)
            else:
                assert (cell.value or "") == (own or ""), (title, place)


def test_the_same_report_gives_the_same_bytes() -> None:
    plan = load_input(SAMPLES / "attendance-2014.yaml", HOUSE)
    assert generate(plan).data == generate(load_input(
        SAMPLES / "attendance-2014.yaml", HOUSE)).data
    assert Edition().made(plan, "xlsx").data == Edition().made(plan, "xlsx").data


def test_hours_of_training_are_counted_from_the_attendance(tmp_path: Path) -> None:
    """The twenty hours of a member stand in the kind of the plan; nobody records them twice."""
    records = tmp_path / "records.yaml"
    records.write_text("kind: records\nattendance:\n" + "".join(
        f"  - {{session: 第{at}次, date: 2026-05-{at:02}, hours: 4, who: {who}, present: {there}}}\n"
        for at in range(1, 7) for who, there in (("陈雨桐", "是"), ("何嘉树", "是" if at < 5 else "否"))
    ), "utf-8")
    plan, = plans_of(read_source(SAMPLES / "studio-plan-2026.yaml"), HOUSE,
                     as_kind=HOUSE.kind("annual-summary"), draft=True, records=(records,))
    duties = next(one for one in plan.grounds if one.name == "duties")
    assert {row["who"]: (int(row["done"]), row["met"]) for row in duties.rows
            if row["target"] == "hours" and row["done"]} == {
        "陈雨桐": (24, True), "何嘉树": (16, False)}


def test_a_table_of_a_report_names_what_it_counts_or_is_told(tmp_path: Path) -> None:
    house = own_house(tmp_path, "training-register", "sum: attendance.hours", "sum: attendence.hour")
    with pytest.raises(UserError) as caught:
        report("training-register", RECORDS_2014, house=house)
    assert [(fault.what, fault.mend) for fault in caught.value.faults] == [(
        "累计学时: there is nothing called attendence to be counted", "did you mean attendance?")]


# What a reader of the change found.

def test_a_certificate_bears_the_name_of_whose_hours_it_says(tmp_path: Path) -> None:
    rows = tmp_path / "names.csv"
    rows.write_text("姓名,学校\n张三,甲校\n", "utf-8")
    done = called(tmp_path, "generate", SAMPLES / "certificate-2014.yaml", "--rows", rows, "-o", "out")
    assert done.returncode == 1
    assert "姓名 are counted for each document, and cannot be given" in done.stderr
    assert not [*(tmp_path / "out").glob("*.docx")]


def test_a_file_that_is_named_twice_counts_once(tmp_path: Path) -> None:
    once = report("expense-report", RECORDS_2014)[0].shown["spent"]
    assert report("expense-report", RECORDS_2014, RECORDS_2014)[0].shown["spent"] == once


def test_each_file_of_records_is_held_against_the_plan(tmp_path: Path) -> None:
    other = tmp_path / "b.yaml"
    other.write_text("kind: records\nof: studio-2026\nexpenses: [{date: 2014-04-01, item: 书, use: "
                     "购书, amount: 30}]\n", "utf-8")
    assert [one.partition(" ")[0] for one in faults_of("expense-report", RECORDS_2014, other)] == ["2:"]


def test_sessions_of_one_name_on_two_days_are_two(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", {"培训考勤": [
        ATTENDANCE, *(["例会", date(2014, month, 14), 2, who, "是"] for month in (3, 4, 5)
                      for who in ("何嘉树", "孙一诺"))]})
    plan, = report("attendance", path)
    assert [(row["session"], row["due"]) for row in plan.values["meetings"]] == [("例会", 2)] * 3


def test_a_task_of_two_owners_is_a_task_of_each(tmp_path: Path) -> None:
    text = PLAN.read_text("utf-8").replace("owner: 林启明, evidence: 半年小结",
                                           "owner: 林启明、苏文婷, evidence: 半年小结")
    (tmp_path / "plan.yaml").write_text(text, "utf-8")
    plan, = plans_of(read_source(tmp_path / "plan.yaml"), HOUSE, draft=True,
                     as_kind=HOUSE.kind("annual-summary"))
    tasks = {row["name"]: row["tasks"] for row in plan.values["by_member"]}
    assert (tasks["林启明"], tasks["苏文婷"]) == (2, 1)


@pytest.mark.parametrize(("part", "of", "shown"), [
    (4, 21, "19%"), (14, 17, "82.4%"), (1999, 2000, "99.9%"), (1, 3, "33.3%"), (3, 3, "100%")])
def test_a_share_is_rounded_once_and_is_not_whole_before_it_is(part: int, of: int,
                                                              shown: str) -> None:
    assert show_share(rounded(Fraction(part, of), 3)) == shown


def test_a_row_without_a_task_is_told_and_no_month_that_cannot_be_read_is_the_same(
        tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", {
        "完成情况": [["任务", "完成日期"], [None, DAY]],
        "月检数据": [["姓名", "月份", "检查项目", "数量"], ["何嘉树", "春天", "资源上传", 1],
                 ["何嘉树", "春天", "资源上传", 2]]})
    told = faults_of("training-register", path)
    assert [one.partition(":")[2].partition(":")[0] for one in told] == ["A2", "B2", "B3"]


def test_what_is_dropped_stands_so_in_a_new_workbook_of_records(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text(PLAN.read_text("utf-8") + (
        "\ndone:\n  - {task: r04, state: dropped, reason: 停电}\n"), "utf-8")
    plan = load_input(tmp_path / "plan.yaml", HOUSE, as_kind=HOUSE.kind_for(RECORDS))
    path = tmp_path / "记录.xlsx"
    path.write_bytes(Edition().made(plan, "xlsx").data)
    found, = plans_of(read_source(tmp_path / "plan.yaml"), HOUSE, draft=True, records=(path,),
                      as_kind=HOUSE.kind("annual-summary"))
    assert found.shown["tasks_dropped"] == "1项"
