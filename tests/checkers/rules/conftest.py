"""The files that the rules' pages name: `file("good.docx")` makes one and gives its path."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import docx
import msoffcrypto.format.ooxml
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from checkers import limits
from checkers.answers import Answer, Answers
from checkers.case import Case, Demand, case_of
from checkers.findings import Finding
from checkers.rules import RULES
from checkers.submission import read_submission, submission_of
from checkers.verdict import Verdict, findings_in, judge
from forms.example import Example, example_of
from generators.package import Member, pack
from generators.paper import paper
from plans.house import House
from plans.profile import Profile

HOUSE = House()
pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))


def document(lines: Iterable[str], contents: Iterable[str] = ()) -> bytes:
    out, file = io.BytesIO(), docx.Document()
    style = file.styles.add_style("toc 1", docx.enum.style.WD_STYLE_TYPE.PARAGRAPH)
    for line in contents:
        file.add_paragraph(line, style)
    for line in lines:
        file.add_paragraph(line)
    file.save(out)
    return out.getvalue()


def ledger(owner: str = "责任人", tasks: Iterable[str] = ("制定计划", "听课评课", "主题班会"),
           spare: int = 0) -> bytes:
    """A ledger of tasks from March on; a blank task leaves its whole row blank."""
    labels = ["月份", "任务", *([owner] if owner else []), "完成时限"]
    rows = [[f"{month}月", task, *(["王珂"] if owner else []), f"{month}月20日"] if task
            else [f"{month}月", *[""] * (len(labels) - 1)]
            for month, task in enumerate(tasks, 3)]
    rows += [[""] * len(labels)] * spare
    out, file = io.BytesIO(), docx.Document()
    file.add_paragraph("江城实验学校任务台账")
    table = file.add_table(0, len(labels))
    for row in [labels, *rows]:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
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


def searchable_scan(lines: Iterable[str]) -> bytes:
    """A scan whose text a scanner has recognised and laid under its picture, without ink."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, 842))
    canvas.drawImage(ImageReader(io.BytesIO(picture())), 0, 0, 595, 842)
    text = canvas.beginText(72, 770)
    text.setFont("STSong-Light", 12)
    text.setLeading(20)
    text.setTextRenderMode(3)
    for line in lines:
        for start in range(0, len(line), 37):
            text.textLine(line[start:start + 37])
    canvas.drawText(text)
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


def styled(style: str, text: str, more: str = "") -> str:
    return (f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>'
            f"<w:r><w:t>{text}</w:t></w:r></w:p>")


def free(characters: int) -> str:
    return f'<w:ind w:rightChars="{characters * 100}" w:right="{characters * 320}"/>'


PAPER = "".join((
    styled("Title", "青禾工作室2026年工作计划"),
    styled("Heading1", "指导思想"), styled("Normal", "把每一件小事落到班级里和学生身上，一步一步地做。"),
    styled("Heading1", "工作目标"), styled("Heading2", "成员目标"),
    styled("Normal", "每位成员全年研读两本专著，写出一篇文章，互相听课。"),
    styled("Heading2", "学员目标"), styled("Normal", "每位学员全年研读一本专著，记好笔记，年底交流。"),
    styled("AnnexNote", "附件：共读书目"),
    styled("SignatureUnit", "江城实验学校", free(4)),
    styled("SignatureDate", "2026年3月6日", free(2)),
    styled("AnnexLabel", "附件"), styled("AnnexTitle", "共读书目"),
    styled("Normal", "上半年读一本班级管理的书，读后每人讲一个自己班上的例子。"),
    styled("Normal", "下半年读一本心理健康的书，配合课题研究，边读边试。")))


def standard(part: str = "document", *changes: tuple[str, str]) -> bytes:
    """A paper after GB/T 9704-2012, with pieces of the XML of one part changed."""
    files = paper(PAPER)
    for old, new in changes:
        text = files[f"word/{part}.xml"].decode()
        assert old in text, old
        files[f"word/{part}.xml"] = text.replace(old, new).encode()
    return pack(Member.of(name, content) for name, content in files.items())


@pytest.fixture
def layout(tmp_path: Path) -> Callable[..., list[Finding]]:
    """What the L rules say of a standard paper with these changes: `(old, new)` in `part`."""
    def run(*changes: tuple[str, str], part: str = "document",
            profile: Profile | None = None) -> list[Finding]:
        path = tmp_path / "paper.docx"
        path.write_bytes(standard(part, *changes))
        return layout_findings(path, profile)
    return run


