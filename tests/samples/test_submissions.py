"""The committed sample submissions are what samples/draw_submissions.py draws."""

from __future__ import annotations

import io
import zipfile

import pytest
from docx import Document

from samples.draw_submissions import (
    DAMAGED,
    FOLDER,
    PDF,
    SUBMISSIONS,
    SUMMARIES,
    SUMMARY_NAME,
    drawn,
    drawn_summary,
)

# The parts that the script writes; the others are python-docx's own and change with its version.
PARTS = ("word/document.xml", "word/numbering.xml", "docProps/core.xml")


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return {name: packed.read(name) for name in PARTS}


def test_two_runs_draw_the_same_bytes() -> None:
    assert drawn() == drawn()


@pytest.mark.parametrize("name", SUBMISSIONS)
def test_a_committed_submission_is_what_the_script_draws(name: str) -> None:
    assert parts_of((FOLDER / name).read_bytes()) == parts_of(drawn()[name])


def test_the_committed_summary_is_what_the_script_draws() -> None:
    assert parts_of((SUMMARIES / SUMMARY_NAME).read_bytes()) == parts_of(drawn_summary())


def test_nothing_else_lies_in_the_folder() -> None:
    assert {one.name for one in FOLDER.iterdir()} == {*SUBMISSIONS, DAMAGED, PDF}


def test_the_damaged_file_begins_as_word_and_cannot_be_opened() -> None:
    data = (FOLDER / DAMAGED).read_bytes()
    assert data.startswith(b"PK")
    assert not zipfile.is_zipfile(io.BytesIO(data))


def test_the_list_begins_with_the_second_rule_of_the_studio() -> None:
    document = Document(str(FOLDER / "02-合格-工作室计划.docx"))
    numbered = [one.text for one in document.paragraphs if one._p.pPr.numPr is not None]
    assert numbered == ["课题管理制度", "经费使用制度", "总结交流制度", "表彰奖励制度"]


def test_the_plan_without_measures_speaks_of_measures_all_the_same() -> None:
    document = Document(str(FOLDER / "03-缺工作措施.docx"))
    texts = [one.text for one in document.paragraphs]
    assert any("措施" in text for text in texts)
    assert not any(text.rstrip("：").endswith("措施") for text in texts)


def test_the_summer_months_are_missing_where_the_name_says_so() -> None:
    text = "\n".join(one.text for one in Document(str(FOLDER / "05-缺七月八月.docx")).paragraphs)
    assert "六月份：" in text
    assert "九月份：" in text
    assert "七月份" not in text
    assert "八月份" not in text
