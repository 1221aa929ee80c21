"""Headers, footers and page numbers are no text of the author."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from checkers.document import Paragraph
from checkers.pdf import read_pdf

BODY = ["教" * 37, "学完了。"]
OTHERS = [["家" * 37, "访完了。"], ["读" * 37, "书完了。"], ["听" * 37, "课完了。"], BODY]


def texts(data: bytes) -> list[str]:
    return [block.text for block in read_pdf(data).blocks if isinstance(block, Paragraph)]


def margins(data: bytes) -> list[str]:
    return [paragraph.text for paragraph in read_pdf(data).margins]


def test_a_number_in_the_middle_of_the_page_is_text(paper: Callable[..., Any]) -> None:
    assert texts(paper().write("12", 400).write("班级", 420).pdf()) == ["12", "班级"]


def test_a_line_at_the_top_of_one_page_only_is_text(paper: Callable[..., Any]) -> None:
    drawn = paper().write("江城实验学校", 60).column(BODY, 120).turn_page()
    assert "江城实验学校" in texts(drawn.column(BODY, 120).pdf())


def test_a_month_that_heads_each_page_is_text(paper: Callable[..., Any]) -> None:
    drawn = paper()
    for month in (3, 4, 5):
        drawn.write(f"{month}月份", 72).column(OTHERS[month - 3], 100).turn_page()
    assert texts(drawn.pdf())[0::2] == ["3月份", "4月份", "5月份"]


def test_a_form_that_is_repeated_page_by_page_is_text(paper: Callable[..., Any]) -> None:
    drawn = paper()
    for _ in range(3):
        drawn.write("活动记录", 80, 240, 18).column(["时间：", "地点：", "参加人："], 110)
        drawn.turn_page()
    assert texts(drawn.pdf()) == ["活动记录", "时间：", "地点：", "参加人："] * 3


def test_a_header_that_returns_is_kept_apart(paper: Callable[..., Any]) -> None:
    drawn = paper()
    for number in (1, 2, 3):
        drawn.write("江城实验学校工作计划", 50, 240, 9).column(OTHERS[number], 100)
        drawn.write(f"江城实验学校　第{number}次印", 800, 240, 9).turn_page()
    data = drawn.pdf()
    assert texts(data) == ["".join(lines) for lines in OTHERS[1:]]
    assert margins(data).count("江城实验学校工作计划") == 3
    assert "江城实验学校　第2次印" in margins(data)


@pytest.mark.parametrize("number", [
    "— 1 —", "- 1 -", "1", "第1页 共3页", "第 1 页", "第一页", "1/3", "1 / 3", "Page 1 of 3", "iv",
    "·1·", "第1页/共3页", "第1页（共3页）",
])
def test_a_page_number_of_a_single_page_is_kept_apart(
        number: str, paper: Callable[..., Any]) -> None:
    data = paper().column(BODY, 100).write(number, 800, 280).pdf()
    assert texts(data) == ["教" * 37 + "学完了。"]
    assert margins(data) == [number]


def test_page_numbers_right_and_left_by_turns_are_kept_apart(paper: Callable[..., Any]) -> None:
    drawn = paper()
    for number in (1, 2, 3, 4):
        drawn.column(OTHERS[number - 1], 100)
        drawn.write(f"— {number} —", 800, 470 if number % 2 else 90, 14)
        drawn.turn_page()
    assert len(margins(drawn.pdf())) == 4


def test_a_watermark_is_kept_apart(paper: Callable[..., Any]) -> None:
    drawn = paper().column(BODY, 100)
    drawn.canvas.rotate(45)
    drawn.canvas.drawString(500, 100, "样本水印")
    data = drawn.pdf()
    assert texts(data) == ["教" * 37 + "学完了。"]
    assert margins(data) == ["样本水印"]


def test_labels_of_annexes_at_the_top_of_pages_are_text(paper: Callable[..., Any]) -> None:
    drawn = paper().column(BODY, 100).turn_page()
    for number in (1, 2):
        drawn.write(f"附件{number}", 80).column(OTHERS[number], 120).turn_page()
    assert [text for text in texts(drawn.pdf()) if "附" in text] == ["附件1", "附件2"]


def test_numbers_that_do_not_count_the_pages_are_text(paper: Callable[..., Any]) -> None:
    drawn = paper()
    for number, room in enumerate((301, 305, 302)):
        drawn.write(f"教室{room}", 80).column(OTHERS[number], 110).turn_page()
    assert texts(drawn.pdf())[0::2] == ["教室301", "教室305", "教室302"]


def test_headers_of_even_and_of_odd_pages_are_kept_apart(paper: Callable[..., Any]) -> None:
    drawn = paper()
    for number in range(1, 6):
        drawn.write("江城实验学校" if number % 2 else "班主任工作室工作计划", 50, 240, 12)
        drawn.column(["甲乙丙丁戊"[number - 1] * 37, "完了。"], 200).turn_page()
    assert len(margins(drawn.pdf())) == 5


def test_a_first_page_without_header_does_not_keep_it_on_the_others(
        paper: Callable[..., Any]) -> None:
    drawn = paper().column(BODY, 100).turn_page()
    for number in (1, 2):
        drawn.write("江城实验学校工作计划", 50, 240, 12).column(OTHERS[number], 110).turn_page()
    assert margins(drawn.pdf()) == ["江城实验学校工作计划"] * 2


def test_what_a_browser_prints_around_a_page_is_kept_apart(paper: Callable[..., Any]) -> None:
    drawn = paper().write("2026/3/5 10:22", 20, 30, 8).write("工作计划 - 校园网", 20, 260, 8)
    drawn.column(["　　" + "教" * 35, *["学" * 37] * 6, "完了。"], 100)
    drawn.write("https://school.example/plan?id=7", 830, 30, 8).write("1/1", 830, 540, 8)
    data = drawn.pdf()
    assert texts(data) == ["教" * 35 + "学" * 37 * 6 + "完了。"]
    assert len(margins(data)) == 2


def test_small_print_within_the_text_is_text(paper: Callable[..., Any]) -> None:
    drawn = paper().column(["教" * 37] * 6 + ["完了。"], 100).write("（供讨论）", 300, 72, 9)
    assert texts(drawn.pdf())[-1] == "（供讨论）"


@pytest.mark.parametrize("number", ["第 3 页 共 8 页", "第3頁，共8頁", "P3", "3／8", "- iv -"])
def test_more_page_numbers_are_kept_apart(number: str, paper: Callable[..., Any]) -> None:
    assert margins(paper().column(BODY, 100).write(number, 810, 280).pdf()) == [number]


def test_large_print_across_the_text_is_kept_apart(paper: Callable[..., Any]) -> None:
    drawn = paper()
    drawn.canvas.setFillGray(0.8)
    drawn.write("内部资料", 180, 180, 60)
    drawn.canvas.setFillGray(0)
    drawn.column(["教" * 37] * 6 + ["完了。"], 100).turn_page()
    data = drawn.write("内部资料", 180, 180, 60).write("另一页。", 100).pdf()
    assert texts(data) == ["教" * 37 * 6 + "完了。", "另一页。"]
    assert sorted(margins(data)) == ["内部资料", "内部资料"]


def test_large_print_that_returns_in_the_middle_of_pages_is_kept_apart(
        paper: Callable[..., Any]) -> None:
    drawn = paper()
    for lines in OTHERS[:3]:
        drawn.write("样　本", 450, 200, 60).column(lines, 100).turn_page()
    data = drawn.pdf()
    assert texts(data) == ["".join(lines) for lines in OTHERS[:3]]
    assert margins(data) == ["样　本"] * 3


def test_a_large_title_is_text(paper: Callable[..., Any]) -> None:
    drawn = paper().write("工作计划", 300, 200, 44).write("江城实验学校", 380, 200, 22).turn_page()
    assert "工作计划" in texts(drawn.column(["教" * 37] * 6 + ["完了。"], 100).pdf())
