"""Files that are locked, damaged, too long, scanned or odd are read as far as they can be."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader

from checkers import limits
from checkers.document import Paragraph, Unreadable
from checkers.pdf import read_pdf

CATALOGUE = "<</Type/Catalog/Pages 2 0 R>>"
FONT = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def texts(data: bytes) -> list[str]:
    return [block.text for block in read_pdf(data).blocks if isinstance(block, Paragraph)]


def page(contents: int, box: str = "/MediaBox[0 0 595 842]", parent: int = 2) -> str:
    return (f"<</Type/Page/Parent {parent} 0 R{box}/Contents {contents} 0 R"
            "/Resources<</Font<</F 3 0 R>>>>>>")


def stream(text: str) -> str:
    drawn = f"BT /F 12 Tf 72 700 Td ({text}) Tj ET"
    return f"<</Length {len(drawn)}>>\nstream\n{drawn}\nendstream"


def rule_of(data: bytes) -> str:
    with pytest.raises(Unreadable) as caught:
        read_pdf(data)
    return caught.value.rule


def test_a_blank_page_is_read(paper: Callable[..., Any]) -> None:
    reading = read_pdf(paper().turn_page().pdf())
    assert (reading.blocks, reading.pages, reading.scanned_pages) == ((), 1, ())


def test_a_file_without_a_password_for_reading_is_read(paper: Callable[..., Any]) -> None:
    from reportlab.lib.pdfencrypt import StandardEncryption

    locked = paper(encrypt=StandardEncryption("", ownerPassword="secret"))
    assert texts(locked.write("指导思想", 80).pdf()) == ["指导思想"]


def test_a_file_with_a_password_is_refused(paper: Callable[..., Any]) -> None:
    assert rule_of(paper(encrypt="secret").write("指导思想", 80).pdf()) == "F002"


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", b"not a PDF", b"%PDF-1.4\n" + b"\0" * 500])
def test_a_damaged_file_is_refused(data: bytes) -> None:
    assert rule_of(data) == "F003"


def test_a_file_cut_short_is_read_or_refused_but_never_crashes(
        typeset: Callable[..., bytes]) -> None:
    whole = typeset(["江城实验学校" * 30] * 40)
    seen = set()
    for share in range(1, 20):
        try:
            seen.add(bool(read_pdf(whole[:len(whole) * share // 20]).pages))
        except Unreadable as trouble:
            seen.add(trouble.rule == "F003")
    assert seen == {True}


def test_a_file_without_pages_is_refused(raw_pdf: Callable[..., bytes]) -> None:
    assert rule_of(raw_pdf(CATALOGUE, "<</Type/Pages/Kids[]/Count 0>>")) == "F003"


def test_more_characters_than_the_limit_are_refused(
        typeset: Callable[..., bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    data = typeset(["江城实验学校" * 20])
    assert read_pdf(data).blocks
    monkeypatch.setattr(limits, "PDF_CHARS", 100)
    assert rule_of(data) == "F005"


def test_more_pages_than_the_limit_are_refused(
        paper: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = paper()
    for _ in range(4):
        drawn.write("一", 80).turn_page()
    data = drawn.pdf()
    monkeypatch.setattr(limits, "PDF_PAGES", 4)
    assert read_pdf(data).pages == 4
    monkeypatch.setattr(limits, "PDF_PAGES", 3)
    assert rule_of(data) == "F005"


def test_pages_that_are_only_declared_are_named_and_not_waited_for(
        raw_pdf: Callable[..., bytes]) -> None:
    reading = read_pdf(raw_pdf(CATALOGUE, "<</Type/Pages/Kids[4 0 R]/Count 1000000>>", FONT,
                               page(5), stream("Plan")))
    assert [block.text for block in reading.blocks if isinstance(block, Paragraph)] == ["Plan"]
    assert reading.skipped == ("pages 2-1000000",)
    assert reading.pages == 1


def test_a_broken_page_is_skipped_and_named(raw_pdf: Callable[..., bytes]) -> None:
    reading = read_pdf(raw_pdf(
        CATALOGUE, "<</Type/Pages/Kids[4 0 R 9 0 R 6 0 R]/Count 3>>", FONT,
        page(5), stream("First"), page(7), stream("Third")))
    assert reading.skipped == ("page 2",)
    assert [(block.text, block.page) for block in reading.blocks
            if isinstance(block, Paragraph)] == [("First", 1), ("Third", 3)]


def test_a_loop_in_the_page_tree_ends(raw_pdf: Callable[..., bytes]) -> None:
    reading = read_pdf(raw_pdf(CATALOGUE, "<</Type/Pages/Kids[4 0 R 2 0 R]/Count 5>>", FONT,
                               page(5), stream("Plan")))
    assert isinstance(reading.blocks[0], Paragraph)
    assert reading.blocks[0].text == "Plan"


def test_a_page_without_a_media_box_is_read(raw_pdf: Callable[..., bytes]) -> None:
    assert texts(raw_pdf(CATALOGUE, "<</Type/Pages/Kids[4 0 R]/Count 1>>", FONT, page(5, ""),
                         stream("Plan"))) == ["Plan"]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_turned_page_reads_the_same(turn: int, paper: Callable[..., Any]) -> None:
    drawn = paper()
    drawn.canvas.setPageRotation(turn)
    drawn.canvas.translate(*{0: (0, 0), 90: (595, 0), 180: (595, 842), 270: (0, 842)}[turn])
    drawn.canvas.rotate(turn)
    drawn.column(["一、指导思想", "二、工作目标"], 300)
    assert texts(drawn.pdf()) == ["一、指导思想", "二、工作目标"]


def test_text_on_a_picture_is_no_scan(paper: Callable[..., Any]) -> None:
    drawn = paper()
    drawn.canvas.drawImage(ImageReader(Image.new("L", (60, 84), 200)), 0, 0, 595, 842)
    reading = read_pdf(drawn.write("江城实验学校班主任工作室二〇二六年工作计划与安排", 80).pdf())
    assert reading.scanned_pages == ()


def test_a_page_that_is_only_a_picture_is_a_scan(paper: Callable[..., Any]) -> None:
    drawn = paper().column(["教" * 37] * 3, 80).turn_page()
    drawn.canvas.drawImage(ImageReader(Image.new("L", (60, 84), 200)), 0, 0, 595, 842)
    reading = read_pdf(drawn.pdf())
    assert reading.scanned_pages == (2,)
    assert reading.pages == 2


def test_a_small_picture_is_no_scan(paper: Callable[..., Any]) -> None:
    drawn = paper()
    drawn.canvas.drawImage(ImageReader(Image.new("L", (60, 84), 200)), 72, 600, 120, 160)
    assert read_pdf(drawn.pdf()).scanned_pages == ()


def test_readable_text_is_not_garbled(typeset: Callable[..., bytes]) -> None:
    assert read_pdf(typeset(["江城实验学校", "𠮷老师的班"])).garbled_share == 0.0


def test_private_characters_and_glyph_numbers_count_as_garbled(
        paper: Callable[..., Any], raw_pdf: Callable[..., bytes]) -> None:
    assert read_pdf(paper().write("\ue000\ue001教学", 80).pdf()).garbled_share == 0.5
    printed_numbers = raw_pdf(CATALOGUE, "<</Type/Pages/Kids[4 0 R]/Count 1>>", FONT, page(5),
                              stream("\\(cid:12\\)\\(cid:77\\)"))
    assert read_pdf(printed_numbers).garbled_share == 1.0


def test_a_font_that_does_not_say_what_it_shows_is_garbled(
        raw_pdf: Callable[..., bytes]) -> None:
    drawn = "BT /F 12 Tf 72 700 Td <4E004E014E02> Tj ET"
    reading = read_pdf(raw_pdf(
        CATALOGUE, "<</Type/Pages/Kids[4 0 R]/Count 1>>",
        "<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[6 0 R]>>",
        page(5), f"<</Length {len(drawn)}>>\nstream\n{drawn}\nendstream",
        "<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(Adobe)"
        "/Ordering(Identity)/Supplement 0>>/FontDescriptor 7 0 R>>",
        "<</Type/FontDescriptor/FontName/X/Flags 4>>"))
    assert reading.garbled_share > 0.9


def test_what_was_typed_into_a_form_field_is_read(paper: Callable[..., Any]) -> None:
    drawn = paper().write("姓名", 80)
    drawn.canvas.acroForm.textfield(name="name", value="Wang Ke", x=120, y=842 - 90, width=120,
                                    height=20, borderStyle="underlined")
    assert "姓名 Wang Ke" in texts(drawn.pdf())


def test_text_within_a_form_is_read(paper: Callable[..., Any]) -> None:
    drawn = paper()
    drawn.canvas.beginForm("stamp")
    drawn.canvas.setFont("STSong-Light", 12)
    drawn.canvas.drawString(0, 0, "指导思想")
    drawn.canvas.endForm()
    drawn.canvas.translate(72, 700)
    drawn.canvas.doForm("stamp")
    assert texts(drawn.pdf()) == ["指导思想"]


def test_what_was_typed_over_the_page_is_read(raw_pdf: Callable[..., bytes]) -> None:
    shape = "BT /F 12 Tf 0 5 Td (Wang Ke) Tj ET"
    annotated = page(5).replace("/Type/Page", "/Type/Page/Annots[6 0 R]")
    assert "Wang Ke" in texts(raw_pdf(
        CATALOGUE, "<</Type/Pages/Kids[4 0 R]/Count 1>>", FONT, annotated, stream("Plan"),
        "<</Type/Annot/Subtype/FreeText/Rect[72 600 200 620]/F 4/Contents(Wang Ke)/AP<</N 7 0 R>>>>",
        "<</Type/XObject/Subtype/Form/BBox[0 0 128 20]/Resources<</Font<</F 3 0 R>>>>"
        f"/Length {len(shape)}>>\nstream\n{shape}\nendstream"))
