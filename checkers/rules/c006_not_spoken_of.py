"""C006 not-spoken-of: a planned task or target that the summary does not speak of.

Fails:
    plan 3月 制定学校研修计划
    plan 9月 新教师亮相课，师徒结对
    江城实验学校2014年校本研修工作总结
    一、主要做法
    三月里，教导处定下了全校的研修计划，五月请教研员来校听课。
Passes:
    plan 3月 制定学校研修计划
    plan 9月 新教师亮相课，师徒结对
    江城实验学校2014年校本研修工作总结
    一、主要做法
    三月里，教导处定下了全校的研修计划。新教师九月上了亮相课，六对师徒结成对子。
Why:    what was promised at the beginning of the year has to be answered for at its end.
Mend:   say what became of it, or why it was not done and when it will be.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from checkers.case import Case
from checkers.findings import NOWHERE, Finding, Location, at_paragraph, quoted
from checkers.tracing import NOT_SPOKEN, SPOKEN, Traced, traced
from plans.messages import _
from plans.planned import TARGET

SEVERITY = "warning"


def check(case: Case) -> Iterator[Finding]:
    """What is said in other words is asked about, and so is all that was not found where not all
    of the document could be read, or where a machine read it."""
    document = case.submission.document
    if not case.planned or case.outline is None or document is None or document.is_blank:
        return
    is_sure = case.is_judged and not case.is_recognised
    for one in traced(case.planned, case.outline, case.words):
        if one.state == NOT_SPOKEN and is_sure:
            yield Finding(_not_spoken_of(one), _(
                "say what became of it, or why it was not done and when it will be"))
        elif one.state != SPOKEN:
            place = _place(one)
            yield Finding(
                _question(one) if place.quote else _not_found(one),
                _("if so, say it so that everybody sees it; if not, say what became of it"),
                place, review=True)


def _not_spoken_of(one: Traced) -> str:
    planned = one.planned
    if planned.kind == TARGET:
        return _("nothing is said of the target {target}").format(target=_target(one))
    if planned.month:
        return _("nothing is said of the task “{task}”, planned for {month}").format(
            task=planned.text, month=planned.month.chinese)
    return _("nothing is said of the task “{task}”").format(task=planned.text)


def _question(one: Traced) -> str:
    planned = one.planned
    if planned.kind == TARGET:
        return _("is this said of the target {target}?").format(target=_target(one))
    if planned.month:
        return _("is this the task “{task}”, planned for {month}?").format(
            task=planned.text, month=planned.month.chinese)
    return _("is this the task “{task}”?").format(task=planned.text)


def _not_found(one: Traced) -> str:
    if one.planned.kind == TARGET:
        return _("the target {target} was not found in what could be read: is it spoken of?"
                 ).format(target=_target(one))
    return _("the task “{task}” was not found in what could be read: is it spoken of?").format(
        task=one.planned.text)


def _target(one: Traced) -> str:
    """“组内公开课” (教研组 每月不少于1节)."""
    planned = one.planned
    return _("“{what}” ({number})").format(
        what=planned.text, number=" ".join(filter(None, (planned.role, planned.number))))


def _place(one: Traced) -> Location:
    """Where the nearest statement stands, in its own words."""
    if one.nearest is None:
        return NOWHERE
    return replace(at_paragraph(one.nearest.paragraph, one.nearest.section),
                   quote=quoted(one.nearest.text))
