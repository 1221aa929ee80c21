"""What goes back to whoever handed a file in: the problems in words, and a copy with comments."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """A finding as it is told to them: `what` is wrong, where its `place` is, how to `mend` it.

    One that `is_due` must be mended before the file can be accepted; the others are advice.
    """

    what: str
    place: str
    mend: str
    is_due: bool


@dataclass(frozen=True, slots=True)
class Returned:
    """`copy` is the path of the copy with comments, for now under a name of its own, and `suffix`
    what it is to end in; `why_no_copy` says why one that was asked for could not be made."""

    problems: tuple[Problem, ...] = ()
    copy: str = ""
    suffix: str = ""
    why_no_copy: str = ""
