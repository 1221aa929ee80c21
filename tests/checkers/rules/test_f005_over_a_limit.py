"""F005: over a limit."""

import pytest


@pytest.mark.parametrize("name", ["good.docx", "damaged.docx", "empty.docx"])
def test_other_files_are_let_be(said_of, name):
    assert "F005" not in said_of(name)


def test_such_a_file_is_told(said_of):
    assert "F005" in said_of("bomb.docx")


def test_the_status_of_such_a_file(judged):
    assert judged("bomb.docx").status == "unreadable"
