"""The day on which a task is due, as an old paper or a table writes it."""

from __future__ import annotations

import re

from plans.comparing import simplified
from plans.dates import date_of
from plans.numerals import HAN

_N = rf"(?:\d{{1,2}}|[{HAN}]{{1,3}})"
_WEEK = re.compile(rf"第\s*{_N}\s*[周週]$")
_WEEK_BEHIND = re.compile(rf"\s*[（(]第\s*{_N}\s*[周週][)）]$")
_DAY = re.compile(rf"(?:{_N}\s*月\s*)?{_N}\s*[日号]?$")


def due_in(text: str) -> str:
    """What an input takes for a due day: a date, 3月20日, 20日 or 第3周; "" where `text` is none.

    A week behind a day (9月11日（第2周）) only explains it.
    """
    day = _WEEK_BEHIND.sub("", text.strip())
    plain = simplified(day)
    is_day = date_of(plain) is not None or _DAY.match(plain) or _WEEK.match(plain)
    return day if is_day else ""
