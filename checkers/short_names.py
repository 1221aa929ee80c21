"""How the names of schools are shortened: 江城市第一中学 is 第一中学, 江城一中 or 一中."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

_ABOVE = re.compile(r"^(?P<bare>.{2,7}?)(?P<kind>省|自治区|市|州|盟|区|县|旗|镇|乡)(?=.{3})")
_NUMBERED = re.compile(r"第?([一二三四五六七八九十]{1,3}|\d{1,2})(?:高级|初级)?([中小])学$")


def short_names(names: Sequence[str]) -> dict[str, str]:
    """Short names by which just one of `names` goes, and which one that is."""
    found = [(short, name) for name in names for short in dict.fromkeys(_short(name))
             if short != name]
    times = Counter(short for short, _name in found)
    return {short: name for short, name in found if times[short] == 1 and short not in names}


def _short(name: str) -> Iterator[str]:
    """The names without what lies above (省, 市, 区), without the word 市 alone, and with 中学 as
    中."""
    whole, above = name, ""
    yield from _numbered(name)
    while match := _ABOVE.match(whole):
        above, whole = match["bare"], whole[match.end():]
        yield whole
        yield above + whole
        yield from _numbered(whole)
        yield from _numbered(above + whole)
        yield from _numbered(match["kind"] + whole)


def _numbered(name: str) -> Iterator[str]:
    if match := _NUMBERED.search(name):
        yield name[:match.start()] + match[1] + match[2]
