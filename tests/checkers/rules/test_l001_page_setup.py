"""L001: paper and margins."""

from dataclasses import replace

from plans.profile import built_in


def rules(found):
    return [one.rule for one in found]


def test_a_standard_page_is_let_be(layout):
    assert layout() == []


def test_a_margin_within_a_millimetre_is_let_be(layout):
    assert layout(('w:top="2098"', 'w:top="2140"')) == []


def test_a_sheet_that_is_turned_keeps_its_binding_edge(layout):
    assert layout(('<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" '
                   'w:bottom="1984" w:left="1588"',
                   '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1588" '
                   'w:right="2098" w:bottom="1474" w:left="1984"')) == []


def test_a_narrow_margin_is_told_with_its_clause(layout):
    [found] = layout(('w:left="1588"', 'w:left="1134"'))
    assert found.rule == "L001"
    assert found.message == ("the left margin is 20 mm instead of 28 mm "
                             "(GB/T 9704-2012 5.2.1)")


def test_letter_paper_is_told(layout):
    [found] = layout(('w:w="11906" w:h="16838"', 'w:w="12240" w:h="15840"'))
    assert "the paper is 215.9 × 279.4 mm instead of 210 × 297 mm" in found.message


def test_a_school_that_has_other_margins_is_named(layout):
    profile = built_in()
    margins = replace(profile.margins, left=30.0, sources=tuple(
        (name, "profile.yaml") for name, _source in profile.margins.sources))
    [found] = layout(profile=replace(profile, margins=margins))
    assert found.message == "the left margin is 28 mm instead of 30 mm (the school's profile.yaml)"


def test_a_file_that_does_not_say_its_paper_is_told(layout):
    assert rules(layout(("w:pgSz", "w:pgXx"), ("w:pgMar", "w:pgYy"))) == ["L001"]
