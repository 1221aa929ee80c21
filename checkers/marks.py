"""The number that a paragraph begins with, typed or automatic, in every form that schools use."""

from __future__ import annotations

import re
from dataclasses import dataclass

from plans.numerals import HAN, number_of

_N = rf"[{HAN}]{{1,4}}"
_D = r"[0-9０-９]{1,2}"
_STOP = r"[、.．,，:：]"
_JOINT = r"[ \t\u3000]*"
_MODULES = "模块|模塊|板块|板塊|专题|專題|单元|單元|篇章|关注事项|關注事項|活动|活動|行动|行動"
# In order of trial. A form is (name, pattern); group 1 is the numeral.
_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("chapter", re.compile(rf"第\s*({_N}|{_D})\s*(?:章|部分|编|單元|单元){_STOP}?{_JOINT}")),
    ("subchapter", re.compile(rf"第\s*({_N}|{_D})\s*(?:节|節){_STOP}?{_JOINT}")),
    ("module", re.compile(
        rf"(?:{_MODULES})\s*({_N}|{_D})(?:{_STOP}{_JOINT}|[ \t\u3000]+)"
        rf"|第\s*({_N})[、：:]{_JOINT}(?![{HAN}])")),
    ("clause", re.compile(rf"第\s*({_N}|{_D})\s*[条條款]{_STOP}?{_JOINT}")),
    ("han-paren", re.compile(rf"[（(〔\[【]?\s*({_N})\s*[)）〕\]】]{_STOP}?{_JOINT}")),
    ("capital", re.compile(rf"([壹贰貳叁參参肆伍陆陸柒捌玖拾]{{1,3}}){_STOP}+{_JOINT}")),
    ("han", re.compile(rf"({_N})(?:{_STOP}+{_JOINT}|[ \t\u3000]+)(?!是)")),
    ("arabic-paren", re.compile(rf"[（(〔\[【]?\s*({_D})\s*[)）〕\]】]{_STOP}?{_JOINT}")),
    ("decimal", re.compile(rf"({_D}(?:[.．]{_D}){{1,3}})(?:[、.．]|(?=\s|[\u4e00-\u9fff]))"
                           rf"(?![月日年%％折倍万亿元]){_JOINT}")),
    ("arabic", re.compile(rf"({_D}|[lI](?=[.．、]))(?:[、.．:：]{_JOINT}(?![0-9０-９])|"
                          r"[ \t\u3000]+(?=[\u4e00-\u9fff“《]))")),
    ("letter", re.compile(rf"([A-Za-z])[、.．)）]{_JOINT}(?=[\u4e00-\u9fff])")),
    ("ordinal", re.compile(r"([一二三四五六七八九十])是(?=[^否的])")),
)
_SINGLE = {"㈠": "han-paren", "⑴": "arabic-paren", "⒈": "arabic", "①": "circled", "❶": "circled",
           "➀": "circled", "Ⅰ": "roman"}
_SIZES = {"㈠": 10, "⑴": 20, "⒈": 20, "①": 20, "❶": 10, "➀": 10, "Ⅰ": 12}
_SIGNS = {chr(ord(first) + step): (form, step + 1)
          for first, form in _SINGLE.items() for step in range(_SIZES[first])}

RANK = {"chapter": 0, "roman": 0, "subchapter": 1, "capital": 1, "han": 2, "han-paren": 3,
        "module": 3, "clause": 4, "arabic": 4, "decimal-2": 5, "decimal-3": 6, "decimal-4": 7,
        "arabic-paren": 8, "circled": 9, "letter": 9, "ordinal": 10}
"""The order in which GB/T 9704-2012 (7.3.3) and habit nest the forms, outermost first."""
OUTERMOST = frozenset(form for form, rank in RANK.items() if rank <= RANK["han"])
OUTER = frozenset(form for form, rank in RANK.items() if rank <= RANK["han-paren"])
"""The forms that number the sections of a paper; with those that number what is in them."""


@dataclass(frozen=True, slots=True)
class Mark:
    """`text` is the number as displayed ("（一）"), `numeral` the bare one ("一"), `rest` what
    follows it in the paragraph."""

    form: str
    value: int
    numeral: str
    text: str
    rest: str


def mark_of(text: str, number: str = "") -> Mark | None:
    """The number that a paragraph begins with; `number` is its automatic one, "" if it has none.

    A number that is typed as well as automatic is taken off both times.
    """
    text = text.lstrip(" \t\u3000\xa0")
    typed = _typed(text)
    if not number:
        return typed
    automatic = _typed(number.strip() + " 一") or _typed(number.strip() + "、一")
    if automatic is None:
        return typed
    if typed is not None and typed.form == automatic.form and typed.value == automatic.value:
        text = typed.rest
    return Mark(automatic.form, automatic.value, automatic.numeral, number, text)


def _typed(text: str) -> Mark | None:
    if not text:
        return None
    if text[0] in _SIGNS:
        form, sign = _SIGNS[text[0]]
        rest = text[1:].lstrip("、.． \t\u3000")
        return Mark(form, sign, text[0], text[:len(text) - len(rest)].rstrip(), rest)
    for form, pattern in _FORMS:
        if match := pattern.match(text):
            numeral = match[match.lastindex or 1]
            value: int | None = (number_of(re.split("[.．]", numeral)[-1]) if form == "decimal"
                     else 1 if numeral in ("l", "I") else _letter(numeral)
                     if form == "letter" else number_of(numeral))
            if value is None or value > 99:
                return None
            if form == "decimal":
                form = f"decimal-{len(re.split('[.．]', numeral))}"
            return Mark(form, value, numeral, match[0].strip(), text[match.end():])
    return None


def _letter(letter: str) -> int:
    return ord(letter.upper()) - ord("A") + 1
