"""The forms that come with homeroom: each has a whole sample, tells what is wrong in an input at its
line, and can be read back, for no two cells of it bear the same name."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml

from checkers.case import Demand
from checkers.submission import submission_of
from checkers.verdict import judge
from plans.comparing import compare_form
from plans.errors import Fault, UserError
from plans.field_types import LONG, TABLE
from plans.house import House
from plans.inputs import load_input
from plans.kinds import MUST, PREFER, Condition, Field, Kind
from plans.plan import Plan, rows_of
from plans.schemes import scheme_of
from plans.strips import FIELDS

ROOT = Path(__file__).resolve().parents[1]
SEEDS = ROOT.parent / "shared" / "seeds"
HOUSE = House()
# A report on points that a school has yet to set has no sample: it would be refused.
DRAWN = [kind for kind in HOUSE.kinds if kind.is_drawn
         and not ((scheme := scheme_of(kind, HOUSE)) and scheme.unset)]
FORMS = [kind for kind in DRAWN if kind.family == "form"]
each_form = pytest.mark.parametrize("kind", FORMS, ids=lambda kind: kind.id)
each_drawn = pytest.mark.parametrize("kind", DRAWN, ids=lambda kind: kind.id)


def sample(kind_id: str) -> Path:
    return next((ROOT / "samples").glob(f"{kind_id}-20??.yaml"))


def tables(kind: Kind) -> list[Field]:
    return [one for one in kind.fields if one.type == TABLE]


def condition(kind_id: str, name: str) -> Condition:
    return next(one for one in HOUSE.kind(kind_id).conditions if one.id == name)


@pytest.fixture
def changed(tmp_path: Path) -> Callable[[str, str, str], Path]:
    """The sample of a kind with one piece of it changed, as a file of its own."""
    def changed(kind_id: str, old: str, new: str) -> Path:
        text = sample(kind_id).read_text("utf-8")
        assert text.count(old) == 1
        path = tmp_path / sample(kind_id).name
        path.write_text(text.replace(old, new), "utf-8")
        shutil.copy(ROOT / "samples" / "photo.png", tmp_path)
        return path

    return changed


def faults_in(path: Path, house: House = HOUSE) -> tuple[Fault, ...]:
    with pytest.raises(UserError) as caught:
        load_input(path, house)
    return tuple(caught.value.faults)


def line_of(path: Path, text: str) -> int:
    lines = path.read_text("utf-8").split("\n")
    return next(at for at, line in enumerate(lines, 1) if text in line)


# Samples.

@each_drawn
def test_a_form_has_a_sample_that_loads(kind: Kind) -> None:
    plan = load_input(sample(kind.id), HOUSE)
    assert (plan.kind.id, plan.gaps, plan.notices) == (kind.id, (), ())


@each_form
def test_a_sample_fills_in_all_that_is_asked_of_who_hands_it_in(kind: Kind) -> None:
    plan = load_input(sample(kind.id), HOUSE)
    assert [one.label for one in kind.fields if one.required and one.name not in plan.values] == []


def test_the_sample_of_an_application_meets_every_condition_of_a_number() -> None:
    values = load_input(sample("host-application"), HOUSE).values
    assert values["in_post"] is True
    assert values["homeroom_years"] == 8
    assert all(values[name] for name in (
        "class_honours", "honours", "research", "contests", "student_prizes"))


def test_the_photo_of_the_sample_is_small() -> None:
    assert (ROOT / "samples" / "photo.png").stat().st_size < 3000


# Names.

@each_drawn
def test_no_two_places_of_a_form_bear_the_same_name(kind: Kind) -> None:
    fields = {compare_form(name) for one in kind.fields for name in one.names}
    for table in tables(kind):
        columns = [compare_form(name) for one in table.columns for name in one.names]
        rows = {compare_form(cell) for row in table.fixed for cell in row.values() if cell}
        assert len(columns) == len(set(columns))
        assert fields.isdisjoint(columns)
        assert fields.isdisjoint(rows)
        assert rows.isdisjoint(columns)


@each_form
def test_the_title_of_a_form_is_that_of_no_other_kind(kind: Kind) -> None:
    title = compare_form(load_input(sample(kind.id), HOUSE).title)
    named = [other.id for other in HOUSE.kinds
             if any(compare_form(name) in title for name in (other.name, *other.also))]
    assert named == [kind.id]


@pytest.mark.parametrize("title", [
    "读书笔记评比方案", "班主任成长手册编写方案", "关于建立学员成长档案的意见", "关于征集优秀案例的通知",
    "听课记录检查通报", "师徒结对活动方案"])
def test_a_paper_about_a_form_is_not_taken_for_it(title: str, word) -> None:
    data = word(title, "一、指导思想", "从班级的小事做起。", "二、工作目标", "年底人人有收获。")
    assert judge(submission_of(data, "a.docx"), Demand(HOUSE.topics, HOUSE.kinds)).kind is None


@each_form
def test_a_form_is_known_by_each_of_its_names(kind: Kind, word) -> None:
    for name in (kind.name, *kind.also):
        data = word(name, "填写说明")
        verdict = judge(submission_of(data, "a.docx"), Demand(HOUSE.topics, HOUSE.kinds))
        assert (name, verdict.kind) == (name, kind.id)


# Layouts.

@each_form
def test_a_form_has_room_for_what_it_lays_side_by_side(kind: Kind) -> None:
    for strip in kind.layout:
        beside = [kind.field_called(name) for name in strip.fields] if strip.type == FIELDS else []
        assert len(beside) <= 3
        if len(beside) > 1:
            assert not [one for one in beside if one and one.type in (TABLE, *LONG)]
    assert kind.paper == "landscape" or all(len(one.columns) <= 7 for one in tables(kind))


@each_drawn
def test_the_columns_of_a_table_share_its_width(kind: Kind) -> None:
    for table in tables(kind):
        widths = [one.width for one in table.columns]
        assert not any(widths) or (all(widths) and abs(sum(widths) - 1) < 0.001)


@each_form
def test_who_fills_in_a_form_is_shown_what_to_write(kind: Kind) -> None:
    for one in kind.fields:
        asked = one.columns or (one,)
        assert [each.label for each in asked if not (
            each.example or each.help or each.signed)] == []


# Numbers and duties of the sources.

def test_an_assessment_has_5_parts_15_items_and_29_indicators() -> None:
    rows = HOUSE.kind("studio-assessment").fields
    fixed = next(one for one in rows if one.name == "items").fixed
    assert len({row["part"] for row in fixed}) == 5
    assert len({(row["part"], row["item"]) for row in fixed if row["item"]}) == 15
    assert len(fixed) == len({row["indicator"] for row in fixed}) == 29
    assert len({row["number"] for row in fixed}) == 29
    assert not any(row.get("points") for row in fixed)


@pytest.mark.parametrize(("kind", "name", "column", "at_least"), [
    ("homeroom-score-sheet", "base", "points", 100),
    ("development-plan", "books", "planned", 2), ("development-plan", "hours", "planned", 20),
    ("development-plan", "paper", "planned", 1), ("development-plan", "lecture", "planned", 1),
    ("member-summary", "books", "done", 1), ("member-summary", "notes", "done", 1)])
def test_a_number_of_the_source_is_a_condition_on_a_row(
        kind: str, name: str, column: str, at_least: int) -> None:
    claims = dict(condition(kind, name).where)
    assert claims[column].at_least == str(at_least)


def test_the_rows_that_conditions_speak_of_are_there() -> None:
    for kind in FORMS:
        for one in kind.conditions:
            table = kind.field_called(one.field)
            if table and table.fixed:
                words = {word for _column, claim in one.where for word in claim.any_of}
                assert words <= {cell for row in table.fixed for cell in row.values()}


def test_each_of_the_six_conditions_of_a_host_has_a_field() -> None:
    levels = {one.id: one.level for one in HOUSE.kind("host-application").conditions}
    assert levels == {
        "in-post": MUST, "years": MUST, "title": MUST, "features": MUST, "contests": PREFER,
        "class-honours": PREFER, "honours": PREFER, "research": PREFER, "student-prizes": PREFER,
        "vision": MUST}
    assert condition("host-application", "years").claim.at_least == "6"
    assert condition("host-application", "title").claim.at_least == "中级"
    assert {condition("host-application", one).years for one in ("contests", "research")} == {5}


def test_seven_ways_of_judging_can_be_named() -> None:
    entries = HOUSE.kind("homeroom-score-sheet").field_called("entries")
    way = entries.column_called("way") if entries else None
    assert way
    assert [one.name for one in way.options] == [
        "看材料", "看现场", "看活动", "听课", "座谈会", "问卷调查", "监督岗检查", "其他"]


def test_a_month_is_checked_by_six_counts_on_platforms_that_are_data() -> None:
    items = HOUSE.kind("monthly-check").field_called("items")
    assert items
    assert len(items.fixed) == 6
    assert all(row["platform"] for row in items.fixed)


def test_an_agreement_says_what_both_sides_do() -> None:
    duties = HOUSE.kind("member-agreement").field_called("duties")
    assert duties
    assert {row["side"] for row in duties.fixed} == {"主持人", "学员"}
    amounts = "；".join(row["amount"] for row in duties.fixed)
    assert all(one in amounts for one in ("三分之一", "20课时", "10节"))


# Sums.

def scored(path: Path, tmp_path: Path, points: float) -> Path:
    """An assessment in which every indicator has `points` from the studio itself."""
    values = yaml.safe_load(path.read_text("utf-8"))
    for row in values["考核指标"]:
        row["自评"] = points
    scored = tmp_path / "scored.yaml"
    scored.write_text(yaml.safe_dump(values, allow_unicode=True, sort_keys=False), "utf-8")
    return scored


@pytest.fixture
def with_points(tmp_path: Path) -> House:
    """A school that has set 4 points for every indicator."""
    folder = tmp_path / "house" / "kinds" / "studio-assessment"
    shutil.copytree(HOUSE.kind("studio-assessment").folder, folder)
    path = folder / "kind.yaml"
    values = yaml.safe_load(path.read_text("utf-8"))
    items = next(one for one in values["fields"] if one["name"] == "items")
    names = [one["name"] for one in items["columns"]]
    items["fixed"] = [dict(zip(names, row, strict=False)) | {"points": 4}
                      for row in items["fixed"]]
    path.write_text(yaml.safe_dump(values, allow_unicode=True, sort_keys=False), "utf-8")
    return House(tmp_path / "house")


def total(plan: Plan) -> object:
    return plan.values.get("self_total")


def test_no_total_is_made_of_points_that_nobody_has_set(tmp_path: Path) -> None:
    assert total(load_input(scored(sample("studio-assessment"), tmp_path, 3.5), HOUSE)) is None


def test_a_total_of_points_that_nobody_has_set_is_refused(changed) -> None:
    path = changed("studio-assessment", "自评说明:", "自评总分: 88\n自评说明:")
    assert [one.place.line for one in faults_in(path)] == [line_of(path, "自评总分")]


def test_a_total_is_made_once_a_school_has_set_the_points(
        with_points: House, tmp_path: Path) -> None:
    plan = load_input(scored(sample("studio-assessment"), tmp_path, 3.5), with_points)
    assert total(plan) == 101.5


def test_a_score_over_its_points_is_told(with_points: House, tmp_path: Path) -> None:
    path = scored(sample("studio-assessment"), tmp_path, 4.5)
    faults = faults_in(path, with_points)
    assert len(faults) == 29
    assert "自评" in faults[0].what


def test_the_base_and_what_is_won_and_lost_make_a_score() -> None:
    values = load_input(sample("homeroom-score-sheet"), HOUSE).values
    points = [row["points"] for row in rows_of(values["entries"])]
    assert points[0] == 100
    assert values["total"] == sum(one for one in points if isinstance(one, float)) == 105


# What is wrong is told where it stands.

WRONG = [
    ("class-score", "得分: 9.5, 评分依据: 查班委会记录", "得分: 10.5, 评分依据: 查班委会记录", "  - {序号: 1,"),
    ("class-score", "序号: 10,", "序号: 11,", "  - {序号: 1,"),
    ("class-score", "评选结果: 校级先进班集体", "评选结果: 特等奖", "评选结果:"),
    ("monthly-check", "检查项目: 资料转藏", "检查项目: 直播", "检查项目: 馆友往来"),
    ("monthly-check", "数量: 12", "数量: 十来篇", "数量: 十来篇"),
    ("development-plan", "任务: 参加培训", "任务: 参加旅游", "任务: 研读专著"),
    ("homeroom-score-sheet", "评比方法: 看现场", "评比方法: 看电视", "评比方法: 看电视"),
    ("homeroom-score-sheet", "评分日期: 2026-06-26", "评分日期: 2026-06-31", "评分日期:"),
    ("activity-record", "出勤: 迟到", "出勤: 路过", "出勤: 路过"),
    ("activity-record", "活动课时: 4", "活动课时: 400", "活动课时:"),
    ("member-summary", "缺席次数: 1", "缺席次数: -1", "缺席次数:"),
    ("growth-record", "身份: 学员", "身份: 校长", "身份:"),
    ("mentor-agreement", "由谁做: 师傅", "由谁做: 大家", "由谁做: 大家"),
    ("case-study", "是否本人写成: 是", "是否本人写成: 也许", "是否本人写成:"),
    ("member-agreement", "学员电话: 13800000002", "学员电话: 1380000000", "学员电话:"),
    ("host-application", "99010119840312003X", "990101198403120031", "身份证号:"),
    ("host-application", "本人角色: 主持", "本人角色: 听说", "本人角色: 听说"),
    ("host-application", "photo.png", "没有.png", "照片:"),
    ("reading-note", "类别: 班主任工作", "类别: 小说", "类别:"),
    ("lesson-observation", "用时: 12", "用时: 一会儿", "用时: 一会儿"),
    ("studio-assessment", "序号: 3-2-2", "序号: 9-9-9", "序号: 1-1-1"),
]


@pytest.mark.parametrize(("kind_id", "old", "new", "where"), WRONG)
def test_what_is_wrong_is_told_at_its_line(
        kind_id: str, old: str, new: str, where: str, changed) -> None:
    path = changed(kind_id, old, new)
    assert [one.place.line for one in faults_in(path)] == [line_of(path, where)]


@pytest.mark.parametrize(("kind_id", "label"), [
    ("case-study", "案例评析"), ("reading-note", "读书体会"), ("activity-record", "活动过程"),
    ("host-application", "带班特色"), ("member-summary", "主要工作与收获")])
def test_a_text_that_says_next_to_nothing_is_told(kind_id: str, label: str, tmp_path: Path) -> None:
    values = yaml.safe_load(sample(kind_id).read_text("utf-8"))
    path = tmp_path / "short.yaml"
    shutil.copy(ROOT / "samples" / "photo.png", tmp_path)
    path.write_text(yaml.safe_dump(values | {label: "做得很好。"}, allow_unicode=True), "utf-8")
    assert [one.place.line for one in faults_in(path)] == [line_of(path, f"{label}:")]


# Our own words.

def clauses(value: object) -> Iterator[str]:
    """What stands between marks in every text of a YAML file, names included, for comparison."""
    if isinstance(value, dict):
        for key, one in value.items():
            yield from clauses(str(key))
            yield from clauses(one)
    elif isinstance(value, list):
        for one in value:
            yield from clauses(one)
    else:
        yield from (compare_form(one) for one in re.split(r"[，。；：、！？“”（）\n{}]", str(value)))


@pytest.mark.skipif(not SEEDS.is_dir(), reason=(
    "the five source texts are not ours to publish and are not beside this checkout"
    + (", nor does CI have them" if os.environ.get("CI") else f" ({SEEDS})")))
@each_drawn
def test_no_sentence_of_a_form_is_taken_from_the_sources(kind: Kind) -> None:
    sources = [compare_form(path.read_text("utf-8")) for path in sorted(SEEDS.glob("*.txt"))]
    assert sources
    for path in (kind.folder / "kind.yaml", sample(kind.id)):
        assert [one for one in clauses(yaml.safe_load(path.read_text("utf-8")))
                if len(one) >= 12 and any(one in source for source in sources)] == []
