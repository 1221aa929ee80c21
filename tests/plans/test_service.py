"""The years that rows of service add up to."""

from __future__ import annotations

from datetime import date

import pytest

from plans.house import House
from plans.periods import Month
from plans.service import years_in

KIND = House().kind("host-application")
DAY = date(2026, 3, 20)


def years(*posts: tuple[str, str], day: date | None = DAY) -> float | None:
    rows = tuple({name: Month(int(text[:4]), int(text[5:]))
                  for name, text in zip(("first", "last"), post, strict=True) if text}
                 for post in posts)
    values: dict[str, object] = {"posts": rows}
    return years_in(KIND, KIND.spans[0], values | ({"date": day} if day else {}))


@pytest.mark.parametrize(("posts", "said"), [
    ([("2020-01", "2020-12")], 1.0),
    ([("2017-09", "2020-08"), ("2020-09", "2023-08")], 6.0),
    ([("2017-09", "2020-06"), ("2020-09", "2023-08")], 6.0),        # the summer is no pause
    ([("2017-09", "2018-08"), ("2020-09", "2021-08")], 2.0),
    ([("2018-01", "2020-12"), ("2019-01", "2019-06")], 3.0),        # one within another
    ([("2018-01", "2019-12"), ("2019-01", "2020-12")], 3.0),
    ([("2025-04", "")], 1.0),                                       # until the date of the form
    ([], None),
    ([("", "2020-08")], None),
    ([("2020-09", "2018-08")], None),
    ([("2026-09", "")], None),
])
def test_years_are_added_up(posts: list[tuple[str, str]], said: float | None) -> None:
    assert years(*posts) == said


def test_without_a_date_nobody_knows_how_long_a_row_lasts() -> None:
    assert years(("2020-09", ""), day=None) is None
    assert years(("2020-09", "2021-08"), day=None) == 1.0
