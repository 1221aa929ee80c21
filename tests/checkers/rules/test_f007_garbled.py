"""F007: garbled."""

import pytest


@pytest.mark.parametrize("name", ["good.docx", "scan.pdf", "empty.docx"])
def test_other_files_are_let_be(said_of, name):
    assert "F007" not in said_of(name)


def test_such_a_file_is_told(said_of):
    assert "F007" in said_of("garbled.pdf")


def test_the_status_of_such_a_file(judged):
    assert judged("garbled.pdf").status == "review"


def test_nothing_is_missing_in_garbled_text(said_of):
    assert "S001" not in said_of("garbled.pdf")


def test_a_few_strange_signs_are_no_trouble(said, research):
    assert said(*research(), garbled_share=0.01) == []


def test_the_share_is_told(finding):
    assert "40%" in finding("F007", "计划", garbled_share=0.4).message
