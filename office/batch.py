"""Many submissions checked at once: found, read in processes of their own, told in order."""

from __future__ import annotations

import multiprocessing
import os
import re
import signal
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from checkers import limits
from checkers.case import Demand
from checkers.document import BROKEN_OFF, Unreadable
from checkers.outline import Outline, outline_of
from checkers.submission import Submission, read_submission
from checkers.verdict import Verdict, judge
from plans.errors import UsageError
from plans.messages import _, speak

_LEFT_OUT = ("~$", ".~", ".")                       # lock and hidden files of Word, WPS and systems
_Told = TypeVar("_Told")
_NOT_HANDED_IN = frozenset({"thumbs.db", "desktop.ini", "__macosx"})


def files_under(paths: Sequence[str]) -> tuple[Path, ...]:
    """The files to check, each once, folders opened, in natural order within each folder.

    Raises UsageError where a path is not there, or where nothing is left to check.
    """
    found: dict[Path, None] = {}
    for given in paths:
        path = Path(given)
        if path.is_dir():
            found |= dict.fromkeys(sorted(_within(path), key=natural))
        elif path.exists():
            found[path] = None
        else:
            raise UsageError.at(given, _("there is no such file or folder"),
                                _("check the name; in a path with blanks use quotation marks"))
    if not found:
        raise UsageError.at(", ".join(paths), _("there is nothing to check"),
                            _("name files, or a folder that holds them"))
    return tuple(found)


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
        if not _counts(entry.name):
            continue
        if entry.is_dir():
            yield from _within(Path(entry.path), seen | {real})
        elif entry.is_file() or entry.is_symlink():
            yield Path(entry.path)


def _counts(name: str) -> bool:
    return not name.startswith(_LEFT_OUT) and name.lower() not in _NOT_HANDED_IN


def natural(path: Path) -> tuple[tuple[tuple[int, int, str], ...], ...]:
    """A key that sorts 2.docx before 10.docx, and the same name the same on every system."""
    return tuple(
        tuple((0, int(piece), "") if piece.isdecimal() else (1, 0, piece)
              for piece in re.split(r"(\d+)", unicodedata.normalize("NFC", part).lower()) if piece)
        for part in path.parts)


def check_files(files: Sequence[Path], demand: Demand, *, jobs: int, language: str,
                seconds: float = limits.SECONDS) -> Iterator[Verdict]:
    """The verdict on each file, in the order of `files`, as soon as it is known."""
    def given_up(path: Path, trouble: Unreadable) -> Verdict:
        return judge(_unread(path, trouble), demand)

    yield from _each(_check_one, given_up, files, demand, jobs, language, seconds)


def outline_files(files: Sequence[Path], demand: Demand, *, language: str,
                  seconds: float = limits.SECONDS) -> Iterator[tuple[Submission, Outline | None]]:
    """Each file's submission (its document left out) and outline, None where it is unreadable."""
    def given_up(path: Path, trouble: Unreadable) -> tuple[Submission, Outline | None]:
        return _unread(path, trouble), None

    yield from _each(_outline_one, given_up, files, demand, 1, language, seconds)


def _each(work: Callable[[Path], _Told], given_up: Callable[[Path, Unreadable], _Told],
          files: Sequence[Path], demand: Demand, jobs: int, language: str,
          seconds: float) -> Iterator[_Told]:
    """What `work` says of each file, in order, from `jobs` processes that can be stopped.

    A file that takes longer than `seconds` is told as F005, one that ends its process as F003. A
    bug of ours on one file is raised when the others have been told.
    """
    from pebble import ProcessExpired, ProcessPool

    # A clean process that has loaded everything once is forked for each worker where that is
    # possible; forking this one could copy a lock that some thread of a library holds.
    method = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
    context = multiprocessing.get_context(method)
    if method == "forkserver":
        context.set_forkserver_preload(["office.preloaded"])
    bug: Exception | None = None
    with ProcessPool(max_workers=max(1, min(jobs, len(files))), context=context,
                     initializer=_begin, initargs=(demand, language)) as pool:
        try:
            results = pool.map(work, files, timeout=seconds).result()
            for path in files:
                try:
                    yield next(results)
                except TimeoutError:
                    yield given_up(path, Unreadable("F005", f"{seconds:g} s"))
                except ProcessExpired:
                    yield given_up(path, Unreadable("F003", BROKEN_OFF))
                except Exception as error:
                    error.add_note(f"while reading {path}")
                    bug = bug or error
        except BaseException:
            # Ctrl-C, or nobody listens any more: the files under way are not waited for.
            pool.stop()  # type: ignore[no-untyped-call]  # pebble has no types here
            raise
    if bug is not None:
        raise bug


_demand: Demand


def _begin(demand: Demand, language: str) -> None:
    """Prepares a process: what is asked is sent to it once, and Ctrl-C is the first one's affair.
    """
    global _demand
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    speak(language)
    _demand = demand


def _check_one(path: Path) -> Verdict:
    return judge(read_submission(path), _demand)


def _outline_one(path: Path) -> tuple[Submission, Outline | None]:
    submission = read_submission(path)
    document = submission.document
    outline = outline_of(document, _demand.topics) if document else None
    return replace(submission, document=None), outline


def _unread(path: Path, trouble: Unreadable) -> Submission:
    return Submission(path.as_posix(), "unknown", "", trouble=trouble)
