"""What is handed in: files, folders, names with * that no shell has filled in, and archives."""

from __future__ import annotations

import glob
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from pathlib import Path

from checkers.document import Unreadable
from checkers.sniff import format_at, is_old
from checkers.submission import promise_of
from office.file_names import counts, natural
from office.neighbours import beside
from office.scratch import Scratch
from plans.errors import UsageError, UserError
from plans.messages import _


@dataclass(frozen=True, slots=True)
class HandIn:
    """One file that was handed in.

    `path` is where it lies, for one out of an archive in a temporary folder; `shown` is what
    people call it (`pack.zip!/一中/计划.docx`), `within` the part of that below what was given: it
    may tell whose it is. `format` is what its bytes are, `trouble` why it cannot be read where that
    is known. `copy` is the same paper as .docx where it had to be converted. `beside` are the
    names of what lies in the same folder or archive and below it, () where that is too much.
    """

    path: Path
    shown: str
    within: str
    format: str = ""
    trouble: Unreadable | None = None
    copy: Path | None = None
    beside: tuple[str, ...] = ()

    @property
    def original(self) -> Path:
        """The file that people have: the archive, where it came out of one."""
        if self.path.as_posix() == self.shown:
            return self.path
        return Path(self.shown.partition("!/")[0])

    @property
    def is_old(self) -> bool:
        """Whether it has to be converted before it can be read."""
        return self.trouble is None and is_old(self.format, promise_of(self.shown))


def hand_ins(paths: Sequence[str], scratch: Scratch, *, besides: Sequence[str] = (),
             opening: Callable[[str], None] = lambda shown: None) -> tuple[HandIn, ...]:
    """What there is to check, each file once, in natural order within each path that is given.

    `besides` are files that are no hand-ins though they may lie among them: a roster. `opening` is
    told of each archive before it is unpacked. Raises UsageError where a path is not there, or
    where nothing is left to check.
    """
    seen = {os.path.realpath(one) for one in besides}
    found: list[HandIn] = []
    for path, above in _meant(paths):
        for file in sorted(_within(path), key=natural) if path.is_dir() else (path,):
            real = os.path.realpath(file)
            if real not in seen:
                seen.add(real)
                # Nor does that of an archive, where nothing else is given.
                alone = len(paths) == 1 and file == Path(paths[0])
                within = "" if alone else file.relative_to(above).as_posix()
                found += _opened(file, within, scratch, opening)
    if not found:
        raise nothing_to_check(paths)
    return tuple(replace(one, beside=names) for one, names in zip(
        found, beside([one.shown for one in found]), strict=True))


def nothing_to_check(paths: Sequence[str]) -> UserError:
    """The error where nothing that was handed in lies there."""
    return UsageError.at(", ".join(paths), _("there is nothing to check"),
                         _("name files, or a folder that holds them"))


def _meant(given: Sequence[str]) -> Iterator[tuple[Path, Path]]:
    """The paths that are given, and for each the folder above all that may tell whose a file is.

    A folder's own name may be that of a person, but not where it holds all that is checked.
    """
    plain = [Path(one) for one in given if not _is_pattern(one)]
    folders = {one.parent for one in plain if not one.is_dir()}
    for one in given:
        path = Path(one)
        if _is_pattern(one):
            yield from ((match, _fixed(one)) for match in _matching(one))
        elif path.is_dir():
            yield path, path if len(given) == 1 else path.parent
        elif os.path.lexists(path):
            yield path, path.parent if len(folders) == 1 else path.parent.parent
        else:
            raise UsageError.at(one, _("there is no such file or folder"),
                                _("check the name; in a path with blanks use quotation marks"))


def searched_below(given: str) -> Path | None:
    """The folder below which everything is handed in, None where `given` names single files."""
    if Path(given).is_dir():
        return Path(given)
    return _fixed(given) if _is_pattern(given) and "**" in given else None


def _fixed(pattern: str) -> Path:
    """What stands before the first * of a pattern."""
    return Path(*takewhile(lambda part: not glob.has_magic(part), Path(pattern).parts))


def _is_pattern(given: str) -> bool:
    """Whether it has a * or ? that no shell has filled in; a file may be called [1].docx."""
    return glob.has_magic(given) and not os.path.lexists(given)


def _matching(pattern: str) -> list[Path]:
    # Path.glob takes no pattern with a folder before it.
    matching = glob.iglob(pattern, recursive=True)      # noqa: PTH207
    found = [path for one in matching if counts((path := Path(one)).name)]
    if not found:
        raise UsageError.at(pattern, _("no file has such a name"),
                            _("check the name; * stands for any letters, ** for any folders"))
    return sorted(found, key=natural)


def _within(folder: Path, seen: frozenset[str] = frozenset()) -> Iterator[Path]:
    """The files below a folder, linked folders too; one that may not be opened stands for itself,
    so that nothing is passed over in silence."""
    real = os.path.realpath(folder)
    if real in seen:
        return
    try:
        entries = list(os.scandir(folder))
    except OSError:
        yield folder
        return
    for entry in entries:
        if not counts(entry.name):
            continue
        if entry.is_dir():
            yield from _within(Path(entry.path), seen | {real})
        elif entry.is_file() or entry.is_symlink():
            yield Path(entry.path)


def _opened(file: Path, within: str, scratch: Scratch,
            opening: Callable[[str], None]) -> Iterator[HandIn]:
    """The file, or the files that it holds where it is an archive."""
    try:
        found = format_at(file) if file.is_file() else ""
    except OSError:
        found = ""
    shown = file.as_posix()
    if found != "zip":
        yield HandIn(file, shown, within or file.name, found)
        return
    opening(shown)
    for one in scratch.archives.unpacked(file):
        inner = f"!/{one.name}" if one.name else ""
        yield HandIn(one.path, shown + inner, (within + inner).removeprefix("!/") or file.name,
                     one.format, one.trouble)
