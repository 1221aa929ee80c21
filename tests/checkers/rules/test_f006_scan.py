"""F006: scan."""

import pytest


@pytest.mark.parametrize("name", ["good.docx", "empty.docx", "garbled.pdf"])
def test_other_files_are_let_be(said_of, name):
    assert "F006" not in said_of(name)


def test_such_a_file_is_told(said_of):
    assert "F006" in said_of("scan.pdf")


def test_the_status_of_such_a_file(judged):
    assert judged("scan.pdf").status == "review"


def test_nothing_is_missing_on_a_scan(said_of):
    assert not {"S001", "F010"} & set(said_of("scan.pdf"))


def test_each_scanned_page_is_named(finding):
    assert "2, 5" in finding("F006", "计划", scanned_pages=(2, 5)).message
