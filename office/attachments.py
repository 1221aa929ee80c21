"""Files that a form beside them names as its attachments: they are no hand-ins of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from checkers.attachments import attached_to, is_among
from checkers.findings import UNREADABLE
from checkers.verdict import Verdict
from office.hand_ins import HandIn

Read = tuple[HandIn, Verdict]


@dataclass
class Attachments:
    """Takes them out of what was read; `left_out` are those that were. The order stays: what may be
    one is held back until all that lies beside it has been read."""

    left_out: list[str] = field(default_factory=list)
    _named: dict[PurePosixPath, list[str]] = field(default_factory=dict)

    def without(self, read: Iterable[Read]) -> Iterator[Read]:
        """What was read but for the attachments."""
        waiting: list[Read] = []
        place: PurePosixPath | None = None      # of the first that waits
        for file, verdict in read:
            folder = _folder(file)
            if place is not None and not _is_beside(folder, place):
                yield from self._settled(waiting)
                waiting, place = [], None
            if verdict.answers is not None:
                self._named.setdefault(folder, []).extend(attached_to(verdict.answers))
            # In a heap of many people's papers nothing waits, nor does K009 speak there.
            if place is None and not (file.beside and _may_be_one(verdict)):
                yield file, verdict
                continue
            place = place or folder
            waiting.append((file, verdict))
        yield from self._settled(waiting)

    def _settled(self, waiting: Iterable[Read]) -> Iterator[Read]:
        for file, verdict in waiting:
            if _may_be_one(verdict) and self._is_named(file):
                self.left_out.append(file.shown)
            else:
                yield file, verdict

    def _is_named(self, file: HandIn) -> bool:
        folder = _folder(file)
        name = PurePosixPath(file.shown).name
        return any(is_among(one, [name]) for place in (folder, *folder.parents)
                   for one in self._named.get(place, ()))


def _may_be_one(verdict: Verdict) -> bool:
    """Whether a file is nothing that is asked for: a picture, a scan, a paper of no kind."""
    return verdict.answers is None and (
        verdict.status == UNREADABLE or verdict.kind is None
        or any(one.rule == "F006" for one in verdict.findings))


def _folder(file: HandIn) -> PurePosixPath:
    return PurePosixPath(file.shown.replace("!/", "/")).parent


def _is_beside(one: PurePosixPath, other: PurePosixPath) -> bool:
    """Whether both are the same folder, or one lies in the other."""
    return one == other or one in other.parents or other in one.parents
