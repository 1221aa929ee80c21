"""Summaries that people wrote for the sample plans, with what they say of each thing planned:
spoken, partly or not. tests/tracing/*.txt: the plan, a line for each thing planned (its label and
how it begins), a blank line, the summary; cells of a table are parted by " | "."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkers.document import Cell, Paragraph, Reading, Table
from checkers.outline import Outline, outline_of
from checkers.parts import document_of
from checkers.tracing import NOT_SPOKEN, SPOKEN, UNSURE, Traced, traced
from plans.house import House
from plans.inputs import load_input
from plans.periods import Month
from plans.planned import Planned, planned_in
from plans.tracing_words import tracing_words

HOUSE = House()
WORDS = tracing_words(HOUSE)
TESTS = Path(__file__).parents[1]
SUMMARIES = sorted(path.stem for path in (TESTS / "tracing").glob("*.txt"))


def outline_of_text(text: str) -> Outline:
    blocks: list[Paragraph | Table] = []
    rows: list[list[str]] = []
    count = tables = 0
    for line in [*text.strip().split("\n"), ""]:
        if " | " in f"{line} ":
            rows.append([cell.strip() for cell in line.split("|")])
            continue
        if rows:
            tables += 1
            blocks.append(Table(tuple(
                tuple(Cell(row, column, 1, (Paragraph(cell, table=tables, row=row, column=column),))
                      for column, cell in enumerate(cells, 1))
                for row, cells in enumerate(rows, 1)), table=tables))
            rows = []
        count += 1
        blocks.append(Paragraph(line, paragraph=count))
    return outline_of(document_of(Reading(tuple(blocks))), HOUSE.topics)


@cache
def planned_for(sample: str) -> tuple[Planned, ...]:
    return planned_in(load_input(TESTS.parent / "samples" / f"{sample}.yaml", HOUSE))


@cache
def labelled(name: str) -> tuple[tuple[str, Traced], ...]:
    """Each thing planned as the program sees it, with the label that a person gave it."""
    head, _blank, text = (TESTS / "tracing" / f"{name}.txt").read_text("utf-8").partition("\n\n")
    plan, *lines = head.split("\n")
    labels = [tuple(line.split(" ", 1)) for line in lines]
    found = traced(planned_for(plan.removeprefix("plan ")), outline_of_text(text), WORDS)
    return tuple((next(label for label, start in labels if one.planned.text.startswith(start)), one)
                 for one in found)


@pytest.mark.parametrize("name", SUMMARIES)
def test_what_is_spoken_of_is_never_said_not_to_be(name):
    assert [one.planned.text for label, one in labelled(name)
            if label == "spoken" and one.state == NOT_SPOKEN] == []


@pytest.mark.parametrize("name", SUMMARIES)
def test_what_is_not_spoken_of_is_never_passed_in_silence(name):
    assert [one.planned.text for label, one in labelled(name)
            if label == "not" and one.state == SPOKEN] == []


def test_most_is_said_without_a_question():
    seen = Counter((label, one.state) for name in SUMMARIES for label, one in labelled(name))
    assert sum(seen.values()) == 222
    assert seen["spoken", UNSURE] <= 30
    assert seen["not", NOT_SPOKEN] >= 25
    assert seen["partly", NOT_SPOKEN] <= 1


def test_a_plan_of_other_things_is_not_taken_for_this_one():
    other = traced(planned_for("studio-plan-2026"), outline_of_text(
        (TESTS / "tracing" / "research-terse.txt").read_text("utf-8").partition("\n\n")[2]), WORDS)
    assert [one.planned.text for one in other if one.state == SPOKEN] == []


def test_a_question_names_the_statement_that_it_is_about():
    asked = {one.planned.text: one for _label, one in labelled("studio-terse")}
    found = asked["子课题认领，成员交研究提纲"]
    assert found.nearest is not None
    assert "子课题研究提纲没有交齐" in found.nearest.text


@given(st.text("听评课计划月研修备，。（：教师各组", min_size=1, max_size=30))
def test_a_summary_that_repeats_the_plan_speaks_of_it(task):
    found, = traced([Planned("", task, month=Month(2026, 3))],
                    outline_of_text(f"工作总结\n\n{task}"), WORDS)
    assert found.state == SPOKEN


def test_a_document_that_says_nothing_speaks_of_nothing():
    found, = traced([Planned("", "召开全校动员会")], outline_of_text(""), WORDS)
    assert (found.state, found.nearest) == (NOT_SPOKEN, None)


def test_a_task_of_nothing_but_empty_words_is_not_asked_for():
    found, = traced([Planned("", "开展活动")], outline_of_text("工作总结\n一、做法"), WORDS)
    assert found.state == SPOKEN
