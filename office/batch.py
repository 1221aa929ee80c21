"""Many hand-ins read at once, in processes of their own, and told in order."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Generator, Sequence
from contextlib import nullcontext
from multiprocessing.context import BaseContext
from typing import TypeVar

from checkers import limits
from checkers.case import Demand
from checkers.document import BROKEN_OFF, Unreadable
from checkers.outline import Outline
from checkers.returning import Asked
from checkers.submission import Submission, promise_of
from checkers.verdict import Verdict
from office.conversions import Conversions
from office.hand_ins import HandIn
from office.recognition import Recognition
from office.scratch import Scratch
from office.waiting import ctrl_c_held_back, result_of
from office.worker import begin, check_one, outline_one, verdict_on

_Told = TypeVar("_Told")


def check_files(files: Sequence[HandIn], demand: Demand, scratch: Scratch, *, jobs: int,
                language: str, seconds: float = limits.SECONDS, ocr: bool = False,
                asked: Asked | None = None) -> Generator[tuple[HandIn, Verdict], None, None]:
    """Each file and the verdict on it, in the order of `files`, as soon as it is known.

    With `ocr` pages that are pictures are read too, in time of their own. `asked` is what is to go
    back with each, made in the process that read it.
    """
    def unread(submission: Submission) -> Verdict:
        return verdict_on(submission, demand, asked)

    yield from _each(check_one, unread, files, demand, scratch, jobs, language, seconds, ocr, asked)


def outline_files(files: Sequence[HandIn], demand: Demand, scratch: Scratch, *, jobs: int,
                  language: str, seconds: float = limits.SECONDS, ocr: bool = False,
                  ) -> Generator[tuple[HandIn, tuple[Submission, Outline | None]], None, None]:
    """Each file with its submission (the document left out) and outline, None where it is
    unreadable."""
    def unread(submission: Submission) -> tuple[Submission, Outline | None]:
        return submission, None

    yield from _each(outline_one, unread, files, demand, scratch, jobs, language, seconds, ocr)


def _each(work: Callable[[HandIn], _Told], unread: Callable[[Submission], _Told],
          files: Sequence[HandIn], demand: Demand, scratch: Scratch, jobs: int, language: str,
          seconds: float, ocr: bool,
          asked: Asked | None = None) -> Generator[tuple[HandIn, _Told], None, None]:
    """What `work` says of each file, in order, from `jobs` processes that can be stopped.

    A file that takes longer than `seconds` is told as F005, one that ends its process as F003. A
    bug of ours on one file is raised when the others have been told.
    """
    from pebble import ProcessExpired, ProcessPool

    bug: Exception | None = None
    workers, context = max(1, min(jobs, len(files))), _context()
    recognition = Recognition.for_jobs(context, workers) if ocr else None
    if recognition:
        seconds += limits.OCR_SECONDS + limits.OCR_PAGE_SECONDS
    with (ctrl_c_held_back() as heard, Conversions(files, scratch, heard) as conversions,
          recognition.watched(files) if recognition else nullcontext(),
          ProcessPool(max_workers=workers, context=context, initializer=begin,
                      initargs=(demand, language, recognition, asked)) as pool):
        try:
            # What has to be converted first is begun when its turn comes, the others at once.
            begun = [None if one.trouble or one.is_old
                     else pool.schedule(work, (one,), timeout=seconds) for one in files]
            for file, future in zip(files, begun, strict=True):
                one = conversions.converted(file) if file.is_old else file
                if one.trouble:
                    yield one, unread(_submission(one, one.trouble))
                    continue
                try:
                    future = future or pool.schedule(work, (one,), timeout=seconds)
                    yield one, result_of(future, heard)
                except TimeoutError:
                    yield one, unread(_submission(one, Unreadable("F005", f"{seconds:g} s")))
                except ProcessExpired:
                    yield one, unread(_submission(one, Unreadable("F003", BROKEN_OFF)))
                except Exception as error:
                    error.add_note(f"while reading {one.shown}")
                    bug = bug or error
        except BaseException:
            # Ctrl-C, or nobody listens any more: the files under way are not waited for.
            pool.stop()  # type: ignore[no-untyped-call]  # pebble has no types here
            raise
    if bug is not None:
        raise bug


def _context() -> BaseContext:
    """How processes are started: a clean one that has loaded everything once is forked for each
    where that is possible; forking this one could copy a lock that some thread of a library holds.
    """
    # Else they would look for modules in the folder one is in first: a file docx.py that somebody
    # handed in would be run.
    os.environ["PYTHONSAFEPATH"] = "1"
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    from multiprocessing import forkserver, resource_tracker

    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["office.preloaded"])
    # Ctrl-C is sent to all processes of a terminal; that one must not hear it before it is told to
    # let it be, or it would print how it was cut off. The tracker is started first: it unblocks.
    resource_tracker.ensure_running()
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        forkserver.ensure_running()
    except OSError:     # the name of the temporary folder is too long for its socket
        return multiprocessing.get_context("spawn")
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    return context


def _submission(one: HandIn, trouble: Unreadable) -> Submission:
    return Submission(one.shown, one.format or "unknown", promise_of(one.shown), trouble=trouble)
