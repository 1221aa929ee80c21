"""Type sizes as Chinese schools call them: 三号 is 16 points as in the list of Word and WPS."""

from __future__ import annotations

import re
import unicodedata

from plans.messages import _

_POINTS = {"初号": 42.0, "小初": 36.0, "一号": 26.0, "小一": 24.0, "二号": 22.0, "小二": 18.0,
           "三号": 16.0, "小三": 15.0, "四号": 14.0, "小四": 12.0, "五号": 10.5, "小五": 9.0,
           "六号": 7.5, "小六": 6.5, "七号": 5.5, "八号": 5.0}
_FIGURES = str.maketrans("12345678", "一二三四五六七八")
_UNITS = ("pt", "磅", "点", "mm", "毫米", "字符", "字", "个字")
_NUMBER = re.compile(r"([+-]?\d{1,4}(?:\.\d{1,4})?)\s*(.*)", re.DOTALL)


def points_of(text: str) -> float | None:
    """The points that `text` names: 三号, 3号, 小四号, 小4, 16, 16pt, 16磅; None where none."""
    plain = "".join(unicodedata.normalize("NFKC", text).split())
    named = plain.translate(_FIGURES)
    for name in (named, named.removesuffix("号")):
        if name in _POINTS and not plain.isdecimal():
            return _POINTS[name]
    return number_in(plain)


def number_in(text: str) -> float | None:
    """The number that `text` writes, alone or with its unit (37 mm, 28.95磅, 2字符); else None."""
    match = _NUMBER.fullmatch(unicodedata.normalize("NFKC", text).strip().replace("−", "-"))
    return float(match[1]) if match and match[2].lower() in ("", *_UNITS) else None


def size_name(points: float) -> str:
    """A size as it is shown: "三号 16 pt"; without a name, "17 pt"."""
    name = next((name for name, value in _POINTS.items() if value == points), "")
    size = _("{number} pt").format(number=f"{points:g}")
    return f"{name} {size}".strip()
