"""F011 kind-not-recognised: the document fits no kind, or several equally well.

Fails:
    秋季运动会通知
    各班：运动会定于十月举行。
Passes:
    --require 工作目标
    一、工作目标
    全年研读专著两本。
Why:    without a kind nobody knows which sections to ask for.
Mend:   say which it is with --kind, or which sections you want with --require.
"""

from __future__ import annotations

from collections.abc import Iterator

from checkers.case import Case
from checkers.findings import Finding
from plans.messages import _

SEVERITY = "warning"


def check(case: Case) -> Iterator[Finding]:
    """Only where a kind was to be found by itself."""
    if case.outline is None or case.kind is not None or not case.kind_wanted:
        return
    if case.submission.document is not None and case.submission.document.is_blank:
        return
    if case.candidates:
        what = _("the document fits several kinds: {kinds}").format(
            kinds="、".join(one.name for one in case.candidates))
    else:
        what = _("the document fits no known kind")
    yield Finding(what, _("say which it is with --kind, or what to look for with --require"),
                  review=True, is_internal=True)
