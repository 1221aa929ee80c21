"""What a check asks for, as it is said on the command line."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from checkers.case import Demand
from plans.comparing import compare_form
from plans.errors import UsageError, UserError
from plans.house import House
from plans.inputs import load_input
from plans.messages import _
from plans.periods import Calendar, Period, period_of
from plans.planned import Planned, planned_in
from plans.tracing_words import NO_WORDS, tracing_words


def demand_of(kind: str | None, require: Sequence[str], period: str | None, house: House,
              plan: str | None = None) -> Demand:
    """The demand of --kind, --require, --period and --plan.

    Raises UsageError where one of the first three is none or the file of the plan is not there,
    UserError where it is no plan.
    """
    if not all(compare_form(title) for title in require):
        raise UsageError.at("--require", _("a title is blank"), _("write --require 工作目标"))
    asked = house.kind(kind) if kind else None
    kinds = () if kind or require else house.kinds
    return Demand(house.topics, kinds, asked, tuple(require),
                  _period(period, house.calendar) if period else None, house.profile,
                  house.calendar, planned=_planned(plan, house) if plan else (),
                  words=tracing_words(house) if plan else NO_WORDS)


def _planned(path: str, house: House) -> tuple[Planned, ...]:
    """What the plan at `path` promises, be it a draft.

    Raises UsageError where there is no such file, UserError where it promises nothing.
    """
    if not Path(path).exists():
        raise UsageError.at(path, _("there is no such file"), _("check the name and the folder"))
    planned = planned_in(load_input(Path(path), house, draft=True))
    if not planned:
        raise UserError.at(path, _("the plan has neither tasks nor targets"),
                           _("write them under `schedule:` and `targets:`"))
    return planned


def _period(text: str, calendar: Calendar) -> Period:
    period = period_of(text, calendar)
    if period is None:
        raise UsageError.at(text, _("this is no period"),
                            _("write it as 2014-03/2014-12 or 2025-2026学年第一学期"))
    return period
