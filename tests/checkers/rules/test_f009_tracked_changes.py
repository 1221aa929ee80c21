"""F009: tracked changes."""

import pytest


@pytest.mark.parametrize("name", ["good.docx", "scan.pdf", "empty.docx"])
def test_other_files_are_let_be(said_of, name):
    assert "F009" not in said_of(name)


def test_such_a_file_is_told(said_of):
    assert "F009" in said_of("tracked.docx")


def test_the_status_of_such_a_file(judged):
    assert judged("tracked.docx").status == "pass"


def test_the_changes_are_counted(finding, research):
    assert finding("F009", *research(), tracked_changes=3).message.startswith("3 ")
