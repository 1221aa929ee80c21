"""A Word file in Traditional Chinese: every text that a reader sees, its fonts and its language."""

from __future__ import annotations

import io
import zipfile

import pytest
from lxml import etree

from generators.documents import generate
from generators.package import Member, pack
from generators.traditional import Script, protected_in
from generators.traditional_word import word_in_traditional
from plans.house import House
from plans.traditional import Tradition

HOUSE = House()
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SCRIPT = Script(frozenset({"罗青", "叶后"}), HOUSE.tradition)


def runs(*texts: str) -> str:
    return "<w:p>" + "".join(f"<w:r><w:t>{text}</w:t></w:r>" for text in texts) + "</w:p>"


def in_runs(written: bytes) -> list[str]:
    root = etree.fromstring(zipfile.ZipFile(io.BytesIO(written)).read("word/document.xml"))
    return [one.text or "" for one in root.iter(f"{W}t")]


@pytest.fixture
def turned(template):
    """The texts of the runs of a body that was turned."""
    def turned(body: str, script: Script = SCRIPT) -> list[str]:
        return in_runs(word_in_traditional(template(body=body), script))
    return turned


def test_every_part_of_a_plan_that_is_read_is_turned_but_for_names(full_plan, word) -> None:
    plan = full_plan()
    made = word(word_in_traditional(generate(plan).data,
                                    Script(protected_in(plan, HOUSE.names), HOUSE.tradition)))
    text = made.text()
    for shown in ("把每一件小事做成。", "工作目標", "例會", "罗青", "孟禾", "計劃文本", "聽課表", "附件", "任務指標"):
        assert shown in text
    assert "羅青" not in text
    assert not set("计听会标务单") & set(text)
    core = made.xml("docProps/core.xml")
    assert core.findtext("{http://purl.org/dc/elements/1.1/}title") == "青禾工作室2026年工作計劃"
    assert core.findtext("{http://purl.org/dc/elements/1.1/}language") == "zh-TW"


def test_a_phrase_is_turned_whole_though_it_is_split_over_runs(turned) -> None:
    assert turned(runs("理头", "发，", "发", "展与里", "", "面")) == [
        "理頭", "髮，", "發", "展與裏", "", "面"]


def test_a_name_that_is_split_over_runs_stays(turned) -> None:
    assert turned(runs("请叶", "后", "来，罗", "青与后来")) == ["請叶", "后", "來，罗", "青與後來"]


def test_no_phrase_goes_on_over_a_break_or_a_text_box(turned) -> None:
    box = (f"<w:r><w:pict><w:txbxContent>{runs('发展')}</w:txbxContent></w:pict></w:r>")
    assert turned("<w:p><w:r><w:t>头</w:t><w:br/><w:t>发言</w:t></w:r></w:p>") == ["頭", "發言"]
    assert turned(f"<w:p><w:r><w:t>头</w:t></w:r>{box}<w:r><w:t>发言</w:t></w:r></w:p>") == [
        "頭", "發展", "發言"]


def test_where_a_phrase_grows_each_run_is_turned_by_itself_and_names_still_stay(turned) -> None:
    taiwan = Script(frozenset({"罗青优"}), Tradition("s2twp"))
    assert turned(runs("优化"), taiwan) == ["最佳化"]
    assert turned(runs("请优", "化，罗青", "优化"), taiwan) == ["請優", "化，罗青", "优化"]


def test_cells_headers_footnotes_numbers_and_controls_are_turned(template, word) -> None:
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    control = ('<w:sdt><w:sdtPr><w:alias w:val="评价"/><w:tag w:val="评价"/><w:dropDownList>'
               '<w:listItem w:displayText="优秀学员" w:value="优秀学员"/></w:dropDownList></w:sdtPr>'
               f'<w:sdtContent>{runs("优秀学员")}</w:sdtContent></w:sdt>')
    made = word(word_in_traditional(template(
        body=f"<w:tbl><w:tr><w:tc>{runs('单位')}</w:tc></w:tr></w:tbl>{control}", header="实验学校",
        parts={"word/footnotes.xml": f'<w:footnotes {w}><w:footnote>{runs("说明")}</w:footnote></w:footnotes>',
               "word/numbering.xml": f'<w:numbering {w}><w:abstractNum><w:lvl><w:lvlText w:val="第%1节"/></w:lvl>'
                                     '</w:abstractNum></w:numbering>'}), SCRIPT))
    assert made.rows() == [["單位"]]
    assert made.text("word/header-default.xml") == "實驗學校"
    assert made.text("word/footnotes.xml") == "說明"
    assert made.xml("word/numbering.xml").find(f".//{W}lvlText").get(f"{W}val") == "第%1節"
    item = made.xml().find(f".//{W}listItem")
    assert (item.get(f"{W}displayText"), item.get(f"{W}value")) == ("優秀學員", "优秀学员")
    assert made.xml().find(f".//{W}tag").get(f"{W}val") == "评价"


