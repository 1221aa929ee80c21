"""Comments written into a copy of a Word file: where they stand, and that all else stays."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from pathlib import Path

import docx
import pytest
from lxml import etree

from checkers.comments import Comment, Signed
from checkers.document import Paragraph, Table, Unreadable
from checkers.findings import AFTER, BEFORE, ON
from checkers.word import read_word
from checkers.word.comments import with_comments
from corpus.submissions import submissions
from corpus.word_file import SHAPES, word_file

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
TYPES = ('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
         '<Default Extension="xml" ContentType="application/xml"/></Types>')
MARKS = ("commentRangeStart", "commentRangeEnd", "commentReference")
SIGNED = Signed("材料检查", "检查", datetime(2026, 3, 12, 9, 30))


def paragraphs_in(data: bytes) -> list[Paragraph]:
    """Every paragraph that a reader sees, in tables and text boxes too."""
    def within(block: Paragraph | Table) -> list[Paragraph]:
        if isinstance(block, Paragraph):
            return [block]
        return [one for row in block.rows for cell in row
                for inner in (*cell.paragraphs, *cell.tables) for one in within(inner)]
    return [one for block in read_word(data).blocks for one in within(block)]


def spot_of(data: bytes, text: str):
    return next(one.spot for one in paragraphs_in(data) if text in one.text)


def commented(data: bytes, *notes, signed: Signed = SIGNED) -> bytes:
    """`data` with a comment for each (text of the paragraph, words, side)."""
    return with_comments(data, [
        Comment(spot_of(data, text), (words,), *side, quote=text) if side else
        Comment(spot_of(data, text), (words,), quote=text) for text, words, *side in notes], signed)


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        return {name: package.read(name) for name in package.namelist()}


def body_of(data: bytes) -> etree._Element:
    return etree.fromstring(parts_of(data)["word/document.xml"])


def marked(data: bytes) -> dict[str, str]:
    """What each comment says, and the text of the paragraph that it is tied to."""
    marks: dict[str, list[etree._Element]] = {}
    for one in body_of(data).iter(*("{*}" + name for name in MARKS)):
        marks.setdefault(id_of(one), []).append(one)
    found = {}
    for comment in etree.fromstring(parts_of(data)["word/comments.xml"]):
        ends = marks.pop(id_of(comment))
        assert tuple(etree.QName(one).localname for one in ends) == MARKS
        homes = {next(one.iterancestors("{*}p")) for one in ends}
        assert len(homes) == 1
        said = "/".join("".join(one.itertext()) for one in comment.iter("{*}p"))
        found[said] = "".join(text.text or "" for text in homes.pop().iterfind("{*}r/{*}t"))
    assert not marks
    return found


def id_of(element: etree._Element) -> str:
    return next(value for name, value in element.attrib.items() if name.endswith("}id"))


def shape(data: bytes, text: str) -> list[str]:
    """The children of the paragraph that says `text`: marks with their ids."""
    home = next(one for one in body_of(data).iter(W + "p") if text in "".join(
        t.text or "" for t in one.iter(W + "t")))
    return [etree.QName(one).localname + one.get(W + "id", "") if not one.findall(
        W + "commentReference") else "reference" + one[0].get(W + "id") for one in home]


def test_a_comment_spans_the_paragraph_that_it_is_about(w):
    made = commented(w.file(w.p("一、指导思想"), w.p("写一点", '<w:jc w:val="center"/>')),
                     ("写一点", "太短"))
    assert marked(made) == {"太短": "写一点"}
    assert shape(made, "写一点") == ["pPr", "commentRangeStart0", "r", "commentRangeEnd0",
                                  "reference0"]


def test_what_belongs_before_or_after_stands_at_that_edge(w):
    data = w.file(w.p("二、工作目标", "<w:keepNext/>"))
    made = commented(data, ("工作目标", "缺指导思想", BEFORE), ("工作目标", "缺工作措施", AFTER))
    assert shape(made, "二、") == ["pPr", "commentRangeStart0", "commentRangeEnd0", "reference0",
                                 "r", "commentRangeStart1", "commentRangeEnd1", "reference1"]


def test_several_comments_on_one_paragraph_keep_their_order(w):
    made = commented(w.file(w.p("落款")), *(("落款", f"第{one}条") for one in range(4)))
    assert list(marked(made)) == ["第0条", "第1条", "第2条", "第3条"]
    assert shape(made, "落款")[:5] == [*(f"commentRangeStart{one}" for one in range(4)), "r"]


def test_python_docx_reads_what_was_written(w):
    parts = w.parts(w.p("落款")) | {"[Content_Types].xml": TYPES.replace("</Types>", (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
        'relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.'
        'openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'))}
    data = w.zip(parts)
    made = with_comments(data, [Comment(spot_of(data, "落款"), ("没有日期", "怎样修改：补上"))], SIGNED)
    comment, = docx.Document(io.BytesIO(made)).comments
    assert [one.text for one in comment.paragraphs] == ["没有日期", "怎样修改：补上"]
    assert (comment.author, comment.initials) == ("材料检查", "检查")
    assert f"{comment.timestamp:%Y-%m-%d %H:%M}" == "2026-03-12 09:30"


def test_only_four_parts_change(w):
    parts = w.parts(w.p("正文"), styles="", header1=w.p("页眉")) | {
        "[Content_Types].xml": TYPES, "word/media/image1.png": b"\x89PNG" * 1000,
        "customXml/item1.xml": "<a   b='c' />"}
    data = w.zip(parts)
    made = commented(data, ("正文", "太短"))
    before, after = parts_of(data), parts_of(made)
    assert {name for name in after if after[name] != before.get(name)} == {
        "[Content_Types].xml", "word/document.xml", "word/_rels/document.xml.rels",
        "word/comments.xml"}
    assert list(after) == [*before, "word/comments.xml"]
    assert b'PartName="/word/comments.xml"' in after["[Content_Types].xml"]
    assert b'Target="comments.xml"' in after["word/_rels/document.xml.rels"]


def test_comments_that_are_there_stay(w):
    old = ('<w:comment w:id="7" w:author="李老师" w:initials="李"><w:p><w:r><w:t>请核对</w:t></w:r>'
           "</w:p></w:comment>")
    body = (f'<w:p><w:commentRangeStart w:id="7"/>{w.r("原来的话")}<w:commentRangeEnd w:id="7"/>'
            '<w:r><w:commentReference w:id="7"/></w:r></w:p>')
    parts = w.parts(body, comments=old) | {"[Content_Types].xml": TYPES, "word/people.xml": "<p/>"}
    data = w.zip(parts)
    made = commented(data, ("原来的话", "太短"))
    assert marked(made) == {"请核对": "原来的话", "太短": "原来的话"}
    comments = etree.fromstring(parts_of(made)["word/comments.xml"])
    assert [(one.get(W + "id"), one.get(W + "author")) for one in comments] == [
        ("7", "李老师"), ("8", "材料检查")]
    assert shape(made, "原来的话") == [
        "commentRangeStart7", "commentRangeStart8", "r", "commentRangeEnd7", "reference7",
        "commentRangeEnd8", "reference8"]
    assert {name for name in parts_of(made) if parts_of(made)[name] != parts_of(data)[name]} == {
        "word/document.xml", "word/comments.xml"}


def test_an_id_that_only_the_text_still_bears_is_not_given_again(w):
    data = w.file(f'<w:p><w:commentRangeStart w:id="41"/>{w.r("甲")}</w:p>')
    assert b'w:id="42"' in parts_of(commented(data, ("甲", "乙")))["word/comments.xml"]


def test_an_impossible_id_is_passed_over(w):
    data = w.file(w.p("甲"), comments='<w:comment w:id="x"/><w:comment w:id="99999999999"/>')
    assert b'w:id="0"' in parts_of(commented(data, ("甲", "乙")))["word/comments.xml"]


def test_a_part_that_is_only_called_comments_is_left_alone(w):
    data = w.zip(w.parts(w.p("甲")) | {"word/Comments.xml": "别的东西"})
    after = parts_of(commented(data, ("甲", "乙")))
    assert after["word/Comments.xml"].decode() == "别的东西"
    assert "乙" in after["word/comments1.xml"].decode()


def test_a_pointer_to_comments_that_are_gone_is_used(w):
    parts = w.parts(w.p("甲"))
    parts["word/_rels/document.xml.rels"] = w.links(w.link("rId9", "comments", "comments.xml"))
    after = parts_of(commented(w.zip(parts), ("甲", "乙")))
    assert after["word/_rels/document.xml.rels"].decode() == parts["word/_rels/document.xml.rels"]
    assert "乙" in after["word/comments.xml"].decode()


def test_a_document_without_relationships_gets_them(w):
    parts = w.parts(w.p("甲"))
    del parts["word/_rels/document.xml.rels"]
    made = commented(w.zip(parts), ("甲", "乙"))
    assert b"relationships/comments" in parts_of(made)["word/_rels/document.xml.rels"]


def test_a_strict_file_stays_strict(w):
    text = w.parts(w.p("甲"))["word/document.xml"].replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main", STRICT)
    data = w.zip(w.parts() | {"word/document.xml": text, "[Content_Types].xml": TYPES})
    after = parts_of(commented(data, ("甲", "太短")))
    assert etree.fromstring(after["word/comments.xml"]).tag == f"{{{STRICT}}}comments"
    assert b"purl.oclc.org/ooxml/officeDocument/relationships/comments" in after[
        "word/_rels/document.xml.rels"]
    assert b'"start"' in after["word/comments.xml"]       # Strict files know no w:jc "left"
    assert marked(commented(data, ("甲", "太短"))) == {"太短": "甲"}


def test_comments_instructions_and_other_markup_of_the_text_stay(w):
    data = w.file('<!-- 改过 --><?mso 1?><w:p w:rsidR="00AB"><w:proofErr w:type="spellStart"/>'
                  f'{w.r("甲")}<w:bookmarkStart w:id="0" w:name="a"/></w:p>')
    made = commented(data, ("甲", "乙"))
    text = parts_of(made)["word/document.xml"].decode()
    assert '<!-- 改过 --><?mso 1?><w:p w:rsidR="00AB">' in text
    assert 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"' in text
    assert "ns0:" not in text


def test_a_cell_and_a_cell_of_a_table_in_it(w):
    inner = w.table(w.row(w.cell("内层")))
    cell = w.cell(w.p("任务") + inner + w.p(""))
    data = w.file(w.p("前言"), w.table(w.row(w.cell("月份"), cell)))
    assert marked(commented(data, ("任务", "甲"), ("内层", "乙"))) == {"甲": "任务", "乙": "内层"}


def test_a_text_box_has_its_comment_where_it_is_anchored(w):
    data = w.file(w.p("第一段"), w.p(w.r("第二段") + w.box(w.p("框里的话"))), w.p("第三段"))
    made = commented(data, ("框里的话", "太短"), ("第三段", "缺日期"))
    assert marked(made) == {"框里的话/太短": "第二段", "缺日期": "第三段"}
    assert not list(body_of(made).iterfind(f".//{W}txbxContent//{W}commentReference"))


def test_a_control_and_a_tracked_insertion(w):
    data = w.file(w.sdt(w.p("控件里")), '<w:p><w:ins w:id="3" w:author="a">'
                  f'{w.r("插入的话")}</w:ins></w:p>', w.p("未删", '<w:rPr><w:del w:id="4"/></w:rPr>'),
                  w.p("接着的话"))
    made = commented(data, ("控件里", "甲"), ("插入的话", "乙"), ("未删接着的话", "丙"))
    assert marked(made) == {"控件里/甲": "控件里", "乙": "", "丙": "接着的话"}


def test_what_one_alternative_shows_is_commented_outside_of_it(w):
    both = (f"<mc:AlternateContent><mc:Choice Requires='wps'>{w.p('新的写法')}</mc:Choice>"
            f"<mc:Fallback>{w.p('旧的写法')}</mc:Fallback></mc:AlternateContent>")
    data = w.file(w.p("上一段"), both, w.p("下一段"))
    assert marked(commented(data, ("新的写法", "甲"), ("下一段", "乙"))) == {
        "新的写法/甲": "上一段", "乙": "下一段"}


def test_a_deleted_row_and_a_contents_list_do_not_shift_the_places(w):
    gone = w.row(w.cell("删了"), trpr='<w:del w:id="1" w:author="a"/>')
    contents = w.sdt(w.p("一、指导思想\t1"), '<w:docPartObj><w:docPartGallery '
                     'w:val="Table of Contents"/></w:docPartObj>')
    data = w.file(contents, w.table(gone, w.row(w.cell("留着"))), w.p("末段"))
    assert marked(commented(data, ("留着", "甲"), ("末段", "乙"))) == {"甲": "留着", "乙": "末段"}


def test_signs_that_no_file_may_hold_are_left_out(w):
    data = w.file(w.p("甲"))
    made = with_comments(data, [Comment(spot_of(data, "甲"), ("a\x00b\ud800c<&>\n末",))], SIGNED)
    assert list(marked(made)) == ["abc<&> 末"]


def test_a_spot_of_another_document_is_refused(w):
    with pytest.raises(Unreadable):
        with_comments(w.file(w.p("甲")), [Comment((5,), ("乙",))], SIGNED)


def test_comments_that_cannot_be_read_are_not_written_over(w):
    parts = w.parts(w.p("甲"), comments="") | {"word/comments.xml": "<w:comments"}
    with pytest.raises(Unreadable) as caught:
        commented(w.zip(parts), ("甲", "乙"))
    assert caught.value.rule == "F003"


def test_the_same_input_gives_the_same_bytes(w):
    data = w.file(w.p("甲"))
    assert commented(data, ("甲", "乙")) == commented(data, ("甲", "乙"))


@pytest.mark.parametrize("shape", SHAPES[-2:])
def test_a_commented_document_reads_as_before_and_each_comment_is_at_its_words(shape):
    """Of all that the corpus holds: tables, boxes, controls, changes, contents lists."""
    for number, submission in enumerate(submissions()):
        data = word_file(submission, shape)
        told = [one for one in paragraphs_in(data) if one.spot is not None]
        side = (ON, BEFORE, AFTER)[number % 3]
        made = with_comments(data, [Comment(one.spot, (f"{at}",), side)
                                    for at, one in enumerate(told)], SIGNED)
        assert read_word(made).blocks == read_word(data).blocks, submission.name
        homes = {one.rpartition("/")[2]: home for one, home in marked(made).items()}
        assert list(homes) == [str(at) for at in range(len(told))]
        for at, one in enumerate(told):
            if one.source == "body":
                assert bare(homes[str(at)]) in bare(one.displayed), submission.name


def bare(text: str) -> str:
    return "".join(text.replace("\u200b", "").split())


def test_libreoffice_shows_every_comment(w, soffice, tmp_path: Path):
    types = TYPES.replace("</Types>", (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
        'relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.'
        'openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'))
    inner = w.table(w.row(w.cell("内层")))
    body = (w.p("标题") + w.table(w.row(w.cell("月份"), w.cell(w.p("任务") + inner + w.p(""))))
            + w.sdt(w.p("控件里")) + w.p(w.r("锚") + w.box(w.p("框里的话"))) + w.p("落款"))
    data = w.zip({"[Content_Types].xml": types} | w.parts(body))
    made = commented(data, ("标题", "一", BEFORE), ("标题", "二"), ("任务", "三"), ("内层", "四"),
                     ("控件里", "五"), ("框里的话", "六"), ("落款", "七", AFTER), ("落款", "八"))
    path = tmp_path / "批注.docx"
    path.write_bytes(made)
    flat = etree.parse(soffice(path, "fodt", tmp_path / "out"))
    names = flat.getroot().nsmap
    shown = ["/".join("".join(p.itertext()) for p in one.iterfind("text:p", names))
             for one in flat.iterfind(".//office:annotation", names)]
    # It drops the first line of what stands in a control; that is the quote.
    assert sorted(shown) == sorted(["一", "二", "三", "四", "/五", "框里的话/六", "七", "八"])
    authors = {one.text for one in flat.iterfind(".//office:annotation/dc:creator", names)}
    assert authors == {"材料检查"}
