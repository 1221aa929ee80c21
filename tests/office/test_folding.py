"""Lines fit the terminal, and nothing of them is lost."""

from __future__ import annotations

import re

import click
from hypothesis import given
from hypothesis import strategies as st

from office.folding import folded, width_of

LINE = "    错误  缺少“工作措施”部分，正文里虽然提到了措施，但没有这一部分的标题（缺少必写部分 S001）"


def test_a_short_line_stays_as_it_is() -> None:
    assert list(folded("  好的", 40)) == ["  好的"]


def test_a_chinese_character_takes_two_columns_and_a_colour_none() -> None:
    assert width_of(click.style("好a", fg="red")) == 3


def test_a_long_chinese_line_is_broken_under_its_own_indent() -> None:
    pieces = list(folded(LINE, 40))
    assert len(pieces) > 2
    assert all(width_of(piece) <= 40 for piece in pieces)
    assert all(piece.startswith("      ") for piece in pieces[1:])


def test_no_line_begins_with_a_closing_mark() -> None:
    for width in range(20, 60):
        assert [piece for piece in folded(LINE, width)
                if piece.strip()[:1] in "，。”）"] == []


def test_a_word_with_a_dot_in_front_is_broken_like_any_other() -> None:
    pieces = list(folded("说明 .docx 和 .pdf 以外的文件都不读取，请另存后再交", 20))
    assert max(width_of(piece) for piece in pieces) <= 20


def test_a_word_longer_than_the_line_stays_whole() -> None:
    word = "a" * 50
    assert word in "".join(folded(f"在 {word} 里", 30))


def test_a_colour_is_not_torn() -> None:
    pieces = list(folded(click.style("错误", fg="red", bold=True) + "一" * 40, 30))
    assert click.unstyle(pieces[0]).startswith("错误")
    assert all("\x1b" not in piece for piece in pieces[1:])


@given(st.text(st.sampled_from("学校 ，。a.b“”（）"), max_size=120), st.integers(20, 60))
def test_nothing_but_blanks_is_lost(line: str, width: int) -> None:
    def kept(text: str) -> str:
        return re.sub(r"\s", "", text)
    assert kept("".join(folded(line, width))) == kept(line)
