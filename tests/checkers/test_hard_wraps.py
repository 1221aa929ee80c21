"""Paragraphs that were cut by hard returns at a fixed width."""

import pytest

TEXT = ("以班主任专业成长为宗旨，立足本校实际，一步一步地做，把每件小事落到班级里和学生身上，让新手少走"
        "弯路，让老手有新的路可走，年底看得见变化，说得出道理，也留得下材料，让后来的人接得上手。")
GOALS = ("全年每人研读专著两本，写教育随笔四篇，公开上一节主题班会课，并在组内说明自己的想法，听取同伴"
         "的意见以后再上一次，把两次的不同写下来，和大家一起讨论，挑出好的做法在年级里推开试用。")


def wrapped(text, width):
    return [text[start:start + width] for start in range(0, len(text), width)]


def paper(width):
    return ["江城实验学校工作计划", "一、指导思想", *wrapped(TEXT, width), "二、工作目标",
            *wrapped(GOALS, width), "三、工作措施", "每两个月开一次例会。"]


@pytest.mark.parametrize("width", [20, 28, 36])
def test_lines_cut_at_one_width_are_one_text(outline, width):
    found = outline(*paper(width)).main
    assert [one.title for one in found.headings] == ["指导思想", "工作目标", "工作措施"]
    assert [row.text for row in found.rows[2::2]] == [TEXT, GOALS, "每两个月开一次例会。"]


def test_a_numbered_item_begins_a_line_of_its_own(outline):
    items = [*wrapped("1、" + TEXT, 28), *wrapped("2、" + GOALS, 28)]
    rows = outline("工作计划", "一、工作目标", *items, "二、工作措施", "开例会。").main.rows
    assert [row.text for row in rows[2:4]] == ["1、" + TEXT, "2、" + GOALS]


def test_paragraphs_that_end_in_a_sentence_stay_apart(outline):
    lines = ["每人每学期读一本专著并且写下体会。", "每人每学期上一节主题的班会课给人看。", "每人每学期写一篇随笔在会上读一读。"]
    assert [row.text for row in outline("工作计划", "一、工作目标", *lines * 2).main.rows[2:]] == lines * 2


def test_names_in_lines_of_one_width_stay_apart(outline):
    names = ["组长：王珂（德育处）", "组员：李明（三年级）", "组员：周慧（四年级）", "组员：吴越（五年级）"]
    assert [row.text for row in outline("工作计划", "一、领导小组", *names).main.rows[2:]] == names


def test_months_in_lines_of_one_width_stay_apart(months):
    lines = [f"{month}月份：召开班主任例会，交流读书心得并布置下个月的各项具体工作" for month in range(3, 8)]
    assert months("工作安排", *lines) == [3, 4, 5, 6, 7]
