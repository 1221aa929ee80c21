"""The Word file of a form as a whole: what a teacher sees, what Word takes, what it says it is."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import date

import docx
import pytest
from docx.shared import Mm

from generators.documents import generate, stem_of
from generators.editions import Edition
from generators.form_file import form_file
from generators.ordered import _ORDERS
from plans.house import House
from plans.inputs import load_input
from plans.kinds import Field
from plans.no_picture import no_picture
from plans.plan import Plan, Signature
from plans.profile import BUILT_IN, read_profile
from plans.traditional import Tradition

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NAME = Field("name", "姓名", "text", required=True, verbatim=True)

HOST = """
kind: host-application
姓名: 王珂
性别: 女
出生年月: 1985年6月
民族: 汉族
政治面貌: 中共党员
学历: 本科
参加工作时间: 2007年8月
任教学科: 语文
职称: 中级
职称取得时间: 2015年9月
班主任年限: 8
是否在岗班主任: 是
现任班级: 23级幼师2班
系部: 幼教系
联系电话: 13800000000
身份证号: "990101198506150020"
照片: 照片.png
班主任经历:
  - {起始年月: 2017年9月, 终止年月: 2020年6月, 班级: 17级护理1班}
  - {起始年月: 2020年9月, 班级: 20级幼师2班}
带班特色: 从一日常规抓起，让学生自己订班规，用班级日志看见每个人的进步，三年没有一人掉队；班会由学生轮流主持，家长每月来一次，谁有困难大家一起想办法，毕业时人人有一技之长。
工作室建设设想: 以新任班主任的头三年为对象，每两个月研一个难题，一学期出一本案例，带出一支队伍；第一年摸清难题，第二年攒成案例，第三年请别的学校来看，经费专款专用，年年向大家说清楚。
附件目录: |
  荣誉证书.pdf
  结题证书.pdf
