"""S010: sections below the least that a kind asks for."""

import pytest

LONG = "以班主任专业成长为宗旨，立足本校实际，一步一步地做，把每件小事落到班级里和学生身上，让新手少走弯路，让老手有路可走，年底看得见变化。"


@pytest.mark.parametrize("text", [LONG, f"{LONG[:40]}\n{LONG[40:]}"])
def test_a_section_that_is_long_enough_is_let_be(said, research, text):
    assert "S010" not in said(*research(指导思想=text.split("\n")), kind="school-research-plan")


def test_without_a_kind_nothing_is_measured(said, research):
    assert said(*research(指导思想=["立足校情。"]), require=("指导思想",)) == []


def test_blanks_do_not_count(finding, research):
    one = finding("S010", *research(指导思想=["立足校情。" + "　" * 80]), kind="school-research-plan")
    assert (one.severity, one.location.section) == ("warning", "一、指导思想")
    assert "5" in one.message
    assert "60" in one.message


def test_an_empty_section_is_told_once(said, research):
    assert said(*research(指导思想=[]), kind="school-research-plan") == ["S003"]
