"""The JSON of check and outline: keys that others rely on."""

import json
import pickle
from collections import Counter
from dataclasses import replace

import pytest

from checkers.as_json import check_json, outline_json, summary_json, verdict_json
from checkers.case import Demand
from checkers.results import results_of
from checkers.submission import Submission, submission_of
from checkers.verdict import judge
from forms.example import example_of
from plans.house import House
from plans.masking import masked_all

PLACE = {"part", "paragraph", "page", "table", "row", "column", "section", "quote"}


@pytest.fixture
def file(check):
    return lambda *lines, **more: verdict_json(check(*lines, **more))


@pytest.fixture
def seen(document, outline):
    def of(*lines):
        return outline_json(Submission("计划.docx", "docx", "docx", "", document(*lines)),
                            outline(*lines))
    return of


def test_a_check_has_its_keys(check, research):
    whole = check_json(results_of([check(*research())]), "1.2.3")
    assert whole.keys() >= {"schema_version", "tool", "files", "not_submitted", "summary"}
    assert (whole["schema_version"], whole["tool"]) == (1, {"name": "homeroom", "version": "1.2.3"})


def test_a_file_has_its_keys(file, research):
    assert file(*research()).keys() >= {
        "path", "sha256", "kind", "kind_source", "status", "coverage", "requirements", "months",
        "months_at", "fields", "findings"}


def test_all_of_it_is_json(check, research):
    whole = check_json(results_of([check(*research(具体目标=None))]), "1")
    assert json.loads(json.dumps(whole)) == whole


def test_a_file_that_was_converted_says_from_what(check, research):
    verdict = check(*research())
    assert verdict_json(verdict)["coverage"]["converted_from"] is None
    assert verdict_json(replace(verdict, converted_from="doc"))["coverage"][
        "converted_from"] == "doc"


def test_a_file_without_kind_has_null(file):
    assert file("通知")["kind"] is None


def test_a_requirement_has_its_keys_and_state(file, research):
    found = {one["id"]: one for one in file(*research(具体目标=None))["requirements"]}
    assert found["具体目标"]["state"] == "missing"
    assert found["指导思想"].keys() >= {"id", "title", "required", "state", "heading", "location"}
    assert (found["指导思想"]["state"], found["指导思想"]["heading"]) == ("met", "一、指导思想")


def test_a_requirement_that_is_met_says_where(file, research):
    where = file(*research())["requirements"][1]["location"]
    assert (where["part"], where["paragraph"], where["section"]) == ("main", 4, "二、总体目标")


def test_the_id_of_a_requirement_is_its_topic_and_not_its_printed_title(file, research):
    assert [one["id"] for one in file(*research())["requirements"]] == [
        "指导思想", "总体目标", "具体目标", "工作措施", "月度安排"]


def test_the_id_of_a_required_title_is_as_given(file):
    found = file("计划", "一、目标", "读书两本。", require=("工作目标",))["requirements"]
    assert [(one["id"], one["state"]) for one in found] == [("工作目标", "met")]


def test_a_finding_has_its_keys(file, research):
    finding = file(*research(具体目标=None))["findings"][0]
    assert finding.keys() >= {"rule", "name", "severity", "message", "fix", "location"}
    assert finding["location"].keys() >= PLACE
    assert (finding["rule"], finding["name"], finding["severity"]) == (
        "S001", "missing-section", "error")


def test_a_finding_quotes_the_words(file, research):
    finding = file(*research(具体目标=[]))["findings"][0]
    assert (finding["location"]["section"], finding["location"]["quote"]) == (
        "三、具体目标", "三、具体目标")


def test_blank_paragraphs_are_counted(file):
    found = file("计划", "", "", "一、指导思想", "", "二、工作目标", "读书。", require=("指导思想",))
    assert found["findings"][0]["location"]["paragraph"] == 4


def test_months_and_their_places_are_told(file, research):
    found = file(*research())
    assert found["months"] == [3, 4, 5]
    assert [(one["year"], one["month"]) for one in found["months_at"]] == [
        (2014, 3), (2014, 4), (2014, 5)]
    assert found["months_at"][0]["location"]["quote"] == "三月份：制定计划。"


