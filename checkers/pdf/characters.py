"""Characters as a PDF gives them, and as the author typed them."""

from __future__ import annotations

import unicodedata

# Kangxi radicals (U+2F00-2FD5) have an NFKC form; of the supplement (U+2E80-2EF3) only two do.
# The others follow Unicode's EquivalentUnifiedIdeograph.txt.
_SUPPLEMENT = {
    "⺁": "厂", "⺄": "乙", "⺅": "亻", "⺇": "几", "⺈": "刀", "⺉": "刂", "⺊": "卜", "⺌": "小",
    "⺍": "小", "⺎": "兀", "⺏": "尣", "⺐": "尢", "⺒": "巳", "⺓": "幺", "⺔": "彑", "⺖": "忄",
    "⺗": "心", "⺘": "扌", "⺙": "攵", "⺛": "旡", "⺜": "日", "⺝": "月", "⺞": "歺", "⺠": "民",
    "⺡": "氵", "⺢": "氺", "⺣": "灬", "⺤": "爫", "⺥": "爫", "⺦": "丬", "⺨": "犭", "⺩": "王",
    "⺫": "目", "⺬": "示", "⺭": "礻", "⺮": "竹", "⺯": "糹", "⺰": "纟", "⺱": "罓", "⺲": "罒",
    "⺳": "网", "⺶": "羊", "⺷": "羊", "⺸": "羊", "⺹": "耂", "⺺": "肀", "⺻": "聿", "⺼": "月",
    "⺽": "臼", "⺾": "艹", "⺿": "艹", "⻀": "艹", "⻁": "虎", "⻂": "衤", "⻃": "覀", "⻄": "西",
    "⻅": "见", "⻆": "角", "⻇": "角", "⻈": "讠", "⻉": "贝", "⻊": "足", "⻋": "车", "⻌": "辶",
    "⻍": "辶", "⻎": "辶", "⻏": "阝", "⻐": "钅", "⻑": "長", "⻒": "镸", "⻓": "长", "⻔": "门",
    "⻖": "阝", "⻗": "雨", "⻘": "青", "⻙": "韦", "⻚": "页", "⻛": "风", "⻜": "飞", "⻝": "食",
    "⻞": "食", "⻟": "飠", "⻠": "饣", "⻡": "首", "⻢": "马", "⻣": "骨", "⻤": "鬼", "⻥": "鱼",
    "⻦": "鸟", "⻧": "卤", "⻨": "麦", "⻩": "黄", "⻪": "黾", "⻫": "斉", "⻬": "齐", "⻭": "歯",
    "⻮": "齿", "⻯": "竜", "⻰": "龙", "⻱": "龜", "⻲": "亀", "⻳": "龟",
}
_TYPED = {
    **{ord(radical): ideograph for radical, ideograph in _SUPPLEMENT.items()},
    **{code: unicodedata.normalize("NFKC", chr(code)) for code in (0x2E9F, *range(0x2F00, 0x2FD6))},
    **{code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)},   # ﬁ
    **dict.fromkeys((0xAD, 0x180E, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF), ""),
}
UNREADABLE = "\ufffd"
OPENING = frozenset("（〔〈《「『【〖‘“([{")
CLOSING = frozenset("、。，．：；！？）〕〉》」』】〗’”…—～·％%‰℃,.:;!?)]}")
SENTENCE_END = frozenset("。！？；：!?;:")


def typed(code: int) -> str:
    """The character of `code` as typed: radicals made ordinary, zero-width ones nothing."""
    return _TYPED.get(code, chr(code))


def with_pairs_joined(text: str) -> str:
    """`text` with surrogate pairs, which pdfium gives as two, made one; lone ones are U+FFFD."""
    if not any("\ud800" <= char <= "\udfff" for char in text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def is_garbled(char: str) -> bool:
    """Whether a non-blank character tells nothing: U+FFFD, private use, control, unassigned."""
    return char == UNREADABLE or unicodedata.category(char) in ("Co", "Cc", "Cn")


def is_wide(char: str) -> bool:
    """Whether a line may be broken beside `char`, as beside Chinese characters and their marks."""
    return char >= "\u2e80" or char in "‘’“”…—·" or "\u2460" <= char <= "\u24ff"


def joined(first: str, second: str, blank: bool = False) -> str:
    """Two pieces of one paragraph as one: a blank only where a line was broken between words.

    `blank` says that one was typed where the line broke.
    """
    if not first or not second:
        return first + second
    left, right = first[-1], second[0]
    if is_wide(left) and is_wide(right):
        return first + second
    if blank or not (is_wide(left) or is_wide(right) or _runs_on(first, right)):
        return f"{first} {second}"
    return first + second


def _runs_on(first: str, right: str) -> bool:
    left = first[-1]
    if left in "-/_@" or (left.isdigit() and right.isdigit()):
        return True
    # 指导,↵2014年: the comma of a Chinese sentence, not of an English one
    return not left.isalnum() and (len(first) < 2 or is_wide(first[-2]))
