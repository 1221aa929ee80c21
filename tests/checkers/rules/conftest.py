"""The files that the rules' pages name: `file("good.docx")` makes one and gives its path."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Iterable
from pathlib import Path

import docx
import msoffcrypto.format.ooxml
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from checkers import limits
from checkers.case import Demand
from checkers.submission import read_submission
from checkers.verdict import Verdict, judge
from plans.house import House

HOUSE = House()


def document(lines: Iterable[str], contents: Iterable[str] = ()) -> bytes:
    out, file = io.BytesIO(), docx.Document()
    style = file.styles.add_style("toc 1", docx.enum.style.WD_STYLE_TYPE.PARAGRAPH)
    for line in contents:
        file.add_paragraph(line, style)
    for line in lines:
        file.add_paragraph(line)
    file.save(out)
    return out.getvalue()


def encrypted(data: bytes) -> bytes:
    out = io.BytesIO()
    msoffcrypto.format.ooxml.OOXMLFile(io.BytesIO(data)).encrypt("2026", out)
    return out.getvalue()


def with_an_insertion(lines: list[str]) -> bytes:
    out, file = io.BytesIO(), docx.Document()
    for line in lines:
        file.add_paragraph(line)
    file.paragraphs[-1]._p.append(parse_xml(
        f'<w:ins {nsdecls("w")} w:id="1" w:author="王珂"><w:r><w:t>补一句。</w:t></w:r></w:ins>'))
    file.save(out)
    return out.getvalue()


def bomb(data: bytes) -> bytes:
    """A text of blanks beyond what is unpacked; packed it is small."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(
            out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name == "word/document.xml":
                with new.open(name, "w") as member:
                    for _megabyte in range(limits.XML_BYTES // 2**20 + 1):
                        member.write(b" " * 2**20)
            else:
                new.writestr(name, old.read(name))
    return out.getvalue()


def picture() -> bytes:
    out = io.BytesIO()
    Image.new("L", (600, 800), 200).save(out, "PNG")
    return out.getvalue()


def scan() -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, 842))
    canvas.drawImage(ImageReader(io.BytesIO(picture())), 0, 0, 595, 842)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def garbled() -> bytes:
    """Text whose font says that its letters are characters of private use."""
    text = "BT /F1 12 Tf 72 700 Td 16 TL " + "(abcdefghij) Tj T* " * 20 + "ET"
    table = ("/CIDInit /ProcSet findresource begin begincmap /CMapName /X def "
             "1 begincodespacerange <00> <FF> endcodespacerange "
             "1 beginbfrange <61> <7A> <E000> endbfrange endcmap end")
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
               b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
               b"/Resources<</Font<</F1 5 0 R>>>>>>", stream(text),
               b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>", stream(table)]
    out = b"%PDF-1.4\n"
    for number, body in enumerate(objects, 1):
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    return out + b"trailer\n<</Size 7/Root 1 0 R>>\n%%EOF\n"


def stream(text: str) -> bytes:
    data = zlib.compress(text.encode("ascii"))
    return b"<</Filter/FlateDecode/Length %d>>\nstream\n%b\nendstream" % (len(data), data)


@pytest.fixture
def file(tmp_path: Path, research) -> Callable[[str], Path]:
    lines = research()
    no_goals = research(具体目标=None)
    makers: dict[str, Callable[[], bytes]] = {
        "good.docx": lambda: document(lines),
        "damaged.docx": lambda: document(lines)[:900],
        "password.docx": lambda: encrypted(document(lines)),
        "legacy.doc": lambda: (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
                               + "WordDocument".encode("utf-16-le") + bytes(512)),
        "bomb.docx": lambda: bomb(document(lines)),
        "scan.pdf": scan,
        "garbled.pdf": garbled,
        "really-docx.doc": lambda: document(lines),
        "tracked.docx": lambda: with_an_insertion(lines),
        "empty.docx": lambda: document([]),
        "only-in-contents.docx": lambda: document(
            no_goals, ["一、指导思想\t1", "二、总体目标\t1", "三、具体目标\t2", "四、措施和方法\t2"]),
        "picture.png": picture,
    }

    def make(name: str) -> Path:
        path = tmp_path / name
        path.write_bytes(makers[name]())
        return path
    return make


@pytest.fixture
def said_of(file) -> Callable[[str], list[str]]:
    """The ids of the rules that speak of a file, its kind to be found."""
    return lambda name: [one.rule for one in verdict_on(file(name)).findings]


@pytest.fixture
def judged(file) -> Callable[[str], Verdict]:
    return lambda name: verdict_on(file(name))


def verdict_on(path: Path) -> Verdict:
    return judge(read_submission(path), Demand(HOUSE.topics, HOUSE.kinds))


@pytest.fixture
def finding(check):
    """The first finding of a rule on a document of these blocks."""
    def of(rule, *blocks, **more):
        return next(one for one in check(*blocks, **more).findings if one.rule == rule)
    return of
