"""Numbers gathered into runs, and runs nested in runs."""

import pytest

from checkers.runs import runs_in


@pytest.fixture
def runs(rows):
    """The runs as "二: 一二三": their depth and numbers."""
    return lambda *lines: [(run.depth, run.values) for run in runs_in(rows(*lines))]


def test_lines_without_numbers_make_no_run(runs):
    assert runs("工作计划", "以人为本。") == []


def test_a_run_goes_on_over_the_text_between(runs):
    assert runs("一、甲", "文字。", "二、乙", "文字。", "三、丙") == [(0, [1, 2, 3])]


def test_a_list_under_each_heading_is_a_run_of_its_own(runs):
    assert runs("一、甲", "1、子", "2、丑", "二、乙", "1、寅", "2、卯") == [
        (0, [1, 2]), (1, [1, 2]), (1, [1, 2])]


def test_three_levels_nest(runs):
    assert runs("一、甲", "（一）子", "1.鼠", "2.牛", "（二）丑", "二、乙") == [
        (0, [1, 2]), (1, [1, 2]), (2, [1, 2])]


def test_the_forms_may_nest_the_other_way_round(runs):
    assert runs("1、甲", "一、子", "二、丑", "2、乙", "一、寅", "二、卯", "3、丙")[0] == (0, [1, 2, 3])


def test_a_number_left_out_does_not_break_a_run(runs):
    assert runs("一、甲", "二、乙", "四、丁", "五、戊") == [(0, [1, 2, 4, 5])]


def test_a_number_given_twice_does_not_break_a_run(runs):
    assert runs("一、甲", "二、乙", "二、丙", "三、丁") == [(0, [1, 2, 2, 3])]


def test_forms_of_the_stop_may_change_within_a_run(runs):
    assert runs("一、甲", "二. 乙", "三．丙", "四 丁") == [(0, [1, 2, 3, 4])]


def test_headings_go_on_after_items_whose_numbers_have_another_stop(runs):
    assert runs("1. 甲", "1、子", "2、丑", "2. 乙", "1、寅", "2、卯", "3. 丙", "4. 丁") == [
        (0, [1, 2, 3, 4]), (1, [1, 2]), (1, [1, 2])]


def test_headings_go_on_after_items_that_are_sentences(runs):
    assert runs("1、甲", "1、子。", "2、丑。", "2、乙", "1、寅。", "2、卯。", "3、丙", "4、丁") == [
        (0, [1, 2, 3, 4]), (1, [1, 2]), (1, [1, 2])]


def test_a_number_of_another_form_between_does_not_break_a_run(runs):
    assert (0, [1, 2, 4]) in runs("一、甲", "二、乙", "3、丙", "四、丁")


def test_a_list_that_begins_anew_is_a_second_run(runs):
    assert runs("一、甲", "二、乙", "一、丙", "二、丁") == [(0, [1, 2]), (0, [1, 2])]


def test_a_far_larger_number_is_a_run_of_its_own(runs):
    assert runs("一、甲", "九、乙") == [(0, [1]), (0, [9])]


def test_parts_hold_the_run_that_goes_on_through_them(runs):
    assert runs("第一部分 总则", "一、甲", "二、乙", "第二部分 分则", "三、丙", "四、丁")[0] == (0, [1, 2])


def test_typed_and_automatic_numbers_make_one_run(rows):
    from checkers.document import Paragraph

    found = runs_in(rows("（一）甲", Paragraph("乙", number="（二）"),
                         Paragraph("丙", number="（三）"), "（四）丁"))
    assert [run.values for run in found] == [[1, 2, 3, 4]]


def test_a_list_does_not_go_on_with_one_of_its_manner_in_another_section(runs):
    assert runs("一、甲", "1.子", "2.丑", "二、乙", "（一）丙", "1.寅。", "2.卯", "3.辰") == [
        (0, [1, 2]), (1, [1, 2]), (1, [1]), (2, [1, 2, 3])]
    assert runs("一、甲", "1.子", "2.丑", "二、乙", "1.寅。", "2.卯", "3.辰") == [
        (0, [1, 2]), (1, [1, 2]), (1, [1, 2, 3])]
