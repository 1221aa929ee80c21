"""Placeholders in the short texts of a kind, and the marks of a draft."""

import pytest

from plans.kinds import Field
from plans.placeholders import bare, filled, to_fill_in

FIELDS = (Field("school", "学校", "text"), Field("year", "年度", "integer"))
SHOWN = {"school": "江城", "year": "2026"}


@pytest.mark.parametrize("text", ["{{ school }}{{ year }}年", "{{学校}}{{年度}}年",
                                  "{{ 学校 }}{{year}}年"])
def test_a_placeholder_may_be_a_name_or_a_label(text):
    assert filled(text, FIELDS, SHOWN) == "江城2026年"


def test_a_placeholder_without_a_value_leaves_nothing():
    assert filled("{{ school }}计划{{ none }}", FIELDS, {}) == "计划"


@pytest.mark.parametrize("text", ["{ school }", "{{ }}", "{{ school.name }}", "100%", "A&B <1>"])
def test_other_text_stays_as_it_is(text):
    assert filled(text, FIELDS, SHOWN) == text


def test_a_value_that_looks_like_a_placeholder_is_text():
    assert filled("{{ school }}", FIELDS, {"school": "{{ year }}", "year": "2026"}) == "{{ year }}"


def test_a_bare_text_is_what_stays_the_same():
    assert bare("{{ 年度 }}年各月份工作安排") == "年各月份工作安排"


def test_a_draft_marks_what_is_missing():
    assert to_fill_in("指导思想") == "【待填：指导思想】"
