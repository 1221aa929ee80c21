"""A document as sentences: each with what stands around it, and the months that it speaks of."""

from __future__ import annotations

import pytest

from checkers.document import Paragraph
from checkers.statements import months_named, statements_in


@pytest.mark.parametrize("text", ["每月一次", "三个月内", "上个月", "月检", "2014年", "二十三月刊"])
def test_what_names_no_month_is_left_alone(text):
    assert months_named(text) == frozenset()


@pytest.mark.parametrize(("text", "months"), [
    ("3月6日和七、八月份", {3, 7, 8}), ("2014年10月、11月份", {10, 11}), ("七月、八月：", {7, 8}),
    ("二〇一四年三月", {3}), ("十二月", {12}), ("6月、10月各一次", {6, 10}), ("03月", {3})])
def test_the_months_that_a_text_names(text, months):
    assert months_named(text) == months


def test_a_sentence_belongs_to_the_month_that_was_named_before_it(outline):
    found = list(statements_in(outline("一、做法", "五月开了会。大家都发了言；六月又开了一次。")))
    assert [(one.text, set(one.months)) for one in found[1:]] == [
        ("五月开了会。", {5}), ("大家都发了言；", {5}), ("六月又开了一次。", {6})]


def test_a_month_cell_counts_for_the_rows_that_it_spans(outline, table):
    found = list(statements_in(outline(table("月份 工作", "三月 计划定稿", "^ 开动员会"))))
    assert next(one for one in found if one.text == "开动员会").months == {3}


def test_a_list_of_contents_says_nothing(outline):
    found = statements_in(outline(Paragraph("师徒结对\t3", paragraph=1, toc=True), "一、做法"))
    assert [one.text for one in found] == ["一、做法"]
