"""Word files that are one XML file: Word XML, and that of Word 2003."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from checkers.document import Unreadable
from checkers.submission import submission_of
from checkers.word.flat_file import read_flat, read_word_2003
from generators.paper import paper

BODY = """<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>指导思想</w:t></w:r></w:p>
<w:p><w:r><w:t>把每一件小事落到班级里。</w:t></w:r></w:p>"""


def flat(files: dict[str, bytes]) -> bytes:
    """The parts of a .docx as Word writes them into one file."""
    parts = "".join(
        f'<pkg:part pkg:name="/{name}" pkg:contentType="x"><pkg:xmlData>'
        + re.sub(r"<\?xml.*?\?>", "", content.decode()) + "</pkg:xmlData></pkg:part>"
        for name, content in files.items() if name.endswith((".xml", ".rels")))
    return ('<?xml version="1.0"?><?mso-application progid="Word.Document"?><pkg:package '
            f'xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">{parts}'
            "</pkg:package>").encode()


def test_it_is_read_as_the_docx_that_it_is() -> None:
    files = {name: content for name, content in paper(BODY).items() if content}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    docx, xml = (submission_of(data, "a") for data in (packed.getvalue(), flat(files)))
    assert xml.format == "flat-docx"
    assert [(one.displayed, one.style) for one in xml.document.main.paragraphs()] == [
        (one.displayed, one.style) for one in docx.document.main.paragraphs()]
    assert next(xml.document.main.paragraphs()).displayed == "一、指导思想"


@pytest.mark.parametrize("data", [
    b"<pkg:package xmlns:pkg='http://schemas.microsoft.com/office/2006/xmlPackage'/>",
    flat({"word/document.xml": b"<a/>"})[:-20]])
def test_what_is_not_whole_is_damaged(data: bytes) -> None:
    with pytest.raises(Unreadable, match="F003"):
        read_flat(data)


# Word 2003.

def word_2003(body: str, styles: str = "", lists: str = "") -> bytes:
    return (f"""<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument
xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"
xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint"
xmlns:aml="http://schemas.microsoft.com/aml/2001/core"><w:lists>{lists}</w:lists>
<w:styles>{styles}</w:styles><w:body><wx:sect><wx:sub-section>{body}</wx:sub-section></wx:sect>
</w:body></w:wordDocument>""").encode()


def read(*parts: str) -> list[str]:
    return [one.displayed for one in read_word_2003(word_2003(*parts)).blocks]


def test_the_text_of_word_2003_is_read_in_its_sections() -> None:
    assert read("<w:p><w:r><w:t>指导思想</w:t></w:r></w:p><w:p><w:r><w:t>一步</w:t><w:t>一步"
                "</w:t></w:r></w:p>") == ["指导思想", "一步一步"]


LISTS = """<w:listDef w:listDefId="5"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:nfc w:val="37"/>
<w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:nfc w:val="39"/>
<w:lvlText w:val="（%2）"/></w:lvl><w:lvl w:ilvl="2"><w:start w:val="1"/><w:lvlText w:val="%3."/>
</w:lvl></w:listDef><w:list w:ilfo="2"><w:ilst w:val="5"/></w:list>"""


def numbered(level: int, text: str) -> str:
    return (f'<w:p><w:pPr><w:listPr><w:ilvl w:val="{level}"/><w:ilfo w:val="2"/><wx:t wx:val="x"/>'
            f"</w:listPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>")


def test_automatic_numbers_of_word_2003_are_read() -> None:
    assert read("".join(numbered(level, "x") for level in (0, 1, 1, 2, 0, 1)), "", LISTS) == [
        "一、x", "（一）x", "（二）x", "1.x", "二、x", "（一）x"]


def test_styles_of_word_2003_are_read() -> None:
    style = ('<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr>'
             '<w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:rFonts w:fareast="黑体"/><w:sz '
             'w:val="32"/></w:rPr></w:style>')
    one, = read_word_2003(word_2003(
        '<w:p><w:pPr><w:pStyle w:val="1"/><w:ind w:first-line-chars="200"/></w:pPr><w:r><w:t>目标'
        '</w:t></w:r></w:p>', style)).blocks
    assert (one.style, one.outline, one.look.font, one.look.size) == ("heading 1", 1, "黑体", 16)
    assert one.layout.first == 2


def test_changes_that_are_pending_are_read_as_accepted_and_counted() -> None:
    found = read_word_2003(word_2003(
        '<w:p><aml:annotation w:type="Word.Insertion"><aml:content><w:r><w:t>新</w:t></w:r>'
        '</aml:content></aml:annotation><aml:annotation w:type="Word.Deletion"><aml:content><w:r>'
        '<w:delText>旧</w:delText></w:r></aml:content></aml:annotation><aml:annotation '
        'w:type="Word.Bookmark.Start" w:name="a"/><w:r><w:t>话</w:t></w:r></w:p>'))
    assert ([one.text for one in found.blocks], found.tracked_changes) == (["新话"], 2)


def test_tables_of_word_2003_are_read_with_their_merged_cells() -> None:
    cell = "<w:tc><w:tcPr>{}</w:tcPr><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    table, = read_word_2003(word_2003(
        "<w:tbl><w:tr>" + cell.format('<w:vmerge w:val="restart"/>', "三月") + cell.format("", "例会")
        + "</w:tr><w:tr>" + cell.format("<w:vmerge/>", "") + cell.format("", "听课")
        + "</w:tr></w:tbl>")).blocks
    assert [[(one.text, one.covered) for one in row] for row in table.rows] == [
        [("三月", False), ("例会", False)], [("", True), ("听课", False)]]


def test_a_file_of_word_2003_that_breaks_off_is_damaged() -> None:
    assert submission_of(word_2003("<w:p/>")[:-30], "a.doc", "doc").trouble.rule == "F003"
