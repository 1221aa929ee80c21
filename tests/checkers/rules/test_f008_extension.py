"""F008: extension."""

from types import SimpleNamespace

import pytest

from checkers.rules import f008_extension
from checkers.submission import Submission


@pytest.mark.parametrize("name", ["good.docx", "damaged.docx", "legacy.doc", "picture.png"])
def test_other_files_are_let_be(said_of, name):
    assert "F008" not in said_of(name)


def test_such_a_file_is_told(said_of):
    assert "F008" in said_of("really-docx.doc")


def test_the_status_of_such_a_file(judged):
    assert judged("really-docx.doc").status == "pass"


def test_such_a_file_is_checked_all_the_same(judged):
    assert judged("really-docx.doc").kind == "school-research-plan"


def test_a_picture_that_was_read_is_called_one():
    read = Submission("计划.docx", "picture", "docx", document=object())
    told, = f008_extension.check(SimpleNamespace(submission=read))
    assert (told.message, told.fix) == (
        "the file is really a picture, whatever its name says", "hand it in as .docx or .pdf")
