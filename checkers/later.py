"""What a reader leaves behind for those few who ask: where it found a thing, and work not done yet.
"""

from __future__ import annotations

from functools import partial
from typing import Any, TypeVar

T = TypeVar("T")
Spot = tuple[float, ...]
"""Where a reader found a paragraph in its file; only who writes into such a file knows what the
numbers mean."""


class Later(partial[T]):
    """What few ask for, worked out of the file's own tree when it is called.

    The tree stays in the process that read it: another process gets None in the place of this.
    """

    def __reduce__(self) -> tuple[Any, ...]:
        return _gone, ()


def _gone() -> None:
    return None
