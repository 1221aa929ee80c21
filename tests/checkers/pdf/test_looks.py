"""How a paragraph looks: bold in all its guises, size, font, place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.shared import Pt

from checkers.document import Look, Paragraph
from checkers.pdf import read_pdf

LINE = "学" * 37


def looks(data: bytes) -> dict[str, Look]:
    return {block.text: block.look for block in read_pdf(data).blocks
            if isinstance(block, Paragraph)}


def test_plain_text_is_not_bold(paper: Callable[..., Any]) -> None:
    look = looks(paper().write("人人爱学", 80).pdf())["人人爱学"]
    assert not look.bold
    assert (look.size, look.font) == (12.0, "STSong-Light")


def test_a_line_drawn_twice_is_bold_and_read_once(paper: Callable[..., Any]) -> None:
    drawn = paper().write("一、指导思想", 80).write("一、指导思想", 80, 72.3).write("正文", 110)
    assert {text: look.bold for text, look in looks(drawn.pdf()).items()} == {
        "一、指导思想": True, "正文": False}


def test_characters_drawn_twice_one_by_one_are_bold(paper: Callable[..., Any]) -> None:
    drawn = paper()
    for step, char in enumerate("逐字加粗"):
        drawn.write(char, 80, 72 + 12 * step).write(char, 80, 72.4 + 12 * step)
    assert looks(drawn.pdf())["逐字加粗"].bold


def test_text_filled_and_stroked_is_bold(paper: Callable[..., Any]) -> None:
    drawn = paper()
    text = drawn.canvas.beginText(72, 700)
    text.setFont("STSong-Light", 12)
    text.setTextRenderMode(2)
    text.textOut("二、工作目标")
    drawn.canvas.drawText(text)
    assert looks(drawn.pdf())["二、工作目标"].bold


def test_a_line_with_one_bold_word_is_not_bold(paper: Callable[..., Any]) -> None:
    drawn = paper().write("一、", 80).write("目标：读两本书", 80, 96).write("目标：", 80, 96.3)
    drawn.write("一、", 80, 72.3)
    assert not looks(drawn.pdf())["一、目标：读两本书"].bold


def test_bold_and_alignment_printed_from_word_are_seen(
        word: Callable[[], Any], printed: Callable[[Any], bytes]) -> None:
    document = word()
    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = title.add_run("江城实验学校班主任工作室二〇二六年度工作计划")
    run.bold, run.font.size = True, Pt(18)
    body = "成员每学期读一本专著，写一篇心得，上一节示范班会，并到兄弟学校交流一次。" * 3
    document.add_paragraph(body).paragraph_format.first_line_indent = Pt(24)
    document.add_paragraph("江城实验学校").alignment = WD_ALIGN_PARAGRAPH.RIGHT
    found = looks(printed(document))
    first = found[run.text]
    assert (first.bold, first.size, first.centred, first.right) == (True, 18.0, True, False)
    assert found[body] == Look(False, 12.0, found[body].font)
    assert (found["江城实验学校"].right, found["江城实验学校"].centred) == (True, False)


def test_a_short_indented_paragraph_is_not_centred(typeset: Callable[..., bytes]) -> None:
    found = looks(typeset([LINE, "满" * 33, "教" * 20]))
    assert not any(look.centred for look in found.values())


def test_a_page_begun_by_the_author_is_told_from_a_full_one(
        word: Callable[[], Any], printed: Callable[[Any], bytes]) -> None:
    document = word()
    for number in range(60):
        document.add_paragraph(f"第{number}次活动")
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    document.add_paragraph("附件1")
    breaks = [text for text, look in looks(printed(document)).items() if look.page_break]
    assert breaks == ["附件1"]


def test_a_number_that_is_not_bold_leaves_its_heading_bold(paper: Callable[..., Any]) -> None:
    drawn = paper().write("一、", 80).write("指导思想", 80, 96).write("指导思想", 80, 96.3)
    drawn.write("二、", 110).write("二、", 110, 72.3).write("工作目标", 110, 96)
    assert {text: look.bold for text, look in looks(drawn.pdf()).items()} == {
        "一、指导思想": True, "二、工作目标": False}


def test_a_title_nearly_as_wide_as_the_text_is_centred(paper: Callable[..., Any]) -> None:
    title = "江城市滨河小学王珂名班主任工作室工作计划书全文"
    drawn = paper().write(title, 80, 72 + 15, 18).column([LINE] * 6 + ["完。"], 120)
    drawn.write("江城实验学校班主任工作室二〇二六年度工作计划书", 700, 72, 18)
    found = looks(drawn.pdf())
    assert found[title].centred
    assert not found["江城实验学校班主任工作室二〇二六年度工作计划书"].centred


def test_a_long_line_that_ends_at_the_right_stands_at_the_right(paper: Callable[..., Any]) -> None:
    drawn = paper().column([LINE] * 6 + ["完。"], 80)
    drawn.canvas.drawRightString(516, 842 - 300, "考评组组长签字：王珂　　　二〇二六年十二月三十一日")
    assert looks(drawn.pdf())["考评组组长签字：王珂　　　二〇二六年十二月三十一日"].right


def test_a_label_of_an_annex_begins_its_page(paper: Callable[..., Any]) -> None:
    drawn = paper().column([LINE] * 34, 80).turn_page().write("附件2", 80)
    found = looks(drawn.column([LINE, "完。"], 110).pdf())
    assert found["附件2"].page_break


@pytest.mark.parametrize(("base", "font", "bold"), [
    ("ABCDEF+SimSun", "SimSun", False), ("ABCDEF+SimHei", "SimHei", True),
    ("#CB#CE#CC#E5", "宋体", False), ("ABCDEF+#BA#DA#CC#E5", "黑体", True)])
def test_a_font_is_called_as_people_call_it(
        base: str, font: str, bold: bool, raw_pdf: Callable[..., bytes]) -> None:
    drawn = "BT /F 12 Tf 72 700 Td (Plan) Tj ET"
    look = looks(raw_pdf(
        "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[4 0 R]/Count 1>>",
        f"<</Type/Font/Subtype/TrueType/BaseFont/{base}/Encoding/WinAnsiEncoding>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R"
        "/Resources<</Font<</F 3 0 R>>>>>>",
        f"<</Length {len(drawn)}>>\nstream\n{drawn}\nendstream"))["Plan"]
    assert (look.font, look.bold) == (font, bold)
