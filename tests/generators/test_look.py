"""The look on paper: what GB/T 9704 asks for, and what a school's profile.yaml makes of it."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import docx
import pypdfium2
import pytest
import yaml
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from checkers.case import Demand
from checkers.outline import outline_of
from checkers.rules import RULES
from checkers.submission import submission_of
from checkers.verdict import judge
from generators.documents import generate
from generators.draw_templates import templates
from generators.lists import numbering_xml
from generators.look import restyled
from generators.package import Member, pack
from generators.paper import LANDSCAPE_TEXT_WIDTH, TEXT_WIDTH, page_attributes, paper
from generators.styles import CHARACTER, HEADINGS, LINE
from plans.house import House
from plans.inputs import load_input
from plans.plan import Passage, Plan, Signature, WrittenSection
from plans.profile import Profile, built_in

HOUSE = House()
SAMPLES = sorted(path for path in (Path(__file__).parents[2] / "samples").glob("*.yaml")
                 if yaml.safe_load(path.read_text("utf-8")).get("kind") in HOUSE.kind_folders)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TYPED = re.compile(r"\s*(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[.．、]|（\d+）|[①-⑳])")
STRANGE = """
页边距: {上: 20, 下: 25, 左: 40, 右: 40}
正文: {字体: 宋体, 字号: 小四, 行距: 20, 字间距: 0}
标题: {字体: 黑体, 字号: 小一}
一级标题: {字体: 楷体, 字号: 四号, 首行缩进: 0}
页码: {字号: 小五}
"""


@cache
def sample(path: Path) -> bytes:
    return generate(load_input(path, HOUSE)).data


@pytest.fixture
def strange(tmp_path: Path) -> Profile:
    (tmp_path / "profile.yaml").write_text(STRANGE, "utf-8")
    return House(tmp_path).profile


@pytest.fixture
def made(tmp_path: Path) -> Callable[..., bytes]:
    """The document of a plan, its template in the look of a profile."""
    def run(plan: Plan, profile: Profile) -> bytes:
        word = tmp_path / "template.docx"
        assert plan.kind.word
        word.write_bytes(restyled(plan.kind.word.read_bytes(), profile))
        return generate(replace(plan, kind=replace(plan.kind, word=word))).data
    return run


@pytest.fixture
def pages(soffice, tmp_path) -> Callable[[bytes], pypdfium2.PdfDocument]:
    """A Word file as LibreOffice prints it."""
    def run(content: bytes) -> pypdfium2.PdfDocument:
        (tmp_path / "printed.docx").write_bytes(content)
        return pypdfium2.PdfDocument(
            soffice(tmp_path / "printed.docx", "pdf", tmp_path).read_bytes())
    return run


def lines_on(page: pypdfium2.PdfPage) -> list[tuple[float, float, str]]:
    """The lines of a page from its top: baseline and left edge in pt, and text without blanks."""
    text = page.get_textpage()
    found: dict[int, list[tuple[float, str]]] = {}
    for index in range(text.count_chars()):
        char = text.get_text_range(index, 1)
        if char.strip():
            left, bottom, _right, _top = text.get_charbox(index, loose=True)
            found.setdefault(round(bottom), []).append((left, char))
    merged: list[tuple[float, float, str]] = []
    for bottom in sorted(found, reverse=True):
        chars = sorted(found[bottom])
        if merged and merged[-1][0] - bottom < 4:
            merged[-1] = (merged[-1][0], min(merged[-1][1], chars[0][0]),
                          merged[-1][2] + "".join(char for _left, char in chars))
        else:
            merged.append((bottom, chars[0][0], "".join(char for _left, char in chars)))
    return merged


def text_of(pdf: pypdfium2.PdfDocument) -> list[str]:
    return [line for page in pdf for _bottom, _left, line in lines_on(page)]


def findings(content: bytes, profile: Profile | None = None) -> list[tuple[str, str]]:
    """What the L rules say, all of them turned on."""
    on = {rule.id: "warning" for rule in RULES if rule.id.startswith("L")}
    kinds = tuple(replace(kind, rules={**on, **kind.rules}) for kind in HOUSE.kinds)
    verdict = judge(submission_of(content, "plan.docx"),
                    Demand(HOUSE.topics, kinds, profile=profile))
    assert verdict.kind
    return [(one.rule, one.message) for one in verdict.findings if one.rule.startswith("L")]


def test_a_full_page_holds_22_lines_of_28_characters(plan, pages):
    text = "把班级里的每一件小事做成做好" * 130
    pdf = pages(generate(plan(sections=(WrittenSection("指导思想", (Passage(text),)),))).data)
    lines = [line for bottom, _left, line in lines_on(pdf[1]) if bottom > 35 / 25.4 * 72]
    assert len(lines) == 22
    assert {len(line) for line in lines} == {28}


def test_the_page_number_stands_on_the_outer_side(plan, pages):
    text = "把班级里的每一件小事做成做好" * 130
    pdf = pages(generate(plan(sections=(WrittenSection("指导思想", (Passage(text),)),))).data)
    odd, even = lines_on(pdf[0])[-1], lines_on(pdf[1])[-1]
    assert (odd[2], even[2]) == ("—1—", "—2—")
    assert odd[1] > 210 / 25.4 * 72 / 2 > even[1]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_numbers_that_are_read_are_those_on_paper(path, printed):
    content = sample(path)
    document = submission_of(content, "plan.docx").document
    headings = [one for one in outline_of(document, HOUSE.topics).headings()
                if one.paragraph.number]
    lines, at = printed(content).split("\n"), 0
    for heading in headings:
        wanted = "".join(heading.paragraph.displayed.split())[:20]
        at = next((index for index in range(at, len(lines))
                   if lines[index].startswith(wanted)), -1) + 1
        assert at, f"{wanted} is not on paper, or not in its place"


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_no_heading_number_is_typed(path):
    document = docx.Document(io.BytesIO(sample(path)))
    for paragraph in document.paragraphs:
        if paragraph.style.name.startswith(("Heading", "List Number")):
            assert not TYPED.match(paragraph.text), paragraph.text


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_passes_every_layout_rule(path):
    """A form has a grid and margins of its own."""
    if not load_input(path, House()).kind.is_drawn:
        assert findings(sample(path)) == []


def test_a_section_put_in_between_renumbers_the_rest(plan, pages):
    written = generate(plan(sections=tuple(
        WrittenSection(title, (Passage("一步一步地做。"),)) for title in (
            "指导思想", "工作目标", "工作措施")))).data
    document = docx.Document(io.BytesIO(written))
    second = next(one for one in document.paragraphs if one.text == "工作目标")
    second.insert_paragraph_before("基本情况", style="Heading 1")
    out = io.BytesIO()
    document.save(out)
    printed = text_of(pages(out.getvalue()))
    assert [line for line in printed if TYPED.match(line)] == [
        "一、指导思想", "二、基本情况", "三、工作目标", "四、工作措施"]


def test_the_built_in_profile_costs_nothing():
    template = templates()["plan.docx"]
    assert restyled(template, built_in()) is template
    assert restyled(template, HOUSE.profile) is template


def test_what_is_no_word_file_is_left_to_who_renders_it(strange):
    assert restyled(b"no zip", strange) == b"no zip"
    empty = pack([Member.of("word/styles.xml", b"<broken")])
    assert restyled(empty, strange) == empty


def test_a_school_file_that_says_what_we_say_changes_no_line(tmp_path, full_plan, made):
    (tmp_path / "profile.yaml").write_text(
        "页边距: {上: 37}\n正文: {字体: 仿宋, 字号: 三号, 行距: 28.95, 首行缩进: 2}\n", "utf-8")
    plan = full_plan()
    same, ours = (submission_of(one, "plan.docx").document for one in (
        made(plan, House(tmp_path).profile), generate(plan).data))
    assert same == ours
    assert same.sheets == ours.sheets
    assert [one.layout for one in same.main.paragraphs()] == [
        one.layout for one in ours.main.paragraphs()]


def test_a_school_profile_is_obeyed(strange, full_plan, made):
    content = made(full_plan(signature=Signature("江城实验学校", full_plan().signature.date)),
                   strange)
    document = submission_of(content, "plan.docx").document
    page = document.sheets.pages[0]
    assert (page.top, page.bottom, page.left, page.right) == (20, 25, 40, 40)
    by_style = {one.style: one for one in document.main.paragraphs()}
    seen = {style: (one.look.font, one.look.size, one.layout.line, one.layout.first)
            for style, one in by_style.items()}
    assert seen["normal"] == ("宋体", 12, 20, 2)
    assert seen["list number"] == ("宋体", 12, 20, 2)
    assert seen["title"] == ("黑体", 24, 32, 0)
    assert seen["heading 1"] == ("楷体", 14, 20, 0)
    assert seen["heading 2"] == ("楷体", 12, 20, 2)
    assert seen["heading 3"] == ("宋体", 12, 20, 2)
    assert [by_style[style].layout.right for style in ("署名", "成文日期")] == [4, 2]


def test_the_layout_rules_measure_by_the_school_profile(strange, made):
    plan = load_input(next(path for path in SAMPLES if path.stem == "studio-plan-2026"), HOUSE)
    content = made(plan, strange)
    assert findings(content, strange) == []
    said = dict(findings(content))
    assert {"L001", "L002", "L003", "L004", "L008"} <= said.keys()
    assert "(GB/T 9704-2012 5.2.1)" in said["L001"]
    assert "L004" in dict(findings(generate(plan).data, strange))


def test_a_school_profile_is_seen_on_paper(strange, made, pages, plan):
    text = "把班级里的每一件小事做成做好" * 260
    pdf = pages(made(plan(sections=(WrittenSection("指导思想", (Passage(text),)),)), strange))
    lines = lines_on(pdf[1])
    body = [line for bottom, _left, line in lines if bottom > 25 / 25.4 * 72]
    assert len(body) == int((297 - 20 - 25) / 25.4 * 72 / 20)
    assert {len(line) for line in body} == {int((210 - 40 - 40) / 25.4 * 72 / 12)}
    assert lines[0][1] == pytest.approx(40 / 25.4 * 72, abs=1)


def test_tables_are_as_wide_as_the_text(strange, full_plan, made, word):
    found = word(made(full_plan(), strange))
    width = round((210 - 40 - 40) * 56.7)
    for table in found.xml().iter(f"{W}tbl"):
        columns = [int(one.get(f"{W}w")) for one in table.iter(f"{W}gridCol")]
        assert abs(sum(columns) - width) <= len(columns) + 2
        for row in table.iter(f"{W}tr"):
            cells = [int(one.get(f"{W}w")) for one in row.iter(f"{W}tcW")]
            assert abs(sum(cells) - width) <= len(cells) + 2


def test_heading_numbers_have_the_font_of_their_headings(strange, word):
    found = word(restyled(templates()["plan.docx"], strange))
    fonts = {one.find(f"{W}pStyle").get(f"{W}val"):
             one.find(f"{W}rPr/{W}rFonts").get(f"{W}eastAsia")
             for one in found.xml("word/numbering.xml").iter(f"{W}lvl")}
    assert fonts["Heading1"] == "楷体"
    assert fonts["Heading3"] == fonts["ListNumber"] == "宋体"


def test_indents_in_twips_agree_with_those_in_characters(strange, full_plan, made, word):
    found = word(made(full_plan(), strange))
    notes = [one for one in found.xml().iter(f"{W}p")
             if (style := one.find(f"{W}pPr/{W}pStyle")) is not None
             and style.get(f"{W}val") in ("AnnexNote", "SignatureUnit", "SignatureDate")]
    for indent in (one.find(f"{W}pPr/{W}ind") for one in notes):
        for side in ("left", "right", "hanging") if indent is not None else ():
            if characters := indent.get(f"{W}{side}Chars"):
                assert int(indent.get(f"{W}{side}")) == round(int(characters) / 100 * 240)
    footer = found.xml("word/footer-default.xml").find(f".//{W}ind")
    assert footer.get(f"{W}right") == "180"     # one character of 小五, 9 pt


def test_a_blank_line_stays_a_line(strange, word):
    found = word(restyled(templates()["plan.docx"], strange))
    blanks = {one.get(f"{W}before") for part in ("word/styles.xml", "word/document.xml")
              for one in found.xml(part).iter(f"{W}spacing")}
    assert "400" in blanks
    assert str(LINE) not in blanks


def test_a_template_of_the_school_with_the_same_style_names_obeys(strange):
    document = docx.Document()
    document.styles["Heading 1"].element.set(f"{W}styleId", "biaoti1")
    paragraph = document.add_paragraph("指导思想")
    paragraph._p.get_or_add_pPr().append(parse_xml(f'<w:pStyle {nsdecls("w")} w:val="biaoti1"/>'))
    out = io.BytesIO()
    document.save(out)
    read = submission_of(restyled(out.getvalue(), strange), "own.docx").document
    [heading] = list(read.main.paragraphs())
    assert (heading.look.font, heading.look.size, heading.layout.line) == ("楷体", 14, 20)
    assert read.sheets.pages[0].left == 40


def test_only_what_a_school_says_is_changed_in_its_own_template(tmp_path):
    (tmp_path / "profile.yaml").write_text("标题: {字体: 黑体}", "utf-8")
    document = docx.Document()
    document.sections[0].left_margin = docx.shared.Mm(20)
    out = io.BytesIO()
    document.save(out)
    read = submission_of(restyled(out.getvalue(), House(tmp_path).profile), "own.docx").document
    assert read.sheets.pages[0].left == 20


def test_a_turned_sheet_takes_its_margins_turned(strange, word):
    turned = paper("<w:p/>", landscape=True)
    content = pack(Member.of(name, part) for name, part in turned.items())
    page = submission_of(restyled(content, strange), "turned.docx").document.sheets.pages[0]
    assert page.is_landscape
    assert (page.top, page.right, page.bottom, page.left) == (40, 20, 40, 25)


def test_the_number_of_a_turned_sheet_stands_under_its_text(pages):
    body = "".join(f"<w:p><w:r><w:t>第{number}行</w:t></w:r></w:p>" for number in range(40))
    turned = paper(body, landscape=True)
    first = pages(pack(Member.of(name, part) for name, part in turned.items()))[0]
    assert first.get_size()[0] > first.get_size()[1]
    *text, (bottom, left, number) = lines_on(first)
    assert number == "—1—"
    assert bottom < 26 / 25.4 * 72 < min(line[0] for line in text)
    assert left > first.get_size()[0] / 2


@pytest.mark.parametrize("seal", [False, True], ids=["no seal", "seal"])
@pytest.mark.parametrize("unit", ["青山小学", "江城实验学校", "江城市江岸区教育局名班主任工作室"])
def test_a_signature_stands_where_its_rule_wants_it(unit, seal, plan):
    written = generate(plan(kind=replace(plan().kind, id="studio-annual-plan"),
                            signature=Signature(unit, date(2026, 12, 18), seal))).data
    kind = replace(HOUSE.kind("studio-annual-plan"),
                   rules={"L007": "error", "S001": "off", "S010": "off"})
    verdict = judge(submission_of(written, "plan.docx"), Demand(HOUSE.topics, kind=kind))
    assert verdict.findings == ()


def test_the_templates_are_drawn_with_the_numbers_of_the_profile():
    look = built_in()
    body = look.element("body")
    assert (round(body.line * 20), round(body.size * 20)) == (LINE, CHARACTER)
    assert [look.heading(level).font for level in HEADINGS] == list(HEADINGS.values())
    for width, landscape in ((TEXT_WIDTH, False), (LANDSCAPE_TEXT_WIDTH, True)):
        sheet, sides = page_attributes(look.margins, landscape)
        assert int(sheet["w"]) - int(sides["left"]) - int(sides["right"]) == width
    assert all(f'w:eastAsia="{font}"' in numbering_xml() for font in ("黑体", "楷体", "仿宋"))
