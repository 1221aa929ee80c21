"""S002 out-of-order: the sections are there, but in another order.

Fails:
    --require 指导思想
    --require 总体目标
    一、总体目标
    全校教师都参加研修。
    二、指导思想
    以提高教师专业能力为宗旨。
Passes:
    --require 指导思想
    --require 总体目标
    一、指导思想
    以提高教师专业能力为宗旨。
    二、总体目标
    全校教师都参加研修。
Why:    readers of sixty plans look for each section in its usual place.
Mend:   move the section; in Word the navigation pane moves it with its text.
"""

from __future__ import annotations

from collections.abc import Iterator

from checkers.case import Case
from checkers.document import MAIN
from checkers.findings import Finding, at_heading
from checkers.matching import Requirement
from plans.messages import _

SEVERITY = "warning"
SEVERITY_IN_FORMS = "error"


def check(case: Case) -> Iterator[Finding]:
    """The fewest sections whose moving would put all in order."""
    for above in dict.fromkeys(one.above for one in case.requirements):
        found = [one for one in case.requirements if one.above == above and one.heading]
        kept = _in_order(found)
        for one in found:
            if one not in kept and one.heading:
                yield Finding(
                    _("the section “{title}” is not in its usual place").format(
                        title=one.heading.title),
                    _("the usual order is: {order}").format(
                        order="、".join(other.section.name for other in found)),
                    at_heading(one.heading))


def _in_order(found: list[Requirement]) -> list[Requirement]:
    """A longest part of `found` whose headings stand in the order asked for."""
    best: list[list[Requirement]] = []
    for one in found:
        before = [chain for chain in best if _place(chain[-1]) <= _place(one)]
        best.append([*max(before, key=len, default=[]), one])
    return max(best, key=len, default=[])


def _place(one: Requirement) -> tuple[int, int]:
    """The annex (0 is the main part) and the row: rows begin anew in each part."""
    part = one.heading.part if one.heading else MAIN
    return (0 if part == MAIN else int(part.removeprefix("annex-")),
            one.heading.row if one.heading else 0)
