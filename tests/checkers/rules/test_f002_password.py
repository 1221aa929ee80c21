"""F002: password."""

import pytest


@pytest.mark.parametrize("name", ["good.docx", "damaged.docx", "legacy.doc"])
def test_other_files_are_let_be(said_of, name):
    assert "F002" not in said_of(name)


def test_such_a_file_is_told(said_of):
    assert "F002" in said_of("password.docx")


def test_the_status_of_such_a_file(judged):
    assert judged("password.docx").status == "unreadable"


def test_a_password_is_no_damage(said_of):
    assert said_of("password.docx") == ["F002"]
