"""K005 not-an-option: what was filled in is none of the options.

Fails:
    form 姓名*, 职称*:choice 初级/中级/副高级
    姓名 | 王珂
    职称 | 特级
Passes:
    form 姓名*, 职称*:choice 初级/中级/副高级
    姓名 | 王珂
    职称 | 中级
Why:    five ways to write one rank cannot be counted, and a condition cannot be judged by them.
Mend:   take one of the options as it is written in the form.
"""

from __future__ import annotations

from collections.abc import Iterator

from checkers.answers import NO_OPTION
from checkers.case import Case
from checkers.findings import Finding
from checkers.told_answers import told
from plans.comparing import nearest
from plans.messages import _

SEVERITY = "error"


def check(case: Case) -> Iterator[Finding]:
    """Lists the options, and suggests the nearest."""
    for one in told(case):
        if one.answer.error != NO_OPTION:
            continue
        options = one.answer.field.options
        names = {name: option.name for option in options for name in (option.name, *option.also)}
        near = nearest(one.answer.text, names, cutoff=0.5)
        listed = "、".join(option.name for option in options)
        yield one.finding(
            _("{label}: {text} is none of the options").format(label=one.name,
                                                              text=one.answer.text),
            _("write {near}, if that is meant; the options are: {names}").format(
                near=names[near], names=listed) if near else
            _("write one of: {names}").format(names=listed))
