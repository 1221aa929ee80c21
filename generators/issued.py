"""Who issues what is generated from a plan, and on what day: file properties and time stamps."""

from __future__ import annotations

from datetime import date

from plans.plan import Plan

_EARLIEST = date(2020, 1, 1)    # of a plan that names no day and no month: the same at every run


def issued_on(plan: Plan) -> date:
    """The day of the signature, else the first day of the period; never today."""
    if plan.signature and plan.signature.date:
        return plan.signature.date
    first = plan.period.first if plan.period else None
    if first is None and plan.schedule:
        first = plan.schedule[0].month
    return date(first.year, first.month, 1) if first else _EARLIEST


def issuer_of(plan: Plan) -> str:
    """The unit that signs, else the school, else the plan itself."""
    return plan.signature.unit if plan.signature else plan.shown.get("school", plan.title)
