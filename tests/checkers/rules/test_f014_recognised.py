"""F014: recognised."""

import pytest


@pytest.mark.parametrize("name", ["good.docx", "scan.pdf", "garbled.pdf"])
def test_other_files_are_let_be(said_of, name):
    assert "F014" not in said_of(name)


def test_such_a_file_is_told_and_passes(judged):
    verdict = judged("searchable-scan.pdf")
    assert (verdict.status, verdict.ocr_pages) == ("pass", (1,))
    assert [(one.rule, one.severity) for one in verdict.findings] == [("F014", "info")]


def test_what_is_missing_in_recognised_text_is_a_question_and_no_fault(judged):
    verdict = judged("searchable-scan-without-goals.pdf")
    assert verdict.status == "review"
    missing = next(one for one in verdict.findings if one.rule == "S001")
    assert (missing.severity, missing.review) == ("warning", True)
    assert "was not found in the text that was recognised" in missing.message
    assert {one.state for one in verdict.requirements} == {"met", "uncertain"}


def test_pages_are_named_in_runs(finding):
    assert "1-3, 7" in finding("F014", "计划", ocr_pages=(1, 2, 3, 7)).message
