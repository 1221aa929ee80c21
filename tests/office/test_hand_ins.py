"""What there is to check under the paths that are given."""

from __future__ import annotations

import pytest

from office.hand_ins import hand_ins
from office.scratch import Scratch
from plans.errors import UsageError


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder of empty files, and the one that commands are called in."""
    for name in ("上交/10.docx", "上交/2.docx", "上交/一中/张三.docx", "上交/一中/~$张三.docx",
                 "上交/二中/李四.pdf", "上交/.~2.docx", "上交/[1].docx", "名单.csv", "其他/a.doc",
                 "上交/homeroom-manifest.csv"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def found(scratch):
    return lambda *paths, **more: [one.shown for one in hand_ins(paths, scratch, **more)]


@pytest.fixture
def within(scratch):
    return lambda *paths: [one.within for one in hand_ins(paths, scratch)]


def test_a_folder_is_opened_in_natural_order(folder, found):
    assert found("上交") == ["上交/2.docx", "上交/10.docx", "上交/[1].docx", "上交/一中/张三.docx",
                           "上交/二中/李四.pdf"]


def test_stars_that_no_shell_has_filled_in_are_filled_in(folder, found):
    assert found("上交/*.docx") == ["上交/2.docx", "上交/10.docx", "上交/[1].docx"]
    assert found("上交/**/*.pdf") == ["上交/二中/李四.pdf"]
    assert found("上交/?中") == ["上交/一中/张三.docx", "上交/二中/李四.pdf"]


def test_two_stars_alone_are_all_that_lies_below(folder, found):
    assert found("上交/**") == found("上交")


def test_a_file_that_is_really_called_so_is_no_pattern(folder, found):
    assert found("上交/[1].docx") == ["上交/[1].docx"]


def test_each_file_comes_once(folder, found):
    assert found("上交/2.docx", "./上交/2.docx", str(folder / "上交" / "2.docx"), "上交/*.docx") == [
        "上交/2.docx", "上交/10.docx", "上交/[1].docx"]


def test_a_roster_among_the_files_is_no_hand_in(folder, found):
    assert found(".", besides=["名单.csv"])[-1:] != ["名单.csv"]
    assert "名单.csv" not in found(".", besides=["名单.csv"])


@pytest.mark.parametrize(("path", "says"), [
    ("没有.docx", "no such file or folder"), ("*.txt", "no file has such a name"),
    ("空", "nothing to check"), ("上交/一中/~$*", "no file has such a name")])
def test_a_path_without_files_is_wrong_usage(folder, found, path, says):
    (folder / "空").mkdir()
    with pytest.raises(UsageError) as caught:
        found(path)
    assert says in str(caught.value)


def test_an_archive_comes_where_its_name_comes(folder, found, packed):
    (folder / "上交" / "3.zip").write_bytes(packed(("9.docx", b"a")))
    assert found("上交")[:3] == ["上交/2.docx", "上交/3.zip!/9.docx", "上交/10.docx"]


def test_it_is_told_which_archive_is_opened(folder, found, packed):
    (folder / "上交" / "3.zip").write_bytes(packed(("9.docx", b"a")))
    told: list[str] = []
    found("上交", opening=told.append)
    assert told == ["上交/3.zip"]


def test_without_an_archive_no_temporary_folder_is_made(folder):
    with Scratch() as scratch:
        hand_ins(["上交"], scratch)
        assert scratch._held is None


# The part of a path that may tell whose a file is.

def test_the_folder_that_holds_all_of_them_is_left_out(folder, within):
    assert within("上交")[-2:] == ["一中/张三.docx", "二中/李四.pdf"]
    assert within("上交/2.docx") == ["2.docx"]
    assert within("上交/*/*.docx") == ["一中/张三.docx"]


def test_the_names_of_several_folders_count(folder, within):
    assert within("上交/一中", "上交/二中") == ["一中/张三.docx", "二中/李四.pdf"]
    assert within("上交/一中/张三.docx", "上交/二中/李四.pdf") == ["一中/张三.docx", "二中/李四.pdf"]
    assert within("上交/2.docx", "上交/10.docx") == ["2.docx", "10.docx"]


def test_the_name_of_an_archive_counts_where_it_lies_among_others(folder, within, packed):
    (folder / "上交" / "3.zip").write_bytes(packed(("9.docx", b"a")))
    assert "3.zip!/9.docx" in within("上交")
    assert within("上交/3.zip") == ["9.docx"]
