"""A plan and its records as tables of rows: what figures are counted from.

    members   name, role, unit
    months    month
    tasks     number, month, task, key, owner, due, planned, state, date, evidence, reason
    targets   target, what, role, at_least, unit, per
    duties    who, role, target, what, unit, first, window, required, done, met
    items     item, part, least, most: what the kind gives points for
    and each list of records under its own name

A column `means` a member, a task, a month …: by that, rows of one table belong to a row of another.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from plans.figures.duties import duties_of
from plans.figures.tables import Ground, GroundRow
from plans.kinds import Field
from plans.ledger import LEDGER_STATES, LedgerLine
from plans.periods import Calendar, Period
from plans.plan import Plan, parts_of
from plans.record_maps import ITEM, MEMBER, MONTH, TARGET, TASK
from plans.records import RecordList, Records, columns_meaning
from plans.scoring import Scheme


def grounds_of(plan: Plan, lines: Sequence[LedgerLine], records: Records, scheme: Scheme | None,
               calendar: Calendar, today: date, whole: Period | None) -> dict[str, Ground]:
    """The tables by name, as they stand on the day `today`; `whole` is the period of the plan,
    which that of a report may be a part of."""
    listed = [_listed(name, one, plan) for name, one in records.lists.items()]
    period = plan.period
    return {one.name: one for one in (
        _ground("members", "成员", (("name", "姓名", "text", MEMBER), ("role", "职责", "text", ""),
                                  ("unit", "单位", "text", "")),
                ({"name": one.name, "role": one.roles, "unit": one.unit}
                 for one in plan.members)),
        _ground("months", "月份", (("month", "月份", "month", MONTH),),
                ({"month": month} for month in period or ())),
        _ground("tasks", "任务", _TASK_COLUMNS, (_task(line, today) for line in lines), "key"),
        _ground("targets", "指标", (
            ("target", "编号", "text", TARGET), ("what", "指标", "text", ""),
            ("role", "对象", "text", ""), ("at_least", "至少", "number", ""),
            ("unit", "单位", "text", ""), ("per", "周期", "text", ""),
            ("asked", "要求", "text", "")),
            ({"target": one.key, "what": one.what, "role": one.role, "at_least": one.at_least,
              "unit": one.unit, "per": one.chinese_per,
              "asked": one.chinese_per + one.chinese} for one in plan.targets)),
        _ground("duties", "指标落实", _DUTY_COLUMNS, duties_of(plan, records, calendar,
                                                               whole or period)
                if period else (), "who"),
        _ground("items", "评分项目", _ITEM_COLUMNS, (
            {"item": one.id, "part": one.part, "least": _number(one.bounds.at_least),
             "most": _number(one.bounds.at_most)} for one in (scheme.items if scheme else ()))),
        *listed)}


def _listed(name: str, one: RecordList, plan: Plan) -> Ground:
    """A list of records; what names a target bears its words as well, in a column `what`."""
    named = next((column.name for column in columns_meaning(one.field, TARGET)), "")
    if not named:
        return Ground(name, one.field.label, one.field.columns, one.rows)
    known = {key: target for target in plan.targets for key in (target.what, target.id) if key}
    rows = tuple({**row, named: known[said].key, _WHAT.name: known[said].what} if (
        said := str(row.get(named))) in known else row for row in one.rows)
    return Ground(name, one.field.label, (*one.field.columns, _WHAT), rows)


_WHAT = Field("what", "指标名称", "text")
_TASK_COLUMNS = (
    ("number", "序号", "integer", ""), ("month", "月份", "month", MONTH),
    ("task", "任务", "text", ""), ("key", "编号", "text", TASK),
    ("owner", "责任人", "text", MEMBER), ("due", "完成时限", "date", ""),
    ("planned", "应有材料", "text", ""),
    ("state", "完成情况", "text", ""), ("date", "完成日期", "date", ""),
    ("evidence", "佐证材料", "text", ""), ("reason", "原因", "text", ""))
_DUTY_COLUMNS = (
    ("who", "谁", "text", MEMBER), ("role", "对象", "text", ""),
    ("target", "指标编号", "text", TARGET), ("what", "指标", "text", ""),
    ("unit", "单位", "text", ""), ("first", "起", "month", ""), ("window", "时段", "text", ""),
    ("required", "应完成", "number", ""), ("done", "已完成", "number", ""),
    ("met", "达标", "yesno", ""))
_ITEM_COLUMNS = (
    ("item", "项目", "text", ITEM), ("part", "类别", "text", ""), ("least", "最低分", "number", ""),
    ("most", "最高分", "number", ""))


def _ground(name: str, label: str, columns: Iterable[tuple[str, str, str, str]],
            rows: Iterable[GroundRow], key: str = "") -> Ground:
    fields = tuple(Field(*one[:3], means=one[3]) for one in columns)
    return Ground(name, label, fields, tuple(rows), key or fields[0].name)


def _task(line: LedgerLine, today: date) -> GroundRow:
    tick = line.tick
    return {"number": line.number, "month": line.month, "task": line.task.text, "key": line.key,
            "owner": _people(line.task.owner), "due": line.task.due, "planned": line.task.evidence,
            "state": LEDGER_STATES[line.state(today)], "date": tick.date if tick else None,
            "evidence": tick.evidence if tick else "", "reason": tick.reason if tick else ""}


def _people(owner: str) -> str | tuple[str, ...]:
    """An owner; several where several are named."""
    parts = parts_of(owner)
    return parts if len(parts) > 1 else owner


def _number(text: str) -> float | None:
    return float(text) if text else None

