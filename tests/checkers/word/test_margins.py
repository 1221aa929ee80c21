"""Headers, footers and notes."""

from checkers.word import read_word


def texts(reading):
    return [paragraph.text for paragraph in reading.margins]


def section(*references):
    return "<w:sectPr>" + "".join(f'<w:{kind}Reference w:type="default" r:id="{name}"/>'
                                  for kind, name in references) + "</w:sectPr>"


def test_a_file_without_margins_has_none(w):
    assert w.read(w.p("正文")).margins == ()


def test_headers_and_footers_of_all_sections_are_read_once(w):
    body = [w.p("一", section(("header", "header1"), ("footer", "footer1"))),
            w.p("二"), section(("header", "header1"), ("header", "header2"))]
    reading = w.read(*body, header1=w.p("江城实验学校"), header2=w.p("附件"), footer1=w.p("第1页"))
    assert texts(reading) == ["江城实验学校", "第1页", "附件"]


def test_a_header_that_no_section_shows_is_not_read(w):
    assert w.read(w.p("正文"), header1=w.p("旧页眉")).margins == ()


def test_footnotes_and_endnotes_are_read_without_their_separators(w):
    reading = w.read(
        w.p("正文"),
        footnotes='<w:footnote w:type="separator" w:id="-1">' + w.p("线") + "</w:footnote>"
        '<w:footnote w:id="1">' + w.p("注一") + "</w:footnote>"
        '<w:footnote w:id="2">' + w.p("注二") + "</w:footnote>",
        endnotes='<w:endnote w:id="1">' + w.p("尾注") + "</w:endnote>")
    assert texts(reading) == ["注一", "注二", "尾注"]


def test_tables_and_text_boxes_of_a_header_are_read_without_a_place(w):
    header = w.table(w.row(w.cell("格一"), w.cell(w.table(w.row(w.cell("内"))) + w.p("格二")))) \
        + w.p(w.r("锚") + w.box(w.p("盒")))
    reading = w.read(section(("header", "header1")), header1=header)
    assert texts(reading) == ["格一", "格二", "内", "锚", "盒"]
    assert {(one.paragraph, one.table, one.row) for one in reading.margins} == {(None, None, None)}


def test_margins_do_not_count_among_the_paragraphs(w):
    reading = w.read(w.p("一"), section(("header", "header1")), header1=w.p("页眉"))
    assert [block.paragraph for block in reading.blocks] == [1]


def test_a_damaged_header_is_skipped_and_named(w):
    parts = w.parts(w.p("正文") + section(("header", "header1")), header1="")
    parts["word/header1.xml"] = "<w:hdr"
    reading = read_word(w.zip(parts))
    assert (reading.margins, reading.skipped) == ((), ("word/header1.xml",))


def test_a_reference_that_leads_nowhere_is_passed_over(w):
    assert w.read(section(("header", "rId99"))).margins == ()


def test_what_a_reviewer_wrote_in_a_comment_is_no_text_of_the_paper(w):
    marked = ('<w:commentRangeStart w:id="1"/>' + w.r("一、指导思想")
              + '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>')
    reading = w.read(w.p(marked), comments=f'<w:comment w:id="1">{w.p("二、工作目标呢？")}</w:comment>')
    assert [block.text for block in reading.blocks] == ["一、指导思想"]
    assert reading.margins == ()
