"""Scans made in code: a small page is drawn, made a picture, turned and dirtied."""

from __future__ import annotations

import io
import os
import random
import socket
from collections.abc import Callable
from typing import Any

import pypdfium2
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from checkers.ocr import Eyes, is_installed

FONT = "STSong-Light"
WIDTH, HEIGHT = 424, 250            # pt; so small a page is read in a second
DPI = 150
LINES = [("江城实验学校工作计划", 130, 40, 16), ("一、指导思想", 50, 70, 12),
         ("立足本校实际，一步一步地做好每一件小事，让新手少走", 74, 90, 12),
         ("弯路，让老手有新的路可走。", 50, 110, 12), ("二、工作安排", 50, 130, 12)]
ROWS = [("月份", "工作"), ("三月", "制定计划"), ("四月", "听课评课")]
pdfmetrics.registerFont(UnicodeCIDFont(FONT))


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """What recognises text may not fetch anything: there is nobody to fetch it from."""
    def refuse(*_arguments: Any) -> None:
        raise OSError("no network in tests of recognition")

    monkeypatch.setattr(socket.socket, "connect", refuse)


@pytest.fixture(scope="session")
def eyes() -> Eyes:
    """Eyes to read with; skips where the extra is not installed, except under CI."""
    if not is_installed():
        if os.environ.get("CI"):
            pytest.fail("the extra ocr is not there, and under CI no test may be skipped for that")
        pytest.skip("needs the extra ocr")
    return Eyes()


@pytest.fixture(scope="session")
def page() -> Image.Image:
    """A small page of a title, two sections and a table, clean and level."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(WIDTH, HEIGHT))
    for text, x, y, size in LINES:
        canvas.setFont(FONT, size)
        canvas.drawString(x, HEIGHT - y, text)
    canvas.grid((50, 130, 350), [HEIGHT - 150 - 30 * row for row in range(len(ROWS) + 1)])
    canvas.setFont(FONT, 12)
    for row, cells in enumerate(ROWS):
        for x, text in zip((60, 140), cells, strict=True):
            canvas.drawString(x, HEIGHT - 170 - 30 * row, text)
    canvas.showPage()
    canvas.save()
    with pypdfium2.PdfDocument(out.getvalue()) as document:
        return document[0].render(scale=DPI / 72, grayscale=True).to_pil()


@pytest.fixture(scope="session")
def dirty() -> Callable[[Image.Image, float], Image.Image]:
    """A picture as a cheap scanner makes it: askew by some degrees, grey, with noise."""
    def of(image: Image.Image, degrees: float) -> Image.Image:
        turned = image.rotate(degrees, Image.Resampling.BICUBIC, fillcolor=255)
        noise = random.Random(7).randbytes(image.width * image.height)
        return Image.blend(turned, Image.frombytes("L", image.size, noise), 0.15)

    return of


@pytest.fixture(scope="session")
def jpeg() -> Callable[[Image.Image], bytes]:
    def of(image: Image.Image) -> bytes:
        out = io.BytesIO()
        image.save(out, "JPEG", quality=80)
        return out.getvalue()

    return of


@pytest.fixture(scope="session")
def scan(jpeg: Callable[[Image.Image], bytes]) -> Callable[..., bytes]:
    """A PDF whose pages are these pictures."""
    def of(*images: Image.Image) -> bytes:
        out = io.BytesIO()
        canvas = Canvas(out)
        for image in images:
            size = image.width * 72 / DPI, image.height * 72 / DPI
            canvas.setPageSize(size)
            canvas.drawImage(ImageReader(io.BytesIO(jpeg(image))), 0, 0, *size)
            canvas.showPage()
        canvas.save()
        return out.getvalue()

    return of


@pytest.fixture
def paper() -> Callable[[str], bytes]:
    """A PDF of one line of text, with a picture behind it."""
    def of(line: str) -> bytes:
        out = io.BytesIO()
        canvas = Canvas(out, pagesize=(WIDTH, HEIGHT))
        canvas.setFont(FONT, 12)
        canvas.drawString(50, 200, line)
        canvas.showPage()
        canvas.save()
        return out.getvalue()

    return of


@pytest.fixture
def garbled() -> bytes:
    """A PDF that shows "Work plan" in a font that says its letters are for private use."""
    drawn = "BT /F 40 Tf 60 120 Td (Work plan) Tj ET"
    table = ("/CIDInit /ProcSet findresource begin begincmap /CMapName /X def "
             "1 begincodespacerange <00> <FF> endcodespacerange "
             "1 beginbfrange <20> <7E> <E000> endbfrange endcmap end")
    objects = ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
               f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {WIDTH} {HEIGHT}]/Contents 4 0 R"
               "/Resources<</Font<</F 5 0 R>>>>>>",
               f"<</Length {len(drawn)}>>\nstream\n{drawn}\nendstream",
               "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>",
               f"<</Length {len(table)}>>\nstream\n{table}\nendstream"]
    out = "%PDF-1.4\n" + "".join(f"{number} 0 obj\n{body}\nendobj\n"
                                 for number, body in enumerate(objects, 1))
    return (out + "trailer\n<</Size 7/Root 1 0 R>>\n%%EOF\n").encode("latin-1")
