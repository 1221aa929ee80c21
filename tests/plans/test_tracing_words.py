"""Words that say the same, and a school's own among them."""

from __future__ import annotations

import pytest

from plans.errors import UserError
from plans.house import House
from plans.tracing_words import NO_WORDS, tracing_words


@pytest.mark.parametrize(("said", "also"), [
    ("召开了期末的总结", "期末小结"), ("制定計畫", "订出了计划"), ("暑 期", "暑假"),
    ("表扬先进教研组", "表彰先进教研组")])
def test_other_words_for_the_same_are_equal(said, also):
    words = tracing_words(House())
    assert words.bare(said) == words.bare(also)


def test_without_words_only_the_writing_is_made_equal():
    assert NO_WORDS.bare("召开 計畫會") == "召开计划会"


def test_the_words_of_a_school_join_ours(tmp_path):
    (tmp_path / "tracing.yaml").write_text("same:\n  - [小结, 收官]\n虚词: [扎实]\n", "utf-8")
    words = tracing_words(House(tmp_path))
    assert words.bare("扎实收官") == words.bare("总结")


def test_a_fault_in_the_words_of_a_school_is_told_with_its_line(tmp_path):
    (tmp_path / "tracing.yaml").write_text("same:\n  - [小结, 收官]\nsmae: [x]\n", "utf-8")
    with pytest.raises(UserError, match=r"tracing\.yaml:3:"):
        tracing_words(House(tmp_path))
