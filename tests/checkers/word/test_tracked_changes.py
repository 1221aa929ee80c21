"""Tracked changes: the file as it is once all of them are accepted, and how many there are."""


def test_a_file_without_changes_has_none_pending(w):
    assert w.read(w.p("正文")).tracked_changes == 0


def test_inserted_and_moved_text_is_read_where_it_now_stands(w):
    body = w.p("<w:ins w:id='1'><w:r><w:t>新</w:t></w:r></w:ins>"
               "<w:moveTo w:id='2'><w:r><w:t>移来</w:t></w:r></w:moveTo>")
    reading = w.read(body)
    assert reading.blocks[0].text == "新移来"
    assert reading.tracked_changes == 2


def test_deleted_and_moved_away_text_is_not_read(w):
    body = w.p("<w:r><w:t>留</w:t></w:r>"
               "<w:del w:id='1'><w:r><w:delText>删</w:delText><w:t>删</w:t></w:r></w:del>"
               "<w:moveFrom w:id='2'><w:r><w:t>移走</w:t></w:r></w:moveFrom>")
    reading = w.read(body)
    assert reading.blocks[0].text == "留"
    assert reading.tracked_changes == 2


def test_what_was_inserted_and_deleted_again_is_not_read(w):
    body = w.p("<w:ins w:id='1'><w:del w:id='2'><w:r><w:t>无</w:t></w:r></w:del></w:ins>")
    assert w.texts(body) == [""]


def test_changes_of_format_are_pending_too(w):
    body = w.p(w.r("字", "<w:b/><w:rPrChange w:id='1'><w:rPr/></w:rPrChange>"),
               "<w:jc w:val='center'/><w:pPrChange w:id='2'><w:pPr><w:jc w:val='right'/></w:pPr>"
               "</w:pPrChange>")
    reading = w.read(body)
    assert reading.tracked_changes == 2
    assert reading.blocks[0].look.centred
    assert not reading.blocks[0].look.right


def test_a_deleted_paragraph_mark_joins_two_paragraphs(w):
    body = [w.p("前半", "<w:rPr><w:del w:id='1'/></w:rPr>"), w.p("后半", "<w:jc w:val='right'/>"),
            w.p("下一段")]
    blocks = w.read(*body).blocks
    assert [block.text for block in blocks] == ["前半后半", "下一段"]
    assert blocks[0].look.right


def test_a_paragraph_that_is_deleted_whole_is_gone(w):
    gone = "<w:del w:id='2'><w:r><w:delText>二、删去</w:delText></w:r></w:del>"
    body = [w.p("一、留下"), w.p(gone, "<w:rPr><w:del w:id='1'/></w:rPr>"), w.p("三、留下")]
    assert w.texts(*body) == ["一、留下", "三、留下"]


def test_a_deleted_paragraph_before_a_table_is_gone(w):
    body = [w.p("", "<w:rPr><w:del w:id='1'/></w:rPr>"), w.table(w.row(w.cell("格")))]
    assert len(w.read(*body).blocks) == 1


def test_a_deleted_mark_before_a_table_loses_no_words(w):
    body = [w.p("表前", "<w:rPr><w:del w:id='1'/></w:rPr>"), w.table(w.row(w.cell("格")))]
    assert w.texts(*body) == ["表前"]


def test_a_deleted_mark_at_the_very_end_loses_no_words(w):
    assert w.texts(w.p("末尾", "<w:rPr><w:moveFrom w:id='1'/></w:rPr>")) == ["末尾"]


def test_an_inserted_paragraph_mark_parts_paragraphs(w):
    assert w.texts(w.p("一", "<w:rPr><w:ins w:id='1'/></w:rPr>"), w.p("二")) == ["一", "二"]


def test_deleted_rows_and_cells_are_gone(w):
    table = w.table(w.row(w.cell("一"), w.cell("删", "<w:cellDel w:id='1'/>"), w.cell("二")),
                    w.row(w.cell("删"), trpr="<w:del w:id='2'/>"),
                    w.row(w.cell("三"), trpr="<w:ins w:id='3'/>"))
    reading = w.read(table)
    assert [[cell.text for cell in row] for row in reading.blocks[0].rows] == [["一", "二"], ["三"]]
    assert reading.tracked_changes == 3


def test_a_table_whose_rows_are_all_deleted_is_gone(w):
    table = w.table(w.row(w.cell("删"), trpr="<w:del w:id='2'/>"))
    blocks = w.read(table, w.table(w.row(w.cell("留")))).blocks
    assert [block.table for block in blocks] == [1]


def test_a_change_in_a_text_box_is_counted_once(w):
    box = w.box(w.p("<w:ins w:id='1'><w:r><w:t>新</w:t></w:r></w:ins>"))
    assert w.read(w.p(box)).tracked_changes == 1


def test_changes_in_a_header_are_pending_too(w):
    header = w.p("<w:ins w:id='1'><w:r><w:t>新</w:t></w:r></w:ins>")
    body = '<w:sectPr><w:headerReference r:id="header1"/></w:sectPr>'
    assert w.read(body, header1=header).tracked_changes == 1
