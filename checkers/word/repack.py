"""A zip with some of its members written anew; all others stay as they are packed.

`zipfile` could only unpack the others and pack them again: slow with pictures, impossible with a
method it does not know, and names in another code would not survive.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO

from checkers.document import Unreadable

_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_NAME_LENGTHS = slice(26, 30)   # of the name and of what follows it, in the head of a member
_DESCRIPTOR, _UTF8_NAME = 0x8, 0x800
_VERSION = 20                   # of the format: folders and deflating


def repacked(data: bytes, written: Mapping[str, bytes]) -> bytes:
    """The zip `data` with the content of the members in `written` replaced, new ones at its end.

    Of several members of one name the first is kept. Raises Unreadable F003 where a member does not
    lie where the zip says.
    """
    body, directory, names = bytearray(), bytearray(), set[str]()
    rest = dict(written)
    with zipfile.ZipFile(BytesIO(data)) as package:
        for info in package.infolist():
            if info.filename in names:
                continue
            names.add(info.filename)
            name, packed = _packed(data, info)
            if info.filename in rest:
                packed = _fill(info, rest.pop(info.filename))
            _add(body, directory, info, name, packed)
    for added, content in rest.items():
        info = zipfile.ZipInfo(added)
        info.flag_bits = 0 if added.isascii() else _UTF8_NAME
        names.add(added)
        _add(body, directory, info, added.encode(), _fill(info, content))
    return bytes(body + directory + _END.pack(b"PK\x05\x06", 0, 0, len(names), len(names),
                                              len(directory), len(body), 0))


def _packed(data: bytes, info: zipfile.ZipInfo) -> tuple[bytes, bytes]:
    """The bytes of a member's name, and those of its content as they lie in `data`."""
    head = data[info.header_offset:info.header_offset + _LOCAL.size]
    if len(head) < _LOCAL.size or head[:4] != b"PK\x03\x04":
        raise Unreadable("F003", info.filename)
    name, extra = struct.unpack("<2H", head[_NAME_LENGTHS])
    start = info.header_offset + _LOCAL.size
    begin = start + name + extra
    return data[start:start + name], data[begin:begin + info.compress_size]


def _fill(info: zipfile.ZipInfo, content: bytes) -> bytes:
    """Makes `info` that of a member of this content; the content packed."""
    squeezer = zlib.compressobj(6, zlib.DEFLATED, -15)
    packed = squeezer.compress(content) + squeezer.flush()
    info.compress_type = zipfile.ZIP_DEFLATED
    info.CRC, info.file_size, info.compress_size = zlib.crc32(content), len(content), len(packed)
    return packed


def _add(body: bytearray, directory: bytearray, info: zipfile.ZipInfo, name: bytes,
         packed: bytes) -> None:
    year, month, day, hour, minute, second = info.date_time
    common = (info.flag_bits & ~_DESCRIPTOR, info.compress_type,
              hour << 11 | minute << 5 | second // 2, (year - 1980) << 9 | month << 5 | day,
              info.CRC, len(packed), info.file_size, len(name), 0)
    version = max(info.extract_version, _VERSION)
    directory += _CENTRAL.pack(b"PK\x01\x02", info.create_system << 8 | _VERSION, version, *common,
                               0, 0, info.internal_attr, info.external_attr, len(body)) + name
    body += _LOCAL.pack(b"PK\x03\x04", version, *common) + name + packed
