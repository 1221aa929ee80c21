"""What the members of a .zip are called: in UTF-8, or in GBK as Chinese Windows writes them."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Sequence
from pathlib import PurePosixPath
from zipfile import ZipInfo

_UTF_8 = 0x800          # the flag of a name in UTF-8
_UNICODE_PATH = 0x7075  # Info-ZIP's extra field: the name in UTF-8 beside that of the system
_WIDE = re.compile("[\u2e80-\U0003ffff]")
_DRIVE = re.compile(r"[A-Za-z]:$")


def names_of(members: Sequence[ZipInfo]) -> list[str]:
    """The name of each member, its folders with `/` before it; "" for a folder.

    No name leads out of the archive: what would (.., C:, a leading /) is left out of it.
    """
    raw = [None if one.flag_bits & _UTF_8 else one.orig_filename.encode("cp437") for one in members]
    encoding = _encoding([one for one in raw if one is not None])
    return [_inside(_unicode_path(one, name) or (
                one.orig_filename if name is None else name.decode(encoding, "replace")))
            for one, name in zip(members, raw, strict=True)]


def _encoding(names: Sequence[bytes]) -> str:
    """The encoding of names that do not tell theirs: one program has written them all.

    Chinese in UTF-8 takes three bytes a character; what is two bytes a character in both, such as
    计 in GBK, would be a letter of Greek or Arabic in UTF-8.
    """
    try:
        text = "".join(name.decode("utf-8") for name in names)
    except UnicodeDecodeError:
        return "gb18030"
    if text.isascii() or _WIDE.search(text):
        return "utf-8"
    try:
        chinese = "".join(name.decode("gb18030") for name in names)
    except UnicodeDecodeError:
        return "utf-8"
    return "gb18030" if _WIDE.search(chinese) else "utf-8"


def _unicode_path(member: ZipInfo, name: bytes | None) -> str:
    """The name in the extra field, "" where there is none or it belongs to another name."""
    extra = member.extra
    while name is not None and len(extra) >= 4:
        kind, size = struct.unpack_from("<HH", extra)
        body, extra = extra[4:4 + size], extra[4 + size:]
        if kind == _UNICODE_PATH and len(body) > 5 and body[0] == 1 and (
                struct.unpack_from("<L", body, 1)[0] == zlib.crc32(name)):
            return body[5:].decode("utf-8", "replace")
    return ""


def _inside(name: str) -> str:
    parts = name.partition("\0")[0].replace("\\", "/").split("/")
    if not parts[-1]:
        return ""
    return str(PurePosixPath(*(part for part in parts
                               if part not in ("", ".", "..") and not _DRIVE.match(part))))
