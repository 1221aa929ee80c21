"""All that was handed in together: what a rule looks at that compares one file with the others."""

from __future__ import annotations

from collections.abc import Sequence

from checkers.dues import NotSubmitted, Received, not_submitted
from checkers.owners import Owners, Whose
from plans.kinds import Kind
from plans.roster import Roster, Submitter


class Lot:
    """The files so far, in the order in which they are told.

    `asked` is the kind that all of them are to be, None where each has its own; `one_kind` tells
    that they are judged alike without being of a kind (--require).
    """

    def __init__(self, roster: Roster | None = None, asked: Kind | None = None, *,
                 one_kind: bool = False) -> None:
        self.roster, self.asked = roster, asked
        self.files: list[Received] = []
        self.same_bytes: Received | None = None
        self.same_paper: Received | None = None
        self._owners = Owners(roster) if roster else None
        self._one_kind = one_kind
        self._by_bytes: dict[str, Received] = {}
        self._by_paper: dict[tuple[Submitter, str], list[Received]] = {}

    def whose(self, within: str, said: Sequence[str]) -> Whose:
        """Whose a file is; see Owners."""
        return self._owners.whose(within, said) if self._owners else Whose()

    def add(self, file: Received) -> None:
        """Takes the next file in.

        `same_bytes` is then the first one that holds the same, `same_paper` an earlier one of the
        same kind from the same person, None where there is none.
        """
        self.files.append(file)
        self.same_bytes = self._by_bytes.setdefault(file.sha256, file) if file.sha256 else file
        self.same_paper = None
        owner, kind = file.whose.owner, file.kind.id if file.kind else ""
        if owner and (kind or self._one_kind):
            earlier = self._by_paper.setdefault((owner, kind), [])
            # 计划.docx and 计划.pdf are one paper in two formats.
            self.same_paper = next((one for one in earlier if one.stem != file.stem), None)
            earlier.append(file)
        if self.same_bytes is file:
            self.same_bytes = None

    @property
    def newest(self) -> Received:
        """The file that was added last."""
        return self.files[-1]

    def not_submitted(self) -> tuple[NotSubmitted, ...]:
        """Who has not handed in what is due; nobody without a roster."""
        return tuple(not_submitted(self.roster, self.files, self.asked)) if self.roster else ()

    def unmatched(self) -> tuple[Received, ...]:
        """The files that belong to nobody on the roster, or perhaps to several."""
        return tuple(one for one in self.files if self.roster and not one.whose.owner)
