"""Numbers as Word prints them."""

import pytest

from checkers.word.number_formats import formatted


@pytest.mark.parametrize(("name", "printed"), [
    ("decimal", {0: "0", 1: "1", 12: "12"}),
    ("decimalZero", {1: "01", 12: "12"}),
    ("decimalFullWidth", {12: "１２"}),
    ("decimalHalfWidth", {12: "12"}),
    ("decimalEnclosedCircle", {1: "①", 20: "⑳", 21: "21"}),
    ("decimalEnclosedCircleChinese", {3: "③"}),
    ("decimalEnclosedParen", {2: "⑵"}),
    ("decimalEnclosedFullstop", {2: "⒉"}),
    ("ideographEnclosedCircle", {2: "㊁"}),
    ("upperRoman", {4: "IV", 9: "IX", 14: "XIV", 1999: "MCMXCIX"}),
    ("lowerRoman", {3: "iii"}),
    ("upperLetter", {1: "A", 26: "Z", 27: "AA", 28: "BB", 781: "781"}),
    ("lowerLetter", {2: "b"}),
    ("chineseCounting", {1: "一", 10: "十", 11: "十一", 20: "二十", 99: "九十九", 100: "一○○"}),
    ("taiwaneseCounting", {10: "十", 21: "二十一"}),
    ("chineseCountingThousand", {10: "十", 12: "十二", 105: "一百零五", 110: "一百一十"}),
    ("taiwaneseCountingThousand", {21: "二十一"}),
    ("japaneseCounting", {10: "十", 21: "二十一", 105: "百五", 1110: "千百十"}),
    ("ideographDigital", {9: "九", 10: "一○", 12: "一二"}),
    ("taiwaneseDigital", {10: "一○"}),
    ("chineseLegalSimplified", {1: "壹", 10: "壹拾", 12: "壹拾贰", 20: "贰拾", 105: "壹佰零伍"}),
    ("ideographLegalTraditional", {3: "參"}),
    ("ideographTraditional", {1: "甲", 10: "癸", 11: "11"}),
    ("ideographZodiac", {1: "子", 12: "亥"}),
    ("ideographZodiacTraditional", {1: "甲子", 60: "癸亥"}),
    ("numberInDash", {3: "- 3 -"}),
    ("bullet", {1: ""}),
    ("none", {1: ""}),
    ("aFormatOfTomorrow", {7: "7"}),
])
def test_a_format_prints_numbers(name, printed):
    assert {number: formatted(number, name) for number in printed} == printed


@pytest.mark.parametrize("name", ["upperRoman", "upperLetter", "chineseCountingThousand",
                                  "decimalEnclosedCircle", "ideographZodiacTraditional"])
@pytest.mark.parametrize("number", [-1, 0, 10_000, 2_147_483_647])
def test_numbers_that_no_list_reaches_are_digits(name, number):
    assert formatted(number, name) == str(number)
