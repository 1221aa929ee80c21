"""A package is a zip that every reader accepts, the same for the same members."""

from __future__ import annotations

import io
import zipfile

import pytest

from generators.package import Member, members_of, pack


@pytest.mark.parametrize("deflate", [True, False])
def test_what_is_packed_is_read_back(deflate):
    files = [("[Content_Types].xml", b"<x/>" * 100), ("word/图片.bin", bytes(range(256))),
             ("e", b"")]
    packed = pack(Member.of(*file, deflate=deflate) for file in files)
    assert list(members_of(packed)) == files
    assert zipfile.ZipFile(io.BytesIO(packed)).testzip() is None


def test_no_time_of_packing_is_in_it():
    packed = pack([Member.of("a", b"x")])
    assert zipfile.ZipFile(io.BytesIO(packed)).infolist()[0].date_time == (1980, 1, 1, 0, 0, 0)
