"""L006: the page number."""

import pytest


def test_numbers_on_the_outer_side_are_let_be(layout):
    assert layout() == []


def test_a_number_in_a_simple_field_is_seen(layout):
    assert layout(('<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>',
                   '<w:fldSimple w:instr=" PAGE "/>'), part="footer-even") == []


@pytest.mark.parametrize("part", ["footer-default", "footer-even"])
def test_a_missing_number_is_told(part, layout):
    [found] = layout((" PAGE ", " NUMPAGES "), part=part)
    assert found.rule == "L006"
    assert "nowhere" in found.message
    assert "(GB/T 9704-2012 7.5)" in found.message


def test_a_number_in_the_middle_is_told(layout):
    [found] = layout(('<w:jc w:val="right"/>', '<w:jc w:val="center"/>'), part="footer-default")
    assert "odd pages is in the middle instead of on the right" in found.message


def test_even_pages_like_odd_ones_are_told(layout):
    [found] = layout(("<w:evenAndOddHeaders/>", ""), part="settings")
    assert "even pages is on the right instead of on the left" in found.message
