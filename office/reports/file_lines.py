"""The files of a check as every report lists them."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from checkers.as_text import STATUS_WORDS
from checkers.findings import PASS, Finding
from checkers.verdict import Verdict
from plans.messages import _
from plans.printable import printable

_IN_ARCHIVE = "!/"


@dataclass(frozen=True, slots=True)
class FileLine:
    """One file: `number` counts from 1, `name` is its path below the folder that all share."""

    number: int
    name: str
    verdict: Verdict

    @property
    def status(self) -> str:
        """The status in words, with its sign."""
        return status_text(self.verdict.status)

    @property
    def errors(self) -> int:
        """How many findings are errors."""
        return sum(one.severity == "error" for one in self.verdict.findings)

    @property
    def notes(self) -> int:
        """How many findings are no errors."""
        return len(self.verdict.findings) - self.errors

    @property
    def reasons(self) -> tuple[Finding, ...]:
        """The findings that keep the file from passing; a warning leaves it pass."""
        if self.verdict.status == PASS:
            return ()
        return tuple(one for one in self.verdict.findings
                     if one.severity == "error" or one.review) or self.verdict.findings


def status_text(status: str) -> str:
    """The status in words, with its sign."""
    word, _colour, sign = STATUS_WORDS[status]
    return f"{sign} {_(word)}"


def file_lines(verdicts: Sequence[Verdict]) -> tuple[FileLine, ...]:
    """A line for each file, in order."""
    shared = _shared_folder([PurePosixPath(one.path) for one in verdicts])
    return tuple(FileLine(number, printable(
        PurePosixPath(*PurePosixPath(one.path).parts[shared:]).as_posix()), one)
        for number, one in enumerate(verdicts, 1))


def _shared_folder(paths: Sequence[PurePosixPath]) -> int:
    """How many parts at their beginning all paths have in common; never a file's own name."""
    folders = sorted(path.parent.parts for path in paths)
    count = 0
    # In sorted order what the first and the last have in common is common to all.
    for one, other in zip(folders[0], folders[-1], strict=False) if folders else ():
        if one != other:
            break
        count += 1
    return count


def place_of(path: str, folder: Path) -> str:
    """The file at `path`, or the archive that it lies in, as seen from `folder`, with `/`; "" where
    there is no way from there (another drive)."""
    file = Path(path.partition(_IN_ARCHIVE)[0])
    try:
        way = os.path.relpath(Path(os.path.realpath(file.parent), file.name),
                              os.path.realpath(folder))
    except ValueError:
        return ""
    return Path(way).as_posix()
