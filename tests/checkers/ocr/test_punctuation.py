"""Narrow marks beside Chinese are wide; those of Latin text and numbers stay."""

from __future__ import annotations

import pytest

from checkers.ocr.punctuation import as_typed


@pytest.mark.parametrize("text", [
    "一、指导思想", "Work plan, 2026 (draft)", "8:30-9:20", "3.14", "①读书", "a:b;c!", ""])
def test_what_is_right_is_left_alone(text: str) -> None:
    assert as_typed(text) == text


@pytest.mark.parametrize(("seen", "typed"), [
    ("目标:读书", "目标：读书"), ("读书,交流;写作!", "读书，交流；写作！"), ("(一)学习", "（一）学习"),
    ("(20分)", "（20分）"), ("（二)会议", "（二）会议"), ("时间:8:30", "时间：8:30"),
    ("共3次,每次2小时", "共3次，每次2小时"), ("(2014年3月至12月）", "（2014年3月至12月）")])
def test_narrow_marks_beside_chinese_become_wide(seen: str, typed: str) -> None:
    assert as_typed(seen) == typed
