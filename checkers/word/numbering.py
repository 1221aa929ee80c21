"""Automatic numbers: the text that Word prints before a paragraph and never stores with it.

A paragraph names a num, the num an abstractNum, and that has nine levels. All nums of one
abstractNum count on together, unless a num starts anew by a startOverride of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from lxml.etree import _Element

from checkers.word import markup as m
from checkers.word.number_formats import formatted
from checkers.word.properties import level_of
from checkers.word.styles import Styles

_PLACE = re.compile(r"%([1-9])")
_TEXT_CHARS = 200       # of a number's pattern; Word allows some 50
_LINKS = 8              # a list style that points to a list style, and so on


@dataclass(frozen=True, slots=True)
class Level:
    """How one level counts and prints; `restart` is None for after any higher level."""

    start: int = 0
    format: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    style: str = ""             # the paragraph style that is tied to the level


@dataclass(frozen=True, slots=True)
class List:
    """A num, resolved: lists with the same `counter` go on counting from one another."""

    counter: int
    levels: dict[int, Level]
    starts: dict[int, int]      # level → number that the list's own first paragraph gets


class Numbering:
    """The numberings of a file by id; they are resolved when first used."""

    def __init__(self, root: _Element | None, styles: Styles) -> None:
        self._nums: dict[int | None, _Element] = {}
        self._abstracts: dict[int | None, _Element] = {}
        for child in () if root is None else root:
            if child.tag == m.NUM:
                self._nums.setdefault(m.whole(child.get(m.NUM_ID)), child)
            elif child.tag == m.ABSTRACT_NUM:
                self._abstracts.setdefault(m.whole(child.get(m.ABSTRACT_NUM_ID)), child)
        self._styles = styles
        self._lists: dict[int, List | None] = {}
        self._levels: dict[int, dict[int, Level]] = {}      # by abstractNum

    def list_of(self, num: int) -> List | None:
        """The list `num`; None for 0, which turns numbering off, and for one that is not there."""
        if num not in self._lists:
            self._lists[num] = self._resolved(num)
        return self._lists[num]

    def level_of_style(self, num: int, style: str) -> int:
        """The level of the list `num` that the paragraph style with the id `style` is tied to."""
        found = self.list_of(num)
        return next((level for level, what in found.levels.items() if what.style == style), 0) \
            if found and style else 0

    def _resolved(self, num: int) -> List | None:
        element = self._nums.get(num) if num else None
        counter, abstract = self._abstract_of(element)
        if element is None or abstract is None or counter is None:
            return None
        if counter not in self._levels:
            self._levels[counter] = dict(_levels(abstract.iterchildren(m.LVL)))
        levels = self._levels[counter].copy()
        starts = {}
        for override in element.iterchildren(m.LVL_OVERRIDE):
            level = level_of(override.get(m.ILVL))
            if level is None:
                continue
            levels.update((level, what) for _, what in _levels(override.iterchildren(m.LVL)))
            start = m.whole(m.value_of(override, m.START_OVERRIDE))
            if start is not None:
                starts[level] = start
                levels[level] = replace(levels.get(level, Level()), start=start)
        return List(counter, levels, starts)

    def _abstract_of(self, num: _Element | None) -> tuple[int | None, _Element | None]:
        """The definition behind `num`, through list styles where it only points to one."""
        for _ in range(_LINKS):
            number = m.whole(m.value_of(num, m.ABSTRACT_NUM_ID))
            abstract = self._abstracts.get(number)
            link = m.value_of(abstract, m.NUM_STYLE_LINK)
            if link is None:
                return number, abstract
            num = self._nums.get(self._styles.number_of(link))
        return None, None


class Counter:
    """Counts through one story (the body, a header); every paragraph is shown to it in order."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._counts: dict[int, dict[int, int]] = {}
        self._begun: set[tuple[int, int]] = set()

    def next(self, num: int, level: int) -> str:
        """The number of the next paragraph of the list `num` at `level` (0 to 8), as printed."""
        found = self._numbering.list_of(num)
        if found is None or level not in found.levels:
            return ""
        counts = self._counts.setdefault(found.counter, {})
        if level in found.starts and (num, level) not in self._begun:
            counts[level] = found.starts[level]
        elif level in counts:
            counts[level] += 1
        else:
            counts[level] = found.levels[level].start
        self._begun.add((num, level))
        for above in range(level):
            # A level that was skipped counts as begun: the next of it is its second.
            counts.setdefault(above, found.levels.get(above, Level(1)).start)
        for below in [one for one in counts if one > level]:
            restart = found.levels.get(below, Level()).restart
            if restart is None or restart > level:
                del counts[below]
        return _printed(found, level, counts)


def _printed(found: List, level: int, counts: dict[int, int]) -> str:
    own = found.levels[level]
    if own.format == "bullet":
        return ""

    def number(place: re.Match[str]) -> str:
        which = int(place[1]) - 1
        if which > level:
            return ""
        name = found.levels.get(which, own).format
        return formatted(counts[which], "decimal" if own.legal and name != "none" else name)
    return _PLACE.sub(number, own.text)


def _levels(elements: Iterable[_Element]) -> Iterable[tuple[int, Level]]:
    for element in elements:
        level = level_of(element.get(m.ILVL))
        if level is None:
            continue
        legal = element.find(m.IS_LGL)
        yield level, Level(
            start=m.whole(m.value_of(element, m.START)) or 0,
            format=_format(element),
            text=(m.value_of(element, m.LVL_TEXT) or "")[:_TEXT_CHARS],
            restart=m.whole(m.value_of(element, m.LVL_RESTART)),
            legal=legal is not None and m.is_on(legal),
            style=m.value_of(element, m.P_STYLE) or "")


def _format(level: _Element) -> str:
    """The format's name; one that only newer Words know stands beside a fallback for the others."""
    name = m.value_of(level, m.NUM_FMT)
    if name is None:
        name = m.value_of(level.find(f"{m.ALTERNATE}/{m.FALLBACK}"), m.NUM_FMT)
    return name or "decimal"
