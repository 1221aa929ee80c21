"""Where a remark on a finding goes, in a Word file as it would be handed in."""

from __future__ import annotations

import io

import docx
import pytest

from checkers.anchors import anchor_of
from checkers.case import Demand, case_of
from checkers.places import place_words
from checkers.submission import submission_of
from checkers.verdict import findings_in
from plans.house import House
from plans.periods import period_of

HOUSE = House()
SECTIONS = {"指导思想": "以立德树人为根本。", "工作目标": "全年研读专著两本，写随笔四篇。",
            "工作措施": "每两个月召开一次例会。", "保障措施": "学校安排经费。"}


def lines(*left_out: str, title: str = "江城实验学校2026年班主任工作计划") -> list[str]:
    kept = [(name, text) for name, text in SECTIONS.items() if name not in left_out]
    return [title, *(line for number, (name, text) in zip("一二三四", kept, strict=False)
                     for line in (f"{number}、{name}", text))]


def told(data: bytes, *require: str, kind: str = "", period: str = "") -> dict[str, str]:
    """By rule: the text of the paragraph of the file that a remark is tied to, and the side."""
    case = case_of(submission_of(data, "计划.docx"), Demand(
        HOUSE.topics, (), HOUSE.kind(kind) if kind else None, require,
        period_of(period) if period else None))
    texts = ["".join(run.text for run in one.iter("{*}t"))
             for one in docx.Document(io.BytesIO(data)).element.body.iter("{*}p")]
    found = {}
    for finding in findings_in(case):
        anchor = anchor_of(finding, case)
        place = "全文 " if anchor.of_all else ""
        found[finding.rule] = f"{place}{anchor.side} {texts[int(anchor.spot[0])]}"
    return found


@pytest.mark.parametrize(("missing", "anchor"), [
    ("指导思想", "before 一、工作目标"), ("工作措施", "before 三、保障措施"),
    ("保障措施", "after 三、工作措施")])
def test_a_missing_section_is_tied_to_the_next_else_to_the_one_before(word, missing, anchor):
    assert told(word(*lines(missing)), *SECTIONS) == {"S001": anchor}


def test_of_two_that_are_missing_each_goes_to_what_is_there(word):
    found = told(word(*lines("工作目标", "工作措施")), *SECTIONS)
    assert found == {"S001": "before 二、保障措施"}


def test_where_no_section_is_there_it_is_the_title(word):
    assert told(word("", "江城实验学校2026年班主任工作计划", "我校有班主任四十六人。"), "工作目标") == {
        "S001": "全文 after 江城实验学校2026年班主任工作计划"}


def test_a_section_within_another_is_tied_to_its_sisters_or_to_the_one_above(word):
    within = ("studio-annual-plan", "规章制度")
    text = ["王珂名班主任工作室2026年工作计划", "一、指导思想", "以立德树人为根本，做好班主任的培养。" * 4,
            "二、工作目标与任务", "全年研读专著两本。", "三、工作措施", "每两个月召开一次例会。", "四、规章制度"]
    rules = ["（一）学习活动制度", "每人一学期读书一本。", "（二）课题管理制度", "课题资料专人保管。"]
    assert told(word(*text, *rules), kind=within[0])["S001"].startswith("after （二）课题管理制度")


def test_a_missing_month_goes_after_the_one_before_it(word):
    months = ["三月份：制定计划。", "四月份：主题班会。", "六月份：总结。"]
    assert told(word(*lines(), *months), period="2026-03/2026-06")["M001"] == (
        "after 四月份：主题班会。")
    assert told(word(*lines(), *months[1:2], "五月份：公开课。"), period="2026-03/2026-05")[
        "M001"] == "before 四月份：主题班会。"


def test_of_two_gaps_the_month_is_only_named(word):
    months = ["三月份：制定计划。", "五月份：主题班会。", "七月份：总结。"]
    assert told(word(*lines(), *months), period="2026-03/2026-07")["M001"] == "on 三月份：制定计划。"


def with_table(*rows: tuple[str, ...]) -> bytes:
    file, out = docx.Document(), io.BytesIO()
    for line in lines()[:3]:
        file.add_paragraph(line)
    table = file.add_table(0, len(rows[0]))
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    file.save(out)
    return out.getvalue()


def test_a_month_in_a_table_is_tied_to_its_cell():
    data = with_table(("月份", "工作内容"), ("三月", "制定计划"), ("四月", ""), ("五月", "总结"))
    assert told(data, "指导思想", period="2026-03/2026-05") == {"M004": "on 四月"}


def test_what_only_has_the_number_of_a_row_is_tied_to_the_first_cell_of_it():
    data = with_table(("月份", "任务", "责任人"), ("九月", "迎新", "王珂"), ("十月", "运动会", "李明"))
    assert told(data, kind="task-ledger", period="2026-09/2026-10") == {"T002": "on 月份"}


def test_what_concerns_the_whole_document_is_tied_to_the_title(word):
    data = word(*lines(title="江城实验学校2025年班主任工作计划"))
    assert told(data, "工作目标", period="2026-03/2026-12")["C002"] == (
        "全文 on 江城实验学校2025年班主任工作计划")


@pytest.mark.parametrize(("left_out", "words"), [
    ("指导思想", "before “一、工作目标”"), ("保障措施", "after “三、工作措施”")])
def test_the_place_is_told_in_words_that_stand_there(word, left_out, words):
    case = case_of(submission_of(word(*lines(left_out)), "计划.docx"),
                   Demand(HOUSE.topics, titles=tuple(SECTIONS)))
    finding, = findings_in(case)
    assert place_words(anchor_of(finding, case)) == words
