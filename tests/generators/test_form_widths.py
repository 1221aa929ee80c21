"""Widths of labels and values in a form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.form_widths import Lines, label_lines, shared


@pytest.mark.parametrize(("label", "room", "on_a_line"), [
    ("姓名", 4, 2), ("政治面貌", 4, 4), ("班主任年限", 4, 3), ("参加工作时间", 4, 4),
    ("是否在岗班主任", 4, 4), ("近五年课题与论文", 2, 2), ("专家组意见", 2, 2), ("备注", 1, 1)])
def test_a_long_label_is_cut_where_words_may_end(label, room, on_a_line):
    assert label_lines(label, room) == on_a_line


@given(st.lists(st.floats(0.1, 30), min_size=1, max_size=12), st.integers(12, 300))
def test_what_is_shared_out_is_all_there_is_and_everybody_has_some(needs, total):
    parts = shared(total, needs)
    assert sum(parts) == total
    assert min(parts) >= 1


def test_a_line_close_beside_another_falls_on_it():
    lines = Lines(0, 96)
    assert [lines.at(40), lines.at(41, right=2), lines.at(41, left=2), lines.at(42, left=1)] == [
        40, 41, 41, 41]
