"""PDF files for the tests of the reader: drawn, typeset, printed from Word files, or put together
byte by byte."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Pt
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate

FONT = "STSong-Light"               # a font that every PDF reader has, so none is embedded
WIDTH, HEIGHT, MARGIN = 595, 842, 72
pdfmetrics.registerFont(UnicodeCIDFont(FONT))


class Paper:
    """A file drawn line by line: `write` counts y from the top of the page, in points."""

    def __init__(self, **options: Any) -> None:
        self._bytes = io.BytesIO()
        self.canvas = Canvas(self._bytes, pagesize=(WIDTH, HEIGHT), **options)

    def write(self, text: str, y: float, x: float = MARGIN, size: float = 12) -> Paper:
        self.canvas.setFont(FONT, size)
        self.canvas.drawString(x, HEIGHT - y, text)
        return self

    def column(self, lines: Iterable[str], y: float, x: float = MARGIN, size: float = 12,
               pitch: float = 20) -> Paper:
        for step, line in enumerate(lines):
            self.write(line, y + step * pitch, x, size)
        return self

    def turn_page(self) -> Paper:
        self.canvas.showPage()
        return self

    def pdf(self) -> bytes:
        self.canvas.save()
        return self._bytes.getvalue()


@pytest.fixture
def paper() -> Callable[..., Paper]:
    """A blank file to draw on; the options are those of reportlab's canvas."""
    return Paper


@pytest.fixture(scope="session")
def typeset() -> Callable[..., bytes]:
    """Paragraphs broken into lines as Chinese is, with marks hanging over the right edge."""

    def build(paragraphs: Iterable[str], indent: int = 2, space: float = 0) -> bytes:
        style = ParagraphStyle("body", fontName=FONT, fontSize=12, leading=20, wordWrap="CJK",
                               firstLineIndent=12 * indent, spaceAfter=space)
        target = io.BytesIO()
        SimpleDocTemplate(target, pagesize=(WIDTH, HEIGHT), leftMargin=MARGIN - 6,
                          rightMargin=MARGIN - 6).build([Paragraph(p, style) for p in paragraphs])
        return target.getvalue()

    return build


@pytest.fixture
def printed(soffice: Callable[[Path, str, Path], Path],
            tmp_path: Path) -> Callable[[Any], bytes]:
    """A python-docx document as LibreOffice prints it."""

    def build(document: Any) -> bytes:
        document.save(str(tmp_path / "plan.docx"))
        return soffice(tmp_path / "plan.docx", "pdf", tmp_path / "out").read_bytes()

    return build


@pytest.fixture
def word() -> Callable[[], Any]:
    """A blank Word file in a Chinese font of 12 pt."""

    def build() -> Any:
        document = docx.Document()
        style = document.styles["Normal"]
        style.font.size = Pt(12)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        fonts.set(qn("w:eastAsia"), "Noto Serif CJK SC")
        return document

    return build


@pytest.fixture
def raw_pdf() -> Callable[..., bytes]:
    """A file of the given objects, numbered from 1; the first is the catalogue."""

    def build(*objects: str) -> bytes:
        out = bytearray(b"%PDF-1.4\n")
        places = []
        for number, body in enumerate(objects, 1):
            places.append(len(out))
            out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
        start = len(out)
        out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
        out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
        out += (f"trailer\n<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{start}\n"
                "%%EOF\n").encode()
        return bytes(out)

    return build