def test_a_month_of_a_table_says_which_row(file, research, table):
    lines = research(**{"2014年各月份工作安排": []})
    where = file(*lines, table("月份 工作", "三月 计划", "四月 听课"))["months_at"][1]["location"]
    assert (where["table"], where["row"], where["column"]) == (1, 3, 1)


def test_parts_that_were_read_and_skipped_are_told(file):
    found = file("计划", "附件1", "申报条件", "一、在岗。", skipped=("page 7",))["coverage"]
    assert (found["parts_read"], found["parts_skipped"]) == (["main", "annex-1"], ["page 7"])


def test_the_summary_counts_each_status():
    assert summary_json(Counter({"pass": 2, "unreadable": 1})) == {
        "files": 3, "pass": 2, "fail": 0, "review": 0, "unreadable": 1}


def test_an_outline_has_its_keys(seen, research):
    found = seen(*research())
    assert found.keys() >= {"path", "status", "title", "headings", "months", "months_at", "tables"}
    assert found["headings"][0].keys() >= {
        "level", "number", "title", "text", "run_in", "part", "paragraph", "page"}


def test_a_heading_is_told_as_displayed(seen):
    heading = seen("计划", "一、指导思想：立足本校，一步一步地做。", "二、工作目标：读书两本。")["headings"][0]
    assert {key: heading[key] for key in ("level", "number", "title", "text", "run_in", "part")} == {
        "level": 1, "number": "一", "title": "指导思想", "text": "一、指导思想：", "run_in": True,
        "part": "main"}


def test_titles_of_document_and_annexes_are_no_headings(seen):
    found = seen("建设方案", "一、指导思想", "立足本校。", "附件1", "申报条件", "一、在岗班主任，满六年。")
    assert [one["title"] for one in found["headings"]] == ["指导思想"]


def test_tables_are_counted(seen, table):
    assert seen("计划", table("甲 乙"), "文字", table("丙 丁"))["tables"] == 2


def test_a_file_that_cannot_be_read_has_an_empty_outline():
    found = outline_json(submission_of(b"PK", "坏.docx"), None)
    assert (found["status"], found["headings"], found["path"]) == ("unreadable", [], "坏.docx")


FORM = ("form 姓名*, 人数:integer, 出生年月:month, 日期:date, 证号:id-number, 活动:ticks 听课/读书, "
        "经历:table 起始:month/班级, 备注")


@pytest.fixture
def form():
    """The verdict on a form with one value of each sort."""
    shown = example_of([FORM, "姓名 | 王珂", "人数 | 12人", "出生年月 | 1985年6月",
                        "日期 | 2026年3月20日", "证号 | 990101198506150021", "活动 | ☑听课 ☑读书",
                        "经历 |", "起始 | 班级", "2019年9月 | 1班"])
    return judge(shown.put_into(submission_of(shown.data, "表.docx")),
                 Demand(House().topics, kind=shown.kind))


def test_the_fields_of_a_form_have_value_text_source_and_place(form):
    fields = verdict_json(form)["fields"]
    assert fields["姓名"].keys() >= {"value", "text", "source", "location"}
    assert (fields["姓名"]["value"], fields["姓名"]["source"]) == ("王珂", "table")
    assert fields["姓名"]["location"].keys() >= PLACE
    assert [fields[name]["value"] for name in ("出生年月", "日期", "活动")] == [
        "1985-06", "2026-03-20", ["听课", "读书"]]
    (row,) = fields["经历"]["value"]
    assert (row["起始"]["value"], row["班级"]["text"]) == ("2019-09", "1班")
    assert (fields["备注"]["value"], fields["备注"]["state"], fields["备注"]["location"]) == (
        None, "missing", {})
    assert json.loads(json.dumps(fields)) == fields


def test_a_number_of_a_person_is_hidden_in_all_of_it(form):
    number = "990101198506150021"        # its last digit is wrong, and there is no such region
    assert number in json.dumps(verdict_json(form))
    hidden = verdict_json(masked_all(form))
    assert number not in json.dumps(hidden)
    assert hidden["fields"]["证号"]["text"] == "990***********0021"


def test_the_answers_of_a_form_can_be_sent_to_another_process(form):
    assert pickle.loads(pickle.dumps(form)) == form


def test_a_paper_without_fields_to_show_has_none(file, research):
    assert file(*research())["fields"] == {}
