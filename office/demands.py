"""What a check asks for, as it is said on the command line."""

from __future__ import annotations

from collections.abc import Sequence

from checkers.case import Demand
from plans.comparing import compare_form
from plans.errors import UsageError
from plans.house import House
from plans.messages import _
from plans.periods import Calendar, Period, period_of


def demand_of(kind: str | None, require: Sequence[str], period: str | None,
              house: House) -> Demand:
    """The demand of --kind, --require and --period; raises UsageError where one of them is none."""
    if not all(compare_form(title) for title in require):
        raise UsageError.at("--require", _("a title is blank"), _("write --require 工作目标"))
    asked = house.kind(kind) if kind else None
    kinds = () if kind or require else house.kinds
    return Demand(house.topics, kinds, asked, tuple(require),
                  _period(period, house.calendar) if period else None, house.profile,
                  house.calendar)


def _period(text: str, calendar: Calendar) -> Period:
    period = period_of(text, calendar)
    if period is None:
        raise UsageError.at(text, _("this is no period"),
                            _("write it as 2014-03/2014-12 or 2025-2026学年第一学期"))
    return period
