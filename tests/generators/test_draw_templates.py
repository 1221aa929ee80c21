"""The shared templates: what is committed is what is drawn, and Word can open it."""

from __future__ import annotations

import io

import docx
import pytest

from generators.draw_templates import SHARED, templates
from generators.styles import FANGSONG, HEITI, KAITI

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
NAMES = sorted(templates())


@pytest.mark.parametrize("name", NAMES)
def test_the_committed_template_is_the_one_that_is_drawn(name):
    assert (SHARED / name).read_bytes() == templates()[name]


@pytest.mark.parametrize("name", NAMES)
def test_every_tag_is_whole_in_one_run(name):
    document = docx.Document(SHARED / name)
    for text in document.element.iter(f"{W}t"):
        assert (text.text or "").count("{{") == (text.text or "").count("}}")
        assert (text.text or "").count("{%") == (text.text or "").count("%}")


@pytest.mark.parametrize("name", [name for name in NAMES if name != "notice.docx"])
def test_the_page_is_that_of_the_standard(name):
    section = docx.Document(SHARED / name).sections[0]
    millimetres = [round(length.mm) for length in (
        section.page_width, section.page_height, section.top_margin, section.bottom_margin,
        section.left_margin, section.right_margin)]
    turned = name in ("certificate.docx", "ledger.docx", "owner-grid.docx")
    assert millimetres == ([297, 210, 28, 26, 35, 37] if turned else [210, 297, 37, 35, 28, 26])


@pytest.mark.parametrize("name", NAMES)
def test_no_font_depends_on_a_theme(name, word):
    made = word((SHARED / name).read_bytes())
    assert b"Theme=" not in made.files["word/styles.xml"] + made.files["word/document.xml"]


@pytest.mark.parametrize(("style", "font", "points"), [
    ("Normal", FANGSONG, 16), ("heading 1", HEITI, 16), ("heading 2", KAITI, 16),
    ("heading 3", FANGSONG, 16), ("heading 4", FANGSONG, 16), ("Title", "方正小标宋简体", 22)])
def test_text_and_headings_have_the_type_of_the_standard(style, font, points, word):
    styles = word(templates()["plan.docx"]).xml("word/styles.xml")
    run = next(one for one in styles.iter(f"{W}style")
               if one.find(f"{W}name").get(f"{W}val") == style).find(f"{W}rPr")
    fonts = run.find(f"{W}rFonts")
    assert {fonts.get(f"{W}{script}") for script in ("ascii", "hAnsi", "eastAsia")} == {font}
    assert int(run.find(f"{W}sz").get(f"{W}val")) == points * 2


def test_page_numbers_stand_on_the_outer_side(word):
    made = word(templates()["plan.docx"])
    assert b"<w:evenAndOddHeaders/>" in made.files["word/settings.xml"]
    sides = {one.get(f"{W}type"): one.get(f"{R}id") for one in made.xml().iter(
        f"{W}footerReference")}
    assert sides == {"default": "footer-default", "even": "footer-even"}
    for page, side in (("default", "right"), ("even", "left")):
        footer = made.xml(f"word/footer-{page}.xml")
        assert footer.find(f".//{W}jc").get(f"{W}val") == side
        assert made.text(f"word/footer-{page}.xml") == "— 1 —"
        assert footer.find(f".//{W}instrText").text.strip() == "PAGE"


@pytest.mark.parametrize("name", NAMES)
def test_word_and_python_docx_find_every_part(name, word):
    made = word((SHARED / name).read_bytes())
    for one in made.xml("word/_rels/document.xml.rels"):
        assert f"word/{one.get('Target')}" in made.files
    assert docx.Document(io.BytesIO(made.content)).styles["Heading 1"].name == "Heading 1"
