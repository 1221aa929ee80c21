"""A document in Traditional Chinese: texts by opencc's phrases, and a Word file as a whole.

What stays as typed wherever it occurs: the names of members, values of fields that are `verbatim`,
the words under an input's `verbatim:`, people among the owners of tasks, and the school's `people`
of names.yaml. All else is turned: offices (德育处 → 德育處), units, signatures, and people whom
only the running text mentions, since nothing tells their names from other words. A surname with a
title (叶校长) is turned too: one character is too little to protect.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from plans.comparing import simplified
from plans.kinds import Field
from plans.names import Names
from plans.plan import Plan, Value, rows_of
from plans.traditional import Tradition


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text from `start`, and what is written for it (itself where protected)."""

    start: int
    source: str
    written: str


@dataclass(frozen=True)
class Script:
    """Turns text into Traditional Chinese: `script("学校") == "學校"`.

    Each of the `protected` strings stays as typed wherever it occurs, also where two overlap. No
    phrase reaches across one: 王干部署 with 王干 protected is 王干 and 部署.
    """

    protected: frozenset[str] = frozenset()
    tradition: Tradition = field(default_factory=Tradition)

    def __call__(self, text: str) -> str:
        """`text` in Traditional Chinese."""
        return "".join(piece.written for piece in self.pieces(text))

    def pieces(self, text: str) -> Iterator[Piece]:
        """`text` in stretches, protected ones and others in turn."""
        end = 0
        for start, stop in self._kept(text):
            if start > end:
                yield self._turned(end, text[end:start])
            yield Piece(start, text[start:stop], text[start:stop])
            end = stop
        if end < len(text):
            yield self._turned(end, text[end:])

    def turned(self, text: str) -> str:
        """`text` in Traditional Chinese, nothing in it protected."""
        if text.isascii():
            return text
        # opencc takes what it reads for Simplified: 風采 would become 風採, 风采 does not.
        return _converter(self.tradition.config)(simplified(text)).translate(self._characters)

    def _turned(self, start: int, source: str) -> Piece:
        return Piece(start, source, self.turned(source))

    @cached_property
    def _characters(self) -> dict[int, str]:
        return str.maketrans(dict(self.tradition.characters))

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        # At each place the longest: 王珂名班主任工作室 before 王珂. Looking ahead finds overlaps.
        words = sorted(filter(None, self.protected), key=lambda word: (-len(word), word))
        return re.compile(f"(?=({'|'.join(map(re.escape, words))}))") if words else None

    def _kept(self, text: str) -> Iterator[tuple[int, int]]:
        """Start and end of every protected stretch; what overlaps or touches is one."""
        start = stop = -1
        for match in self._pattern.finditer(text) if self._pattern else ():
            if match.start(1) > stop:
                if stop > start:
                    yield start, stop
                start = match.start(1)
            stop = max(stop, match.end(1))
        if stop > start:
            yield start, stop


@lru_cache(maxsize=4)
def _converter(config: str) -> Callable[[str], str]:
    import opencc  # late: it costs 35 ms and more, and few documents are Traditional

    convert: Callable[[str], str] = opencc.OpenCC(config).convert
    return convert


def protected_in(plan: Plan, names: Names) -> frozenset[str]:
    """The strings of `plan` that a Script is to leave as typed."""
    words = {*names.people, *plan.verbatim, *(member.name for member in plan.members)}
    for one in plan.kind.fields:
        if one.verbatim:
            words.add(plan.shown.get(one.name, ""))
        words |= set(_values(one, plan.values.get(one.name)))
    for month in plan.schedule:
        for task in month.tasks:
            words |= set(names.names_in(task.owner))
    # A line end is a break in Word: each line stands for itself.
    return frozenset(line.strip() for word in words for line in word.split("\n") if line.strip())


def _values(one: Field, value: Value | None) -> Iterable[str]:
    """The raw text of a verbatim field, and of the verbatim columns of a table."""
    if isinstance(value, tuple):
        for row in rows_of(value):
            for column in one.columns:
                if column.verbatim or one.verbatim:
                    yield from _values(Field(column.name, column.label, column.type,
                                             verbatim=True), row.get(column.name))
    elif one.verbatim and isinstance(value, str):
        yield value
