"""S001 missing-section: a required section is not in the document.

Fails:
    --require 工作目标
    一、指导思想
    以促进班主任专业成长为宗旨，各项工作都有明确目标。
    二、工作措施
    每两个月召开一次例会，交流读书心得。
Passes:
    --require 工作目标
    一、指导思想
    以促进班主任专业成长为宗旨。
    二、主要工作目标与任务
    全年每人研读专著两本。
Why:    a plan without goals cannot be assessed at the end of the year.
Mend:   add a heading of that name and write the section under it.
"""

from __future__ import annotations

from collections.abc import Iterator

from checkers.case import Case
from checkers.findings import Finding, Location
from checkers.matching import MISSING
from plans.messages import _

SEVERITY = "error"


def check(case: Case) -> Iterator[Finding]:
    """Sub-sections of a missing section are not told one by one."""
    if not case.is_judged or _is_blank(case):
        return
    for one in case.requirements:
        if one.state == MISSING and one.section.required:
            yield Finding(
                _("the section “{title}” is missing").format(title=one.section.name),
                _("add a heading “{title}” and write the section under it").format(
                    title=one.section.name),
                Location(section=one.section.name))


def _is_blank(case: Case) -> bool:
    return case.submission.document is not None and case.submission.document.is_blank
