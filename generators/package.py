"""A Word file as the zip package it is: members in a fixed order, with fixed times, packed fast.

`zipfile` can only write a member by deflating it anew; here a member keeps its packed bytes, so
that what a template shares with each of its documents is packed once.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_STORED, _DEFLATED = 0, 8
_DOS_TIME, _DOS_DATE = 0, 0x21  # 1980-01-01 00:00, the earliest that a zip can say
_UTF8_NAME = 0x800
_LOCAL = struct.Struct("<IHHHHHIIIHH")
_CENTRAL = struct.Struct("<IHHHHHHIIIHHHHHII")
_END = struct.Struct("<IHHHHIIH")


@dataclass(frozen=True, slots=True)
class Member:
    """A file within a package: `packed` is its content as it lies in the zip."""

    name: str
    packed: bytes
    size: int                       # bytes unpacked
    crc: int
    method: int

    @classmethod
    def of(cls, name: str, content: bytes, *, deflate: bool = True) -> Member:
        """The member that holds `content`."""
        if not deflate:
            return cls(name, content, len(content), zlib.crc32(content), _STORED)
        squeezer = zlib.compressobj(6, zlib.DEFLATED, -15)
        packed = squeezer.compress(content) + squeezer.flush()
        return cls(name, packed, len(content), zlib.crc32(content), _DEFLATED)


def members_of(package: bytes) -> Iterator[tuple[str, bytes]]:
    """Name and content of every file in `package`, in its order.

    Raises zipfile.BadZipFile (or zlib.error) where it is no sound zip.
    """
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        for info in archive.infolist():
            if not info.is_dir():
                yield info.filename, archive.read(info)


def pack(members: Iterable[Member]) -> bytes:
    """The zip file of `members` in the order given; the same members give the same bytes."""
    body, directory, count = bytearray(), bytearray(), 0
    for member in members:
        name = member.name.encode()
        flags = 0 if member.name.isascii() else _UTF8_NAME
        common = (20, flags, member.method, _DOS_TIME, _DOS_DATE, member.crc, len(member.packed),
                  member.size, len(name), 0)
        directory += _CENTRAL.pack(0x02014B50, 20, *common, 0, 0, 0, 0, len(body)) + name
        body += _LOCAL.pack(0x04034B50, *common) + name + member.packed
        count += 1
    end = _END.pack(0x06054B50, 0, 0, count, count, len(directory), len(body), 0)
    return bytes(body + directory + end)
