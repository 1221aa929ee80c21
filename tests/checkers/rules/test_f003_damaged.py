"""F003: damaged."""

import pytest

from checkers.case import Demand
from checkers.document import Paragraph, Reading
from checkers.parts import document_of
from checkers.submission import Submission
from checkers.verdict import judge
from plans.house import House


@pytest.mark.parametrize("name", ["good.docx", "password.docx", "picture.png", "legacy.doc", "empty.docx"])
def test_other_files_are_let_be(said_of, name):
    assert "F003" not in said_of(name)


def test_such_a_file_is_told(said_of):
    assert "F003" in said_of("damaged.docx")


def test_the_status_of_such_a_file(judged):
    assert judged("damaged.docx").status == "unreadable"


def test_nothing_is_said_of_the_content_of_a_damaged_file(said_of):
    assert said_of("damaged.docx") == ["F003"]


def test_a_damaged_part_is_named_and_the_file_is_to_be_looked_at():
    reading = Reading((Paragraph("一、工作目标", paragraph=1), Paragraph("读书。", paragraph=2)),
                      skipped=("page 7",))
    submission = Submission("a.pdf", "pdf", "pdf", document=document_of(reading))
    verdict = judge(submission, Demand(House().topics, titles=("工作目标",)))
    assert [(one.rule, one.severity) for one in verdict.findings] == [("F003", "warning")]
    assert "page 7" in verdict.findings[0].message
    assert verdict.status == "review"
