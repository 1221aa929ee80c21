"""S004 section-twice: a section is there twice.

Fails:
    --require 工作目标
    一、工作目标
    全年研读专著两本。
    二、工作措施
    每两个月召开一次例会。
    三、工作目标
    每人撰写论文一篇。
Passes:
    --require 工作目标
    一、工作目标
    全年研读专著两本。
    二、工作措施
    每两个月召开一次例会。
Why:    often the section of last year's plan was left in beside the new one.
Mend:   keep one of the two, or join their texts.
"""

from __future__ import annotations

from collections.abc import Iterator

from checkers.case import Case
from checkers.findings import Finding, at_heading
from plans.messages import _

SEVERITY = "warning"
SEVERITY_IN_FORMS = "error"


def check(case: Case) -> Iterator[Finding]:
    """Only headings of the same level whose name is the section's own."""
    for one in case.requirements:
        for other in one.twice:
            yield Finding(
                _("the section “{title}” is there twice").format(title=one.section.name),
                _("keep one of the two, or join their texts"), at_heading(other))
