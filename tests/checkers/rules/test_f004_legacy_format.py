"""F004: legacy format."""

import pytest


@pytest.mark.parametrize("name", ["good.docx", "really-docx.doc", "password.docx"])
def test_other_files_are_let_be(said_of, name):
    assert "F004" not in said_of(name)


def test_such_a_file_is_told(said_of):
    assert "F004" in said_of("legacy.doc")


def test_the_status_of_such_a_file(judged):
    assert judged("legacy.doc").status == "unreadable"
