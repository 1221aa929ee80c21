"""How a file is called in a report, and where it is seen from there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from office.reports.file_lines import file_lines, place_of


def names(judged, *paths: str) -> list[str]:
    return [line.name for line in file_lines([judged(path) for path in paths])]


@pytest.mark.parametrize(("paths", "shown"), [
    (["交/甲.docx", "交/乙.docx"], ["甲.docx", "乙.docx"]),
    (["交/甲/计划.docx", "交/乙/计划.docx"], ["甲/计划.docx", "乙/计划.docx"]),
    (["交/计划.docx", "交/乙/计划.docx"], ["计划.docx", "乙/计划.docx"]),
    (["/home/交/甲.docx"], ["甲.docx"]), (["甲.docx", "乙/甲.docx"], ["甲.docx", "乙/甲.docx"]),
    (["包.zip!/甲.docx", "包.zip!/乙.docx"], ["甲.docx", "乙.docx"]),
    (["交/包.zip!/甲.docx", "交/乙.docx"], ["包.zip!/甲.docx", "乙.docx"]),
    (["交1/甲.docx", "交12/甲.docx"], ["交1/甲.docx", "交12/甲.docx"]), ([], [])])
def test_the_folder_that_all_share_is_left_out(judged, paths: list[str], shown: list[str]) -> None:
    assert names(judged, *paths) == shown


def test_a_name_cannot_fake_another_line(judged) -> None:
    assert names(judged, "a\n✓ 通过.docx", "b\u202excod.docx") == [
        "a\\n✓ 通过.docx", "b\\u202excod.docx"]
    assert names(judged, os.fsdecode(b"\xff.docx")) == ["\\udcff.docx"]


def test_a_file_is_seen_from_the_folder_of_the_report(tmp_path: Path,
                                                      monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert place_of("交/甲.docx", Path("结果")) == "../交/甲.docx"
    assert place_of("交/甲.docx", Path()) == "交/甲.docx"
    assert place_of((tmp_path / "甲.docx").as_posix(), Path("结果")) == "../甲.docx"


def test_of_an_archive_the_archive_is_seen() -> None:
    assert place_of("交/包.zip!/里/甲.docx", Path("交")) == "包.zip"
