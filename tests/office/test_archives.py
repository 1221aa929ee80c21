"""Archives that were handed in: what comes out of them, and what is said of those that do not open.
"""

from __future__ import annotations

import io
import struct
import zipfile
from datetime import datetime
from pathlib import Path

import pytest

from checkers import limits
from office.hand_ins import hand_ins


@pytest.fixture
def members(tmp_path, scratch):
    """What an archive of these bytes holds: name → what its file says, or the rule that speaks."""
    def of(data: bytes) -> list[tuple[str, bytes | str]]:
        (tmp_path / "包.zip").write_bytes(data)
        found = hand_ins([str(tmp_path / "包.zip")], scratch)
        start = (tmp_path / "包.zip").as_posix()
        return [(one.shown.removeprefix(start), one.trouble.rule if one.trouble
                 else one.path.read_bytes()) for one in found]
    return of


# What comes out.

def test_the_files_come_out_in_natural_order_with_their_folders(members, packed):
    assert members(packed(("一中/10.docx", b"c"), ("一中/", b""), ("一中/2.docx", b"b"),
                          ("1.docx", b"a"))) == [
        ("!/1.docx", b"a"), ("!/一中/2.docx", b"b"), ("!/一中/10.docx", b"c")]


@pytest.mark.parametrize(("when", "year"), [((2026, 3, 20, 8, 0, 0), 2026),
                                            ((1980, 0, 0, 0, 0, 0), 1970)])
def test_a_file_is_as_old_as_in_the_archive(tmp_path, scratch, when, year):
    info = zipfile.ZipInfo("计划.docx")
    info.date_time = when
    with zipfile.ZipFile(tmp_path / "包.zip", "w") as archive:
        archive.writestr(info, b"a")
    found = hand_ins([str(tmp_path / "包.zip")], scratch)
    assert datetime.fromtimestamp(found[0].path.stat().st_mtime + 1).year == year


def test_what_programs_leave_is_left_out(members, packed):
    assert members(packed(
        ("计划.docx", b"a"), ("__MACOSX/._计划.docx", b"x"), ("~$计划.docx", b"x"),
        (".~计划.docx", b"x"), (".DS_Store", b"x"), ("一中/Thumbs.db", b"x"))) == [
        ("!/计划.docx", b"a")]


def test_two_files_of_one_name_come_out_both(members, packed):
    with pytest.warns(UserWarning, match="Duplicate name"):
        both = twice(packed)
    assert members(both) == [("!/计划.docx", b"a"), ("!/计划.docx", b"b")]


def twice(packed) -> bytes:
    out = io.BytesIO(packed(("计划.docx", b"a"), encoding="utf-8", flags=0x800))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("计划.docx", b"b")
    return out.getvalue()


def test_an_archive_in_an_archive_is_opened(members, packed):
    inner = packed(("计划.docx", b"a"), ("总结.docx", b"b"))
    assert members(packed(("张三.zip", inner), ("李四.docx", b"c"))) == [
        ("!/张三.zip!/总结.docx", b"b"), ("!/张三.zip!/计划.docx", b"a"), ("!/李四.docx", b"c")]


def test_an_archive_two_deep_is_handed_on_as_it_is(members, packed):
    deepest = packed(("计划.docx", b"a"))
    assert members(packed(("外.zip", packed(("里.zip", deepest))))) == [
        ("!/外.zip!/里.zip", deepest)]


def test_a_name_that_would_leave_the_folder_lies_in_it(members, packed, tmp_path):
    before = sorted(tmp_path.parent.iterdir())
    assert members(packed(("../../计划.docx", b"a"))) == [("!/计划.docx", b"a")]
    assert sorted(tmp_path.parent.iterdir()) == before


def test_a_name_that_no_system_could_write_comes_out(members, packed):
    name = "长" * 120 + ":?*|<>.docx"
    assert members(packed((name, b"a"))) == [(f"!/{name}", b"a")]


def test_a_name_that_the_file_itself_bears_otherwise_does_not_matter(members, packed):
    data = packed((b"plan-a.docx", b"a"))
    local = data.index(b"plan-a.docx")
    assert members(data[:local] + b"plan-b.docx" + data[local + 11:]) == [("!/plan-a.docx", b"a")]


def test_a_word_file_by_the_name_of_an_archive_is_no_archive(tmp_path, scratch, word):
    (tmp_path / "计划.zip").write_bytes(word("计划"))
    found, = hand_ins([str(tmp_path / "计划.zip")], scratch)
    assert (found.format, found.trouble) == ("docx", None)


def test_an_archive_by_the_name_of_a_word_file_is_one(tmp_path, scratch, packed):
    (tmp_path / "材料.docx").write_bytes(packed(("计划.docx", b"a")))
    found, = hand_ins([str(tmp_path / "材料.docx")], scratch)
    assert found.shown.endswith("材料.docx!/计划.docx")


