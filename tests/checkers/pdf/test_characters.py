"""Characters come out as typed, but for radicals and characters without width."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from checkers.document import Paragraph
from checkers.pdf import read_pdf
from checkers.pdf.characters import joined, typed


def text(data: bytes) -> str:
    return "".join(block.text for block in read_pdf(data).blocks if isinstance(block, Paragraph))


@pytest.mark.parametrize("line", [
    "（一）学习制度：读书、交流；写“心得”……", "全角ＡＢ１２，半角AB12,", "①②㈠", "𠮷老师",
    "2026年 3月"])
def test_a_line_comes_out_as_typed(line: str, paper: Callable[..., Any]) -> None:
    assert text(paper().write(line, 80).pdf()) == line


def test_radicals_become_ordinary_characters() -> None:
    assert "".join(typed(ord(char)) for char in "⼀、⽅⾯⻓⻔⺟") == "一、方面长门母"


def test_characters_without_width_are_left_out() -> None:
    assert [typed(code) for code in (0x200B, 0xFEFF, 0xAD)] == ["", "", ""]


@pytest.mark.parametrize(("first", "second", "whole"), [
    ("教学", "工作", "教学工作"), ("使用Word", "软件", "使用Word软件"), ("the", "end", "the end"),
    ("20", "26年", "2026年"), ("well-", "known", "well-known"), ("Books,", "talks", "Books, talks"),
    ("指导,", "2014年", "指导,2014年"), ("", "教学", "教学")])
def test_lines_are_joined_as_they_were_broken(first: str, second: str, whole: str) -> None:
    assert joined(first, second) == whole


def test_radicals_of_a_font_table_come_out_as_typed(raw_pdf: Callable[..., bytes]) -> None:
    drawn = "BT /F 12 Tf 72 700 Td (ab) Tj ET"
    table = ("/CIDInit /ProcSet findresource begin begincmap /CMapName /X def "
             "1 begincodespacerange <00> <FF> endcodespacerange "
             "2 beginbfchar <61> <2F42> <62> <2ED3> endbfchar endcmap end")
    assert text(raw_pdf(
        "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[4 0 R]/Count 1>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R"
        "/Resources<</Font<</F 3 0 R>>>>>>",
        f"<</Length {len(drawn)}>>\nstream\n{drawn}\nendstream",
        f"<</Length {len(table)}>>\nstream\n{table}\nendstream")) == "文长"
