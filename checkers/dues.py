"""Who has not handed in what is due: a roster against the files that came."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from checkers.owners import NOBODY, Whose
from plans.comparing import compare_form
from plans.kinds import Kind
from plans.roster import Roster, Submitter


@dataclass(frozen=True, slots=True)
class NotSubmitted:
    """Somebody on the roster from whom a paper is due and none came; `kind` is "" where the roster
    does not say which paper, `id` and `unit` where it has no such column.

    `instead` are the files that they did hand in, of other kinds.
    """

    name: str
    unit: str = ""
    kind: str = ""
    id: str = ""
    kind_name: str = ""
    instead: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Received:
    """One file that came, as far as the others are concerned; `kind` is None where it is not known,
    `sha256` "" where the file could not be opened or holds nothing."""

    path: str
    sha256: str = ""
    kind: Kind | None = None
    whose: Whose = NOBODY

    @property
    def stem(self) -> str:
        """The path without suffix: 计划.docx and 计划.pdf are one paper."""
        return str(PurePosixPath(self.path).with_suffix("")) if self.path else ""


def not_submitted(roster: Roster, files: Sequence[Received],
                  asked: Kind | None) -> Iterator[NotSubmitted]:
    """What is due and has not come, in the order of the roster; `asked` is the kind of --kind.

    A file of an unknown kind, one that cannot be read among them, counts for a paper that has not
    come otherwise; so does one of which it is only asked whether it is theirs.
    """
    own: dict[Submitter, list[Received]] = {}
    perhaps: dict[Submitter, list[Received]] = {}
    for file in files:
        if file.whose.owner:
            own.setdefault(file.whose.owner, []).append(file)
        for one in file.whose.asked:
            perhaps.setdefault(one, []).append(file)
    for one in roster.submitters:
        came = own.get(one, [])
        due: list[Kind | None] = [kind for kind in one.due if asked is None or kind.id == asked.id]
        if not one.due:
            due = [asked]
        kinds = {kind.id for kind in due if kind}
        instead = tuple(file.path for file in came if file.kind and file.kind.id not in kinds)
        for kind in _open(due, [*came, *perhaps.get(one, [])]):
            yield NotSubmitted(one.name, one.unit, kind.id if kind else "", one.id,
                               kind.name if kind else "", instead)


def _open(due: Sequence[Kind | None], files: Sequence[Received]) -> list[Kind | None]:
    """The kinds for which no file is there; None, for a paper of any kind, takes any file."""
    there = {file.kind.id for file in files if file.kind}
    left = [kind for kind in due if not (files if kind is None else kind.id in there)]
    for file in files:
        if file.kind is None and left:
            named = [kind for kind in left if kind and _is_named(kind, file.path)]
            left.remove(named[0] if named else left[0])
    return left


def _is_named(kind: Kind, path: str) -> bool:
    form = compare_form(PurePosixPath(path).name)
    return any(compare_form(name) in form for name in (kind.name, *kind.also))