申报日期: 2026-03-20
"""
# In the order of CT_SdtPr, CT_TcPr, CT_TblPr (ISO/IEC 29500-1, transitional); types come last.
ORDERS = _ORDERS | {
    "sdtPr": "alias tag id lock showingPlcHdr date dropDownList picture richText checkbox "
             "repeatingSection repeatingSectionItem",
    "tcPr": "tcW gridSpan vMerge vAlign",
    "tblPr": "tblStyle tblW jc tblBorders tblLayout tblCellMar tblLook",
    "tc": "tcPr p", "tr": "trPr tc", "sdt": "sdtPr sdtContent"}


@pytest.fixture
def host(tmp_path):
    """The plan of a whole application."""
    (tmp_path / "照片.png").write_bytes(no_picture().data)
    path = tmp_path / "host.yaml"
    path.write_text(HOST, encoding="utf-8")
    return load_input(path, House())


@pytest.fixture
def blank():
    """A plan of a kind in which nothing is filled in."""
    def build(name):
        kind = House().kind(name)
        return Plan("blank", kind, kind.name)
    return build


def local(element):
    return element.tag.rpartition("}")[2]


def test_a_form_shows_every_value_that_was_given(host, word):
    made = word(generate(host).data)
    said = made.control_texts()
    assert {name: said[name] for name in ("name", "birth", "homeroom_years", "phone", "date")} == {
        "name": "王珂", "birth": "1985年6月", "homeroom_years": "8", "phone": "13800000000",
        "date": "2026年3月20日"}
    assert ["班主任经历", "起始年月", "终止年月", "班级", "所在学校"] in made.rows(0)
    assert ["2020年9月", "\u3000", "20级幼师2班", "\u3000"] in [row[1:] for row in made.rows(0)]


@pytest.mark.parametrize("to_fill_in", [True, False])
@pytest.mark.parametrize("name", [
    one.id for one in House().kinds if one.is_drawn and not one.is_counted])
def test_every_field_has_a_place_in_the_form(name, to_fill_in, blank, word):
    plan = blank(name)
    made = word(form_file(plan, to_fill_in=to_fill_in))
    tags = {one.get(f"{W}val").partition("/")[0] for one in made.xml().iter(f"{W}tag")}
    wanted = {f"{one.name}.{column.name}" for one in plan.kind.fields for column in one.columns
              if not one.fixed or any(not row.get(column.name) for row in one.fixed)}
    wanted |= {one.name for one in plan.kind.fields if not one.columns}
    assert wanted <= tags


def test_a_form_to_fill_in_is_called_like_its_kind(host, blank):
    assert generate(blank("host-application"), to_fill_in=True).file_name == (
        "名班主任工作室主持人申报表.docx")
    assert generate(host, to_fill_in=True).file_name == "王珂_名班主任工作室主持人申报表.docx"
    assert generate(host).file_name == f"{stem_of(host)}.docx"


def test_the_same_input_gives_the_same_bytes(host):
    assert generate(host).data == generate(host).data


def test_the_file_says_what_it_is(host, word, form):
    def stamp(made):
        text = made.files["docProps/custom.xml"].decode()
        return dict(re.findall(r'name="([^"]+)"><vt:lpwstr>([^<]*)<', text))
    made = stamp(word(generate(host).data))
    assert (made["homeroom-kind"], made["homeroom-version"]) == ("host-application", "1")
    assert stamp(form(NAME))["homeroom-version"] == "3"
    one, other = (stamp(form(NAME, values={"name": name}))["homeroom-form"]
                  for name in ("王珂", "周明慧"))
    assert one != other
    assert one == stamp(form(NAME, values={"name": "王珂"}))["homeroom-form"]


def test_the_properties_are_those_of_this_form(form):
    made = docx.Document(io.BytesIO(form(NAME, title="A&B申报表").content)).core_properties
    assert (made.title, made.created.year) == ("A&B申报表", 2020)


def test_marks_of_what_is_missing_are_in_no_title(form):
    assert form(NAME, title="【待填：学校】申报表").styles()[0] == ("Title", "申报表")


def test_children_stand_in_the_order_that_word_wants(host, blank, word):
    for data in (generate(host).data, generate(blank("application-summary"), to_fill_in=True).data):
        for element in word(data).xml().iter():
            order = ORDERS.get(local(element), "").split()
            places = [order.index(local(one)) for one in element if order and local(one) != "p"
                      and local(element) not in ("p",)]
            assert places == sorted(places), local(element)


def test_every_cell_ends_with_a_paragraph_and_every_part_is_declared(host, word):
    made = word(generate(host).data)
    assert {local(cell[-1]) for cell in made.xml().iter(f"{W}tc")} == {"p"}
    types = made.files["[Content_Types].xml"].decode()
    for name in made.files:
        suffix = name.rpartition(".")[2]
        assert f'PartName="/{name}"' in types or f'Extension="{suffix}"' in types
    for one in made.xml("word/_rels/document.xml.rels"):
        assert f"word/{one.get('Target')}" in made.files
    docx.Document(io.BytesIO(made.content))


def test_a_form_is_upright_and_a_summary_lies_on_its_side(host, blank):
    sheets = [docx.Document(io.BytesIO(generate(plan, to_fill_in=True).data)).sections[0]
              for plan in (host, blank("application-summary"))]
    assert [(round(one.page_width.mm), round(one.page_height.mm)) for one in sheets] == [
        (210, 297), (297, 210)]
    for sheet, plan in zip(sheets, (host, blank("application-summary")), strict=True):
        table = docx.Document(io.BytesIO(generate(plan, to_fill_in=True).data)).tables[-1]
        wide = sum(int(one.get(f"{W}w")) for one in table._tbl.tblGrid)
        assert abs(wide * 635 - (sheet.page_width - sheet.left_margin - sheet.right_margin)
                   ) < Mm(0.2)


def test_what_the_kind_explains_stands_below_the_form(form):
    assert form(NAME, notes=("手写签名。",)).styles()[-1][1] == "填表说明：手写签名。"
    made = form(NAME, notes=("手写签名。", "一式两份。")).styles()
    assert [text for _style, text in made[-3:]] == ["填表说明：", "1. 手写签名。", "2. 一式两份。"]


def test_a_signature_stands_below_the_form(host, word):
    made = word(generate(replace(host, signature=Signature("江城职业中专", date(2026, 4, 1)))).data)
    assert [text for _style, text in made.styles()[-2:]] == ["江城职业中专", "2026年4月1日"]


def test_the_look_of_the_school_reaches_its_forms(form, tmp_path):
    own = tmp_path / "profile.yaml"
    own.write_text("页边距: {左: 30, 右: 30}\n标题: {字体: 宋体}\n表头: {字体: 楷体}\n"
                   "表格文字: {字号: 五号}\n", encoding="utf-8")
    made = form(NAME, profile=read_profile(BUILT_IN, own))
    sides = made.xml().find(f".//{W}pgMar")
    assert [round(int(sides.get(f"{W}{side}")) / 56.7) for side in ("left", "right", "top")] == [
        30, 30, 25]
    assert sum(int(one.get(f"{W}w")) for one in made.xml().iter(f"{W}gridCol")) == round(
        11906 - 2 * 30 * 56.7)
    styles = {one.get(f"{W}styleId"): one for one in made.xml("word/styles.xml").iter(f"{W}style")}
    fonts = {name: styles[name].find(f"{W}rPr/{W}rFonts").get(f"{W}eastAsia")
             for name in ("Title", "FormLabel")}
    assert fonts == {"Title": "宋体", "FormLabel": "楷体"}
    assert styles["TableText"].find(f"{W}rPr/{W}sz").get(f"{W}val") == "21"


def test_a_form_in_traditional_characters(host, word):
    made = Edition(tradition=Tradition()).made(host, "docx")
    read = word(made.data)
    assert made.file_name == "王珂_名班主任工作室主持人申報表.docx"
    assert any(row[at:at + 3] == ["學歷", "本科", "學位"] for row in read.rows(0)
               for at in range(len(row)))
    assert read.control_texts()["name"] == "王珂"
    assert "education" in read.controls()


def test_an_edition_to_fill_in_shows_what_belongs_where(blank, word):
    made = Edition(to_fill_in=True).made(blank("host-application"), "docx")
    assert "选择一项" in word(made.data).text()


def test_libreoffice_prints_labels_values_and_ticks(host, printed):
    text = printed(generate(host).data)
    for part in ("名班主任工作室主持人申报表", "王珂", "8年", "☑是", "☐否", "17级护理1班", "荣誉证书.pdf",
                 "负责人签字：", "填表说明："):
        assert part in text
    assert "点击填写" not in text


def test_libreoffice_saves_what_it_was_given_once(host, soffice, tmp_path, word):
    source = tmp_path / "form.docx"
    source.write_bytes(generate(host).data)
    saved = word(soffice(source, "docx", tmp_path / "saved").read_bytes())

    def plain(made):
        return [[cell.strip() for cell in row] for table in range(3) for row in made.rows(table)]
    assert plain(saved) == plain(word(source.read_bytes()))
