"""Notes written into a copy of a PDF: read back by another reader, on the right line."""

import io
from datetime import datetime

import pdfplumber
import pypdfium2
import pytest

from checkers.comments import Comment, Signed
from checkers.findings import AFTER, BEFORE, ON
from checkers.pdf import read_pdf
from checkers.pdf.notes import with_notes

SIGNED = Signed("材料检查", "检查", datetime(2026, 3, 12, 9, 30))
LINES = ("一、指导思想", "以立德树人为根本。", "二、工作目标", "全年研读专著两本。")


def spots(data):
    return {one.text: one.spot for one in read_pdf(data).blocks}


def notes_in(data):
    """Contents, author, left, top and bottom of each note, page by page."""
    with pdfplumber.open(io.BytesIO(data)) as document:
        return [[(one["contents"], one["title"], round(one["x0"]), round(one["top"]),
                  round(one["bottom"])) for one in page.annots] for page in document.pages]


def test_a_note_says_what_is_wrong_and_stands_in_the_margin_of_its_line(paper):
    data = paper().column(LINES, 100).turn_page().write("三、工作措施", 100).pdf()
    made = with_notes(data, [Comment(spots(data)["二、工作目标"], ("太短", "怎样修改：写明")),
                             Comment(spots(data)["三、工作措施"], ("没有内容",))], SIGNED)
    (first,), (second,) = notes_in(made)
    assert first[:2] == ("太短\n怎样修改：写明", "材料检查")
    assert second[:2] == ("没有内容", "材料检查")
    assert first[2] + 18 < 72                           # left of the text
    assert first[3] < 140 < first[4]                    # over the baseline of the third line


@pytest.mark.parametrize(("side", "line"), [(BEFORE, 120), (ON, 136), (AFTER, 150)])
def test_what_belongs_before_or_after_stands_between_the_lines(paper, side, line):
    data = paper().column(LINES, 100).pdf()
    made = with_notes(data, [Comment(spots(data)["二、工作目标"], ("缺",), side)], SIGNED)
    ((_said, _by, _left, top, bottom),), = notes_in(made)
    assert abs((top + bottom) / 2 - line) < 8


def test_two_notes_on_one_line_do_not_cover_each_other(paper):
    data = paper().column(LINES, 100).pdf()
    spot = spots(data)["二、工作目标"]
    made = with_notes(data, [Comment(spot, ("甲",)), Comment(spot, ("乙",))], SIGNED)
    (one, other), = notes_in(made)
    assert one[3] != other[3]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_on_a_page_that_is_turned_the_note_is_beside_its_line_too(paper, turn):
    document = pypdfium2.PdfDocument(paper().column(LINES, 100, x=200).pdf())
    document[0].set_rotation(turn)
    out = io.BytesIO()
    document.save(out)
    document.close()
    # A spot is a place of the page as it is seen.
    made = with_notes(out.getvalue(), [Comment((1, 200.0, 140.0, 12.0), ("太短",))], SIGNED)
    (note,), = notes_in(made)
    assert note[0] == "太短"
    assert abs((note[3] + note[4]) / 2 - 134) < 8


def test_the_text_and_all_that_was_there_stay(paper):
    data = paper().column(LINES, 100).pdf()
    made = with_notes(data, [Comment(one, ("太短",)) for one in spots(data).values()], SIGNED)
    assert read_pdf(made).blocks == read_pdf(data).blocks
    assert len(notes_in(made)[0]) == len(LINES)
    assert drawn(made) == drawn(data)


def drawn(data):
    """The first page as it is seen without notes."""
    document = pypdfium2.PdfDocument(data)
    picture = document[0].render(draw_annots=False).to_pil().tobytes()
    document.close()
    return picture


def with_packed_table(text):
    """A PDF whose table of objects is a stream, as Word and Acrobat write it."""
    content = f"BT /F1 12 Tf 72 700 Td ({text}) Tj ET".encode()
    bodies = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
              b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
              b"/Resources<</Font<</F1 5 0 R>>>>>>",
              b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
              b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    data, places = b"%PDF-1.5\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(data)
    table = b"\0" * 7 + b"".join(b"\1" + one.to_bytes(4, "big") + b"\0\0"
                                 for one in [*places, start])
    return data + (b"6 0 obj\n<</Type/XRef/Size 7/W[1 4 2]/Root 1 0 R/Length %d>>stream\n%s\n"
                   b"endstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % (len(table), table, start))


def test_a_file_whose_table_of_objects_is_packed_can_be_read_by_others_afterwards():
    data = with_packed_table("Goals of the year")
    made = with_notes(data, [Comment(spots(data)["Goals of the year"], ("too short",))], SIGNED)
    assert notes_in(made)[0][0][0] == "too short"
    assert read_pdf(made).blocks == read_pdf(data).blocks


def test_a_line_at_the_edge_of_the_page_has_its_note_on_the_page(paper):
    data = paper().write("贴边的字写在这里", 300, x=2).pdf()
    made = with_notes(data, [Comment(spots(data)["贴边的字写在这里"], ("太短",))], SIGNED)
    assert notes_in(made)[0][0][2] == 0
