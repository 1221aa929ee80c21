"""Pages that are pictures come out as the paragraphs and tables that are on them."""

from __future__ import annotations

import io
from collections.abc import Callable

import docx
import pytest
from PIL import Image

from checkers.document import Document, Paragraph, Reading
from checkers.ocr import Eyes
from checkers.pdf import read_pdf
from checkers.submission import submission_of

PLAN = ["江城实验学校工作计划", "一、指导思想",
        "立足本校实际，一步一步地做好每一件小事，让新手少走弯路，让老手有新的路可走。", "二、工作安排",
        [["月份", "工作"], ["三月", "制定计划"], ["四月", "听课评课"]]]


def shown(reading: Reading | Document) -> list[object]:
    blocks = reading.blocks if isinstance(reading, Reading) else reading.main.blocks
    return [block.text if isinstance(block, Paragraph)
            else [[cell.text for cell in row] for row in block.rows] for block in blocks]


def blank() -> Image.Image:
    return Image.new("L", (600, 400), 250)


def test_without_eyes_a_picture_stays_a_picture(
        scan: Callable[..., bytes], page: Image.Image) -> None:
    reading = read_pdf(scan(page))
    assert (reading.blocks, reading.scanned_pages, reading.ocr_pages) == ((), (1,), ())


def test_a_page_that_has_its_text_is_not_read_from_its_picture(paper) -> None:
    class Blind(Eyes):
        def page(self, *_arguments: object) -> None:
            raise AssertionError("nothing is to be read here")

    assert shown(read_pdf(paper("一、指导思想"), Blind())) == ["一、指导思想"]


def test_a_dirty_scan_that_is_askew_reads_like_the_paper(
        scan: Callable[..., bytes], page: Image.Image, eyes: Eyes,
        dirty: Callable[..., Image.Image]) -> None:
    reading = read_pdf(scan(dirty(page, 1.2)), eyes)
    assert shown(reading) == PLAN
    assert (reading.scanned_pages, reading.ocr_pages, reading.garbled_share) == ((), (1,), 0.0)
    title, heading, *_rest = (block for block in reading.blocks if isinstance(block, Paragraph))
    assert title.look.size == pytest.approx(16, rel=0.1)
    assert heading.look.size == pytest.approx(12, rel=0.1)
    assert title.look.centred


@pytest.mark.parametrize("degrees", [90, 180])
def test_a_page_put_in_the_wrong_way_is_read_upright(
        degrees: int, scan: Callable[..., bytes], page: Image.Image, eyes: Eyes) -> None:
    part = page.crop((0, 0, page.width, page.height // 2))      # it is read up to three times
    assert shown(read_pdf(scan(part.rotate(degrees, expand=True)), eyes)) == PLAN[:3]


def test_pictures_in_word_are_pages(
        page: Image.Image, eyes: Eyes, jpeg: Callable[..., bytes]) -> None:
    document = docx.Document()
    for image in (page, blank()):
        document.add_picture(io.BytesIO(jpeg(image)))
    out = io.BytesIO()
    document.save(out)
    found = submission_of(out.getvalue(), "计划.docx", eyes=eyes).document
    assert found is not None
    assert shown(found) == PLAN
    assert (found.scanned_pages, found.ocr_pages, found.pages) == ((), (1, 2), 2)


def test_a_transparent_picture_that_is_handed_in_is_read(page: Image.Image, eyes: Eyes) -> None:
    top = Image.new("L", (page.width, 220), 255)
    top.paste(page.crop((0, 0, page.width, 160)))
    ink = top.point(lambda value: 255 - value)
    clear = Image.new("RGBA", ink.size, (0, 0, 0, 0))
    clear.putalpha(ink)
    out = io.BytesIO()
    clear.save(out, "PNG")
    found = submission_of(out.getvalue(), "计划.png", "", eyes).document
    assert found is not None
    assert shown(found) == PLAN[:2]
    assert found.ocr_pages == (1,)


def test_pictures_too_small_to_be_pages_are_not_read(
        jpeg: Callable[..., bytes], eyes: Eyes) -> None:
    small = jpeg(Image.new("L", (90, 90), 200))
    document = docx.Document()
    document.add_picture(io.BytesIO(small))
    out = io.BytesIO()
    document.save(out)
    for data, name in ((small, "章.jpg"), (out.getvalue(), "章.docx")):
        found = submission_of(data, name, "", eyes).document
        assert found is not None
        assert (found.scanned_pages, found.ocr_pages) == ((1,), ())


def test_garbled_text_is_read_from_its_picture(eyes: Eyes, garbled: bytes) -> None:
    assert read_pdf(garbled).garbled_share == 1.0
    reading = read_pdf(garbled, eyes)
    assert [text.lower().replace(" ", "") for text in shown(reading)] == ["workplan"]
    assert (reading.garbled_share, reading.ocr_pages) == (0.0, (1,))


def test_pages_for_which_no_time_is_left_stay_pictures(
        scan: Callable[..., bytes], eyes: Eyes) -> None:
    told: list[tuple[int, int]] = []
    reading = read_pdf(scan(blank(), blank(), blank()), Eyes(
        seconds=0, told=lambda page, pages: told.append((page, pages))))
    assert (reading.ocr_pages, reading.scanned_pages) == ((1,), (2, 3))
    assert told == [(1, 3)]


def test_a_picture_that_cannot_be_opened_stays_one(page: Image.Image, eyes: Eyes,
                                                   jpeg: Callable[..., bytes]) -> None:
    found = submission_of(jpeg(page)[:200], "计划.jpg", "", eyes).document
    assert found is not None
    assert (found.scanned_pages, found.ocr_pages) == ((1,), ())
