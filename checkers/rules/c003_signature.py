"""C003 signature: the signature at the end is not filled in, or one that is asked for is not there.

Fails:
    江城实验学校2026年校本研修计划
    一、指导思想
    把每件小事落到班级里和学生身上。
    江城实验学校
    　　年　　月　　日
Passes:
    江城实验学校2026年校本研修计划
    一、指导思想
    把每件小事落到班级里和学生身上。
    江城实验学校
    2026年3月1日
Why:    a paper without a date cannot be filed, and nobody answers for one without a name.
Mend:   write who hands the paper in and when, under the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checkers.case import Case
from checkers.findings import Finding, Location, at_paragraph
from checkers.lines import Line
from checkers.outline import PartOutline
from checkers.signature import signature_rows
from plans.messages import _

SEVERITY = "warning"
SEVERITY_IN_FORMS = "error"
# A date that nobody has written in yet: 　　年　月　日, 20  年X月X日, ____年__月__日.
_NO_DATE = re.compile(r"^\D{0,6}?(?:[:：]\s*)?(?:20\d{0,2})?[\s_＿　xX×〇○]*年"
                      r"[\s_＿　xX×]*月[\s_＿　xX×]*日?\s*$")
_LAST = 4           # lines from the end in which it stands


def check(case: Case) -> Iterator[Finding]:
    """What is signed by hand (校长签字：____) is let be; a form has boxes of its own for that."""
    if case.outline is None or not case.is_judged:
        return
    if case.kind is not None and case.kind.is_drawn and not case.kind.signature_required:
        return      # signed by hand, on paper
    main = case.outline.main
    lines = [row for row in main.rows if isinstance(row, Line)][-_LAST:]
    for line in lines:
        if _NO_DATE.match(line.text):
            yield Finding(_("the date under the text is not filled in"),
                          _("write the day on which the paper is handed in"),
                          at_paragraph(line.paragraph))
            return
    if case.kind is not None and case.kind.signature_required and main.rows:
        yield from _missing(main)


def _missing(main: PartOutline) -> Iterator[Finding]:
    signed = [row for at in signature_rows(main.rows)
              if isinstance(row := main.rows[at], Line)]
    dated = any(line.is_date for line in signed)
    if not signed or not dated or len(signed) < 2:
        what = (_("the signature is missing") if not signed else
                _("the signature names nobody") if dated else _("the signature bears no date"))
        yield Finding(what, _("write who issues the paper, and under it the date"),
                      at_paragraph(signed[-1].paragraph) if signed else Location())
