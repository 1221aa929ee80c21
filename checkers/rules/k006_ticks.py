"""K006 ticks: too many boxes are ticked, or too few.

Fails:
    form 姓名*, 参加活动*:ticks>=2 听课/读书/课题
    姓名 | 王珂
    参加活动 | 读书
Passes:
    form 姓名*, 参加活动*:ticks>=2 听课/读书/课题
    姓名 | 王珂
    参加活动 | 读书、课题
Why:    with two boxes ticked where one counts nobody knows which was meant.
Mend:   tick as many as are asked for.
"""

from __future__ import annotations

from collections.abc import Iterator

from checkers.answers import TICKS as ERROR
from checkers.case import Case
from checkers.findings import Finding
from checkers.told_answers import told
from plans.field_bounds import bounds_broken
from plans.field_types import TICKS
from plans.messages import _

SEVERITY = "error"


def check(case: Case) -> Iterator[Finding]:
    """Where one is to be chosen one box may be ticked."""
    for one in told(case):
        if one.answer.error != ERROR:
            continue
        field, value = one.answer.field, one.answer.value
        if field.type == TICKS:
            wrong = bounds_broken(field, value if isinstance(value, tuple) else ())
            yield one.finding(_("{label}: {text}").format(
                label=one.name, text=wrong or one.answer.text), _("tick as many as are asked for"))
        else:
            yield one.finding(_("{label}: more than one is ticked: {text}").format(
                label=one.name, text=one.answer.text), _("tick the one that is right"))
