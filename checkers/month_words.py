"""Month words at the start of a line or cell: 三月份：, 2014年3月, 7、8月份, 九月—一月."""

from __future__ import annotations

import re
from dataclasses import dataclass

from plans.numerals import HAN, number_of

_N = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]|元(?=\s*月))"
_YEAR = rf"(?:(?P<year>\d{{4}}|[{HAN}]{{4}})\s*[年.\-/]\s*)?"
_DAY = r"(?:\s*\d{1,2}\s*[日号號])"
_DASH = r"\s*(?:~|～|-{1,2}|—{1,2}|–|－|至|到)\s*"
_LIST = r"\s*[、,，和]\s*"
# 3月, 三月份; a range 9月-1月, 九月——一月, 9月1日-9月30日; a list 7、8月份.
_TOKEN = re.compile(
    rf"{_YEAR}(?P<first>{_N})\s*(?:"
    rf"月(?:\s*份)?{_DAY}{_DASH}(?:(?P<year2>\d{{4}})\s*年\s*)?(?P<to>{_N})\s*月(?:\s*份)?{_DAY}"
    rf"|(?:月(?:\s*份)?)?{_DASH}(?:(?P<year3>\d{{4}})\s*年\s*)?(?P<until>{_N})\s*月(?:\s*份)?"
    rf"|(?P<more>(?:(?:\s*月(?:\s*份)?)?{_LIST}{_N})+)\s*月(?:\s*份)?"
    rf"|月(?:\s*份)?(?:\s*(?:[上中下]旬|[初中底末](?=[：:\s]|$)))?)")
_AFTER = re.compile(r"\s*(?P<sep>[：:、.．,，]|[—–－-]{1,2}(?!\s*[\d一二三四五六七八九十])|"
                    r"[\s\u3000]|[（(](?P<aside>[^（()）]*)[)）]\s*[:：]?|$)")
_WORK = re.compile(r"\s*(?:的)?(?:主要)?(?:重点)?(?:德育)?(?:教研)?(?:工作|活动|任务|安排|计划|"
                   r"要点|重点|内容|主题){1,3}\s*(?P<sep>[：:]|$)")
_WEEKS = re.compile(r"周|日|号|\d")     # in brackets after a month they say when, not what
_BRACKETED = re.compile(rf"[【〔［（(]\s*({_YEAR}{_N}\s*月(?:\s*份)?)\s*[】〕］)）]")
_PLAIN_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")
FIRST_YEAR, LAST_YEAR = 1950, 2100      # that a plan may speak of
_BULLET = re.compile(r"[●○•·◆◇■□★☆※▲△►▶➤✦]\s*")
_NUMBERED = re.compile(rf"^[（(]?(?:[{HAN}]{{1,3}}|\d{{1,2}})\s*[)）、.．]\s*")


@dataclass(frozen=True, slots=True)
class MonthWords:
    """`numbers` of the months named (1 to 12, in order), `year` of the first if it is written,
    `tasks` the text that follows on the line, and whether a separator or the end came after."""

    numbers: tuple[int, ...]
    year: int | None
    tasks: str
    text: str


def month_line(text: str) -> MonthWords | None:
    """The months that a line or cell begins with, None where it begins with none.

    A date (3月5日), a frequency (每月一次) and prose that goes on after the word are none.
    """
    text = text.strip().replace("\u00a0", " ").translate(_PLAIN_DIGITS)
    if bullet := _BULLET.match(text):
        text = text[bullet.end():]
    if bracketed := _BRACKETED.match(text):
        text = f"{bracketed[1]}：{text[bracketed.end():]}"
    for start in (text, _NUMBERED.sub("", text, count=1)):
        match = _TOKEN.match(start)
        if not match:
            continue
        rest = start[match.end():]
        after = _AFTER.match(rest) or _WORK.match(rest)
        if after is None:
            continue
        if start is text and _is_an_item(match):
            continue
        year = number_of(match["year"]) if match["year"] else None
        if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
            year = None         # a slip of the pen, or no year at all
        tasks = rest[after.end():].strip(" ：:、.．,，\t\u3000")
        aside = after.groupdict().get("aside") or ""
        if not tasks and not _WEEKS.search(aside):
            tasks = aside.strip()
        return MonthWords(_numbers(match), year, tasks, start[:match.end()])
    return None


def _is_an_item(match: re.Match[str]) -> bool:
    """Whether 1、三月 or 1、3月 is the first item of a list, and not January and March."""
    more = _months(match["more"] or "")
    if len(more) != 1 or not match["more"].strip().startswith(("、", "，", ",")):
        return False
    mixed = match["first"].isdecimal() != more[0].isdecimal()
    return mixed or (_number(more[0]) - _number(match["first"])) % 12 != 1


def _numbers(match: re.Match[str]) -> tuple[int, ...]:
    first = _number(match["first"])
    if last := match["to"] or match["until"]:
        steps = (_number(last) - first) % 12
        return tuple((first - 1 + step) % 12 + 1 for step in range(steps + 1))
    return (first, *map(_number, _months(match["more"] or "")))


def _months(text: str) -> list[str]:
    return [one for one in re.split(r"[、,，和月份\s]+", text) if one]


def _number(text: str) -> int:
    return 1 if text == "元" else number_of(text) or 0
