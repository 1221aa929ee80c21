"""Records held against their plan: strangers, days outside, rows twice, points over the most."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date

from plans.comparing import nearest
from plans.errors import Fault
from plans.figures.criteria import passes, word_of
from plans.figures.vocabulary import Criterion
from plans.messages import _
from plans.periods import Month
from plans.plan import Plan
from plans.record_maps import DAY, ITEM, MEMBER, MONTH, TARGET
from plans.records import RecordList, Records, columns_meaning
from plans.scoring import Scheme


def faults_in_records(records: Records, plan: Plan, schemes: Callable[[], Iterable[Scheme]],
                      done: str) -> Iterator[Fault]:
    """What is wrong in records of `plan`; the list `done` is held against its ledger elsewhere, and
    `schemes`, for which all kinds are read, is only called where points were given."""
    yield from (Fault(place, _("these are records of {of}, and the plan is {id}").format(
        of=of, id=plan.id), _("name the records of this plan, or correct of:"))
        for of, place in records.of if plan.id and of != plan.id)
    # Where nobody has the role that a target is for, the role as a whole has to reach it.
    names = {member.name for member in plan.members} | {
        role for member in plan.members for role in member.roles} | {
        target.role for target in plan.targets if target.role and plan.members}
    targets = {key for one in plan.targets for key in (one.id, one.what) if key}
    items: dict[str, list[Criterion]] = {}
    has_points = any(one.rows and any(columns_meaning(one.field, ITEM))
                     for one in records.lists.values())
    for scheme in schemes() if has_points else ():
        for item in scheme.items:
            items.setdefault(item.id, []).append(item.bounds)
    for one in records.lists.values():
        if not one.rows:
            continue
        yield from _strangers(one, MEMBER, names, _("{name} is no member of the plan"))
        if one.field.name != done:
            yield from _outside(one, plan)
        yield from _strangers(one, TARGET, targets, _("{name} is no target of the plan"))
        yield from _strangers(one, ITEM, {*items}, _("there is no item {name}"), near_only=True)
        yield from _points(one, items)
        yield from _twice(one)


def _strangers(one: RecordList, meaning: str, known: set[str], what: str, *,
               near_only: bool = False) -> Iterator[Fault]:
    """Names that are not `known`; with `near_only` those alone that look like one that is: points
    may be given for what no kind lists, but a slip must not escape the most that an item may get.
    """
    for column in columns_meaning(one.field, meaning) if known else ():
        guesses: dict[str, str | None] = {}
        for at, row in enumerate(one.rows):
            name = row.get(column.name)
            if name is None or name in known:
                continue
            if name not in guesses:
                guesses[str(name)] = nearest(str(name), known)
            near = guesses[str(name)]
            if near_only and not near:
                continue
            yield Fault(one.place(at, column.name), what.format(name=name),
                        _("did you mean {near}?").format(near=near) if near else
                        _("correct it, or add it to the plan"))


def _outside(one: RecordList, plan: Plan) -> Iterator[Fault]:
    period = plan.period
    if period is None:
        return
    first, last = date(period.first.year, period.first.month, 1), period.last.last_day
    for column in columns_meaning(one.field, DAY):
        for at, row in enumerate(one.rows):
            day = row.get(column.name)
            if isinstance(day, date) and not first <= day <= last:
                yield Fault(one.place(at, column.name), _("{day} lies outside {period}").format(
                    day=word_of(day), period=period.chinese), _("correct the date"))
    for column in columns_meaning(one.field, MONTH):
        for at, row in enumerate(one.rows):
            month = row.get(column.name)
            if isinstance(month, Month) and month not in period:
                yield Fault(one.place(at, column.name), _("{day} lies outside {period}").format(
                    day=word_of(month), period=period.chinese), _("correct the date"))


def _points(one: RecordList, bounds: Mapping[str, Sequence[Criterion]]) -> Iterator[Fault]:
    """Points that no kind allows which has an item of that name; the first of them is told."""
    items = [column.name for column in columns_meaning(one.field, ITEM)]
    limited = [column.name for column in one.field.columns if column.limit in items]
    for at, row in enumerate(one.rows) if limited else ():
        for name in limited:
            tests = bounds.get(str(row.get(items[0])), ())
            if name not in row or not tests or any(passes(row[name], one) for one in tests):
                continue
            test = tests[0]
            yield Fault(one.place(at, name), _(
                "{points} points for {item}; it may get {least} to {most}").format(
                    points=word_of(row[name]), item=row.get(items[0]),
                    least=test.at_least or "–", most=test.at_most or "–"), _("correct the points"))


def _twice(one: RecordList) -> Iterator[Fault]:
    names = [column.name for column in one.field.columns
             if {column.name, column.label} & {*one.field.unique}]
    seen: dict[tuple[object, ...], int] = {}
    for at, row in enumerate(one.rows) if names else ():
        if any(name not in row for name in names):
            continue            # what cannot be read is not the same as another
        key = tuple(row.get(name) for name in names)
        first = seen.setdefault(key, at)
        if first != at:
            yield Fault(one.place(at), _("the same is there twice: {what} (first at {place})"
                                         ).format(what="、".join(map(word_of, key)),
                                                  place=one.place(first)),
                        _("delete one of the two rows"))
