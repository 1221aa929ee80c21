"""The size of type is told by the width of lines, and is the same where it is meant to be."""

from __future__ import annotations

import pytest

from checkers.ocr.seen import Seen
from checkers.ocr.sizes import sizes_of


def line(text: str, width: float, height: float = 30) -> Seen:
    return Seen(text, ((0, 0), (width, 0), (width, height), (0, height)), 1.0)


def test_lines_that_differ_by_a_few_pixels_have_one_size() -> None:
    sizes = sizes_of([line("学" * 20, 606), line("学" * 20, 611), line("学" * 20, 602)])
    assert len(set(sizes)) == 1
    assert sizes[0] == pytest.approx(30, rel=0.02)


def test_a_title_is_larger_than_the_text() -> None:
    title, text = sizes_of([line("江城实验学校工作计划", 450, 44), line("学" * 20, 606)])
    assert title > 1.4 * text


def test_a_short_line_has_the_size_of_the_long_ones_near_it() -> None:
    long, short = sizes_of([line("学" * 20, 606), line("专题", 70)])
    assert long == short


def test_latin_letters_count_half() -> None:
    assert sizes_of([line("学习2026年活动与安排", 306)])[0] == pytest.approx(29, rel=0.1)


def test_a_page_of_single_characters_has_sizes_too() -> None:
    assert sizes_of([line("一", 30), line("3", 16)])[0] > 10
