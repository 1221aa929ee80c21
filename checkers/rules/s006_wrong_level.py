"""S006 wrong-level: a section that should stand beside another one stands within it.

Fails:
    --require 工作目标
    --require 工作措施
    一、工作目标
    全年研读专著两本，写随笔四篇。
    （一）工作措施
    每两个月召开一次例会，交流读书心得。
    （二）其他
    各年级每月碰头一次。
    二、组织领导
    由分管校长牵头。
Passes:
    --require 工作目标
    --require 工作措施
    一、工作目标
    全年研读专著两本，写随笔四篇。
    二、工作措施
    每两个月召开一次例会，交流读书心得。
Why:    a section within another is easily passed over, and the contents list does not show it.
Mend:   give its heading the level of the others (一、二、三、), and number them anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checkers.case import Case
from checkers.findings import Finding, at_heading
from checkers.headings import Heading
from plans.messages import _

SEVERITY = "warning"
SEVERITY_IN_FORMS = "error"


def check(case: Case) -> Iterator[Finding]:
    """Only where the heading above is itself another of the sections asked for beside it."""
    for one in case.requirements:
        if one.heading is None or case.outline is None:
            continue
        part = case.outline.part(one.heading.part)
        above = _above(one.heading, part.headings if part else ())
        for other in case.requirements:
            if (other is not one and other.above == one.above and other.heading in above
                    and other.heading is not None):
                yield Finding(
                    _("the section “{title}” stands within “{other}”").format(
                        title=one.heading.title, other=other.heading.title),
                    _("give its heading the same level as “{other}”").format(
                        other=other.heading.title), at_heading(one.heading))


def _above(heading: Heading, headings: Sequence[Heading]) -> list[Heading]:
    """The headings in whose sections `heading` stands, innermost first."""
    found: list[Heading] = []
    level = heading.level
    for one in reversed([one for one in headings if one.row < heading.row]):
        if one.level < level:
            found.append(one)
            level = one.level
    return found
