"""calendar.yaml: when the school year and its terms run, and when they began."""

from datetime import date

import pytest

from plans.calendars import read_calendar
from plans.errors import UserError
from plans.house import TEMPLATES
from plans.periods import Calendar


def test_the_built_in_calendar_is_the_one_that_is_assumed():
    assert read_calendar(TEMPLATES / "calendar.yaml") == Calendar()


@pytest.fixture
def calendar_of(tmp_path):
    def calendar_of(text):
        (tmp_path / "calendar.yaml").write_text(text, "utf-8")
        return read_calendar(tmp_path / "calendar.yaml")

    return calendar_of


@pytest.mark.parametrize("text", ["school_year: [8, 7]\nterms: [[8, 1], [2, 7]]\n",
                                  "学年: [八, 七]\n学期:\n  - [8, 1]\n  - [2, 7]\n"])
def test_a_school_has_a_calendar_of_its_own(calendar_of, text):
    assert calendar_of(text) == Calendar((8, 7), ((8, 1), (2, 7)))


@pytest.mark.parametrize(("text", "places"), [
    ("school_year: [9]\nterms: [[9, 13], 二月]\n", ["1:14", "2:9", "2:18"]),
    (f"school_year: [9, {'9' * 6000}]\n", ["1:14"]),
    ("terms: []\n", ["None:None"]),
    ("school_year: [9, 8]\nterm: []\n", ["2:1"]),
    ("school_year: [9, 8]\nfirst_days: [2026-02-24, 九月, [2026-09-01]]\n", ["2:26", "2:30"]),
    ("school_year: [9, 8]\nfirst_days: {a: 2026-02-24}\n", ["2:13"]),
])
def test_what_is_wrong_in_a_calendar_is_told(calendar_of, text, places, tmp_path):
    with pytest.raises(UserError) as caught:
        calendar_of(text)
    faults = caught.value.faults
    assert [f"{fault.place.line}:{fault.place.column}" for fault in faults] == places
    assert {fault.place.file for fault in faults} == {str(tmp_path / "calendar.yaml")}


@pytest.mark.parametrize(("text", "days"), [
    ("first_days: [2026-09-01, 2026-02-24]", [date(2026, 2, 24), date(2026, 9, 1)]),
    ("开学日期: 2026年9月1日", [date(2026, 9, 1)]), ("first_days:", [])])
def test_the_first_days_of_terms_are_a_list_or_one_date(calendar_of, text, days):
    assert calendar_of(f"school_year: [9, 8]\n{text}\n").first_days == tuple(days)
