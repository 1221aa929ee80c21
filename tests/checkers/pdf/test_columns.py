"""Two columns are read one after the other, but only where they surely are two."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from checkers.document import Paragraph
from checkers.pdf import read_pdf


def texts(data: bytes) -> list[str]:
    return [block.text for block in read_pdf(data).blocks if isinstance(block, Paragraph)]


def test_pairs_of_labels_are_read_line_by_line(paper: Callable[..., Any]) -> None:
    drawn = paper()
    for step in range(10):
        y = 80 + 20 * step
        drawn.write(f"姓名：王{step}", y).write("单位：江城实验学校", y, 330)
    assert texts(drawn.pdf())[1] == "姓名：王1 单位：江城实验学校"


def test_two_columns_under_a_title_are_read_one_after_the_other(
        paper: Callable[..., Any]) -> None:
    drawn = paper().write("江城实验学校班主任工作室简报二〇二六年第三期", 60, 100, 18)
    drawn.column(["　　" + "左" * 15, *["左" * 17] * 18, "左完。"], 100)
    drawn.column(["　　" + "右" * 15, *["右" * 17] * 18, "右完。"], 100, 320)
    assert texts(drawn.pdf())[1:] == ["左" * (15 + 17 * 18) + "左完。",
                                      "右" * (15 + 17 * 18) + "右完。"]


def test_a_paragraph_runs_from_one_column_into_the_next(paper: Callable[..., Any]) -> None:
    drawn = paper().column(["　　" + "左" * 15, *["左" * 17] * 19], 100)
    drawn.column([*["右" * 17] * 18, "右完。", "　　另一段。"], 100, 320)
    assert texts(drawn.pdf()) == ["左" * (15 + 17 * 19) + "右" * 17 * 18 + "右完。", "另一段。"]
