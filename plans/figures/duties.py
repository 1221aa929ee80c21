"""Duties: a target, whoever has to reach it, and a stretch of time that it has to be reached in.

A target of a role that members have is a duty of each of them; of a role that nobody of the plan
has (学校领导 where the plan names no people) it is one duty, of the role as a whole. What counts is
what the records say of that member or role: each output as 1, or as the amount that it bears; a
target that is `counted` in another list sums a column there (the hours of training attended).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from plans.figures.criteria import exact, holds
from plans.kinds import Field
from plans.periods import Calendar, Month, Period
from plans.plan import Plan
from plans.record_maps import AMOUNT, DAY, MEMBER, MONTH, TARGET
from plans.records import RecordList, Records, columns_meaning
from plans.targets import Target

_YEAR = 12          # months
Done = Mapping[tuple[str, str], list[tuple[Month | None, Fraction]]]
"""What was done, by who and target."""


def duties_of(plan: Plan, records: Records, calendar: Calendar,
              whole: Period) -> Iterator[dict[str, Any]]:
    """The rows of the table of duties; the plan has a period, which is `whole` or a part of it.

    What has longer time than the part has, is no duty yet."""
    assert plan.period is not None
    done = _done(plan, records)
    for target in plan.targets:
        for who in _holders(plan, target):
            found = done.get((who, target.key), []) if target.role else [
                one for (_who, key), each in done.items() if key == target.key for one in each]
            for window in windows_of(whole, target.per, calendar):
                if window.first not in plan.period or window.last not in plan.period:
                    continue
                reached = sum((amount for month, amount in found
                               if month is None or month in window), Fraction(0))
                required = exact(target.at_least) or Fraction(0)
                yield {"who": who, "role": target.role, "target": target.key, "what": target.what,
                       "unit": target.unit, "first": window.first, "window": window.chinese,
                       "required": required, "done": reached, "met": reached >= required}


def windows_of(period: Period, per: str, calendar: Calendar) -> Iterator[Period]:
    """The stretches of `period` in each of which a target must be reached: months of a term, terms,
    school years, the years of a period of more than one, else all of it."""
    if per == "month":
        for month in period:
            if calendar.in_term(month):
                yield Period(month, month)
        return
    if per not in ("term", "school-year", "year") or (per == "year" and len(period) <= _YEAR):
        yield period
        return
    starts = {start for start, _end in calendar.terms} if per == "term" else {
        calendar.school_year[0] if per == "school-year" else 1}
    months: list[Month] = []
    for month in period:
        begins = month.month in starts
        runs = per != "term" or calendar.in_term(month)
        if months and (begins or not runs):
            yield Period(months[0], months[-1])
            months = []
        if runs:
            months.append(month)
    if months:
        yield Period(months[0], months[-1])


def _holders(plan: Plan, target: Target) -> list[str]:
    named = [member.name for member in plan.members if target.role in member.roles]
    return named or [target.role]


def _done(plan: Plan, records: Records) -> Done:
    found: dict[tuple[str, str], list[tuple[Month | None, Fraction]]] = defaultdict(list)
    called = {name: one.key for one in plan.targets for name in (one.what, one.id) if name}
    for one in records.lists.values():
        targets = [column.name for column in columns_meaning(one.field, TARGET)]
        if not targets:
            continue
        amount = _first(one.field, AMOUNT)
        for row, who, month in _rows(one):
            key = called.get(str(row.get(targets[0])))
            if key is not None:
                found[who, key].append((month, exact(row.get(amount, 1)) or Fraction(0)))
    for target in plan.targets:
        source = records.lists.get(target.counted.source) if target.counted else None
        if target.counted is None or source is None:
            continue
        for row, who, month in _rows(source):
            if holds(row, target.counted.where):
                number = exact(row.get(target.counted.columns[0])) if (
                    target.counted.columns) else Fraction(1)
                found[who, target.key].append((month, number or Fraction(0)))
    return found


def _rows(one: RecordList) -> Iterator[tuple[Mapping[str, Any], str, Month | None]]:
    who, days = _first(one.field, MEMBER), [column.name for means in (DAY, MONTH) for column in
                                            columns_meaning(one.field, means)]
    for row in one.rows:
        day = row.get(days[0]) if days else None
        month = Month(day.year, day.month) if isinstance(day, date) else (
            day if isinstance(day, Month) else None)
        yield row, str(row.get(who, "")), month


def _first(field: Field, meaning: str) -> str:
    return next((column.name for column in columns_meaning(field, meaning)), "")
