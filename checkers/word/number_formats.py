"""A number as Word prints it in each of its number formats.

Source: ECMA-376 part 1, 17.18.59 (ST_NumberFormat). Formats not listed are printed as digits.
"""

from __future__ import annotations

from collections.abc import Callable

from plans.numerals import in_chinese

_MOST = 9999        # no list is longer; a start of 2,147,483,647 must not become a million M's
_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
          (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_SIMPLIFIED = str.maketrans("零一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")
_TRADITIONAL = str.maketrans("零一二三四五六七八九十百千", "零壹貳參肆伍陸柒捌玖拾佰仟")
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


def formatted(number: int, name: str) -> str:
    """`number` in the format `name` ("chineseCounting"); "" for a bullet or none."""
    if name in ("bullet", "none"):
        return ""
    maker = _FORMATS.get(name)
    return maker(number) if maker and 0 < number <= _MOST else str(number)


def _counted(number: int) -> str:
    """一 to 九十九, then digit by digit: how Word's plain counting goes on."""
    return in_chinese(number) if number < 100 else _digits(number)


def _digits(number: int) -> str:
    return "".join("○" if digit == "0" else in_chinese(int(digit)) for digit in str(number))


def _japanese(number: int) -> str:
    """百 and 千 stand without 一, and no 零 fills a gap."""
    return in_chinese(number).replace("零", "").replace("一百", "百").replace("一千", "千") \
        .replace("一十", "十")


def _with_one(number: int) -> str:
    """Bills write 壹拾 for 10."""
    return ("一" if 10 <= number < 20 else "") + in_chinese(number)


def _letters(number: int) -> str:
    """A to Z, then AA, BB, as Word goes on; beyond 780 Word itself prints no letters."""
    again, letter = divmod(number - 1, 26)
    return chr(65 + letter) * (again + 1) if number <= 780 else str(number)


def _roman(number: int) -> str:
    out = ""
    for value, sign in _ROMAN:
        out += sign * (number // value)
        number %= value
    return out


def _run_of(first: str, last: int) -> Callable[[int], str]:
    """Characters that stand in a row in Unicode, from `first` for 1 up to `last`."""
    return lambda number: chr(ord(first) + number - 1) if number <= last else str(number)


def _cycle(signs: str) -> Callable[[int], str]:
    return lambda number: signs[number - 1] if number <= len(signs) else str(number)


def _sixty(number: int) -> str:
    return _STEMS[(number - 1) % 10] + _BRANCHES[(number - 1) % 12] if number <= 60 else str(number)


_CIRCLES = _run_of("①", 20)
_FORMATS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda number: f"{number:02d}",
    "decimalFullWidth": lambda number: str(number).translate(_FULL_WIDTH),
    "decimalFullWidth2": lambda number: str(number).translate(_FULL_WIDTH),
    "decimalEnclosedCircle": _CIRCLES,
    "decimalEnclosedCircleChinese": _CIRCLES,
    "decimalEnclosedParen": _run_of("⑴", 20),
    "decimalEnclosedFullstop": _run_of("⒈", 20),
    "ideographEnclosedCircle": _run_of("㊀", 10),
    "numberInDash": lambda number: f"- {number} -",
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperLetter": _letters,
    "lowerLetter": lambda number: _letters(number).lower(),
    "chineseCounting": _counted,
    "taiwaneseCounting": _counted,
    "chineseCountingThousand": in_chinese,
    "taiwaneseCountingThousand": in_chinese,
    "japaneseCounting": _japanese,
    "ideographDigital": _digits,
    "taiwaneseDigital": _digits,
    "japaneseDigitalTenThousand": _digits,
    "chineseLegalSimplified": lambda number: _with_one(number).translate(_SIMPLIFIED),
    "ideographLegalTraditional": lambda number: _with_one(number).translate(_TRADITIONAL),
    "ideographTraditional": _cycle(_STEMS),
    "ideographZodiac": _cycle(_BRANCHES),
    "ideographZodiacTraditional": _sixty,
}
