"""Every piece of a file is read, once, in the order in which a person meets it."""

import re

from checkers.word import read_word


def everything(w):
    """Eighteen marked pieces, each held by the file in a way of its own."""
    body = [
        w.p("〔1正文〕"),
        w.sdt(w.p("〔2块级控件〕")),
        w.p(w.r("前") + w.sdt(w.r("〔3行内控件〕")) + w.r("后")),
        w.p("<w:ins w:id='1'><w:r><w:t>〔4插入〕</w:t></w:r></w:ins>"),
        w.p("<w:moveTo w:id='2'><w:r><w:t>〔5移来〕</w:t></w:r></w:moveTo>"),
        w.p(w.r("锚") + w.box(w.p("〔6文本框〕"))),
        w.p("<w:r><w:pict><v:shape><v:textbox><w:txbxContent>" + w.p("〔7旧文本框〕")
            + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"),
        w.p("<w:hyperlink r:id='h'><w:r><w:t>〔8链接〕</w:t></w:r></w:hyperlink>"),
        w.p(w.field("DOCPROPERTY x", "〔9域〕")),
        w.p("<w:fldSimple w:instr='TITLE'><w:r><w:t>〔10简单域〕</w:t></w:r></w:fldSimple>"),
        w.p("<w:smartTag><w:r><w:t>〔11标记〕</w:t></w:r></w:smartTag>"),
        "<w:customXml>" + w.p("〔12自定义〕") + "</w:customXml>",
        w.table(w.row(w.cell("〔13单元格〕"), w.sdt(w.cell("〔14控件单元格〕"))),
                w.sdt(w.row(w.cell("〔15控件行〕"),
                            w.cell(w.table(w.row(w.cell("〔16嵌套表〕"))) + w.p())))),
        '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>',
    ]
    return w.read(*body, header1=w.p("〔17页眉〕"),
                  footnotes='<w:footnote w:id="2">' + w.p("〔18脚注〕") + "</w:footnote>")


def lines(blocks):
    for block in blocks:
        if hasattr(block, "rows"):
            for row in block.rows:
                for cell in row:
                    yield cell.text
        else:
            yield block.text


def test_all_pieces_are_read_once_and_in_order(w):
    reading = everything(w)
    whole = "".join(lines([*reading.blocks, *reading.margins]))
    assert re.findall(r"〔(\d+)", whole) == [str(number) for number in range(1, 19)]


def test_paragraphs_outside_tables_count_from_one(w):
    counted = [block.paragraph for block in everything(w).blocks
               if not hasattr(block, "rows") and block.source == "body"]
    assert counted == list(range(1, 13))


def test_a_text_box_follows_its_anchor_and_bears_its_number(w):
    blocks = w.read(w.p("前"), w.p(w.r("锚") + w.box(w.p("盒一") + w.p("盒二"))), w.p("后")).blocks
    assert [(block.text, block.paragraph, block.source) for block in blocks] == [
        ("前", 1, "body"), ("锚", 2, "body"), ("盒一", 2, "text-box"), ("盒二", 2, "text-box"),
        ("后", 3, "body")]


def test_two_text_boxes_in_a_group_are_both_read(w):
    drawing = ("<w:r><w:drawing><a:grp>" + "".join(
        f"<wps:wsp><wps:txbx><w:txbxContent>{w.p(text)}</w:txbxContent></wps:txbx></wps:wsp>"
        for text in ("左", "右")) + "</a:grp></w:drawing></w:r>")
    assert w.texts(w.p(drawing)) == ["", "左", "右"]


def test_a_deleted_text_box_is_not_read(w):
    assert w.texts(w.p(f"<w:del w:id='1'>{w.box(w.p('删'))}</w:del>")) == [""]


def test_a_table_in_a_text_box_is_a_table_of_the_file(w):
    box = w.box(w.table(w.row(w.cell("盒中格"))) + w.p())
    blocks = w.read(w.p(box), w.table(w.row(w.cell("格")))).blocks
    assert [(block.table, block.rows[0][0].text) for block in blocks if hasattr(block, "rows")] \
        == [(1, "盒中格"), (2, "格")]


def test_a_text_box_in_a_cell_belongs_to_the_cell(w):
    table = w.table(w.row(w.cell(w.p(w.r("锚") + w.box(w.p("盒"))))))
    paragraphs = w.read(table).blocks[0].rows[0][0].paragraphs
    assert [(one.text, one.table, one.row, one.column, one.paragraph, one.source)
            for one in paragraphs] \
        == [("锚", 1, 1, 1, None, "body"), ("盒", 1, 1, 1, None, "text-box")]


def test_a_field_in_a_text_box_does_not_end_one_around_it(w):
    body = w.p(w.mark("begin") + "<w:r><w:instrText>QUOTE</w:instrText></w:r>"
               + w.mark("separate") + w.r("甲") + w.box(w.p(w.mark("end") + w.r("盒")))
               + w.r("乙") + w.mark("end"))
    assert w.texts(body) == ["甲乙", "盒"]


def test_a_file_of_pictures_without_a_word_is_a_scan(w):
    picture = "<w:r><w:drawing><a:blip r:embed='i'/></w:drawing></w:r>"
    assert w.read(w.p(picture)).scanned_pages == (1,)
    assert w.read(w.p(picture), w.p("有字")).scanned_pages == ()
    assert w.read(w.p()).scanned_pages == ()


SMART_ART = ('<w:r><w:drawing><d:relIds xmlns:d="http://schemas.openxmlformats.org/drawingml/2006/'
             'diagram" r:dm="dm1"/></w:drawing></w:r>')


def test_the_words_of_smart_art_follow_their_anchor(w):
    parts = w.parts(w.p(w.r("组织机构") + SMART_ART) + w.p("后"))
    parts["word/_rels/document.xml.rels"] = w.links(
        w.link("dm1", "diagramData", "diagrams/data1.xml"))
    parts["word/diagrams/data1.xml"] = w.root(
        "model", "<a:p><a:r><a:t>组</a:t></a:r><a:r><a:t>长</a:t></a:r></a:p><a:p/>"
                 "<a:p><a:r><a:t>成员</a:t></a:r></a:p>")
    blocks = read_word(w.zip(parts)).blocks
    assert [(block.text, block.paragraph, block.source) for block in blocks] == [
        ("组织机构", 1, "body"), ("组长", 1, "text-box"), ("成员", 1, "text-box"),
        ("后", 2, "body")]


def test_smart_art_whose_words_are_not_there_is_passed_over(w):
    assert w.texts(w.p(w.r("组织机构") + SMART_ART)) == ["组织机构"]
