"""Files as they were handed in: read, or refused with a reason."""

import hashlib

import pytest

from checkers.submission import read_submission, submission_of


def reason(data, promised="docx"):
    return submission_of(data, "a." + promised, promised).trouble.rule


def test_a_word_file_becomes_a_document(word):
    submission = submission_of(word("一、指导思想"), "计划.docx")
    assert [one.text for one in submission.document.main.paragraphs()] == ["一、指导思想"]
    assert submission.trouble is None


def test_a_word_file_is_read_whatever_its_name_says(tmp_path, word):
    (tmp_path / "计划.doc").write_bytes(word("一、指导思想"))
    submission = read_submission(tmp_path / "计划.doc")
    assert (submission.format, submission.promised, submission.document is None) == (
        "docx", "doc", False)


def test_a_submission_knows_its_bytes(word):
    data = word("一、指导思想")
    assert submission_of(data, "a.docx").sha256 == hashlib.sha256(data).hexdigest()


def test_a_submission_is_called_as_it_was_given(tmp_path, word):
    (tmp_path / "计划.docx").write_bytes(word("一"))
    submission = read_submission(tmp_path / "计划.docx", "pack.zip!/计划.docx")
    assert (submission.path, submission.name) == ("pack.zip!/计划.docx", "计划.docx")


def test_an_old_file_is_read_from_its_copy_and_stays_what_it_is(tmp_path, word):
    (tmp_path / "计划.doc").write_bytes(b"{\\rtf1 x}")
    (tmp_path / "copy.docx").write_bytes(word("一、指导思想"))
    submission = read_submission(tmp_path / "计划.doc", "计划.doc", tmp_path / "copy.docx")
    assert [one.text for one in submission.document.main.paragraphs()] == ["一、指导思想"]
    assert (submission.path, submission.format, submission.promised, submission.converted) == (
        "计划.doc", "rtf", "doc", True)
    assert submission.sha256 == hashlib.sha256(b"{\\rtf1 x}").hexdigest()


@pytest.mark.parametrize(("data", "rule"), [
    (b"", "F010"), (bytes(512), "F010"), (b"\x89PNG\r\n\x1a\n", "F001"), (b"PK\x03\x04 cut", "F003"),
    (b"nonsense", "F003"), (b"{\\rtf1}", "F004"), (b"<html>", "F004"), (b"PK\x05\x06" + bytes(18), "F001"), (b"Rar!\x1a\x07", "F001"),
    (b"%PDF-1.7 and nothing more", "F003")])
def test_a_file_that_cannot_be_read_says_why(data, rule):
    assert reason(data) == rule


def test_a_text_file_that_promises_nothing_is_of_no_supported_type():
    assert submission_of(b"hello", "a.txt", "").trouble.rule == "F001"


def test_a_file_that_is_not_there_is_damaged_and_no_crash(tmp_path):
    assert read_submission(tmp_path / "gone.docx").trouble.rule == "F003"


def test_a_file_beyond_the_limit_is_not_opened(tmp_path):
    from checkers import limits

    path = tmp_path / "large.docx"
    with path.open("wb") as file:
        file.truncate(limits.FILE_BYTES + 1)      # a hole, not 200 MB on the disk
    assert read_submission(path).trouble.rule == "F005"
