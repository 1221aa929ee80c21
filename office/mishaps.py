"""How a run ends that could not go on: what is said, and the exit code."""

from __future__ import annotations

import errno
import os
import sys

from plans.errors import UserError
from plans.messages import _


def reader_gone() -> int:
    """Nobody reads our output any more (`| head`): 0, and nothing is said."""
    # What is left in the buffer must not be written when the process ends.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def refused(error: OSError, hidden_room: str) -> int:
    """What the system would not do with a file that the user named is for the user to mend: 1."""
    if error.filename is None and error.errno != errno.ENOSPC:
        return bug(hidden_room)
    from office.terminal import say_error

    say_error(UserError.at(str(error.filename or "-"), error.strerror or str(error),
                           _("check the name, the folder and your rights")))
    return 1


def bug(hidden_room: str) -> int:
    """The exception that is being handled is our fault: its traceback, how to report it, and 3.

    `hidden_room` is the one of our packages that another one hides, "" if none.
    """
    import traceback

    traceback.print_exc()
    from office.terminal import say

    say(_("Another package named “{room}” hides that of homeroom. Install homeroom as a tool of "
          "its own: pipx install . (or: uv tool install .)").format(room=hidden_room)
        if hidden_room else
        _("This is a bug of homeroom. Please report it with the lines above and the command that "
          "you gave; no original was changed."), error=True)
    return 3
