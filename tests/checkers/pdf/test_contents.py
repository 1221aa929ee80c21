"""Lines of a table of contents are marked, so that they are not taken for headings."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from checkers.document import Paragraph
from checkers.pdf import read_pdf

TITLES = ["一、指导思想", "二、工作目标", "三、工作措施", "四、保障措施"]


def marked(data: bytes) -> list[str]:
    return [block.text for block in read_pdf(data).blocks
            if isinstance(block, Paragraph) and block.toc]


def test_headings_are_no_table_of_contents(paper: Callable[..., Any]) -> None:
    assert marked(paper().column(TITLES, 80).pdf()) == []


def test_two_dotted_lines_are_no_table_of_contents(paper: Callable[..., Any]) -> None:
    data = paper().column([f"{title}………… {page}" for page, title in enumerate(TITLES[:2], 1)], 80)
    assert marked(data.pdf()) == []


def test_counts_of_things_are_no_table_of_contents(paper: Callable[..., Any]) -> None:
    drawn = paper()
    for step, (name, count) in enumerate([("专著", 9), ("论文", 2), ("课例", 5), ("随笔", 1)]):
        drawn.write(name, 80 + 20 * step).write(str(count), 80 + 20 * step, 400)
    assert marked(drawn.pdf()) == []


def test_dotted_lines_are_marked_each_by_itself(paper: Callable[..., Any]) -> None:
    lines = [f"{title}{'.' * 100}{page}" for page, title in enumerate(TITLES, 1)]
    assert marked(paper().write("目　录", 60, 270).column(lines, 80).pdf()) == lines


def test_lines_with_a_gap_before_a_rising_page_number_are_marked(
        paper: Callable[..., Any]) -> None:
    drawn = paper()
    for step, title in enumerate(TITLES):
        drawn.write(title, 80 + 20 * step).write(str(2 * step + 1), 80 + 20 * step, 500)
    assert marked(drawn.pdf()) == [f"{title} {2 * step + 1}" for step, title in enumerate(TITLES)]


def test_a_title_of_two_lines_does_not_end_the_table_of_contents(
        paper: Callable[..., Any]) -> None:
    lines = [f"一、指导思想{'.' * 90}1", "二、" + "目标" * 17, f"任务{'.' * 90}2",
             f"三、措施{'.' * 90}3", f"四、保障{'.' * 90}4"]
    assert len(marked(paper().column(lines, 80).pdf())) == 4


def test_under_its_title_small_gaps_are_enough(paper: Callable[..., Any]) -> None:
    drawn = paper().write("目　录", 60, 270)
    for step, title in enumerate(TITLES):
        drawn.write(title, 80 + 20 * step).write(str(step + 1), 80 + 20 * step, 172)
    assert len(marked(drawn.pdf())) == 4


def test_small_gaps_without_a_title_are_no_table_of_contents(paper: Callable[..., Any]) -> None:
    drawn = paper()
    for step, title in enumerate(TITLES):
        drawn.write(title, 80 + 20 * step).write(str(step + 1), 80 + 20 * step, 172)
    assert marked(drawn.pdf()) == []


def test_under_its_title_a_number_may_follow_at_once(paper: Callable[..., Any]) -> None:
    drawn = paper().write("目录", 60, 270)
    drawn.column(["一、指导思想1", "二、工作室任务与人员职责2", "三、保障4"], 80)
    assert len(marked(drawn.pdf())) == 3
    assert marked(paper().column(["一年级1", "二年级2", "三年级4"], 80).pdf()) == []
