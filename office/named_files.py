"""Files that are named on the command line."""

from __future__ import annotations

from pathlib import Path

from plans.errors import UsageError
from plans.messages import _


def named_file(given: str, mend: str) -> Path:
    """The path of a file that is there; raises UsageError for a folder, and where there is none,
    with `mend`."""
    path = Path(given)
    if path.is_dir():
        raise UsageError.at(given, _("this is a folder, not a file"), _("name the file in it"))
    if not path.exists():
        raise UsageError.at(given, _("there is no such file"), mend)
    return path


def named_path(given: str) -> Path:
    """The path of a file or folder that is there; raises UsageError where there is none."""
    path = Path(given)
    if not path.exists():
        raise UsageError.at(given, _("there is no such file or folder"),
                            _("check the name and the folder"))
    return path
