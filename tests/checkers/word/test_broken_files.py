"""Whatever bytes come in, a Reading or Unreadable comes out."""

import io

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checkers.document import Reading, Unreadable
from checkers.word import read_word

CAREFULLY = settings(max_examples=150, deadline=None,
                     suppress_health_check=[HealthCheck.too_slow])
VALUES = st.sampled_from(["", "0", "-1", "x", "9", "99999999999", "1e9", "nan", "\u2460", "²",
                          "restart", "begin", "end", "separate", "page", "TOC", "heading 1"])


def outcome(data):
    try:
        return type(read_word(data))
    except Unreadable as error:
        return Unreadable if error.rule in ("F002", "F003", "F005") else error.rule


def rich(w):
    """The parts of a file that uses most of what the reader knows."""
    numbering = ('<w:abstractNum w:abstractNumId="0">' + w.lvl(0, "chineseCounting", "%1、")
                 + w.lvl(1, "decimal", "%1.%2", more='<w:lvlRestart w:val="1"/><w:isLgl/>')
                 + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/>'
                 '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/></w:lvlOverride></w:num>')
    styles = w.style("a", "Normal", default=True) + w.style(
        "h", "heading 1", '<w:pPr><w:outlineLvl w:val="0"/><w:numPr><w:numId w:val="1"/></w:numPr>'
        '</w:pPr><w:rPr><w:b/><w:sz w:val="32"/></w:rPr>', based_on="a")
    body = [
        w.p("题", '<w:pStyle w:val="h"/><w:jc w:val="center"/>'), w.numbered("条", level=1),
        w.p(w.r("字", '<w:b w:val="0"/><w:sz w:val="21"/><w:vanish w:val="0"/>')
            + w.box(w.p("盒")) + w.field("TOC x", "甲")),
        w.p(w.r('<w:sym w:font="Wingdings" w:char="F0FE"/><w:br w:type="page"/>'),
            '<w:sectPr><w:type w:val="nextPage"/></w:sectPr>'),
        w.sdt(w.p("控"), '<w:showingPlcHdr w:val="0"/>'),
        w.table(w.row(w.cell("格", '<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>'),
                      trpr='<w:gridBefore w:val="1"/>'), w.row(w.cell("", "<w:vMerge/>"))),
        '<w:sectPr><w:headerReference r:id="header1"/></w:sectPr>']
    return w.parts("".join(body), styles=styles, numbering=numbering, header1=w.p("页眉"),
                   footnotes='<w:footnote w:id="1">' + w.p("注") + "</w:footnote>")


def test_the_whole_file_is_read_before_anything_is_broken(w):
    assert outcome(w.zip(rich(w))) is Reading


@CAREFULLY
@given(data=st.data())
def test_any_value_may_be_nonsense(w, data):
    parts = rich(w)
    name = data.draw(st.sampled_from(sorted(parts)))
    pieces = parts[name].split('w:val="')
    if len(pieces) == 1:
        pieces = parts[name].split('Id="')
        joint = 'Id="'
    else:
        joint = 'w:val="'
    for place in data.draw(st.sets(st.integers(1, max(1, len(pieces) - 1)), max_size=4)):
        if place < len(pieces):
            pieces[place] = data.draw(VALUES) + pieces[place][pieces[place].index('"'):]
    parts[name] = joint.join(pieces)
    assert outcome(w.zip(parts)) is Reading


@CAREFULLY
@given(data=st.data())
def test_any_element_may_stand_anywhere_or_nowhere(w, data):
    parts = rich(w)
    name = data.draw(st.sampled_from(["word/document.xml", "word/styles.xml",
                                      "word/numbering.xml", "word/header1.xml"]))
    text = parts[name]
    for _ in range(data.draw(st.integers(1, 3))):
        piece = data.draw(st.sampled_from([
            "<w:p/>", "<w:r/>", "<w:tc/>", "<w:tr/>", "<w:tbl/>", "<w:sdt/>", "<w:pPr/>",
            "<w:fldChar/>", "<w:instrText/>", "<w:sym/>", "<mc:AlternateContent/>", "<w:ins/>",
            "<w:txbxContent/>", "<w:sectPr/>", "<w:numPr/>", "<w:lvl/>", "<w:style/>", "text",
            "<w:fldSimple/>", "<w:altChunk/>", "<w:tcPr><w:vMerge/></w:tcPr>", "<w:ruby/>"]))
        starts = [at for at, char in enumerate(text) if char == "<"][1:]
        at = data.draw(st.sampled_from(starts))
        text = text[:at] + piece + text[at:]
    parts[name] = text
    assert outcome(w.zip(parts)) is Reading


@CAREFULLY
@given(data=st.data())
def test_any_part_may_be_damaged(w, data):
    parts = {name: content.encode() for name, content in rich(w).items()}
    name = data.draw(st.sampled_from(sorted(parts)))
    content = bytearray(parts[name])
    for at in data.draw(st.lists(st.integers(0, len(content) - 1), max_size=5)):
        content[at] = data.draw(st.integers(0, 255))
    parts[name] = bytes(content[:data.draw(st.integers(0, len(content)))])
    assert outcome(w.zip(parts)) in (Reading, Unreadable)


@CAREFULLY
@given(data=st.data())
def test_any_bytes_of_the_package_may_be_damaged(w, data):
    content = bytearray(w.zip(rich(w)))
    for at in data.draw(st.lists(st.integers(0, len(content) - 1), min_size=1, max_size=8)):
        content[at] = data.draw(st.integers(0, 255))
    assert outcome(bytes(content)) in (Reading, Unreadable)


@CAREFULLY
@given(data=st.binary(max_size=500))
def test_any_bytes_at_all_may_come(data):
    assert outcome(data) is Unreadable
    assert outcome(b"PK\x03\x04" + data) is Unreadable


@pytest.mark.parametrize("size", [0, 1, 22, 100, 1_000, 5_000])
def test_a_file_cut_off_anywhere_is_unreadable(size):
    out = io.BytesIO()
    docx.Document().save(out)
    assert outcome(out.getvalue()[:size]) is Unreadable


def test_what_python_docx_writes_is_read():
    document = docx.Document()
    document.add_heading("一、指导思想", 1)
    document.add_paragraph("提高认识。")
    document.add_table(1, 2).cell(0, 1).text = "格"
    out = io.BytesIO()
    document.save(out)
    blocks = read_word(out.getvalue()).blocks
    assert (blocks[0].text, blocks[0].outline) == ("一、指导思想", 1)
    assert blocks[1].text == "提高认识。"
    assert blocks[2].rows[0][1].text == "格"
