"""K007 condition: what the form says does not meet a condition that must be met.

Fails:
    form 姓名*, 班主任年限*:integer
    must 班主任年限 6 担任班主任须满6年
    姓名 | 王珂
    班主任年限 | 5
Passes:
    form 姓名*, 班主任年限*:integer
    must 班主任年限 6 担任班主任须满6年
    姓名 | 王珂
    班主任年限 | 6
Why:    who does not meet it should hear so before the form goes to those who decide.
Mend:   correct the form if it is wrong; else the condition is not met.
"""

from __future__ import annotations

from collections.abc import Iterator

from checkers.answers import BLANK, MISSING, Answer, Answers
from checkers.case import Case
from checkers.findings import Finding
from checkers.told_answers import Told
from plans.conditions import NOT_MET, evaluate
from plans.kinds import MUST, Condition
from plans.messages import _

SEVERITY = "error"


def check(case: Case) -> Iterator[Finding]:
    """Nothing is said where what stands behind it is doubtful or not there: other rules tell that.

    A table that may stay blank and does lists nothing, and so meets no condition about its rows.
    """
    kind, answers = case.kind, case.answers
    if kind is None or answers is None or not case.is_judged:
        return
    values = answers.values()
    for one in answers:
        if one.field.columns and one.state == BLANK and not one.field.required:
            values[one.field.name] = ()
    for condition in kind.conditions:
        answer = answers.by_field.get(condition.field)
        if condition.level != MUST or answer is None or _is_open(condition, answers, answer):
            continue
        outcome = evaluate(kind, condition, values)
        if outcome.state == NOT_MET:
            yield Told(answer, answer.field.label).finding(
                _("not met: {says} (the form says {seen})").format(says=condition.says,
                                                                   seen=outcome.seen),
                _("correct the form if it is wrong; else the condition is not met"))


def _is_open(condition: Condition, answers: Answers, answer: Answer) -> bool:
    """Whether an answer that the condition asks for is not there, or may not be what was meant."""
    until = answers.by_field.get(condition.until)
    columns = {*(name for name, _claim in condition.where), condition.date}
    behind = [answer, *([until] if until else []),
              *(cell for row in answer.rows for name, cell in row.items() if name in columns)]
    return answer.state == MISSING or any(one.has_doubts for one in behind)
