"""Which kind a document is."""

import pytest

from checkers.controls import Stamp

TEXT = "立足本校实际，把每件小事落到班级里和学生身上，一步一步地做，每月回头看一看。"
STUDIO = ("指导思想", "工作目标", "工作措施", "规章制度")


@pytest.fixture
def kind(check):
    return lambda *lines: check(*lines).kind


def sections(title, *names):
    return [title] * bool(title) + [
        line for number, name in zip("一二三四五六", names, strict=False)
        for line in (f"{number}、{name}", TEXT)]


@pytest.mark.parametrize("lines", [
    sections("2026年教学工作计划", "指导思想", "工作目标", "工作措施"),
    sections("少先队工作计划", *STUDIO),
    sections("学校德育工作计划", "指导思想", "总体目标", "具体目标", "工作措施"),
    sections("", "指导思想", "工作目标", "工作措施"),
    sections("班级工作计划", "班级情况", "工作目标", "工作措施", "每月安排"),
    sections("学校德育工作总结", "主要成绩", "存在问题", "今后打算"),
    sections("校本研修工作总结", "指导思想", "总体目标", "具体目标", "工作措施"),
    sections("名班主任工作室章程", "总则", "工作目标", "工作措施", "规章制度"),
    ["关于上交名班主任工作室工作计划的通知", "各工作室：", "请于3月10日前上交工作计划。", "德育处", "2026年3月1日"],
    ["班主任守则", "一、热爱学生，尊重家长。", "二、按时到会，认真记录。"],
    ["作息时间表", "早读：7:30", "上课：8:00"],
    ["关于召开会议的通知", "一、时间：3月5日", "二、地点：会议室", "三、要求：准时参加"],
], ids=lambda lines: lines[0])
def test_a_document_of_no_kind_is_not_taken_for_one(kind, lines):
    assert kind(*lines) is None


def test_a_document_of_no_kind_is_a_question_and_no_failure(check):
    found = check(*sections("2026年教学工作计划", "指导思想", "工作目标", "工作措施"))
    assert (found.status, [one.rule for one in found.findings]) == ("review", ["F011"])


def test_a_plan_is_known_by_its_title_and_sections(kind):
    assert kind(*sections("王珂名班主任工作室2026年工作计划", *STUDIO)) == "studio-annual-plan"


@pytest.mark.parametrize("left_out", STUDIO)
def test_a_plan_is_known_by_its_title_though_a_section_is_missing(kind, left_out):
    names = [name for name in STUDIO if name != left_out]
    assert kind(*sections("名班主任工作室工作计划", *names)) == "studio-annual-plan"


def test_a_research_plan_is_known_by_its_sections_alone(kind, research):
    assert kind(*research()[1:]) == "school-research-plan"


@pytest.mark.parametrize("left_out", ["指导思想", "总体目标", "具体目标", "措施和方法"])
def test_a_research_plan_without_a_title_is_known_though_a_section_is_missing(
        kind, research, left_out):
    assert kind(*research(**{left_out: None})[1:]) == "school-research-plan"


@pytest.mark.parametrize("title", [
    "江城小学2014年校本研修计划", "校本培训计划", "校本教研计划", "江城小學校本研修工作計畫", "2014年教师研修方案"])
def test_a_research_plan_may_call_itself_otherwise(kind, research, title):
    assert kind(*research(title)) == "school-research-plan"


def test_a_schedule_is_known_by_its_title_and_months(kind):
    assert kind("江城小学2014年各月份工作安排", "三月：计划", "四月：听课", "五月：小结") == "monthly-schedule"


def test_a_table_of_months_under_such_a_title_is_a_schedule(kind, table):
    assert kind("江城小学工作行事历", table("月份 工作", "三月 计划", "四月 听课", "五月 小结")) == (
        "monthly-schedule")


def test_a_kind_that_is_given_is_not_doubted(check):
    found = check("工作计划", "一、指导思想", TEXT, kind="studio-annual-plan")
    assert (found.kind, found.kind_source) == ("studio-annual-plan", "given")


def test_a_kind_that_was_found_says_so(check, research):
    assert check(*research()).kind_source == "detected"


def test_required_titles_alone_switch_kinds_off(check, research):
    found = check(*research(), require=("工作目标",))
    assert (found.kind, found.kind_source) == (None, "none")


FORM = ("姓名 王珂", "出生年月 1985.06", "民族 汉族", "政治面貌 群众", "任教学科 语文", "学历 本科",
        "参加工作时间 2007.8", "职称 中级", "职称取得时间 2015.9", "班主任年限 8", "是否在岗班主任 是",
        "现任班级 3班", "系部 幼教系", "联系电话 13800000001", "身份证号 -", "带班特色 -", "工作室建设设想 -",
        "申报日期 -")


def test_a_form_is_known_by_its_title_or_by_its_labels(kind, table):
    assert kind("名班主任工作室主持人申报表", table(*FORM)) == "host-application"
    assert kind(table(*FORM)) == "host-application"


def test_a_few_labels_that_every_form_has_make_no_kind(kind, table):
    assert kind("学生登记表", table(*FORM[:4])) is None
    assert kind(table("姓名 王珂", "性别 女", "日期 -")) is None


def test_a_form_that_says_what_it_is_is_believed(check, table):
    found = check("登记表", table(*FORM[:4]), stamp=Stamp("reading-note", "1"))
    assert (found.kind, found.kind_source) == ("reading-note", "detected")


def test_what_nobody_knows_is_not_asked_what_it_is(check, table):
    assert check(table(*FORM), stamp=Stamp("no-such-kind")).kind == "host-application"
