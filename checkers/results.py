"""What a whole check found: the verdict on each file, and who has not handed in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from checkers.dues import NotSubmitted as NotSubmitted
from checkers.dues import Received
from checkers.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Results:
    """`verdicts` in the order in which files are told; `not_submitted` is None without a roster.

    `unmatched` are the files that belong to nobody on the roster, or perhaps to several.
    """

    verdicts: tuple[Verdict, ...]
    not_submitted: tuple[NotSubmitted, ...] | None = None
    unmatched: tuple[Received, ...] = ()

    @property
    def absent(self) -> int:
        """How many people have not handed in all that is due; one may owe several papers."""
        return len({(one.name, one.unit, one.id) for one in self.not_submitted or ()})

    @property
    def statuses(self) -> Counter[str]:
        """How many files ended with each status."""
        return Counter(one.status for one in self.verdicts)


def results_of(verdicts: Iterable[Verdict],
               not_submitted: Iterable[NotSubmitted] | None = None,
               unmatched: Iterable[Received] = ()) -> Results:
    """The results that these make up."""
    return Results(tuple(verdicts), None if not_submitted is None else tuple(not_submitted),
                   tuple(unmatched))
