"""L004: the running text."""

TEXT = '<w:pStyle w:val="Normal"/></w:pPr><w:r><w:t>每位成员'


def test_text_in_another_writing_of_the_font_is_let_be(layout):
    assert layout(('w:eastAsia="仿宋"', 'w:eastAsia="仿宋_GB2312"'), part="styles") == []


def test_the_signature_is_no_text(layout):
    assert layout(("<w:t>江城实验学校", '<w:rPr><w:sz w:val="28"/></w:rPr><w:t>江城实验学校')) == []


def test_a_paragraph_in_smaller_type_is_told_where_it_stands(layout):
    [found] = layout((TEXT, TEXT.replace("<w:t>", '<w:rPr><w:sz w:val="28"/></w:rPr><w:t>')))
    assert found.rule == "L004"
    assert found.message.startswith("1 paragraph of text: the type size is 四号 14 pt instead of "
                                    "三号 16 pt (GB/T 9704-2012 5.2.2)")
    assert found.location.quote.startswith("每位成员全年")


def test_a_paragraph_without_indent_is_told(layout):
    [found] = layout((TEXT, TEXT.replace("</w:pPr>", '<w:ind w:firstLineChars="0" '
                                         'w:firstLine="0"/></w:pPr>')))
    assert "the first-line indent is 0 characters instead of 2 characters (GB/T 9704-2012 7.3.3)" \
        in found.message


def test_an_indent_in_centimetres_counts_by_the_size_of_the_type(layout):
    inch = '<w:ind w:firstLineChars="0" w:firstLine="640"/></w:pPr>'
    assert layout((TEXT, TEXT.replace("</w:pPr>", inch))) == []


def test_lines_that_are_not_fixed_are_told_once_for_all_paragraphs(layout):
    found = layout(('w:line="579" w:lineRule="exact"', 'w:line="360" w:lineRule="auto"'),
                   part="styles")
    [text] = [one for one in found if one.rule == "L004"]
    assert text.message.startswith("5 paragraphs of text: the line spacing is not fixed instead of "
                                   "28.95 pt (measured, for the 22 lines")
