"""Waiting for what another thread or process works out, with an open ear for Ctrl-C."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, wait
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")
Heard = Callable[[], None]
"""Raises KeyboardInterrupt where Ctrl-C has been pressed."""
_GLANCE = 0.1       # s


@contextmanager
def ctrl_c_held_back() -> Iterator[Heard]:
    """Within it Ctrl-C is only raised by the function that it gives, and at its end.

    Anywhere else it could break in where a lock has just been taken: that lock would never be free
    again, and the thread that needs it would hang for ever.
    """
    before = signal.getsignal(signal.SIGINT)
    if threading.current_thread() is not threading.main_thread() or not callable(before):
        yield lambda: None
        return
    pressed: list[int] = []

    def heard() -> None:
        if pressed:
            raise KeyboardInterrupt

    signal.signal(signal.SIGINT, lambda number, _frame: pressed.append(number))
    try:
        yield heard
    finally:
        signal.signal(signal.SIGINT, before)
    heard()


def result_of(future: Future[T], heard: Heard) -> T:
    """The result, as soon as it is there."""
    heard()
    while not future.done():
        wait((future,), timeout=_GLANCE)
        heard()
    return future.result()
