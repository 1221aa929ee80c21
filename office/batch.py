"""Many submissions checked at once: found, read in processes of their own, told in order."""

from __future__ import annotations

import multiprocessing
import os
import re
import signal
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

from checkers import limits
from checkers.case import Demand
from checkers.document import Unreadable
from checkers.submission import Submission, read_submission
from checkers.verdict import Verdict, judge
from plans.errors import UsageError
from plans.messages import _, speak

_LEFT_OUT = ("~$", ".~", ".")                       # lock and hidden files of Word, WPS and systems
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


def _within(folder: Path) -> Iterator[Path]:
    for root, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if _counts(name)]
        for name in names:
            path = Path(root) / name
            if _counts(name) and path.is_file():
                yield path


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
    """The verdict on each file, in the order of `files`, as soon as it is known.

    Files are read in `jobs` processes that can be stopped: a file that takes longer than `seconds`
    is told as F005, one that kills its process as F003, and the others go on.
    """
    from pebble import ProcessExpired, ProcessPool

    # A clean process that has loaded everything once is forked for each worker where that is
    # possible; forking this one could copy a lock that some thread of a library holds.
    method = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
    context = multiprocessing.get_context(method)
    if method == "forkserver":
        context.set_forkserver_preload(["office.preloaded"])
    with ProcessPool(max_workers=max(1, min(jobs, len(files))), context=context,
                     initializer=_begin, initargs=(demand, language)) as pool:
        results = pool.map(_check_one, files, timeout=seconds).result()
        for path in files:
            try:
                yield next(results)
            except TimeoutError:
                yield _given_up(path, Unreadable("F005", f"{seconds:g} s"), demand)
            except ProcessExpired as error:
                yield _given_up(path, Unreadable("F003", str(error)), demand)
            except (KeyboardInterrupt, GeneratorExit):
                pool.stop()  # type: ignore[no-untyped-call]  # pebble has no types here
                raise


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


def _given_up(path: Path, trouble: Unreadable, demand: Demand) -> Verdict:
    return judge(Submission(path.as_posix(), "unknown", "", trouble=trouble), demand)
