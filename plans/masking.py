"""ID-card and phone numbers made unreadable: what is shown to many keeps only enough to tell which.

330***********1234, 138****5678, 0571-****4321. Years, dates, amounts and the numbers of documents
stay. A number that is mistyped but still tells the birthday is hidden as well. Where a field is
known to hold such a number it is hidden whatever its digits are.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import TypeVar

from plans.person_numbers import is_checked

T = TypeVar("T")
SECRET = frozenset({"id-number", "phone"})      # types of fields that hold numbers of persons
_WHOLE = 11         # digits from which a number keeps its beginning

_AS_IT_IS = frozenset({"path", "sha256"})       # by which a file is found again

_SEP = "[ \u00a0\u2002-\u200b\u3000\u2010-\u2015\uff0d-]"
_MANY = re.compile(rf"\d(?:{_SEP}|\d){{5,}}\d")
# The first two digits of an ID card: provinces by GB/T 2260 (and 81-83, residents from there).
_PROVINCE = re.compile("1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]")
_ID = re.compile(r"(?<!\d)(?:\d{17}[XxＸｘ]|\d{15,19})(?!\d)")
_SPACED_ID = re.compile(rf"(?<![\d*])\d(?:{_SEP}?\d){{16}}{_SEP}?[\dXxＸｘ](?!\d)")

# Amounts: ¥13812345678, 13812345678元, 13812345678.00. Other numbers: 课题编号：13812345678.
_FREE = rf"(?<!\d)(?<![¥￥$])(?<![¥￥$]{_SEP})"
_END = r"(?!\d)(?!\.\d\d?(?!\d))(?!\s?[万亿]?元)"
_OTHER_NUMBER = re.compile(
    r"(?:编号|文号|字号|学号|工号|单号|证书号|发票号|批号|项目号|课题号|账号|帐号|No\.?|№)\s*[:：]?\s*$",
    re.IGNORECASE)
_CHINA = rf"(?:(?:\+|00)?86{_SEP}?)?"
_MOBILE = re.compile(rf"{_FREE}{_CHINA}(1[3-9]\d{_SEP}?(\d{{4}}){_SEP}?(\d{{4}})){_END}")
_LANDLINE = re.compile(
    rf"{_FREE}(?<!\d[-])(?:{_CHINA}[(（]?0(?:10|2\d|[3-9]\d\d)[)）]?|(?:\+|00)86{_SEP}?[1-9]\d{{1,2}})"
    rf"{_SEP}?([2-9]\d{{2,3}}{_SEP}?(\d{{4}})){_END}")
_CALLED = re.compile(
    r"(?i)((?:电话|座机|固话|传真|手机|联系方式|tel|phone|fax|mobile)(?:号码?)?\s*"
    r"(?:[（(][^()（）\d]{0,8}[)）])?\s*[.:：]?\s*)"
    rf"((?:\d{{3,4}}{_SEP}?\d{{4}}(?!\d)[、，,/;； ]*)+)")
_LOCAL = re.compile(rf"(?<!\d)(\d{{3,4}}){_SEP}?(\d{{4}})(?!\d)")


def masked(text: str) -> str:
    """`text` with the middle of every ID-card and phone number as asterisks; as long as before."""
    if not _MANY.search(text):
        return text
    text = _without_spaced_ids(_ID.sub(_hidden_id, text))
    text = _MOBILE.sub(_hidden_mobile, text)
    text = _LANDLINE.sub(_hidden_landline, text)
    return _CALLED.sub(lambda match: match[1] + _LOCAL.sub(_hidden_local, match[2]), text)


def masked_as(type_: str, text: str) -> str:
    """`text` out of a field of a type, all its signs but a few hidden where the type is SECRET:
    what is mistyped, or of a region that does not exist, is a person's number no less."""
    if type_ not in SECRET:
        return masked(text)
    count = sum(map(_is_sign, text))
    return _hidden(text, 3, 4) if count >= _WHOLE else _hidden(text, 0, min(4, count // 2))


def masked_all(value: T) -> T:
    """`value` with every text in it masked, through dataclasses and containers; the path of a file
    and its digest stay, for by them it is found again. What has a method `masked` knows better."""
    made: object = value
    if isinstance(value, str):
        made = masked(value)
    elif (own := getattr(value, "masked", None)) is not None and not isinstance(value, type):
        made = own()
    elif isinstance(value, tuple):
        made = tuple(masked_all(one) for one in value)
    elif isinstance(value, list):
        made = [masked_all(one) for one in value]
    elif isinstance(value, dict):
        made = {key: one if key in _AS_IT_IS else masked_all(one) for key, one in value.items()}
    elif is_dataclass(value) and not isinstance(value, type):
        old = {one.name: getattr(value, one.name) for one in fields(value)
               if one.name not in _AS_IT_IS}
        new = {name: masked_all(one) for name, one in old.items()}
        made = replace(value, **new) if new != old else value
    return made     # type: ignore[return-value]  # of the type that came in


def _hidden(text: str, first: int, last: int) -> str:
    """`text` with its digits as asterisks, but for the `first` and the `last` ones."""
    places = [at for at, char in enumerate(text) if _is_sign(char)]
    gone = set(places[first:len(places) - last])
    return "".join("*" if at in gone else char for at, char in enumerate(text))


def _is_sign(char: str) -> bool:
    return char.isdigit() or char in "XxＸｘ"


def _hidden_id(match: re.Match[str]) -> str:
    return _hidden(match[0], 3, 4) if _is_id(match[0]) else match[0]


def _without_spaced_ids(text: str) -> str:
    """330102 1990 0307 1234: what stands before it may look like a part of it."""
    at = 0
    while match := _SPACED_ID.search(text, at):
        at = match.start() + 1
        if (hidden := _hidden_id(match)) != match[0]:
            text, at = text[:match.start()] + hidden + text[match.end():], match.end()
    return text


def _is_id(text: str) -> bool:
    plain = "".join("X" if char in "XxＸｘ" else str(int(char)) for char in text
                    if _is_sign(char))
    if not _PROVINCE.match(plain):          # none such; but one that fits together is meant as one
        return len(plain) == 18 and _is_birthday(plain[6:14]) and is_checked(plain)
    if len(plain) == 15:                    # of before 1999: two digits for the year
        return plain.isdecimal() and _is_day(plain[8:12])
    if len(plain) == len(text) == 18:       # one that is mistyped tells as much
        return plain[6:8] in ("19", "20") or is_checked(plain)
    return len(plain) in (16, 17, 18, 19) and plain[6:8] in ("19", "20") and _is_day(plain[10:14])


def _is_birthday(text: str) -> bool:
    try:
        return 1900 <= date(int(text[:4]), int(text[4:6]), int(text[6:])).year <= 2099
    except ValueError:
        return False


def _is_day(text: str) -> bool:
    return "01" <= text[:2] <= "12" and "01" <= text[2:] <= "31"


def _hidden_mobile(match: re.Match[str]) -> str:
    if _are_years(match[2], match[3]) and len(match[1]) > 11:       # 150 2014 2015
        return match[0]
    if _OTHER_NUMBER.search(match.string, max(0, match.start() - 12), match.start()):
        return match[0]
    return _in_place(match, lambda number: _hidden(number, 3, 4))


def _hidden_landline(match: re.Match[str]) -> str:
    number = match[1]
    if len(number) > 8 and _are_years(number[:4], match[2]):
        return match[0]
    return _in_place(match, lambda number: _hidden(number, 0, 4))


def _hidden_local(match: re.Match[str]) -> str:
    whole = match[1] + match[2]
    if (len(match[0]) > 8 and _are_years(match[1], match[2])) or (
            len(whole) == 8 and whole[:2] in ("19", "20") and _is_day(whole[4:])):
        return match[0]
    return _hidden(match[0], 0, 4)


def _in_place(match: re.Match[str], hide: Callable[[str], str]) -> str:
    start, end = match.start(1) - match.start(), match.end(1) - match.start()
    return match[0][:start] + hide(match[1]) + match[0][end:]


def _are_years(*texts: str) -> bool:
    return all("1900" <= text <= "2099" for text in texts)
