"""Marks that recognition takes for their narrow twins, as they stand in Chinese text."""

from __future__ import annotations

import re

_WIDE = {",": "，", ":": "：", ";": "；", "!": "！", "?": "？", "(": "（", ")": "）"}
_HAN = "\u3400-\u9fff，。、；：！？（）《》“”"
_NARROW = re.compile(
    rf"(?<=[{_HAN}])[,:;!?()]|(?:(?<=^)|(?<=[\s\d]))\((?=[{_HAN}])"
    rf"|[,:;!?()](?=[{_HAN}])")
_PAIRED = re.compile(r"[(（]([^()（）]*[\u3400-\u9fff][^()（）]*|[一二三四五六七八九十]+)[)）]")


def as_typed(text: str) -> str:
    """`text` with narrow marks beside Chinese characters made wide, and brackets in pairs."""
    text = _NARROW.sub(lambda match: _WIDE[match[0]], text.strip())
    return _PAIRED.sub(r"（\1）", text)
