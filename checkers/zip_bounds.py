"""How large the list of members of a zip is, before it is read: a million of them is no document.

zipfile makes an object of each member as soon as it opens a file, so that is looked at before.
"""

from __future__ import annotations

import os
import struct
from typing import IO

from checkers import limits

_ENTRY = 400            # bytes of a member's entry: 46, its name and what systems add
_TAIL = 66_000          # the list's end lies there: 22 bytes and a comment of up to 65,535
_END, _END_64 = b"PK\x05\x06", b"PK\x06\x06"
_WHOLE = 0xFFFFFFFF     # "see the end of the 64-bit list"


def is_beyond(file: IO[bytes]) -> bool:
    """Whether the zip lists more members than limits.ARCHIVE_MEMBERS, or could."""
    size = _list_bytes(file)
    file.seek(0)
    return size > limits.ARCHIVE_MEMBERS * _ENTRY


def _list_bytes(file: IO[bytes]) -> int:
    """The bytes that the list of members takes, as the end of the zip tells; 0 if it has none."""
    length = file.seek(0, os.SEEK_END)
    file.seek(max(0, length - _TAIL))
    tail = file.read(_TAIL)
    at = tail.rfind(_END)
    if at < 0 or len(tail) < at + 16:
        return 0
    size = int(struct.unpack_from("<L", tail, at + 12)[0])
    at = tail.rfind(_END_64)
    if at >= 0 and len(tail) >= at + 48:
        size = max(size % _WHOLE, int(struct.unpack_from("<Q", tail, at + 40)[0]))
    return size
