"""Where a title that is longer than a line is broken: by meaning (GB/T 9704-2012, 7.3.1)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from generators.package import members_of
from generators.word import NO_WORD_FILE
from plans.profile import Profile, built_in

_ATTRIBUTE = r'<w:{}\b[^>]*?\bw:{}="(\d+)"'
_YEAR = re.compile(r"[\d〇一二三四五六七八九]年度?")
_ABOUT = "关于"
_BOUND = "年度级届的及和与"     # what begins with one of these belongs to what stands before it
_TWIPS = 20


def line_length(template: bytes, profile: Profile | None) -> float:
    """How many Chinese characters of the title fit on a line of `template`, as its last section
    and the profile set it."""
    width = _text_width(template)
    return width / (profile or built_in()).element("title").size if width else 0.0


@lru_cache(maxsize=32)
def _text_width(template: bytes) -> float:
    """The width of the text in pt; 0 where the template does not say."""
    try:
        document = dict(members_of(template)).get("word/document.xml", b"").decode(errors="replace")
    except NO_WORD_FILE:
        return 0.0      # who renders it says what is wrong with it
    _before, found, section = document.rpartition("<w:sectPr")
    width, left, right = (re.search(_ATTRIBUTE.format(*names), section) for names in (
        ("pgSz", "w"), ("pgMar", "left"), ("pgMar", "right")))
    if not (found and width and left and right):
        return 0.0
    return max(0, int(width[1]) - int(left[1]) - int(right[1])) / _TWIPS


def broken(title: str, names: Iterable[str], length: float) -> str:
    """`title` with a line end in it where it is longer than `length` characters and two lines
    hold it; as it is where no good place is known.

    Good places are behind the `names` that are printed in it (of the school, the studio), behind
    the year, and before 关于; of several the one that leaves the lines most alike.
    """
    if not length or _width(title) <= length:
        return title
    fitting = [(abs(_width(title[:at]) - _width(title[at:])), -at) for at in _places(title, names)
               if max(_width(title[:at]), _width(title[at:])) <= length]
    if not fitting:
        return title
    at = -min(fitting)[1]
    return f"{title[:at]}\n{title[at:]}"


def _places(title: str, names: Iterable[str]) -> Iterator[int]:
    spans = [(match.start(), match.end()) for name in names if len(name) > 1
             for match in re.finditer(re.escape(name), title)]
    ends = {end for _start, end in spans}
    ends |= {match.end() for match in _YEAR.finditer(title)}
    ends |= {match.start() for match in re.finditer(_ABOUT, title)}
    for at in ends:
        if 0 < at < len(title) and title[at] not in _BOUND and not any(
                start < at < end for start, end in spans):
            yield at


def _width(text: str) -> float:
    """Columns of Chinese characters: a Latin letter or digit takes half of one."""
    return sum(1.0 if unicodedata.east_asian_width(char) in "WFA" else 0.5 for char in text)
