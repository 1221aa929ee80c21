"""One paper read in this process, converted before where it is of an old format."""

from __future__ import annotations

from pathlib import Path

from checkers.sniff import format_at
from checkers.submission import Submission, promise_of, read_submission
from office.conversions import Conversions
from office.hand_ins import HandIn
from office.scratch import Scratch
from office.waiting import ctrl_c_held_back


def read_one(path: Path) -> Submission:
    """The submission at `path`; never raises for a bad file."""
    try:
        found = format_at(path)
    except OSError:
        found = "unknown"
    one = HandIn(path, path.as_posix(), path.name, found)
    with (ctrl_c_held_back() as heard, Scratch() as scratch,
          Conversions([one], scratch, heard) as conversions):
        if one.is_old:
            one = conversions.converted(one)
        if one.trouble:
            return Submission(one.shown, found, promise_of(one.shown), trouble=one.trouble)
        return read_submission(path, one.shown, one.copy)
