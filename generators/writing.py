"""Puts a finished document where the user wants it: whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import shutil
from pathlib import Path

from plans.errors import UserError
from plans.messages import _


def write(path: Path, content: bytes, force: bool = False, option: str = "-o") -> None:
    """Writes `content` to `path`, making the folders above it.

    It is written under another name beside `path` and then renamed, so that nobody ever sees half
    a file and an old one is only replaced by a whole one; a link stays a link.
    Raises UserError where `path` exists and `force` is not given, and where it cannot be written;
    it says that `option` gives another place; "" where there is none, and the file itself is meant.
    """
    try:
        target = path.resolve()
        if target.is_dir():
            raise UserError.at(str(path), _("this is a folder, not a file"),
                               _("give another name with {option}").format(option=option))
        if target.exists() and not target.is_file():
            raise UserError.at(str(path), _("this is no ordinary file"),
                               _("give another name with {option}").format(option=option))
        if target.exists() and not force:
            raise _is_there(path, option)
        target.parent.mkdir(parents=True, exist_ok=True)
        _put(target, content, force, path, option)
    except OSError as error:
        raise UserError.at(str(path), *_explained(error, option)) from error


def _put(target: Path, content: bytes, force: bool, path: Path, option: str) -> None:
    # A short name of its own: the whole name with something added could grow too long.
    temporary = target.parent / f".~{secrets.token_hex(8)}.tmp"
    try:
        with temporary.open("xb") as file:
            file.write(content)
        if force:
            if target.exists():
                shutil.copymode(target, temporary)
            temporary.replace(target)
        else:
            _put_new(temporary, target, path, option)
    except BaseException:   # Ctrl-C too: never leave the temporary file
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise


def _put_new(temporary: Path, target: Path, path: Path, option: str) -> None:
    """Gives the file its name only where nobody else has taken it meanwhile."""
    try:
        os.link(temporary, target)
    except FileExistsError:
        raise _is_there(path, option) from None
    except OSError:         # a file system without hard links, as on many memory sticks
        temporary.replace(target)
    else:
        temporary.unlink()


def _is_there(path: Path, option: str) -> UserError:
    return UserError.at(str(path), _("the file is there already"),
                        _("add --force to replace it, or choose another place with {option}"
                          ).format(option=option))


def _explained(error: OSError, option: str) -> tuple[str, str]:
    """What is wrong and how to mend it."""
    elsewhere = _("give another folder with {option}").format(option=option)
    if isinstance(error, PermissionError) and not option:
        return (_("the file is open in another program (Word, Excel, WPS), or you may not write "
                  "here"), _("close it there, or ask for the right to write, and try again"))
    if not option:
        return (_("the file cannot be written: {error}").format(error=error.strerror or error),
                _("it is as it was before; mend this, and try again"))
    if isinstance(error, PermissionError):
        return (_("the file is open in another program (Word, Excel, WPS), or you may not write "
                  "here"),
                _("close it there, or give another folder with {option}").format(option=option))
    if isinstance(error, (FileExistsError, NotADirectoryError)):
        return _("a part of the path is a file, not a folder"), elsewhere
    if error.errno == errno.ENOSPC:
        return (_("the disk is full"), _("make room, or give a folder on another disk with {option}"
                                         ).format(option=option))
    if error.errno in (errno.ENAMETOOLONG, errno.EINVAL, errno.ENOENT):
        return (_("the system cannot use this name or path: {error}").format(error=error.strerror),
                _("give a shorter or plainer one with {option}").format(option=option))
    return (_("the file cannot be written: {error}").format(error=error.strerror or error),
            elsewhere)
