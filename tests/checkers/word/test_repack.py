"""A zip with some members written anew: the others keep their very bytes."""

import io
import struct
import zipfile

import pytest

from checkers.document import Unreadable
from checkers.word.repack import repacked


def packed(*members, **options):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, **options) as package:
        for name, content in members:
            package.writestr(name, content)
    return out.getvalue()


def contents(data):
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        return {info.filename: package.read(info) for info in package.infolist()}


def raw(data, name):
    """The packed bytes of a member."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        info = package.getinfo(name)
    head = data[info.header_offset:][:30]
    begin = info.header_offset + 30 + sum(struct.unpack("<2H", head[26:]))
    return data[begin:begin + info.compress_size]


def test_a_member_is_replaced_in_its_place_and_a_new_one_comes_last():
    made = repacked(packed(("a", "1"), ("b", "2"), ("c", "3")), {"b": b"22", "d": b"4"})
    assert list(contents(made).items()) == [("a", b"1"), ("b", b"22"), ("c", b"3"), ("d", b"4")]


def test_other_members_keep_their_packed_bytes_their_method_and_their_time():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        info = zipfile.ZipInfo("word/media/图.png", (2019, 5, 4, 12, 30, 58))
        package.writestr(info, b"\x89PNG" * 500, zipfile.ZIP_STORED)
        package.writestr("x", b"y" * 5000, zipfile.ZIP_DEFLATED, compresslevel=1)
        package.writestr("z", b"")
    made = repacked(out.getvalue(), {"z": b"new"})
    for name in ("word/media/图.png", "x"):
        assert raw(made, name) == raw(out.getvalue(), name)
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        info = package.getinfo("word/media/图.png")
        assert (info.date_time, info.compress_type) == ((2019, 5, 4, 12, 30, 58), 0)


def test_a_packing_that_python_does_not_know_is_copied():
    data = bytearray(packed(("old.bin", b"abc" * 50), ("b", "2")))
    for at in (8, data.index(b"PK\x01\x02") + 10):
        data[at:at + 2] = struct.pack("<H", 9)        # Deflate64
    made = repacked(bytes(data), {"b": b"3"})
    assert raw(made, "old.bin") == raw(bytes(data), "old.bin")
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        assert package.getinfo("old.bin").compress_type == 9


def test_a_name_in_gbk_stays_as_it_is():
    name = "word/media/图片1.png".encode("gbk")
    data = packed(("word/media/tupian.png", b"x"), ("b", "2"))
    data = data.replace(b"word/media/tupian.png"[:len(name)], name)
    assert repacked(data, {"b": b"3"}).count(name) == data.count(name) == 2


def test_sizes_that_stand_behind_a_member_are_put_before_it():
    out = io.BytesIO()

    class Pipe:                     # nothing can be written into it afterwards
        write, flush = out.write, out.flush

    with zipfile.ZipFile(Pipe(), "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("a", b"1" * 100)
        package.writestr("b", b"2")
    assert b"PK\x07\x08" in out.getvalue()
    made = repacked(out.getvalue(), {"b": b"3"})
    assert contents(made) == {"a": b"1" * 100, "b": b"3"}
    assert b"PK\x07\x08" not in made


def test_what_stands_before_a_zip_does_not_shift_it():
    made = repacked(b"#!stub\n" + packed(("a", "1"), ("b", "2")), {"b": b"3"})
    assert contents(made) == {"a": b"1", "b": b"3"}


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_of_two_members_of_one_name_the_first_stays():
    assert contents(repacked(packed(("a", "1"), ("a", "1"), ("b", "2")), {"b": b"3"})) == {
        "a": b"1", "b": b"3"}


def test_a_member_that_is_not_where_the_zip_says_is_damage():
    data = packed(("a", "1"), ("b", "2"))
    with pytest.raises(Unreadable):
        repacked(data.replace(b"PK\x03\x04", b"XX\x03\x04", 1), {"b": b"3"})
