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
from checkers.document import MAIN
from checkers.findings import Finding, Location
from checkers.matching import MISSING
from plans.messages import _

SEVERITY = "error"


def check(case: Case) -> Iterator[Finding]:
    """Sub-sections of a missing section are not told one by one."""
    if not case.is_judged or _is_blank(case):
        return
    parts = {one.section.id: one.heading.part for one in case.requirements if one.heading}
    for one in case.requirements:
        if one.state != MISSING or not one.section.required:
            continue
        name = one.section.name
        if one.section.annex is not None:
            number = one.section.annex
            yield Finding(
                _("annex {number}, “{title}”, is missing").format(number=number, title=name),
                _("add it on a page of its own: 附件{number}, under that the title “{title}”, "
                  "then its text").format(number=number, title=name),
                Location(part=f"annex-{number}", section=name))
        elif case.is_recognised:
            yield Finding(
                _("the section “{title}” was not found in the text that was recognised").format(
                    title=name),
                _("look for it in the pictures of the pages; if it is not there, add it"),
                Location(part=parts.get(one.above, MAIN), section=name))
        else:
            yield Finding(
                _("the section “{title}” is missing").format(title=name),
                _("add a heading “{title}” and write the section under it").format(title=name),
                Location(part=parts.get(one.above, MAIN), section=name))


def _is_blank(case: Case) -> bool:
    return case.submission.document is not None and case.submission.document.is_blank
