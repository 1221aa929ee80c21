"""A document reaches its place whole, or not at all and with a reason."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from generators.writing import write
from plans.errors import UserError


def test_the_folders_above_are_made(tmp_path):
    write(tmp_path / "2026" / "计划" / "甲.docx", b"x")
    assert (tmp_path / "2026" / "计划" / "甲.docx").read_bytes() == b"x"


def test_an_old_file_is_replaced_only_when_asked(tmp_path):
    path = tmp_path / "甲.docx"
    path.write_bytes(b"old")
    with pytest.raises(UserError) as caught:
        write(path, b"new")
    assert path.read_bytes() == b"old"
    assert "--force" in caught.value.faults[0].mend
    write(path, b"new", force=True)
    assert path.read_bytes() == b"new"


def test_nothing_else_is_left_in_the_folder(tmp_path):
    write(tmp_path / "甲.docx", b"x")
    assert [one.name for one in tmp_path.iterdir()] == ["甲.docx"]


@pytest.mark.parametrize("content", ["not bytes", None])
def test_a_failed_write_leaves_neither_half_a_file_nor_a_temporary_one(tmp_path, content):
    with pytest.raises(TypeError):
        write(tmp_path / "甲.docx", content)
    assert list(tmp_path.iterdir()) == []


def test_an_interrupted_write_leaves_nothing(tmp_path):
    def interrupt(_frame, event, called):
        if event == "c_call" and called.__name__ == "write":
            sys.setprofile(None)
            raise KeyboardInterrupt

    sys.setprofile(interrupt)
    with pytest.raises(KeyboardInterrupt):
        write(tmp_path / "甲.docx", b"x")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_not_a_file(tmp_path):
    with pytest.raises(UserError, match="folder"):
        write(tmp_path, b"x", force=True)


def test_a_file_in_the_path_is_no_folder(tmp_path):
    (tmp_path / "计划").write_bytes(b"")
    with pytest.raises(UserError, match="not a folder"):
        write(tmp_path / "计划" / "甲.docx", b"x")


def test_a_name_too_long_is_explained(tmp_path):
    with pytest.raises(UserError) as caught:
        write(tmp_path / ("甲" * 200 + ".docx"), b"x")
    assert "shorter" in caught.value.faults[0].mend
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_explained():
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("only Linux has a device that is always full")
    with pytest.raises(UserError):
        write(full / "甲.docx", b"x")


def test_a_folder_that_may_not_be_written_is_explained(tmp_path):
    if os.name == "nt" or os.geteuid() == 0:
        pytest.skip("this user may write everywhere")
    tmp_path.chmod(0o500)
    with pytest.raises(UserError, match="may not write"):
        write(tmp_path / "甲.docx", b"x")


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "real.docx").write_bytes(b"old")
    (tmp_path / "link.docx").symlink_to(tmp_path / "real.docx")
    write(tmp_path / "link.docx", b"new", force=True)
    assert (tmp_path / "link.docx").is_symlink()
    assert (tmp_path / "real.docx").read_bytes() == b"new"


@pytest.mark.skipif(sys.platform == "win32", reason="modes are a thing of Unix")
def test_who_may_read_a_replaced_file_stays_as_it_was(tmp_path):
    path = tmp_path / "plan.docx"
    path.write_bytes(b"old")
    path.chmod(0o600)
    write(path, b"new", force=True)
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_what_is_no_ordinary_file_is_not_replaced(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UserError) as caught:
        write(tmp_path / "pipe", b"new", force=True)
    assert "no ordinary file" in caught.value.faults[0].what
