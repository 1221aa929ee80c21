"""Waiting for what another thread or process works out, with an open ear for Ctrl-C."""

from __future__ import annotations

from concurrent.futures import Future, wait
from typing import TypeVar

T = TypeVar("T")
_GLANCE = 0.5       # s


def result_of(future: Future[T]) -> T:
    """The result, as soon as it is there.

    A wait without an end is not broken off by a Ctrl-C that comes just before it begins; on Windows
    it is by none at all.
    """
    while not future.done():
        wait((future,), timeout=_GLANCE)
    return future.result()
