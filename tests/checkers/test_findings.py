"""The place of a finding as it is quoted."""

from __future__ import annotations

import pytest

from checkers.document import Paragraph
from checkers.findings import at_paragraph


@pytest.mark.parametrize("text", ["短", "一" * 40, "1" * 40])
def test_a_short_paragraph_is_quoted_whole(text: str) -> None:
    assert at_paragraph(Paragraph(text)).quote == text


def test_a_long_one_is_cut_and_says_so() -> None:
    assert at_paragraph(Paragraph("一" * 41)).quote == "一" * 39 + "…"


@pytest.mark.parametrize("number", ["330102199003071234", "33010219900307123X", "13812345678",
                                    "330102 1990 0307 1234", "0571-87654321"])
@pytest.mark.parametrize("before", range(20, 40))
def test_a_number_is_quoted_whole_or_not_at_all(number: str, before: int) -> None:
    quote = at_paragraph(Paragraph("字" * before + number + "，" + "字" * 40)).quote
    assert len(quote) <= 40
    assert number in quote or quote == "字" * before + "…" or quote == "字" * 39 + "…"


def test_a_number_longer_than_a_quote_is_cut() -> None:
    assert at_paragraph(Paragraph("1" * 41)).quote == "1" * 39 + "…"
