"""A report that lies among the submissions is told from what was handed in."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import openpyxl
import pytest

from generators.properties import with_category
from office.hand_ins import HandIn
from office.reports.own import is_report, without_reports
from office.reports.report import MARK
from office.reports.writing import SUFFIXES, report_bytes

SUBMISSIONS = Path(__file__).parents[3] / "samples" / "submissions"


@pytest.mark.parametrize("path", sorted(SUBMISSIONS.iterdir()), ids=lambda path: path.name)
def test_what_was_handed_in_is_no_report(path: Path) -> None:
    assert not is_report(path)


@pytest.mark.parametrize(("name", "content"), [
    ("a.xlsx", b""), ("a.docx", b"PK\x03\x04 cut off"), ("a.html", b"<!doctype html><p>\xff"),
    ("a.json", b"{}"), ("a.xml", b"<testsuites/>"), ("a.docx", b"\xd0\xcf\x11\xe0")])
def test_other_files_of_these_types_are_no_reports(tmp_path: Path, name: str,
                                                   content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    assert not is_report(tmp_path / name)
    assert not is_report(tmp_path / "gone")
    assert not is_report(tmp_path)


def test_a_zip_that_lies_about_its_properties_does_no_harm(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("docProps/core.xml", b"homeroom check report" + b" " * 10**7)
    assert not is_report(tmp_path / "a.docx")


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_each_report_is_known_again_whatever_its_name(tmp_path: Path, reported, judged,
                                                      suffix: str) -> None:
    path = tmp_path / f"改了名{suffix}"
    path.write_bytes(report_bytes(reported(judged()), path))
    assert is_report(path)
    assert is_report(path.rename(tmp_path / "7"))       # as it lies when it came out of an archive


def test_a_document_that_is_given_the_mark_is_known_again(tmp_path: Path) -> None:
    submitted = next((Path(__file__).parents[3] / "samples" / "submissions").glob("*.docx"))
    marked = with_category(submitted.read_bytes(), MARK)
    (tmp_path / "汇总.docx").write_bytes(marked)
    assert is_report(tmp_path / "汇总.docx")
    assert not is_report(submitted)
    assert len(docx.Document(tmp_path / "汇总.docx").paragraphs) == len(
        docx.Document(submitted).paragraphs)
    assert with_category(marked, MARK) == marked


def test_damaged_properties_make_no_report_and_stop_nothing(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("docProps/core.xml", b"homeroom check report")
    data = (tmp_path / "a.docx").read_bytes()
    start = 30 + len("docProps/core.xml")
    (tmp_path / "a.docx").write_bytes(data[:start] + b"\xff" * 8 + data[start + 8:])
    assert not is_report(tmp_path / "a.docx")


def test_a_report_that_somebody_saved_again_is_still_one(tmp_path: Path, reported,
                                                         judged) -> None:
    report = reported(judged())
    book = openpyxl.load_workbook(io.BytesIO(report_bytes(report, Path("a.xlsx"))))
    book.save(tmp_path / "a.xlsx")
    word = docx.Document(io.BytesIO(report_bytes(report, Path("a.docx"))))
    word.save(str(tmp_path / "a.docx"))
    assert is_report(tmp_path / "a.xlsx")
    assert is_report(tmp_path / "a.docx")


def test_one_that_was_named_itself_stays(tmp_path: Path, reported, judged) -> None:
    path = tmp_path / "a.xml"
    path.write_bytes(report_bytes(reported(judged()), path))
    one = HandIn(path, path.as_posix(), path.name)
    assert without_reports([one], []) == ()
    assert without_reports([one], [path]) == (one,)
