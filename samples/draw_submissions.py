"""Draws the sample submissions and summary: `python -m samples.draw_submissions [--pdf]`.

They are what teachers hand in: typed numbers, headings that are only bold, one list that Word
numbers itself, a forgotten section. Their texts stand in submission_texts.py.
"""

from __future__ import annotations

import argparse
import io
import subprocess
import tempfile
import zipfile
from datetime import datetime
from pathlib import Path

from docx import Document
from docx.document import Document as Word
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from samples.submission_texts import (
    OTHER_SCHOOL,
    RESEARCH,
    STUDIO,
    SUMMARY,
    WITHOUT_GUIDANCE,
    WITHOUT_MEASURES,
    WITHOUT_SUMMER,
)

FOLDER = Path(__file__).parent / "submissions"
SUMMARIES = Path(__file__).parent / "summaries"
LIST_ID = 77                # a number that python-docx's own template does not use
SOFFICE_SECONDS = 120       # a cold start of LibreOffice takes up to 20 s

# File name → text, who wrote it, when
SUBMISSIONS = {
    "01-合格-研修计划.docx": (RESEARCH, "邱立文", datetime(2014, 3, 6, 15, 20)),
    "02-合格-工作室计划.docx": (STUDIO, "沈若谷", datetime(2026, 3, 4, 16, 5)),
    "03-缺工作措施.docx": (WITHOUT_MEASURES, "罗一鸣", datetime(2026, 3, 9, 10, 40)),
    "04-指导思想为空.docx": (WITHOUT_GUIDANCE, "贺兰舟", datetime(2026, 3, 11, 9, 15)),
    "05-缺七月八月.docx": (WITHOUT_SUMMER, "杜春生", datetime(2014, 3, 10, 14, 0)),
}
# What became of samples/research-plan-2014.yaml, most of it.
SUMMARY_NAME = "江城实验学校2014年校本研修总结.docx"
PDF = "06-合格-研修计划.pdf"
DAMAGED = "07-损坏.docx"


def main() -> None:
    """Writes the .docx into samples/submissions, and with --pdf the PDF too."""
    parser = argparse.ArgumentParser(description="Draw the sample submissions.")
    parser.add_argument("--pdf", action="store_true", help="also make the PDF, with LibreOffice")
    arguments = parser.parse_args()
    FOLDER.mkdir(exist_ok=True)
    for name, data in drawn().items():
        (FOLDER / name).write_bytes(data)
    SUMMARIES.mkdir(exist_ok=True)
    (SUMMARIES / SUMMARY_NAME).write_bytes(drawn_summary())
    if arguments.pdf:
        draw_pdf(FOLDER / PDF)


def drawn() -> dict[str, bytes]:
    """Every .docx by its file name; the same bytes in every run."""
    files = {name: docx_of(*source) for name, source in SUBMISSIONS.items()}
    whole = files["02-合格-工作室计划.docx"]
    # A copy that broke off on a USB stick: the zip directory at its end is gone.
    return files | {DAMAGED: whole[:len(whole) * 6 // 10]}


def drawn_summary() -> bytes:
    """The summary of a year; the same bytes in every run."""
    return docx_of(SUMMARY, "林启明", datetime(2014, 12, 26, 16, 30))


def docx_of(text: str, author: str, when: datetime) -> bytes:
    """A Word file of `text` as a teacher would lay it out."""
    document = Document()
    _set_up(document, author, when)
    for line in text.strip().splitlines():
        _write(document, line)
    packed = io.BytesIO()
    document.save(packed)
    return _dateless(packed.getvalue())


def draw_pdf(path: Path) -> None:
    """Writes the PDF that LibreOffice makes of a research plan; raises CalledProcessError."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / path.with_suffix(".docx").name
        source.write_bytes(docx_of(OTHER_SCHOOL, "许竹清", datetime(2014, 3, 7, 11, 30)))
        subprocess.run(
            ["soffice", f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}",
             "--headless", "--convert-to", "pdf", "--outdir", str(path.parent), str(source)],
            check=True, timeout=SOFFICE_SECONDS, stdout=subprocess.DEVNULL)


def _set_up(document: Word, author: str, when: datetime) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(28)
    section.top_margin = section.bottom_margin = Mm(30)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Times New Roman", Pt(14)
    normal.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), "宋体")
    properties = document.core_properties
    properties.author = properties.last_modified_by = author
    properties.created = properties.modified = when
    properties.comments, properties.title, properties.revision = "", "", 3
    numbering = document.part.numbering_part.element
    # In the file every w:abstractNum must stand before the first w:num.
    numbering.insert(0, parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{LIST_ID}">'
        '<w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="2"/>'
        '<w:numFmt w:val="chineseCounting"/><w:suff w:val="nothing"/>'
        '<w:lvlText w:val="（%1）"/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum>'))
    numbering.append(parse_xml(
        f'<w:num {nsdecls("w")} w:numId="{LIST_ID}"><w:abstractNumId w:val="{LIST_ID}"/></w:num>'))


def _write(document: Word, line: str) -> None:
    mark = line[0] if line[0] in "#^=+*>" else ""
    paragraph = document.add_paragraph()
    run = paragraph.add_run(line.removeprefix(mark))
    paragraph.paragraph_format.space_after = Pt(0)
    paragraph.paragraph_format.line_spacing = 1.5
    if mark in ("#", "^"):
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        run.font.size = Pt(22 if mark == "#" else 14)
    elif mark == ">":
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    else:
        _indent(paragraph)
    if mark in ("#", "=", "+", "*"):
        run.bold = mark != "#"
        font = "楷体" if mark in "+*" else "黑体"
        run.font.name = font
        run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)
    if mark == "*":
        properties = paragraph._p.get_or_add_pPr()
        number = properties.get_or_add_numPr()  # type: ignore[attr-defined]  # made at run time
        number.get_or_add_ilvl().val = 0
        number.get_or_add_numId().val = LIST_ID


def _indent(paragraph: Paragraph) -> None:
    """Two characters; python-docx knows indents in points only."""
    paragraph.paragraph_format.first_line_indent = Pt(28)
    paragraph._p.get_or_add_pPr().get_or_add_ind().set(qn("w:firstLineChars"), "200")


def _dateless(packed: bytes) -> bytes:
    """The same zip with its members sorted and dated 1980-01-01."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as old, \
            zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as new:
        # Word wants [Content_Types].xml first, and "[" sorts before the letters of all others.
        for name in sorted(old.namelist()):
            member = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 3    # else a Windows machine writes other bytes
            new.writestr(member, old.read(name))
    return result.getvalue()


if __name__ == "__main__":
    main()
