"""What the characters of a text count for: much where few texts hold them, little in a word that
every paper of a school holds."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from plans.numerals import HAN
from plans.tracing_words import TracingWords

_COMMON = 0.2           # what a character of a common word or a number counts for
_DIGITS = re.compile(rf"[\d{HAN}]+")


@dataclass(frozen=True, slots=True)
class Weights:
    """`held` says how many of the `total` texts hold a character."""

    held: Mapping[str, int]
    total: int
    words: TracingWords

    @classmethod
    def over(cls, texts: Iterable[str], words: TracingWords) -> Weights:
        """The weights among bare texts."""
        sets = [set(text) for text in texts]
        return cls(Counter(character for one in sets for character in one), len(sets), words)

    def of(self, text: str) -> tuple[float, ...]:
        """The weight of each character of a bare text."""
        little = self.common_in(text) | {index for match in _DIGITS.finditer(text)
                                         for index in range(*match.span())}
        return tuple(math.log(1 + self.total / (self.held.get(one) or 1))
                     * (_COMMON if index in little else 1) for index, one in enumerate(text))

    def common_in(self, text: str) -> set[int]:
        """The places of common words in a bare text; the word at its end is what it is about."""
        pattern = self.words.commonplace
        return {index for match in (pattern.finditer(text) if pattern else ())
                if match.end() < len(text) for index in range(*match.span())}
