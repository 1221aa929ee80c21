"""C004 handed-in-twice: the same file under two names, or two papers of one kind from one person.

Fails:
    roster 姓名,单位
    roster 王珂,江城实验学校
    file good.docx as 王珂-计划.docx
    file good.docx as 王珂-计划-1.docx
Passes:
    roster 姓名,单位
    roster 王珂,江城实验学校
    roster 李明,江城实验学校
    file good.docx as 王珂-计划.docx
    file standard.docx as 李明-计划.docx
Why:    nobody knows which of the two counts; the same file from two people may be a copy.
Mend:   ask which one counts and take the other away, or ask for the right file.
"""

from __future__ import annotations

from collections.abc import Iterator

from checkers.findings import Finding
from checkers.lot import Lot
from plans.messages import _

SEVERITY = "warning"


def check_newest(lot: Lot) -> Iterator[Finding]:
    """Said of the later file, which names the earlier one."""
    if lot.same_bytes is not None:
        yield Finding(_("the file is the same, byte for byte, as {other}").format(
            other=lot.same_bytes.path), _("take one of the two away, or ask for the right file"))
    elif lot.same_paper is not None and lot.newest.whose.owner is not None:
        kind = lot.newest.kind
        yield Finding(
            _("{who} has handed in such a paper already ({kind}): {other}").format(
                who=lot.newest.whose.owner.called, other=lot.same_paper.path,
                kind=kind.name) if kind else
            _("{who} has handed in a paper already: {other}").format(
                who=lot.newest.whose.owner.called, other=lot.same_paper.path),
            _("ask which one counts, and take the other away"))
