"""S007 near-miss: a heading that may be a required section under another name.

Fails:
    --require 班级公约
    一、班级公约汇编
    按时到校，见面问好。
Passes:
    --require 班级公约
    一、三年级班级公约
    按时到校，见面问好。
Why:    names vary without end; a person sees at once what a program must not guess.
Mend:   use the usual name, or add this one to the school's own topics.yaml.
"""

from __future__ import annotations

from collections.abc import Iterator

from checkers.case import Case
from checkers.findings import Finding, at_heading
from checkers.matching import UNCERTAIN
from plans.messages import _

SEVERITY = "warning"


def check(case: Case) -> Iterator[Finding]:
    """A question to a person; the section counts neither as there nor as missing."""
    for one in case.requirements:
        if one.state == UNCERTAIN and one.near is not None and one.section.required:
            name = one.section.topic or one.section.title
            yield Finding(
                _("is “{heading}” the section “{title}”?").format(
                    heading=one.near.title, title=one.section.name),
                _("if so, call it “{title}”, or accept the name in the school's topics.yaml: "
                  "{line}").format(title=one.section.name,
                                   line=f"topics: {{{name}: {{also: [{one.near.title}]}}}}"),
                at_heading(one.near), review=True,
                advice=_("if so, call it “{title}”; if not, write that section as well").format(
                    title=one.section.name))
