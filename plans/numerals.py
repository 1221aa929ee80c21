"""Numbers as Chinese documents write them, read and written.

Source: GB/T 15835-2011 for 〇 and the positional form; 壹贰叁 are the capital forms of bills.
"""

from __future__ import annotations

_DIGITS = {"〇": 0, "零": 0, "○": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7,
           "八": 8, "九": 9, "两": 2, "兩": 2,
           "壹": 1, "贰": 2, "貳": 2, "叁": 3, "參": 3, "参": 3, "肆": 4, "伍": 5, "陆": 6, "陸": 6,
           "柒": 7, "捌": 8, "玖": 9}
_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_WRITTEN = "零一二三四五六七八九"

HAN = "".join(_DIGITS) + "".join(_UNITS) + "廿卅"
"""Every character that a Chinese number may hold."""


def number_of(text: str) -> int | None:
    """The number that `text` writes: "12", "１２", "十二", "二〇一四", "壹", "廿一"; else None."""
    text = text.strip().replace("廿", "二十").replace("卅", "三十")
    if not text or len(text) > 12:
        return None
    if text.isdecimal():
        return int(text)
    if all(char in _DIGITS for char in text):
        return int("".join(str(_DIGITS[char]) for char in text))
    total, digit, unit = 0, None, 10_000
    for char in text:
        if char in _DIGITS and not digit:
            digit = _DIGITS[char]
        elif _UNITS.get(char, unit) < unit:
            unit = _UNITS[char]
            total += (1 if digit is None else digit) * unit
            digit = None
        else:
            return None     # no number at all, or none that anyone would say: 二三十, 十百
    return total + (digit or 0)


def in_chinese(number: int) -> str:
    """`number` (0 to 9999) as counted: 1 一, 12 十二, 20 二十, 105 一百零五.

    Raises ValueError outside that range.
    """
    if not 0 <= number <= 9999:
        raise ValueError(number)
    if number < 10:
        return _WRITTEN[number]
    out, gap = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            out += ("零" if gap and out else "") + _WRITTEN[digit] + name
            gap = False
        else:
            gap = True
    return out.removeprefix("一") if 10 <= number < 20 else out
