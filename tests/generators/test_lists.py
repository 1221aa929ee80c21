"""Numbers begin anew where a list begins, in templates that an office saved again too."""

from __future__ import annotations

import re

import pytest

from generators.lists import lists_of, numbering_xml, restart_lists
from generators.styles import styles_xml

LISTS = lists_of(styles_xml().encode(), numbering_xml().encode())


def paragraph(style: str, more: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr></w:p>'


def given(document: str) -> list[str]:
    """The w:num of every paragraph that has one of its own."""
    return re.findall(r'<w:numId w:val="(\d+)"', document)


def test_headings_of_the_text_are_left_to_their_style():
    source = paragraph("Heading1") + paragraph("Heading2")
    assert restart_lists(source, LISTS) == (source, LISTS.numbering)


def test_items_that_follow_each_other_are_one_list():
    document, _ = restart_lists(paragraph("ListNumber") + paragraph("ListNumber2")
                                + paragraph("ListNumber"), LISTS)
    assert given(document) == ["3", "3", "3"]


@pytest.mark.parametrize("between", ["<w:p/>", "<w:p><w:r/></w:p>", paragraph("Heading1"),
                                     paragraph("TableText")])
def test_whatever_stands_between_begins_a_new_list(between):
    document, numbering = restart_lists(paragraph("ListNumber") + between
                                        + paragraph("ListNumber"), LISTS)
    assert given(document) == ["3", "4"]
    assert numbering.count("<w:startOverride") == 2 * 4


def test_headings_begin_anew_in_each_annex():
    annex = paragraph("AnnexLabel") + paragraph("Heading1") + paragraph("Heading2")
    document, _ = restart_lists(paragraph("Heading1") + annex + annex, LISTS)
    assert given(document) == ["3", "3", "4", "4"]


def test_a_number_stands_where_word_wants_it():
    document, _ = restart_lists(paragraph("ListNumber", "<w:keepNext/><w:spacing/>"), LISTS)
    assert '<w:keepNext/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr><w:spacing/>' \
        in document


def test_the_number_of_the_style_may_be_repeated_in_the_paragraph():
    own = '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="2"/></w:numPr>'
    document, _ = restart_lists(paragraph("ListNumber2", own), LISTS)
    assert given(document) == ["3"]
    assert 'w:ilvl w:val="1"' in document


def test_a_paragraph_of_another_list_is_left_alone():
    own = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="9"/></w:numPr>'
    assert restart_lists(paragraph("ListNumber", own), LISTS)[0] == paragraph("ListNumber", own)


def test_styles_are_known_by_their_names_whatever_their_ids():
    styles = (styles_xml().replace('w:styleId="ListNumber"', 'w:styleId="a5"')
              .replace('w:styleId="AnnexLabel"', 'w:styleId="a9"')
              .replace('w:styleId="Heading1"', 'w:styleId="1"'))
    lists = lists_of(styles.encode(), numbering_xml().encode())
    document, _ = restart_lists(paragraph("a5") + paragraph("a9") + paragraph("1"), lists)
    assert given(document) == ["3", "4"]
