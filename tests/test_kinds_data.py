"""The numbers that the sources fix stand in the kinds as data."""

from __future__ import annotations

import pytest

from plans.house import House

HOUSE = House()


@pytest.mark.parametrize(("kind", "target", "number", "unit", "per"), [
    ("studio-annual-plan", "books", 2, "本", "year"),
    ("studio-annual-plan", "paper", 1, "篇", "year"),
    ("studio-annual-plan", "class-meeting", 1, "次", "year"),
    ("studio-annual-plan", "exchange", 1, "次", "year"),
    ("studio-annual-plan", "meeting", 6, "次", "year"),
    ("studio-annual-plan", "notes", 1, "份", "term"),
    ("studio-annual-plan", "files", 1, "次", "term"),
    ("studio-annual-plan", "reading", 1, "本", "term"),
    ("studio-annual-plan", "articles", 1, "篇", "term"),
    ("studio-annual-plan", "hours", 20, "课时", "year"),
    ("studio-annual-plan", "observe", 10, "节", "year"),
    ("studio-annual-plan", "development-plan", 1, "份", "2 years"),
    ("studio-annual-plan", "planning", 1, "次", "term"),
    ("studio-annual-plan", "awards", 1, "次", "school-year"),
    ("studio-annual-plan", "project-awards", 1, "次", "2 years"),
    ("studio-scheme", "cycle", 3, "年", ""),
    ("studio-scheme", "host", 1, "名", ""),
    ("studio-scheme", "midterm", 1, "次", "cycle"),
    ("studio-scheme", "final", 1, "次", "cycle"),
    ("studio-scheme", "fund", 3000, "元", "year"),
    ("studio-construction-plan", "annual-plan", 1, "份", "year"),
    ("studio-construction-plan", "ledger", 1, "份", "year"),
    ("school-research-plan", "open-lesson", 1, "节", "month"),
    ("school-research-plan", "lesson-review", 1, "节", "term"),
    ("school-research-plan", "theory", 6, "周", "term"),
    ("school-research-plan", "articles", 50, "篇", "year"),
    ("school-research-plan", "published", 1, "篇", "year"),
    ("school-research-plan", "case", 1, "篇", "year"),
    ("school-research-plan", "online-check", 1, "次", "month"),
])
def test_a_number_of_the_source_is_a_target_of_its_kind(
        kind: str, target: str, number: float, unit: str, per: str) -> None:
    found = {one.id: one for one in HOUSE.kind(kind).targets}[target]
    assert (found.at_least, found.unit, found.per) == (number, unit, per)


@pytest.mark.parametrize(("kind", "fields"), [
    ("studio-annual-plan", {"school", "studio"}), ("school-research-plan", {"school"}),
    ("monthly-schedule", {"issuer", "school", "studio"}), ("studio-scheme", {"school"}),
    ("studio-construction-plan", {"school", "studio"})])
def test_names_stay_as_typed_in_traditional_characters(kind: str, fields: set[str]) -> None:
    assert {one.name for one in HOUSE.kind(kind).fields if one.verbatim} == fields


def test_the_scheme_has_four_annexes_of_which_two_must_be_there() -> None:
    assert [(one.annex, one.required, len(one.sections))
            for one in HOUSE.kind("studio-scheme").annexes] == [
        (1, True, 0), (2, True, 5), (3, False, 0), (4, False, 0)]
