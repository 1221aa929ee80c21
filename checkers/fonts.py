"""Fonts that are the same kind of type: the standard names 仿宋, the foundries name their own."""

from __future__ import annotations

import re
import unicodedata

_FOUNDRY = re.compile(r"_?gb(?:2312|k|18030)$|^(?:方正|华文|汉仪|文鼎|st|fz|hy)|"
                      r"(?:简体|繁体|-?b05s|-gb.*)$")
_KINDS = {"fangsong": "仿宋", "simfang": "仿宋", "simhei": "黑体", "heiti": "黑体",
          "kaiti": "楷体", "simkai": "楷体", "simsun": "宋体", "nsimsun": "宋体", "song": "宋体",
          "新宋体": "宋体", "xiaobiaosong": "小标宋", "小标宋体": "小标宋", "楷": "楷体",
          "hei": "黑体", "kai": "楷体"}


def same_type(one: str, other: str) -> bool:
    """Whether two fonts are the same kind of type (仿宋_GB2312 and FangSong; 方正小标宋_GBK …)."""
    return one == other or _kind(one) == _kind(other)


def _kind(font: str) -> str:
    name = "".join(unicodedata.normalize("NFKC", font).lower().split())
    while (bare := _FOUNDRY.sub("", name)) not in ("", name):
        name = bare
    return _KINDS.get(name, name)
