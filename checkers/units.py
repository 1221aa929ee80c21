"""The schools and studios that a text names: 江城实验学校, 王珂名班主任工作室."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from plans.comparing import compare_form

_UNIT = re.compile(r"[\u4e00-\u9fff]{2,20}?(?:实验学校|高级中学|进修学校|职业学校|学校|中学|"
                   r"小学|中心校|幼儿园|中专|职中|职高|學校|中學|小學|幼兒園)")
# 王珂名班主任工作室 at the start or behind a school; 关于开展名班主任工作室… is nobody's.
_STUDIO = re.compile(r"(?:^|[^\u4e00-\u9fff]|[校学园区专市县])([\u4e00-\u9fff]{2,3}?)"
                     r"(?<!开展)(?<!建设)(?<!成立)(?<!申报)(?<!组建)(?<!全校)(?<!青年)(?:名|优秀|首席|骨干)?"
                     r"(?:班主任|名师|德育|名校长)工作室")
_LEADS = re.compile(r"^(?:\d+|关于|印发|附件|我|本|各|全|某|有关|全体|所有|及|和|与|在)+")
# What is said of schools in general, and names none.
_GENERAL = re.compile(r"(?:中小|职业|乡镇|农村|寄宿制|义务教育|示范|特色|文明|平安|绿色|"
                      r"家长|业余|所在|优秀)(?:学校|学|中学|小学)$")
_SAME = 0.6         # share of characters in common from which two names may be one school


def units_in(text: str) -> tuple[str, ...]:
    """The schools that a title, signature or file name names, in compare form."""
    found = []
    for match in _UNIT.finditer(text):
        name = _LEADS.sub("", match[0])
        if len(name) >= 4 and not _GENERAL.search(name):
            found.append(compare_form(name))
    return tuple(dict.fromkeys(found))


def studios_in(text: str) -> tuple[str, ...]:
    """The persons after whom studios are named there (王珂 of 王珂名班主任工作室)."""
    return tuple(dict.fromkeys(compare_form(_LEADS.sub("", match[1]))
                               for match in _STUDIO.finditer(text)))


def may_be_one(name: str, other: str) -> bool:
    """Whether two names may mean one school: 实验小学 and 江城市实验小学, 育才中学 and 育才学校."""
    return name in other or other in name or (
        SequenceMatcher(None, name, other).ratio() >= _SAME)
