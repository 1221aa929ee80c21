"""A .zip that was handed in: its files unpacked within bounds, one .zip in it as well."""

from __future__ import annotations

import os
import struct
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import count
from pathlib import Path, PurePosixPath

from checkers import limits
from checkers.document import ARCHIVE, Unreadable
from checkers.sniff import format_at
from office.archive_names import names_of
from office.file_names import counts, natural
from office.no_room import no_room
from plans.zip_damage import ZIP_DAMAGE

_CHUNK = 2**20
_ENCRYPTED = 1
_DEEPEST = 1            # how many archives may lie around an archive that is opened


@dataclass(frozen=True, slots=True)
class Member:
    """A file out of an archive: where it lies now, its name in there ("" is the archive itself),
    and what it is; see HandIn."""

    path: Path
    name: str
    format: str = ""
    trouble: Unreadable | None = None


class Archives:
    """Unpacks archives into `folder`; a file lies there under a number, whatever it is called."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._numbers = count(1)

    def unpacked(self, archive: Path) -> Iterator[Member]:
        """The files in `archive` in natural order, or itself with what is wrong with it.

        Raises UserError where they cannot be written.
        """
        yield from self._unpacked(archive, _Room(limits.ARCHIVE_MEMBERS, limits.ARCHIVE_BYTES), 0)

    def _unpacked(self, archive: Path, room: _Room, depth: int) -> Iterator[Member]:
        try:
            opened = zipfile.ZipFile(archive)
        except ZIP_DAMAGE:
            yield Member(archive, "", "zip", Unreadable("F003", "", ARCHIVE))
            return
        with opened:
            try:
                members = _members(opened)
                room.take([info for _name, info in members])
            except Unreadable as trouble:
                yield Member(archive, "", "zip", trouble)
                return
            for name, info in sorted(members, key=lambda one: natural(PurePosixPath(one[0]))):
                yield from self._member(opened, name, info, room, depth)

    def _member(self, opened: zipfile.ZipFile, name: str, info: zipfile.ZipInfo, room: _Room,
                depth: int) -> Iterator[Member]:
        # The suffix is not kept either: a name may hold what this system cannot write.
        path = self._folder / f"{next(self._numbers)}"
        try:
            _unpack(opened, info, path)
        except Unreadable as trouble:
            yield Member(path, name, "", trouble)
            return
        found = format_at(path)
        if found == "zip" and depth < _DEEPEST:
            for one in self._unpacked(path, room, depth + 1):
                yield replace(one, name=f"{name}!/{one.name}" if one.name else name)
            path.unlink()
        else:
            yield Member(path, name, found)


class _Room:
    """How much may still be unpacked of an archive and of those in it."""

    def __init__(self, files: int, size: int) -> None:
        self._files, self._bytes = files, size

    def take(self, members: Sequence[zipfile.ZipInfo]) -> None:
        """Raises Unreadable where these are too many or too large together."""
        self._files -= len(members)
        self._bytes -= sum(one.file_size for one in members if one.file_size <= limits.FILE_BYTES)
        if self._files < 0:
            raise Unreadable("F005", f"> {limits.ARCHIVE_MEMBERS}", ARCHIVE)
        if self._bytes < 0:
            raise Unreadable("F005", f"> {limits.ARCHIVE_BYTES // 2**30} GB", ARCHIVE)


def _members(opened: zipfile.ZipFile) -> list[tuple[str, zipfile.ZipInfo]]:
    """The members that count, with their names.

    Raises Unreadable where there are none, or where none can be opened without a password.
    """
    infos = opened.infolist()
    members = [(name, info) for name, info in zip(names_of(infos), infos, strict=True)
               if name and all(counts(part) for part in PurePosixPath(name).parts)]
    if not members:
        raise Unreadable("F010", "", ARCHIVE)
    if all(info.flag_bits & _ENCRYPTED for _name, info in members):
        raise Unreadable("F002", "", ARCHIVE)
    return members


def _unpack(opened: zipfile.ZipFile, info: zipfile.ZipInfo, path: Path) -> None:
    """Writes a member to `path`; raises Unreadable where it cannot be had."""
    if info.flag_bits & _ENCRYPTED:
        raise Unreadable("F002", "", ARCHIVE)
    if info.file_size > limits.FILE_BYTES:
        raise Unreadable("F005", f"{limits.FILE_BYTES // 2**20} MB")
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise Unreadable("F003", "", ARCHIVE)       # zipfile unpacks the others without a bound
    pieces = _pieces(opened, info)
    try:
        with path.open("xb") as file:
            for piece in pieces:
                file.write(piece)
    except OSError as error:
        raise no_room(error) from error
    changed = _changed(info)
    os.utime(path, (changed, changed))


def _changed(info: zipfile.ZipInfo) -> float:
    """When a member was last written, in seconds since 1970; 0 where the archive does not say."""
    try:
        return max(0.0, datetime(*info.date_time).timestamp())
    except (ValueError, OverflowError, OSError):    # of no day at all, such as 1980-00-00
        return 0.0


def _pieces(opened: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[bytes]:
    """The bytes of a member, never more than its entry in the list says."""
    try:
        with _opened(opened, info) as member:
            while piece := member.read(_CHUNK):
                yield piece
    except ZIP_DAMAGE:
        raise Unreadable("F003", "", ARCHIVE) from None


def _opened(opened: zipfile.ZipFile, info: zipfile.ZipInfo) -> zipfile.ZipExtFile:
    try:
        return opened.open(info)        # type: ignore[return-value]  # of a mode for reading
    except zipfile.BadZipFile:
        # Some programs write the name before the file in another encoding than that in the list,
        # and zipfile takes the difference for damage. The list counts.
        header = opened.fp
        if header is None:
            raise
        header.seek(info.header_offset)
        start = header.read(30)
        flags, size = struct.unpack_from("<H", start, 6)[0], struct.unpack_from("<H", start, 26)[0]
        info.orig_filename = header.read(size).decode("utf-8" if flags & 0x800 else "cp437")
        return opened.open(info)        # type: ignore[return-value]
