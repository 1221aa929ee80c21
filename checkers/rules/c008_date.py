"""C008 date: a date that there is not, or that falls on another day of the week.

Fails:
    校本研修计划
    一、指导思想
    把每件小事落到班级里和学生身上，2月30日前交计划。
Passes:
    校本研修计划
    一、指导思想
    把每件小事落到班级里和学生身上，2026年3月2日（星期一）前交计划。
Why:    a date from last year's plan stands on the wrong day, and people come on it.
Mend:   look the day up in a calendar and correct it.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from checkers.case import Case
from checkers.document import paragraphs_in
from checkers.findings import Finding, at_paragraph
from plans.messages import _

SEVERITY = "warning"
SEVERITY_IN_FORMS = "error"
_DAYS = "一二三四五六日"
_DATE = re.compile(r"(?<!\d)(?:(?P<year>20\d{2}|19\d{2})\s*年\s*)?(?P<month>\d{1,2})\s*月\s*"
                   r"(?P<day>\d{1,2})\s*[日号](?:\s*[（(]?\s*(?:星期|周|礼拜)"
                   r"(?P<weekday>[一二三四五六日天]))?(?![期程])")
_LEAP = 2024        # without a year the 29th of February is let be


def check(case: Case) -> Iterator[Finding]:
    """Each such date once; a day of the week is only compared where the year stands with it."""
    told: set[str] = set()
    document = case.submission.document
    blocks = [block for part in document.parts for block in part.blocks] if document else []
    for paragraph in (one for block in blocks for one in paragraphs_in(block)):
        for match in _DATE.finditer(paragraph.text):
            wrong = _wrong(match)
            if wrong and match[0] not in told:
                told.add(match[0])
                yield Finding(wrong, _("look it up in a calendar and correct it"),
                              at_paragraph(paragraph))


def _wrong(match: re.Match[str]) -> str:
    """What is wrong with a date, "" for nothing."""
    year, month, day = (int(match[name] or 0) for name in ("year", "month", "day"))
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(year or _LEAP, month)[1]:
        return _("there is no {date}").format(date=match[0].strip())
    if year and match["weekday"]:
        right = _DAYS[date(year, month, day).weekday()]
        if match["weekday"].replace("天", "日") != right:
            return _("{year}年{month}月{day}日 is a 星期{right}, not what stands there").format(
                year=year, month=month, day=day, right=right)
    return ""
