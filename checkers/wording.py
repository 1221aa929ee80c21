"""What the words of a line say, so far as it tells a heading from an item, a role or a greeting."""

from __future__ import annotations

import re
from collections.abc import Iterator

# What is told to be done, and how often: a duty is stated, a section is named.
_DUTY = re.compile(
    r"必须|应当|不得|须|务必|禁止|严禁|不准|不要|要求|每[人位个名学周月天日班年]|人人|至少|不少于|以上|以下|"
    r"一律|原则上|可以|有权|不迟到")
_NUMBERS = re.compile(
    r"[\d一二三四五六七八九十百]+\s*(?:次|本|篇|节|个|名|人|项|份|元|天|周|课时|学时|%|％|分)")
_ROLE = re.compile(
    r"(?:第?[一二三四]?副?组\s*长|成\s*员|组员|常务副组长|执行组长|副?主任委?员?|委\s*员|委員|主任委員|"
    r"副主任委員|顾问|主持人|负责人|联系人|地址|电话|邮箱|邮编|副?总指挥)$")
_GREETING = re.compile(
    r"(?:(?:各|尊敬的|亲爱的|敬爱的|致|全体|同学们|老师们).*"
    r"|[^，。]{0,12}(?:老师|老師|同志|同学|同學|先生|女士|校长|校長|主任|家长朋友|同仁))[：:]$")
_ANNOUNCES = re.compile(
    r"(?:如下|以下|下列|包括|包含|分别是|分为|做到|为|是|有|提醒我们|告诉我们|表明)[^。]{0,8}[：:]$|如下$")
_DATES = re.compile(r"\d+\s*[月日时点]|\d{4}\s*年|\d{4}[-./]\d")
_ASIDES = ("（", "(", "*", "注", "说明", "說明", "备注", "備註")


def title_says(title: str) -> Iterator[str]:
    """The traits of the words of a title."""
    for trait, holds in (("has a comma", "，" in title or "," in title),
                         ("says a duty", _DUTY.search(title)),
                         ("says a number", _NUMBERS.search(title)),
                         ("names a role", _ROLE.search(title))):
        if holds:
            yield trait


def line_says(text: str) -> Iterator[str]:
    """The traits of the words of a whole line without a number."""
    for trait, holds in (("greets", _GREETING.match(text)),
                         ("announces what follows", _ANNOUNCES.search(text)),
                         ("is an aside", text.startswith(_ASIDES)),
                         ("holds a date", _DATES.search(text))):
        if holds:
            yield trait
