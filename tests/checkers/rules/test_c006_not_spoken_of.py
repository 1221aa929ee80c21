from __future__ import annotations

import pytest

from checkers.case import Demand
from checkers.submission import Submission
from checkers.verdict import judge
from plans.house import House
from plans.periods import Month
from plans.planned import TARGET, Planned
from plans.tracing_words import tracing_words

HOUSE = House()
WORDS = tracing_words(HOUSE)
OPEN_DAY = Planned("r07", "开放周：各教研组各上一节公开课，欢迎家长听课", month=Month(2014, 10))
MENTORS = Planned("", "新教师亮相课，师徒结对", month=Month(2014, 9))
MEETING = Planned("t20", "工作室例会")
LESSONS = Planned("open-lesson", "组内公开课", TARGET, None, "每月不少于1节", "节", "教研组")
TITLE = "江城实验学校2014年校本研修工作总结"


@pytest.fixture
def judged(document):
    """The verdict on a summary of these blocks, and its C006."""
    def of(planned, *blocks, **more):
        verdict = judge(
            Submission("总结.docx", "docx", "docx", "0" * 64, document(TITLE, *blocks, **more)),
            Demand(HOUSE.topics, HOUSE.kinds, planned=planned, words=WORDS))
        return verdict, [one for one in verdict.findings if one.rule == "C006"]
    return of


def test_nothing_is_asked_without_a_plan(judged):
    assert judged((), "十月份请家长进课堂听课。")[1] == []


def test_what_is_said_in_other_words_is_spoken_of(judged):
    verdict, found = judged((OPEN_DAY,), "10月举办教学开放周，各教研组都拿出一节公开课，家长来听课的有上百人。")
    assert found == []
    assert verdict.status == "pass"


def test_a_row_of_a_table_speaks_of_it(judged, table):
    assert judged((MENTORS,), table("月份 工作", "九月 新教师上亮相课，结成师徒五对"))[1] == []


def test_a_target_that_was_missed_is_spoken_of(judged):
    assert judged((LESSONS,), "全年只上了三节组内公开课。")[1] == []


def test_what_is_not_spoken_of_is_a_note_that_leaves_the_file_pass(judged):
    verdict, (task, repeated, target) = judged(
        (MENTORS, MEETING, LESSONS), "五月请教研员来校指导，六月抽查笔记。")
    assert "“新教师亮相课，师徒结对”, planned for 九月" in task.message
    assert repeated.message == "nothing is said of the task “工作室例会”"
    assert target.message == "nothing is said of the target “组内公开课” (教研组 每月不少于1节)"
    assert task.severity == "warning"
    assert verdict.status == "pass"


def test_what_may_be_it_is_asked_about_where_it_stands(judged):
    verdict, (asked,) = judged((OPEN_DAY,), "一、做法", "各组都上了课。十月请家长来听课。")
    assert asked.message == f"is this the task “{OPEN_DAY.text}”, planned for 十月?"
    assert asked.location.section == "一、做法"
    assert asked.location.quote == "十月请家长来听课。"
    assert verdict.status == "review"


def test_what_stands_where_nobody_could_read_is_not_said_to_be_left_out(judged):
    _verdict, (asked,) = judged((MENTORS,), "五月请教研员来校指导。", skipped=("annex-1",))
    assert "was not found in what could be read" in asked.message
    assert asked.review


def test_a_file_of_another_school_year_is_told_nothing_more(judged):
    assert len(judged((MENTORS,), "二〇一六年请教研员来校。")[1]) == 1
