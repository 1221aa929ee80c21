"""L003: headings, level by level."""

NORMAL = '<w:p><w:pPr><w:pStyle w:val="Normal"/></w:pPr>'


def test_a_heading_of_another_foundry_is_let_be(layout):
    assert layout(("楷体", "楷体_GB2312"), part="styles") == []


def test_the_caption_of_a_table_is_no_heading(layout):
    caption = ('<w:p><w:pPr><w:pStyle w:val="Caption"/></w:pPr><w:r><w:t>成员名单</w:t></w:r></w:p>'
               "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>姓名</w:t></w:r></w:p></w:tc></w:tr></w:tbl>")
    note = '<w:p><w:pPr><w:pStyle w:val="AnnexNote"/>'
    assert layout((note, caption + note)) == []


def test_a_wrong_level_is_told_once_for_all_its_headings(layout):
    [found] = layout(("楷体", "宋体"), part="styles")
    assert found.rule == "L003"
    assert found.message == ("headings of level 2: the font is 宋体 instead of 楷体 "
                             "(GB/T 9704-2012 7.3.3)")
    assert found.location.quote == "（一）成员目标"


def test_a_heading_at_the_margin_is_told(layout):
    [found] = layout(('<w:outlineLvl w:val="0"/>',
                      '<w:ind w:firstLineChars="0" w:firstLine="0"/><w:outlineLvl w:val="0"/>'),
                     ('<w:ind w:leftChars="0" w:left="0" w:rightChars="0" w:right="0" '
                      'w:firstLineChars="200" w:firstLine="640"/><w:ind w:firstLineChars="0" '
                      'w:firstLine="0"/>', '<w:ind w:firstLineChars="0" w:firstLine="0"/>'),
                     part="styles")
    assert "the first-line indent is 0 characters instead of 2 characters" in found.message