def layout_findings(path: Path, profile: Profile | None = None) -> list[Finding]:
    kinds = tuple(replace(kind, rules={**kind.rules, **{
        rule.id: "warning" for rule in RULES if rule.id[0] == "L"}}) for kind in HOUSE.kinds)
    kind = next(one for one in kinds if one.id == "studio-annual-plan")
    found = judge(read_submission(path), Demand(HOUSE.topics, kinds, kind, profile=profile))
    return [one for one in found.findings if one.rule[0] == "L"]


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
        "searchable-scan.pdf": lambda: searchable_scan(lines),
        "searchable-scan-without-goals.pdf": lambda: searchable_scan(no_goals),
        "garbled.pdf": garbled,
        "really-docx.doc": lambda: document(lines),
        "tracked.docx": lambda: with_an_insertion(lines),
        "empty.docx": lambda: document([]),
        "only-in-contents.docx": lambda: document(
            no_goals, ["一、指导思想\t1", "二、总体目标\t1", "三、具体目标\t2", "四、措施和方法\t2"]),
        "picture.png": picture,
        "江城实验学校校本研修计划.docx": lambda: document(lines),
        "滨河小学校本研修计划.docx": lambda: document(lines),
        "short-section.docx": lambda: document(research(指导思想=["立足校情。"])),
        "ledger.docx": ledger,
        "ledger-as-a-list.docx": lambda: document(
            ["江城实验学校任务台账", "三月份：制定计划。", "四月份：听课评课。", "五月份：主题班会。"]),
        "ledger-without-owner.docx": lambda: ledger(owner=""),
        "ledger-with-blank-rows.docx": lambda: ledger(tasks=("制定计划", "", "主题班会")),
        "standard.docx": standard,
        "narrow-margins.docx": lambda: standard("document", ('w:left="1588"', 'w:left="720"')),
        "small-title.docx": lambda: standard("styles", ('w:val="44"', 'w:val="32"')),
        "plain-headings.docx": lambda: standard("styles", ("黑体", "仿宋")),
        "loose-lines.docx": lambda: standard("styles", ('w:line="579"', 'w:line="480"')),
        "typed-numbers.docx": lambda: standard(
            "document", *((f"<w:t>{title}", f"<w:t>{number}、{title}") for number, title in (
                ("一", "指导思想"), ("二", "工作目标"))),
            ('<w:pStyle w:val="Heading1"/>', '<w:pStyle w:val="Heading1"/><w:numPr>'
             '<w:numId w:val="0"/></w:numPr>')),
        "no-page-number.docx": lambda: standard("footer-default", (" PAGE ", " DATE ")),
        "left-signature.docx": lambda: standard(
            "document", (free(4), '<w:jc w:val="left"/>'), (free(2), '<w:jc w:val="left"/>')),
        "annex-on-the-page.docx": lambda: standard(
            "document", ('<w:pStyle w:val="AnnexLabel"/>',
                         '<w:pStyle w:val="AnnexLabel"/><w:pageBreakBefore w:val="0"/>')),
        "theme-fonts.docx": lambda: standard("styles", (
            'w:eastAsia="宋体"', 'w:eastAsia="宋体" w:eastAsiaTheme="minorEastAsia"')),
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
def rules_by_id():
    return {rule.id: rule for rule in RULES}


@pytest.fixture
def finding(check):
    """The first finding of a rule on a document of these blocks."""
    def of(rule, *blocks, **more):
        return next(one for one in check(*blocks, **more).findings if one.rule == rule)
    return of


def case_on(*lines: str) -> Case:
    """The case of a form that is told as on a rule's page (see forms.example)."""
    form = example_of(lines)
    assert isinstance(form, Example)
    return case_of(form.put_into(submission_of(form.data, "王珂登记表.docx")),
                   Demand(HOUSE.topics, kind=form.kind))


@pytest.fixture(name="case_on", scope="session")
def _case_on() -> Callable[..., Case]:
    return case_on


@pytest.fixture(scope="session")
def form_said() -> Callable[..., list[Finding]]:
    """What rules whose ids begin with `of` say of a form that is told as on a rule's page."""
    def of(rule: str, *lines: str, **changed: object) -> list[Finding]:
        case = replace(case_on(*lines), **changed)
        return [one for one in findings_in(case) if one.rule.startswith(rule)]
    return of


@pytest.fixture(scope="session")
def answers_said() -> Callable[..., list[Finding]]:
    """What a rule says of a form in which these answers were read; `lines` as above."""
    def of(rule: str, lines: Iterable[str], *changed: Answer) -> list[Finding]:
        case = case_on(*lines)
        assert case.answers is not None
        told = dict(case.answers.by_field) | {one.field.name: one for one in changed}
        case = replace(case, answers=Answers(told, case.answers.stamp))
        return [one for one in findings_in(case) if one.rule == rule]
    return of
