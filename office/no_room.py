"""What to say where temporary files cannot be written."""

from __future__ import annotations

import tempfile

from plans.errors import UserError
from plans.messages import _


def no_room(error: OSError) -> UserError:
    """The disk is full, or the folder is not ours to write to."""
    return UserError.at(
        str(error.filename or tempfile.gettempdir()),
        _("temporary files cannot be written: {error}").format(error=error.strerror or error),
        _("make room there, or name another folder in TMPDIR (Windows: TEMP)"))
