"""L002: the title."""

import pytest


def test_a_title_of_another_foundry_is_let_be(layout):
    assert layout(("方正小标宋简体", "方正小标宋_GBK"), part="styles") == []


def test_a_title_broken_over_two_lines_is_let_be(layout):
    title = '<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>'
    assert layout((title.format("青禾工作室2026年工作计划"),
                   title.format("青禾工作室") + title.format("2026年工作计划"))) == []


@pytest.mark.parametrize(("old", "new", "says"), [
    ("方正小标宋简体", "黑体", "the font is 黑体 instead of 方正小标宋简体 (GB/T 9704-2012 7.3.1)"),
    ('<w:sz w:val="44"/>', '<w:sz w:val="36"/>',
     "the type size is 小二 18 pt instead of 二号 22 pt (GB/T 9704-2012 7.3.1)")])
def test_what_is_wrong_with_a_title_is_told(old, new, says, layout):
    [found] = layout((old, new), part="styles")
    assert found.rule == "L002"
    assert says in found.message
    assert found.location.quote == "青禾工作室2026年工作计划"


def test_a_title_at_the_left_is_told(layout):
    [found] = layout(('<w:pStyle w:val="Title"/>', '<w:pStyle w:val="Title"/><w:jc w:val="left"/>'))
    assert found.message == "the title: it is not centred (GB/T 9704-2012 7.3.1)"


def test_the_line_spacing_of_a_title_is_mere_custom(layout):
    assert layout(('w:line="640"', 'w:line="700"'), part="styles") == []
