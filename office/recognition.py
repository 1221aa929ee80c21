"""`--ocr`: whether it can be done here, and how far it has come, page by page."""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Event, Thread
from typing import Any

from checkers.ocr import Eyes, is_installed
from office.hand_ins import HandIn
from office.terminal import pages_progress, shows_progress
from plans.errors import UserError
from plans.messages import _

_LOOKS = 0.3                        # s between two looks at how far it is


def require_ocr() -> None:
    """Raises UserError where what recognises text is not installed."""
    if not is_installed():
        raise UserError.at("--ocr", _("what recognises text in pictures is not installed"), _(
            'install it: pip install "homeroom[ocr]" where pip installed homeroom; '
            'pipx runpip homeroom install "homeroom[ocr]" where pipx did; '
            'uv tool install --force ".[ocr]" in the folder of homeroom where uv did'))


@dataclass(frozen=True, slots=True)
class Recognition:
    """What a process needs to read pictures: how many threads it may use, and three shared numbers
    (which file, which page, of how many) in which it says how far it is."""

    threads: int
    reached: Any

    @classmethod
    def for_jobs(cls, context: Any, jobs: int) -> Recognition:
        """For `jobs` processes that share the cores of the machine."""
        # Plain shared memory: a queue would stay locked when a process is ended while it writes.
        return cls(max(1, (os.cpu_count() or 1) // jobs), context.RawArray("q", 3))

    def eyes(self, shown: str) -> Eyes:
        """Eyes for the file that is called `shown`, which tell of each page."""
        def told(page: int, pages: int) -> None:
            self.reached[:] = [_key(shown), page, pages]

        return Eyes(self.threads, told)

    @contextmanager
    def watched(self, files: Sequence[HandIn]) -> Iterator[None]:
        """While it lasts, a terminal shows which page of the `files` is being read."""
        if not shows_progress():
            yield
            return
        over = Event()
        names = {_key(one.shown): one.shown for one in files}
        watcher = Thread(target=self._watch, args=(over, names), daemon=True)
        watcher.start()
        try:
            yield
        finally:
            over.set()
            watcher.join()

    def _watch(self, over: Event, names: dict[int, str]) -> None:
        last: tuple[int, ...] = ()
        while not over.wait(_LOOKS):
            now = tuple(self.reached)
            if now != last and now[0] in names:
                pages_progress(now[1], now[2], names[now[0]])
            last = now


def _key(shown: str) -> int:
    return zlib.crc32(shown.encode("utf-8", "surrogateescape"))
