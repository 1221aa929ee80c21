"""Whether values meet the conditions of a kind."""

from __future__ import annotations

from datetime import date

import pytest

from plans.conditions import MET, NOT_MET, UNKNOWN, evaluate, preferred
from plans.house import House
from plans.kinds import Claim, Condition
from plans.periods import Month

KIND = House().kind("host-application")
BY_ID = {one.id: one for one in KIND.conditions}
DAY = date(2026, 3, 20)


def contest(year: int, month: int, level: str = "市级", **more: object) -> dict[str, object]:
    return {"date": Month(year, month), "what": "班主任能力比赛", "level": level, "prize": "一等奖",
            **more}


def state(name: str, **values: object) -> str:
    return evaluate(KIND, BY_ID[name], values).state


@pytest.mark.parametrize(("name", "values", "said"), [
    ("years", {"homeroom_years": 6}, MET),
    ("years", {"homeroom_years": 5}, NOT_MET),
    ("years", {"homeroom_years": 0}, NOT_MET),
    ("years", {}, UNKNOWN),
    ("title", {"title": "中级"}, MET),
    ("title", {"title": "正高级"}, MET),
    ("title", {"title": "初级"}, NOT_MET),
    ("title", {"title": "未定级"}, NOT_MET),
    ("title", {"title": "特级"}, UNKNOWN),
    ("in-post", {"in_post": True}, MET),
    ("in-post", {"in_post": False}, NOT_MET),
    ("in-post", {}, UNKNOWN),
    ("vision", {"vision": "带一支队伍。"}, MET),
    ("vision", {}, UNKNOWN),
    ("contests", {"contests": (contest(2024, 11),), "date": DAY}, MET),
    ("contests", {"contests": (contest(2021, 3),), "date": DAY}, MET),
    ("contests", {"contests": (contest(2021, 2),), "date": DAY}, NOT_MET),
    ("contests", {"contests": (contest(2026, 3),), "date": DAY}, MET),
    ("contests", {"contests": (contest(2026, 4),), "date": DAY}, UNKNOWN),
    ("contests", {"contests": (contest(2024, 11, "校级"),), "date": DAY}, NOT_MET),
    ("contests", {"contests": (contest(2019, 1), contest(2024, 11, "国家级")), "date": DAY}, MET),
    ("contests", {"contests": (contest(2024, 11),)}, UNKNOWN),
    ("contests", {"contests": (contest(2024, 11, "校级"),)}, NOT_MET),
    ("contests", {"contests": ({"what": "比赛", "level": "市级", "prize": "一等奖"},),
                  "date": DAY}, UNKNOWN),
    ("contests", {"contests": ({"what": "比赛", "level": "市级", "prize": "一等奖"},
                               contest(2025, 1)), "date": DAY}, MET),
    ("contests", {"contests": (), "date": DAY}, NOT_MET),
    ("contests", {"date": DAY}, UNKNOWN),
    ("class-honours", {"class_honours": ({"what": "市先进班集体", "level": "市级"},)}, MET),
    ("class-honours", {"class_honours": ({"what": "先进 班集体", "level": "省级"},)}, MET),
    ("class-honours", {"class_honours": ({"what": "卫生班级", "level": "市级"},)}, NOT_MET),
    ("class-honours", {"class_honours": ({"what": "先进班集体"},)}, UNKNOWN),
])
def test_a_condition_is_judged_by_what_is_known(name: str, values: dict[str, object],
                                                said: str) -> None:
    assert state(name, **values) == said


@pytest.mark.parametrize(("value", "said"), [
    (2021, UNKNOWN), (2022, MET), (2020, NOT_MET), (date(2021, 3, 1), MET),
    (date(2021, 2, 28), NOT_MET)])
def test_a_year_alone_counts_where_all_of_it_does(value: object, said: str) -> None:
    row = contest(2024, 1) | {"date": value}
    assert state("contests", contests=(row,), date=DAY) == said


def test_the_claim_on_a_table_is_how_many_rows_there_are() -> None:
    two = Condition("two", "student_prizes", "两项", "must", Claim("2"))
    rows = ({"what": "技能大赛"}, {"what": "歌咏比赛"})
    assert evaluate(KIND, two, {"student_prizes": rows}).state == MET
    assert evaluate(KIND, two, {"student_prizes": rows[:1]}).state == NOT_MET


def test_another_name_of_an_option_is_that_option() -> None:
    party = Condition("party", "party", "中共党员", "must", Claim(any_of=("党员",)))
    assert evaluate(KIND, party, {"party": "中共党员"}).state == MET
    assert evaluate(KIND, party, {"party": "群众"}).state == NOT_MET


@pytest.mark.parametrize(("name", "values", "seen"), [
    ("years", {"homeroom_years": 5}, "班主任年限: 5年"),
    ("title", {"title": "初级"}, "职称: 初级"),
    ("in-post", {"in_post": False}, "是否在岗班主任: 否"),
    ("contests", {"contests": (contest(2019, 1), contest(2018, 1)), "date": DAY},
     "能力比赛: 0 of 2 rows count, from 2021-3 on"),
    ("class-honours", {"class_honours": ()}, "所带班级荣誉: nothing is listed"),
])
def test_what_the_form_says_is_told(name: str, values: dict[str, object], seen: str) -> None:
    assert evaluate(KIND, BY_ID[name], values).seen == seen


def test_preferences_that_are_met_are_told_in_the_words_of_the_kind() -> None:
    values = {"contests": (contest(2024, 11),), "honours": ({"what": "优秀班主任", "level": "校级"},),
              "class_honours": ({"what": "先进班集体", "level": "市级"},), "date": DAY}
    assert preferred(KIND, values) == (
        "近五年班主任能力比赛获市级以上奖项", "所带班级获市级以上先进班集体或优秀团支部")


def test_years_before_all_time_that_is_counted_break_nothing():
    assert evaluate(KIND, BY_ID["contests"], {
        "contests": (contest(1901, 2),), "date": date(1902, 1, 1)}).state == MET