# What does not.

def test_an_archive_with_a_password_is_told_once(members, packed):
    assert members(packed(("a.docx", b"a"), ("b.docx", b"b"), encrypted=True)) == [("", "F002")]


def test_a_file_with_a_password_is_told_beside_the_others(members, packed):
    data = bytearray(packed(("a.docx", b"a"), ("b.docx", b"b")))
    entry = data.rindex(b"PK\x01\x02")
    data[entry + 8] |= 1
    assert members(bytes(data)) == [("!/a.docx", b"a"), ("!/b.docx", "F002")]


def test_an_archive_that_holds_nothing_is_empty(members, packed):
    assert members(packed()) == [("", "F010")]
    assert members(packed(("上交/", b""), (".DS_Store", b"x"))) == [("", "F010")]


def test_an_archive_within_that_does_not_open_is_told_by_its_name(members, packed):
    locked = packed(("a.docx", b"a"), encrypted=True)
    assert members(packed(("张三.zip", locked), ("李四.docx", b"c"))) == [
        ("!/张三.zip", "F002"), ("!/李四.docx", b"c")]


def test_too_many_files_are_told_before_any_is_unpacked(members, packed, monkeypatch, scratch):
    monkeypatch.setattr(limits, "ARCHIVE_MEMBERS", 3)
    assert members(packed(*((f"{number}.docx", b"a") for number in range(4)))) == [("", "F005")]
    assert list((scratch.folder / "archives").iterdir()) == []


def test_files_of_an_archive_within_count_as_well(members, packed, monkeypatch):
    monkeypatch.setattr(limits, "ARCHIVE_MEMBERS", 3)
    inner = packed(("1.docx", b"a"), ("2.docx", b"a"))
    assert members(packed(("0.docx", b"a"), ("a.zip", inner))) == [
        ("!/0.docx", b"a"), ("!/a.zip", "F005")]


def test_an_archive_of_too_much_is_told_before_any_is_unpacked(members, packed, monkeypatch):
    monkeypatch.setattr(limits, "ARCHIVE_BYTES", 2_000_000)
    assert members(packed(("a.docx", bytes(1_500_000)), ("b.docx", bytes(1_500_000)))) == [
        ("", "F005")]


def test_a_file_that_is_too_large_is_not_unpacked(members, packed, monkeypatch):
    monkeypatch.setattr(limits, "FILE_BYTES", 1_000_000)
    assert members(packed(("a.docx", bytes(1_500_000)), ("b.docx", b"b"))) == [
        ("!/a.docx", "F005"), ("!/b.docx", b"b")]


def test_a_list_of_a_million_files_is_not_even_read(tmp_path, scratch, packed):
    data = bytearray(packed(("a.docx", b"a")))
    struct.pack_into("<L", data, data.rindex(b"PK\x05\x06") + 12, 46_000_000)
    (tmp_path / "包.zip").write_bytes(data)
    found, = hand_ins([str(tmp_path / "包.zip")], scratch)
    assert found.format == "large-zip"


def test_a_file_that_unpacks_to_more_than_it_says_is_damaged(members, packed):
    data = bytearray(packed(("a.docx", bytes(1_000_000)), ("b.docx", b"b")))
    for mark, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        struct.pack_into("<L", data, data.index(mark) + at, 10)
    assert members(bytes(data)) == [("!/a.docx", "F003"), ("!/b.docx", b"b")]


def test_a_file_whose_bytes_have_changed_is_damaged(members, packed):
    data = bytearray(packed(("a.docx", b"some text"), ("b.docx", b"b")))
    data[data.index(b"a.docx") + 8] ^= 0xFF
    assert members(bytes(data)) == [("!/a.docx", "F003"), ("!/b.docx", b"b")]


def test_a_strange_compression_is_told(tmp_path, members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("a.docx", b"a" * 1000)
    assert members(out.getvalue()) == [("!/a.docx", "F003")]


def test_a_folder_that_cannot_be_written_is_told(tmp_path, packed, scratch, monkeypatch):
    from plans.errors import UserError

    (tmp_path / "包.zip").write_bytes(packed(("a.docx", b"a")))
    place = scratch.folder / "archives"
    assert scratch.archives
    place.rmdir()
    with pytest.raises(UserError) as caught:
        hand_ins([str(tmp_path / "包.zip")], scratch)
    assert "temporary files cannot be written" in str(caught.value)


def test_nothing_is_left_behind(tmp_path: Path, packed) -> None:
    from office.scratch import Scratch

    (tmp_path / "包.zip").write_bytes(packed(("a.docx", b"a")))
    with Scratch() as scratch:
        found, = hand_ins([str(tmp_path / "包.zip")], scratch)
        assert found.path.is_file()
    assert not found.path.exists()
    assert not scratch.folder.exists()
