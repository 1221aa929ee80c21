"""L009: fonts of a theme."""

import pytest


def test_a_theme_colour_is_no_font(layout):
    assert layout(("<w:t>指导思想",
                   '<w:rPr><w:color w:themeColor="text1"/></w:rPr><w:t>指导思想')) == []


@pytest.mark.parametrize("script", ["ascii", "hAnsi", "eastAsia"])
def test_a_font_that_is_left_to_the_theme_is_told(script, layout):
    [found] = layout(('<w:rFonts w:ascii="宋体"', f'<w:rFonts w:{script}Theme="minorHAnsi" '
                      'w:ascii="宋体"'), part="styles")
    assert found.rule == "L009"
    assert "such as 仿宋 (GB/T 9704-2012 5.2.2)" in found.message
