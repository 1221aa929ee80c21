"""The names of a .zip's members, whatever system has written them."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from office.archive_names import names_of

HAN = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=1, max_size=12)


@pytest.fixture(scope="session")
def names(packed):
    """The names that are read in an archive of empty files; see `pack`."""
    def read(*written: str | bytes, **more: object) -> list[str]:
        data = packed(*((name, b"") for name in written), **more)
        return names_of(zipfile.ZipFile(io.BytesIO(data)).infolist())
    return read


@pytest.mark.parametrize("name", [
    "计划.docx", "一中/王珂-工作计划.docx", "a.docx", "联通.docx", "2026年（终稿）.doc"])
@pytest.mark.parametrize("encoding", ["gbk", "utf-8"])
def test_a_name_without_a_flag_is_read_in_its_encoding(names, name, encoding):
    assert names(name, encoding=encoding) == [name]


def test_a_name_that_would_be_greek_in_utf_8_is_chinese(names):
    assert "全员".encode("gbk").decode("utf-8") != "全员"       # both can read it
    assert names("全员.docx") == ["全员.docx"]


def test_the_names_of_one_archive_are_in_one_encoding(names):
    assert names("全员.docx", "计划.docx") == ["全员.docx", "计划.docx"]


@given(HAN)
def test_any_chinese_name_in_utf_8_comes_back(names, name):
    assert names(f"{name}.docx", encoding="utf-8") == [f"{name}.docx"]


@given(st.lists(HAN, min_size=1, max_size=6, unique=True))
def test_chinese_names_in_gbk_come_back(names, some):
    written = [f"{one}的工作计划.docx" for one in some]
    assert names(*written) == written


def test_a_flagged_name_is_utf_8(names):
    assert names("计划.docx", encoding="utf-8", flags=0x800) == ["计划.docx"]


def extra_name(raw: bytes, name: str) -> bytes:
    body = b"\x01" + struct.pack("<L", zlib.crc32(raw)) + name.encode()
    return struct.pack("<HH", 0x7075, len(body)) + body


def test_the_unicode_path_of_info_zip_wins(names):
    other = struct.pack("<HH", 0x5455, 1) + b"\x00"
    assert names(b"??.docx", extra=other + extra_name(b"??.docx", "计划.docx")) == ["计划.docx"]


def test_a_unicode_path_of_another_name_is_stale(names):
    assert names(b"new.docx", extra=extra_name(b"old.docx", "旧.docx")) == ["new.docx"]


@pytest.mark.parametrize(("name", "inside"), [
    ("../../计划.docx", "计划.docx"), ("/etc/计划.docx", "etc/计划.docx"),
    ("C:\\上交\\计划.docx", "上交/计划.docx"), ("./上交//计划.docx", "上交/计划.docx"),
    ("上交\\一中\\计划.docx", "上交/一中/计划.docx")])
def test_no_name_leads_out_of_the_archive(names, name, inside):
    assert names(name) == [inside]


@pytest.mark.parametrize("name", ["上交/", "上交\\"])
def test_a_folder_has_no_name(names, name):
    assert names(name) == [""]


def test_a_character_whose_second_byte_is_a_backslash_stays_whole(names):
    assert "運".encode("gbk")[1:] == b"\\"
    assert names("運動會.docx") == ["運動會.docx"]
