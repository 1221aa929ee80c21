"""Names of files: which ones count as handed in, and in which order they come."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePath

from office.manifest import FILE_NAME as MANIFEST

_LEFT_OUT = ("~$", ".~", ".")                       # lock and hidden files of Word, WPS and systems
_NOT_HANDED_IN = frozenset({"thumbs.db", "desktop.ini", "__macosx", MANIFEST})


def counts(name: str) -> bool:
    """Whether a file or folder of that name is somebody's work, and not a program's."""
    return not name.startswith(_LEFT_OUT) and name.lower() not in _NOT_HANDED_IN


def natural(path: PurePath) -> tuple[tuple[tuple[int, int, str], ...], ...]:
    """A key that sorts 2.docx before 10.docx, and the same name the same on every system."""
    return tuple(
        tuple((0, int(piece), "") if piece.isdecimal() else (1, 0, piece)
              for piece in re.split(r"(\d+)", unicodedata.normalize("NFC", part).lower()) if piece)
        for part in path.parts)
