"""F001: files that are no Word or PDF document."""

import pytest


@pytest.mark.parametrize("name", ["good.docx", "damaged.docx", "legacy.doc", "empty.docx", "scan.pdf"])
def test_other_files_are_let_be(said_of, name):
    assert "F001" not in said_of(name)


def test_such_a_file_is_told(said_of):
    assert "F001" in said_of("picture.png")


def test_the_status_of_such_a_file(judged):
    assert judged("picture.png").status == "unreadable"
