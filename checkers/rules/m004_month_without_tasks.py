"""M004 month-without-tasks: a month stands in the schedule, but nothing is planned in it.

Fails:
    --period 2014-03/2014-05
    三月份：制定计划。
    四月份：
    五月份：经验交流。
Passes:
    --period 2014-03/2014-05
    三月份：制定计划。
    四月份：主题班会。
    五月份：经验交流。
Why:    an empty month was usually forgotten, not free.
Mend:   write what is planned, or that nothing is.
"""

from __future__ import annotations

from collections.abc import Iterator

from checkers.case import Case
from checkers.findings import Finding, at_paragraph
from checkers.words import has_words
from plans.messages import _

SEVERITY = "error"


def check(case: Case) -> Iterator[Finding]:
    """What is still to be filled in is no task."""
    if case.outline is None or not case.asks_months:
        return
    idle = [one for one in case.outline.main.months if not has_words(one.tasks)]
    if idle:
        yield Finding(
            _("months without tasks: {months}").format(
                months="、".join(one.shown for one in idle)),
            _("write what is planned, or that nothing is"), at_paragraph(idle[0].paragraph))
