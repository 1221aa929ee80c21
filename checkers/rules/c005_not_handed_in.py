"""C005 not-handed-in: somebody on the roster from whom a paper is due, and none came.

Fails:
    roster 姓名,单位
    roster 王珂,江城实验学校
    roster 李明,江城实验学校
    file good.docx as 王珂-计划.docx
Passes:
    roster 姓名,单位
    roster 王珂,江城实验学校
    roster 李明,江城实验学校
    file good.docx as 王珂-计划.docx
    file standard.docx as 李明-计划.docx
Why:    a file that is not there has no faults, and is easily forgotten.
Mend:   remind them; or write the name on the roster as the file has it, or into the file's name.
"""

from __future__ import annotations

from collections.abc import Iterator

from checkers.findings import Finding
from checkers.lot import Lot
from plans.messages import _

SEVERITY = "error"


def check_whole(lot: Lot) -> Iterator[Finding]:
    """Said of the whole check, and not of any file."""
    for one in lot.not_submitted():
        who = f"{one.name}（{one.unit}）" if one.name and one.unit else one.name or one.unit
        yield Finding(
            _("{who} has not handed in {kind}").format(who=who, kind=one.kind_name)
            if one.kind_name else _("{who} has not handed in").format(who=who),
            _("remind them, or correct the roster or the name of the file"))
