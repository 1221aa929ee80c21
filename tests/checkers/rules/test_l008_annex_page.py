"""L008: where an annex begins."""

LABEL = '<w:pStyle w:val="AnnexLabel"/></w:pPr><w:r><w:t>附件'


def test_a_numbered_annex_on_its_page_is_let_be(layout):
    assert layout((LABEL, LABEL + "1")) == []


def test_an_annex_on_the_page_of_the_text_is_told(layout):
    [found] = layout((LABEL, LABEL.replace("</w:pPr>", '<w:pageBreakBefore w:val="0"/></w:pPr>')))
    assert found.rule == "L008"
    assert found.message == "the annex: it does not begin a page (GB/T 9704-2012 7.3.7)"


def test_a_label_with_the_title_on_its_line_is_told(layout):
    [found] = layout((LABEL, LABEL + "1：共读书目"))
    assert "do not stand alone on the first line (GB/T 9704-2012 7.3.7)" in found.message


def test_a_label_in_the_type_of_the_text_is_told(layout):
    [found] = layout((LABEL, LABEL.replace(
        "<w:t>", '<w:rPr><w:rFonts w:eastAsia="仿宋"/></w:rPr><w:t>')))
    assert "the font is 仿宋 instead of 黑体 (GB/T 9704-2012 7.3.7)" in found.message