def test_style_names_and_field_codes_stay_what_word_looks_up(turned, template, word) -> None:
    code = ('<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\t "附件标题,1"'
            '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>')
    made = word(word_in_traditional(template(body=code), SCRIPT))
    assert 'TOC \\t "附件标题,1"' in made.files["word/document.xml"].decode()
    names = {one.get(f"{W}val") for one in made.xml("word/styles.xml").iter(f"{W}name")}
    assert "附件标题" in names


def test_fonts_without_traditional_characters_are_replaced(full_plan, word) -> None:
    made = word(word_in_traditional(generate(full_plan()).data, SCRIPT))
    for part in ("word/styles.xml", "word/numbering.xml", "word/document.xml"):
        assert "方正小标宋简体" not in made.files[part].decode()
    title = next(one for one in made.xml("word/styles.xml").iter(f"{W}style")
                 if one.get(f"{W}styleId") == "Title")
    assert title.find(f".//{W}rFonts").get(f"{W}eastAsia") == "方正小标宋_GBK"
    fonts = {one.get(f"{W}name"): one for one in made.xml("word/fontTable.xml")}
    assert "方正小标宋简体" not in fonts
    assert fonts["方正小标宋_GBK"].find(f"{W}altName").get(f"{W}val") == "FZXiaoBiaoSong-B05"
    assert {"仿宋", "黑体", "楷体", "宋体"} <= set(fonts)     # GBK fonts hold both


def test_a_font_that_is_there_already_is_not_listed_twice(template, word) -> None:
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    table = (f'<w:fonts {w}><w:font w:name="仿宋"/><w:font w:name="仿宋_GB2312"/>'
             '<w:font w:name="方正大标宋简体"><w:altName w:val="FZDaBiaoSong-B06S"/>'
             '<w:panose1 w:val="02000000000000000000"/><w:charset w:val="86"/></w:font></w:fonts>')
    fonts = word(word_in_traditional(template(parts={"word/fontTable.xml": table}), SCRIPT)
                 ).xml("word/fontTable.xml")
    assert [one.get(f"{W}name") for one in fonts] == ["仿宋", "方正大标宋_GBK"]
    assert [one.tag for one in fonts[1]] == [f"{W}charset"]


def test_the_language_of_chinese_text_is_traditional_and_of_latin_text_unchanged(full_plan,
                                                                                 word) -> None:
    made = word(word_in_traditional(generate(full_plan()).data, SCRIPT))
    tags = {(one.get(f"{W}val"), one.get(f"{W}eastAsia"))
            for one in made.xml("word/styles.xml").iter(f"{W}lang")}
    assert tags == {("en-US", "zh-TW")}


def test_nothing_but_xml_of_the_document_is_touched(template, word) -> None:
    plain = template("学校")
    picture = "头发".encode()
    with_picture = pack(Member.of(name, content) for name, content in [
        *word(plain).files.items(), ("word/media/image1.png", picture),
        ("customXml/item1.xml", "<a>头发</a>".encode())])
    made = word(word_in_traditional(with_picture, SCRIPT))
    assert made.files["word/media/image1.png"] == picture
    assert made.files["customXml/item1.xml"].decode() == "<a>头发</a>"
    assert list(made.files) == list(word(with_picture).files)


def test_the_same_document_gives_the_same_bytes(full_plan) -> None:
    plain = generate(full_plan()).data
    assert word_in_traditional(plain, SCRIPT) == word_in_traditional(plain, SCRIPT)
