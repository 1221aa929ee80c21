"""The form in which names are compared: what differs only in writing becomes equal.

For comparison only; what is printed or quoted is always the text as it was typed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache

# Radicals that NFKC leaves alone although fonts and print-to-PDF put them in place of the character
# (CJK Radicals Supplement, U+2E80-2EFF; only those that occur in ordinary school words).
_RADICALS = str.maketrans("⺒⺓⺟⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳⺫⺮⺼",
                          "巳幺母民虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙龟目竹月")
# Variants of Hong Kong and Taiwan, and a few Simplified ones, that opencc leaves as they are.
_VARIANTS = str.maketrans("著衞敍痺睪簷暱谘馀锺钜迳", "着卫叙痹睾檐昵咨余钟巨径")
_MARKS = re.compile(r"[^\w]+|_+", re.UNICODE)


@lru_cache(maxsize=1)
def _converter() -> object:
    import opencc  # late: it costs 35 ms, and most documents are Simplified

    return opencc.OpenCC("t2s")


def simplified(text: str) -> str:
    """`text` with Traditional characters turned Simplified by phrases (計畫 → 计划)."""
    if text.isascii():
        return text
    return str(_converter().convert(text))  # type: ignore[attr-defined]  # opencc has no types


@lru_cache(maxsize=8192)
def compare_form(text: str) -> str:
    """`text` without blanks and punctuation, in NFKC, Simplified, lower case.

    >>> compare_form("校本研修的總體目標：")
    '校本研修的总体目标'
    """
    return _MARKS.sub("", plain_form(text))


def plain_form(text: str) -> str:
    """As `compare_form`, blanks and punctuation kept: it tells where words end."""
    plain = unicodedata.normalize("NFKC", text).translate(_RADICALS)
    return simplified(plain).translate(_VARIANTS).lower()


def nearest(name: str, known: Iterable[str], cutoff: float = 0.6) -> str | None:
    """The one of `known` that `name` was probably meant to be, or None.

    `cutoff` is the share of equal characters that it takes, 0 to 1.
    """
    forms = {compare_form(one): one for one in known}
    found = get_close_matches(compare_form(name), forms, n=1, cutoff=cutoff)
    return forms[found[0]] if found else None
