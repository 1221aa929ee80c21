"""Whether a text says anything, or only holds the place of what somebody meant to write."""

from __future__ import annotations

import re

_TO_FILL_IN = re.compile(r"【待填[^】]*】|\{\{[^}]*\}\}|[_＿]+")
_NOTHING = re.compile(r"[（(]?(?:此处|从|内容)?(?:略|待定|待补|待补充|待填|待填写|待写|"
                      r"待完善)[)）]?|[xX×*＊]{2,}")


def has_words(text: str) -> bool:
    """Whether a text holds more than blanks, rules, 【待填…】 and 略."""
    words = _TO_FILL_IN.sub("", text).strip(" 　\t\n。.…")
    return bool(re.search(r"\w", words)) and not _NOTHING.fullmatch(words)
