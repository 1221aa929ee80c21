"""Whether a summary speaks of what was planned: not by the same words alone, for it uses others.

A text is seen as its characters, each with those beside it, empty words left out. A character that
few statements hold counts for more. What is planned is spoken of as far as its characters stand
together in a statement too; it may speak of one clause here and of another there.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from checkers.outline import Outline
from checkers.statements import Statement, statements_in
from checkers.word_weights import Weights
from plans.planned import Planned
from plans.tracing_words import TracingWords

SPOKEN, UNSURE, NOT_SPOKEN = "spoken", "unsure", "not-spoken"
ENOUGH, TOO_LITTLE = 0.55, 0.25
"""The shares of what is planned from which it is spoken of, and under which it is not: set on
summaries that people labelled (tests/tracing), so that the second says nothing wrong there."""
_ALONE = 0.35           # what a character counts for that stands there without its neighbours
_AROUND = 0.85          # what a pair counts for that stands in the paragraph, not in the sentence
_FIRST = 2.0            # what the first clause, what is to be done, counts for
_SAME_MONTH, _COUNTED = 0.15, 0.25      # what month and number add, of what is still open
_ROW, _PRESENT = 4, 0.6     # characters in a row, or in any order, that are asked about
_OF_A_CLAUSE = 0.4      # of a clause, from which is asked
_SHORT = 3              # characters of a clause that may stand apart (评课: 课后评议)
_CLAUSES = re.compile(r"[，,；;：:。！？!?（）()\n]+")


@dataclass(frozen=True, slots=True)
class Traced:
    """`share` (0 to 1) tells how much of what was planned the document speaks of; `nearest` is the
    statement that says most of it, None where none says anything."""

    planned: Planned
    state: str
    share: float
    nearest: Statement | None


def traced(planned: Sequence[Planned], outline: Outline, words: TracingWords) -> list[Traced]:
    """For each thing planned, in order, whether and where the document speaks of it."""
    seen = list(_seen_in(outline, words))
    weights = Weights.over([*(words.bare(one.text) for one in planned),
                            *(one.bare for one in seen)], words)
    holding: defaultdict[str, list[int]] = defaultdict(list)     # → places in `seen`
    for place, statement in enumerate(seen):
        for piece in statement.pairs | statement.around | statement.characters:
            holding[piece].append(place)
    found = []
    for one in planned:
        clauses = _clauses(one, words, weights)
        # What has not even a pair of its characters says nothing of it: most statements.
        near = sorted({place for clause in clauses for piece in clause.pieces
                       for place in holding.get(piece, ())})
        found.append(_Search(one, clauses).among(seen[place] for place in near))
    return found


@dataclass(frozen=True, slots=True)
class _Seen:
    """A statement as bare text, its characters and pairs of them, and the pairs around it."""

    statement: Statement
    bare: str
    characters: frozenset[str]
    pairs: frozenset[str]
    around: frozenset[str]


def _seen_in(outline: Outline, words: TracingWords) -> Iterator[_Seen]:
    around, pairs = "", frozenset[str]()
    for one in statements_in(outline):
        if one.around != around:    # the same for all sentences of a paragraph
            around = one.around
            pairs = frozenset().union(*(_pairs(words.bare(line)) for line in around.split("\n")))
        bare = words.bare(one.text)
        yield _Seen(one, bare, frozenset(bare), _pairs(bare), pairs)


def _pairs(text: str) -> frozenset[str]:
    return frozenset(map("".join, pairwise(text)))


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause of what is planned: its bare text, what each of its characters counts for, and what
    it counts for as a whole; `rows` are pieces of it that no two papers hold by chance."""

    bare: str
    weights: tuple[float, ...]
    counts: float
    rows: tuple[str, ...]

    @property
    def pieces(self) -> frozenset[str]:
        """What a statement has to hold one of, to say anything of it."""
        return frozenset(self.bare) if len(self.bare) <= _SHORT else _pairs(self.bare)

    def share(self, seen: _Seen) -> float:
        """How much of it a statement says, 0 to 1."""
        found = 0.0
        for index, (character, weight) in enumerate(zip(self.bare, self.weights, strict=True)):
            beside = [self.bare[start:start + 2] for start in (index - 1, index)
                      if 0 <= start < len(self.bare) - 1]
            if any(pair in seen.pairs for pair in beside) or (
                    not beside and character in seen.characters):
                found += weight
            elif any(pair in seen.around for pair in beside):
                found += weight * _AROUND
            elif character in seen.characters:
                found += weight * _ALONE
        return found / (sum(self.weights) or 1)


def _clauses(planned: Planned, words: TracingWords, weights: Weights) -> list[_Clause]:
    bare = [one for piece in _CLAUSES.split(planned.text) if (one := words.bare(piece))]
    found: list[_Clause] = []
    for clause in bare:
        each, common = weights.of(clause), weights.common_in(clause)
        found.append(_Clause(
            clause, each, sum(each) * (1 if found else _FIRST),
            tuple(clause[start:start + _ROW] for start in range(len(clause) - _ROW + 1)
                  if len(set(range(start, start + _ROW)) - common) > 1)))
    return found


@dataclass(frozen=True, slots=True)
class _Search:
    """The search for one thing planned."""

    planned: Planned
    clauses: list[_Clause]

    def among(self, statements: Iterable[_Seen]) -> Traced:
        """What the statements say of it; what is nothing but empty words is not asked for."""
        if not self.clauses:
            return Traced(self.planned, SPOKEN, 1.0, None)
        best = [0.0] * len(self.clauses)
        nearest: tuple[float, Statement | None] = 0.0, None
        is_hinted = False
        for one in statements:
            shares = [self._lifted(clause.share(one), one) for clause in self.clauses]
            best = [max(pair) for pair in zip(best, shares, strict=True)]
            if (together := self._mean(shares)) > nearest[0]:
                nearest = together, one.statement
            is_hinted = is_hinted or self._is_hinted_at(one)
        share = self._mean(best)
        state = SPOKEN if share >= ENOUGH else UNSURE if (
            share >= TOO_LITTLE or max(best) >= _OF_A_CLAUSE or is_hinted) else NOT_SPOKEN
        return Traced(self.planned, state, share, nearest[1])

    def _lifted(self, share: float, seen: _Seen) -> float:
        """A share that the right month or a number of the right things makes more likely."""
        month, unit = self.planned.month, self.planned.unit
        if share and month and month.month in seen.statement.months:
            share += (1 - share) * _SAME_MONTH
        if share and unit and re.search(
                rf"[\d〇零一二三四五六七八九十百两.]\s*{re.escape(unit)}", seen.statement.text):
            share += (1 - share) * _COUNTED
        return share

    def _mean(self, shares: Sequence[float]) -> float:
        return sum(share * one.counts for share, one in zip(shares, self.clauses, strict=True)) / (
            sum(one.counts for one in self.clauses) or 1)

    def _is_hinted_at(self, seen: _Seen) -> bool:
        """Whether a person who reads the statement might think of it."""
        said = "".join(one.bare for one in self.clauses)
        return any(row in seen.bare for one in self.clauses for row in one.rows) or (
            sum(one in seen.characters for one in said) >= _PRESENT * len(said))
