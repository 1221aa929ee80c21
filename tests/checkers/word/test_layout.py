"""How lines lie and how pages are set up, as Word counts it."""

from __future__ import annotations

import io

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm

from checkers.document import Layout, Paragraph
from checkers.pdf import read_pdf
from checkers.word import read_word


def read(document):
    out = io.BytesIO()
    document.save(out)
    return read_word(out.getvalue())


@pytest.fixture
def layout():
    """The layout of a paragraph with this w:pPr, in a style with that one."""
    def of(own: str = "", style: str = "", size: int = 16) -> Layout:
        document = docx.Document()
        normal = document.styles["Normal"]
        normal.font.size = docx.shared.Pt(size)
        for element in parse_xml(f'<w:pPr {nsdecls("w")}>{style}</w:pPr>'):
            normal.element.get_or_add_pPr().append(element)
        paragraph = document.add_paragraph("一步一步地做。")
        for element in parse_xml(f'<w:pPr {nsdecls("w")}>{own}</w:pPr>'):
            paragraph._p.get_or_add_pPr().append(element)
        return read(document).blocks[0].layout
    return of


@pytest.mark.parametrize(("own", "style", "wanted"), [
    ("", "", Layout()),
    ('<w:spacing w:line="579" w:lineRule="exact"/>', "", Layout(line=28.95)),
    ('<w:spacing w:line="360" w:lineRule="auto"/>',
     '<w:spacing w:line="579" w:lineRule="exact"/>', Layout(line=0)),
    ('<w:spacing w:line="400" w:lineRule="atLeast"/>', "", Layout(line=0)),
    ('<w:spacing w:before="100"/>', '<w:spacing w:line="560" w:lineRule="exact"/>',
     Layout(line=28)),
    ("", '<w:ind w:firstLineChars="200" w:firstLine="420"/>', Layout(first=2)),
    ('<w:ind w:firstLineChars="0" w:firstLine="0"/>',
     '<w:ind w:firstLineChars="200" w:firstLine="640"/>', Layout(first=0)),
    ('<w:ind w:firstLine="640"/>', "", Layout(first=2)),
    ('<w:ind w:left="640" w:hanging="320"/>', "", Layout(first=-1)),
    ('<w:ind w:rightChars="400" w:right="1280"/>', "", Layout(right=4)),
    ('<w:ind w:end="640"/>', "", Layout(right=2)),
    ('<w:ind w:firstLine="nonsense"/><w:spacing w:line="" w:lineRule="exact"/>', "", Layout())])
def test_what_a_paragraph_or_its_style_says_is_read(own, style, wanted, layout):
    assert layout(own, style) == wanted


def test_twips_count_in_characters_of_the_paragraphs_own_size(layout):
    assert layout('<w:ind w:firstLine="480"/>', size=12).first == 2


def test_styles_that_rest_on_one_another_come_to_an_end(layout):
    document = docx.Document()
    normal = document.styles["Normal"].element
    normal.append(parse_xml(f'<w:basedOn {nsdecls("w")} w:val="Normal"/>'))
    document.add_paragraph("一步一步地做。")
    assert read(document).blocks[0].layout == Layout()


def test_two_paragraphs_that_lie_differently_are_the_same_words():
    assert Paragraph("目标", measure=Layout) == Paragraph("目标")
    assert Paragraph("目标").layout is None


def test_paper_and_margins_are_read_section_by_section():
    document = docx.Document()
    document.add_section()
    for section, left in zip(document.sections, (28, 20), strict=True):
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin = Mm(left)
    document.sections[1].page_width, document.sections[1].page_height = Mm(297), Mm(210)
    first, second = read(document).survey().pages
    assert (first.width, first.height, first.left, first.is_landscape) == (210, 297, 28, False)
    assert (second.left, second.is_landscape) == (20, True)


def numbered(align: str, even: str | None = None):
    document = docx.Document()
    section = document.sections[0]
    document.settings.odd_and_even_pages_header_footer = even is not None
    for footer, side in ((section.footer, align), (section.even_page_footer, even)):
        if side is not None:
            footer.paragraphs[0]._p.append(parse_xml(
                f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "><w:r><w:t>1</w:t></w:r>'
                "</w:fldSimple>"))
            footer.paragraphs[0]._p.get_or_add_pPr().append(parse_xml(
                f'<w:jc {nsdecls("w")} w:val="{side}"/>'))
    return document


def test_the_page_number_is_found_on_its_side():
    [page] = read(numbered("right", "left")).survey().pages
    assert (page.odd, page.even) == ("right", "left")


def test_one_footer_for_all_pages_stands_on_the_same_side():
    [page] = read(numbered("center")).survey().pages
    assert (page.odd, page.even) == ("centre", "centre")


def test_a_frame_on_the_outside_changes_sides():
    document = numbered("left")
    document.sections[0].footer.paragraphs[0]._p.get_or_add_pPr().insert(0, parse_xml(
        f'<w:framePr {nsdecls("w")} w:wrap="around" w:xAlign="outside"/>'))
    [page] = read(document).survey().pages
    assert (page.odd, page.even) == ("right", "left")


def test_a_section_goes_on_with_the_number_of_the_one_before():
    document = numbered("right", "left")
    document.add_section()
    assert [page.even for page in read(document).survey().pages] == ["left", "left"]


def test_a_document_without_a_number_says_so():
    [page] = read(docx.Document()).survey().pages
    assert (page.odd, page.even) == ("", "")


def test_fonts_of_a_theme_are_seen():
    assert read(docx.Document()).survey().theme_fonts


def test_a_pdf_tells_nothing_of_its_set_up(tmp_path):
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(tmp_path / "plan.pdf"))
    canvas.drawString(72, 700, "Plan")
    canvas.save()
    found = read_pdf((tmp_path / "plan.pdf").read_bytes())
    assert found.survey is None
    assert found.blocks[0].layout is None
