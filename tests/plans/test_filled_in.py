"""A plan that the program fills in itself, for kinds that a school may have changed."""

from datetime import date
from pathlib import Path

from plans.filled_in import plan_filled_in
from plans.kinds import Field, Kind


def kind(*fields, title=""):
    return Kind("slip", "便条", "report", 1, Path(), title=title, fields=fields)


DAY = Field("day", "日期", "date")
LIST = Field("list", "清单", "table", columns=(Field("what", "事项", "text"),))


def test_values_are_printed_by_their_types():
    plan = plan_filled_in(kind(DAY, LIST, Field("count", "几项", "integer")), {
        "day": date(2026, 3, 1), "list": ({"what": "改标题"},), "count": 2}, "计划.docx")
    assert plan.shown == {"day": "2026年3月1日", "count": "2"}
    assert plan.values["list"] == ({"what": "改标题"},)
    assert (plan.title, plan.path) == ("便条", "计划.docx")


def test_a_title_may_name_a_field():
    plan = plan_filled_in(kind(DAY, title="{{ 日期 }}退回单"), {"day": date(2026, 3, 1)})
    assert plan.title == "2026年3月1日退回单"


def test_what_the_kind_does_not_know_and_what_is_blank_is_left_out():
    plan = plan_filled_in(kind(Field("day", "日期", "text")), {
        "day": date(2026, 3, 1), "other": "x"})
    assert plan.values == {"day": date(2026, 3, 1)}
    assert plan.shown == {"day": "2026年3月1日"}
    assert plan_filled_in(kind(DAY), {"day": None}).values == {}
