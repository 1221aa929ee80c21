"""F011: documents of no kind."""

import pytest

NOTICE = ("秋季运动会通知", "各班：运动会定于十月举行。")


def test_a_document_of_a_kind_is_let_be(said, research):
    assert said(*research()) == []


@pytest.mark.parametrize("asked", [{"kind": "school-research-plan"}, {"require": ("工作目标",)}])
def test_nothing_is_recognised_where_it_was_said_what_to_look_for(said, asked):
    assert "F011" not in said(*NOTICE, **asked)


def test_an_empty_file_is_not_asked_for_its_kind(said_of):
    assert "F011" not in said_of("empty.docx")


def test_a_notice_is_of_no_kind(check):
    found = check(*NOTICE)
    assert (found.status, found.kind, [one.rule for one in found.findings]) == (
        "review", None, ["F011"])
