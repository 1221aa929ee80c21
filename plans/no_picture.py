"""The grey figure that a form shows where a picture is still to be put in."""

from __future__ import annotations

import struct
import zlib
from functools import lru_cache

from plans.pictures import Picture

_SIZE = (105, 147)               # pixels; 5:7 as a photo of two inches
_GROUND, _FIGURE = 0xF2, 0xD4   # shades of grey
_HEAD = (52.5, 54.0, 22.0, 27.0)       # centre and half axes of an ellipse
_SHOULDERS = (52.5, 150.0, 45.0, 60.0)


@lru_cache(maxsize=1)
def no_picture() -> Picture:
    """The picture; the same bytes on every machine, so that a reader knows it again."""
    width, height = _SIZE
    rows = b"".join(b"\0" + bytes(_shade(x, y) for x in range(width)) for y in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    # Not deflated: zlib may pack differently from one machine to another.
    return Picture("no-picture.png", b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header)
                   + _chunk(b"IDAT", zlib.compress(rows, 0)) + _chunk(b"IEND", b""))


def _shade(x: int, y: int) -> int:
    inside = any(((x - left) / wide) ** 2 + ((y - top) / high) ** 2 <= 1
                 for left, top, wide, high in (_HEAD, _SHOULDERS))
    return _FIGURE if inside else _GROUND


def _chunk(name: bytes, content: bytes) -> bytes:
    return (struct.pack(">I", len(content)) + name + content
            + struct.pack(">I", zlib.crc32(name + content)))
