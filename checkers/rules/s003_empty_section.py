"""S003 empty-section: a section has a heading but no text.

Fails:
    --require 指导思想
    一、指导思想
    【待填：指导思想】
    二、工作目标
    全年研读专著两本。
Passes:
    --require 指导思想
    一、指导思想：以促进班主任专业成长为宗旨。
    二、工作目标
    全年研读专著两本。
Why:    a heading alone says that somebody meant to write the section and did not.
Mend:   write the section under its heading.
"""

from __future__ import annotations

from collections.abc import Iterator

from checkers.case import Case
from checkers.findings import Finding, at_heading
from checkers.matching import EMPTY
from plans.messages import _

SEVERITY = "error"


def check(case: Case) -> Iterator[Finding]:
    """Sub-headings are no text; a table, a list and a text run in are."""
    for one in case.requirements:
        if one.state == EMPTY and one.heading is not None:
            yield Finding(
                _("the section “{title}” is empty").format(title=one.heading.title),
                _("write its text under the heading"), at_heading(one.heading))
