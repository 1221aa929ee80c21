"""A plan of a kind in which nothing is left out: what a template of the kind may ever print."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from plans.kinds import Kind
from plans.periods import Month, Period
from plans.plan import (
    Annex,
    Member,
    MonthTasks,
    Passage,
    Plan,
    Signature,
    Task,
    Value,
    WrittenSection,
)
from plans.targets import Target

_DAY = date(2026, 3, 20)
_MONTH = Month(_DAY.year, _DAY.month)
_TEXT = "文字"


def specimen(kind: Kind | None) -> Plan:
    """The plan; without a kind, one that has no fields."""
    kind = kind or Kind(id="", name=_TEXT, family="plan", version=1, folder=Path())
    section = WrittenSection(_TEXT, (Passage(_TEXT), Passage(_TEXT, 1)))
    rows: dict[str, Value] = {field.name: ({column.name: _TEXT for column in field.columns},)
                              for field in kind.fields if field.columns}
    return Plan(
        id="specimen", kind=kind, title=_TEXT, values=rows,
        shown={field.name: _TEXT for field in kind.fields if not field.columns},
        period=Period(_MONTH, _MONTH), lead=(Passage(_TEXT),), sections=(section,),
        schedule=(MonthTasks(_MONTH, (Task(_TEXT, "t1", _TEXT, _TEXT, _DAY),)),),
        members=(Member(_TEXT, _TEXT, _TEXT),),
        targets=(Target("t1", _TEXT, 1.0, _TEXT, _TEXT, "year"),),
        signature=Signature(_TEXT, _DAY), annexes=(Annex(_TEXT, (Passage(_TEXT),), (section,)),))
