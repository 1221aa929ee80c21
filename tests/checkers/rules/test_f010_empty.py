"""F010: empty."""

import pytest


@pytest.mark.parametrize("name", ["good.docx", "scan.pdf", "damaged.docx"])
def test_other_files_are_let_be(said_of, name):
    assert "F010" not in said_of(name)


def test_such_a_file_is_told(said_of):
    assert "F010" in said_of("empty.docx")


def test_the_status_of_such_a_file(judged):
    assert judged("empty.docx").status == "fail"


def test_a_file_of_no_bytes_is_empty(tmp_path):
    from checkers.submission import read_submission

    (tmp_path / "计划.docx").write_bytes(b"")
    assert read_submission(tmp_path / "计划.docx").trouble.rule == "F010"


def test_a_table_of_blank_cells_is_no_text(said, table):
    assert said(table("- -", "- -"), kind="school-research-plan") == ["F010"]


def test_one_word_in_a_table_is_text(said, table):
    assert "F010" not in said(table("- 计划"))


def test_a_blank_file_misses_nothing_one_by_one(said_of):
    assert said_of("empty.docx") == ["F010"]
