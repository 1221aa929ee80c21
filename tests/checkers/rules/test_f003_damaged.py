"""F003: damaged."""

import pytest


@pytest.mark.parametrize("name", ["good.docx", "password.docx", "picture.png", "legacy.doc", "empty.docx"])
def test_other_files_are_let_be(said_of, name):
    assert "F003" not in said_of(name)


def test_such_a_file_is_told(said_of):
    assert "F003" in said_of("damaged.docx")


def test_the_status_of_such_a_file(judged):
    assert judged("damaged.docx").status == "unreadable"


def test_nothing_is_said_of_the_content_of_a_damaged_file(said_of):
    assert said_of("damaged.docx") == ["F003"]
