"""What a whole check found: the verdict on each file, and who has not handed in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from checkers.verdict import Verdict


@dataclass(frozen=True, slots=True)
class NotSubmitted:
    """Somebody on the roster from whom a paper is due and none came; `kind` is "" where the roster
    does not say which paper, `id` and `unit` where it has no such column."""

    name: str
    unit: str = ""
    kind: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Results:
    """`verdicts` in the order in which files are told; `not_submitted` is None without a roster."""

    verdicts: tuple[Verdict, ...]
    not_submitted: tuple[NotSubmitted, ...] | None = None

    @property
    def statuses(self) -> Counter[str]:
        """How many files ended with each status."""
        return Counter(one.status for one in self.verdicts)


def results_of(verdicts: Iterable[Verdict],
               not_submitted: Iterable[NotSubmitted] | None = None) -> Results:
    """The results that these make up."""
    return Results(tuple(verdicts), None if not_submitted is None else tuple(not_submitted))
