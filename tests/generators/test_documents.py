"""A plan → a Word file that says what the plan says, in the order and look of GB/T 9704."""

from __future__ import annotations

import dataclasses
import io
from datetime import date

import docx
import pytest

from generators.documents import generate, safe_name
from plans.errors import Place, UserError
from plans.periods import Month
from plans.plan import Annex, Gap, Member, MonthTasks, Passage, Signature, Task, WrittenSection

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def test_the_text_stands_in_the_order_of_the_plan(full_plan, word):
    written = word(generate(full_plan()).data).styles()
    assert written == [
        ("Title", "青禾工作室2026年工作计划"), ("Subtitle", "（2026年3月至12月）"),
        ("Heading1", "指导思想"), ("Normal", "把每一件小事做成。"),
        ("Heading1", "工作目标"), ("Normal", "要做的事："),
        ("ListNumber", "读书；"), ("ListNumber", "其中："), ("ListNumber2", "教育类；"),
        ("ListNumber2", "心理类。"), ("Normal", "另外："), ("ListNumber", "写随笔。"),
        ("Heading2", "成员目标"), ("Normal", "互相听课。"),
        ("Heading3", "新任成员"), ("ListNumber2", "跟班；"), ("ListNumber2", "小结。"),
        ("Heading4", "第一周"), ("ListNumber3", "看。"),
        ("Heading2", "工作室目标"), ("Normal", "建资源库。"),
        ("Heading1", "月度安排"), ("TableGap", ""),
        ("Caption", "成员名单"), ("Caption", "任务指标"),
        ("AnnexNote", "附件：1.听课表"), ("AnnexNote", "2.预算"),
        ("SignatureUnit", "青山小学"), ("SignatureDate", "2026年3月1日"),
        ("AnnexLabel", "附件1"), ("AnnexTitle", "听课表"), ("Heading1", "填法"),
        ("Heading1", "交法"),
        ("AnnexLabel", "附件2"), ("AnnexTitle", "预算"), ("ListNumber", "购书；"),
        ("Heading1", "购书")]


def test_a_bare_plan_has_nothing_but_its_text(plan, word):
    made = word(generate(plan()).data)
    assert made.styles() == [("Title", "青禾工作室2026年工作计划"),
                             ("Subtitle", "（2026年3月至12月）"), ("Heading1", "指导思想"),
                             ("Normal", "把每一件小事做成。")]
    assert list(made.xml().iter(f"{W}tbl")) == []


def test_headings_and_lists_are_numbered_anew_where_they_begin(full_plan, printed):
    lines = printed(generate(full_plan(schedule=(), members=(), targets=())).data).split("\n")
    assert [line for line in lines[2:] if line[:1] in set("一二三（1①")] == [
        "一、指导思想", "二、工作目标", "1.读书；", "（1）教育类；", "（2）心理类。",
        "1.写随笔。", "（一）成员目标", "1.新任成员", "（1）跟班；", "（2）小结。",
        "（1）第一周", "①看。", "（二）工作室目标", "三、月度安排",
        "一、填法", "二、交法", "1.购书；", "一、购书"]


def test_members_and_targets_are_tables(full_plan, word):
    made = word(generate(full_plan()).data)
    assert made.rows(1) == [["姓名", "职责", "单位"], ["罗青", "主持人", "青山小学"],
                            ["孟禾", "", ""]]
    assert made.rows(2) == [["指标", "对象", "要求", "周期"],
                            ["读书", "成员", "不少于2本", "每年"]]


def test_the_same_plan_gives_the_same_bytes(full_plan):
    assert generate(full_plan()).data == generate(full_plan()).data


def test_what_is_typed_like_a_tag_is_printed_as_typed(plan, word):
    odd = "{{ 学校 }}{% if %}{#p x #} A&B <b> 5<6 “甲”"
    made = word(generate(plan(title=odd, sections=(
        WrittenSection(odd, (Passage(odd), Passage(odd, 1))),),
        schedule=(MonthTasks(Month(2026, 3), (Task(odd, owner=odd),)),),
        members=(Member(odd),), signature=Signature(odd),
        annexes=(Annex(odd),))).data)
    assert made.text().count(odd) == 10


# the month table

def test_a_month_stands_once_beside_all_its_tasks(full_plan, word):
    made = word(generate(full_plan()).data)
    assert made.rows(0) == [
        ["月份", "工作内容", "责任人", "完成时限", "佐证材料"],
        ["三月", "定计划", "罗青", "3月20日", "计划文本"],
        ["", "建档案", "", "", ""],
        ["四月", "例会", "孟禾", "", ""]]
    merges = [one.get(f"{W}val") for one in made.xml().iter(f"{W}vMerge")]
    assert merges == ["restart", "continue", "restart"]


@pytest.mark.parametrize(("task", "columns"), [
    (Task("例会"), ["月份", "工作内容"]),
    (Task("例会", owner="罗青"), ["月份", "工作内容", "责任人"]),
    (Task("例会", due=date(2026, 3, 2)), ["月份", "工作内容", "完成时限"]),
    (Task("例会", owner="罗青", evidence="纪要"), ["月份", "工作内容", "责任人", "佐证材料"])])
def test_a_column_that_no_task_fills_is_not_there(plan, word, task, columns):
    made = word(generate(plan(schedule=(MonthTasks(Month(2026, 3), (task,)),))).data)
    assert made.rows(0)[0] == columns
    assert len(made.rows(0)[1]) == len(columns)
    widths = [int(one.get(f"{W}w")) for one in made.xml().iter(f"{W}gridCol")]
    assert len(widths) == len(columns)
    assert sum(widths) == 8844


def test_months_bear_their_year_when_the_schedule_crosses_december(plan, word):
    months = tuple(MonthTasks(month, (Task("例会", due=date(2026, 1, 5)),))
                   for month in (Month(2025, 12), Month(2026, 1)))
    rows = word(generate(plan(schedule=months)).data).rows(0)
    assert rows[1:] == [["2025年12月", "例会", "2026年1月5日"], ["2026年1月", "例会", "1月5日"]]


def test_a_month_without_tasks_keeps_its_row(plan, word):
    made = word(generate(plan(schedule=(MonthTasks(Month(2026, 3), ()),))).data)
    assert made.rows(0) == [["月份", "工作内容"], ["三月", ""]]


def test_the_schedule_stands_in_its_section_or_else_at_the_end(plan, word):
    months = (MonthTasks(Month(2026, 3), (Task("例会"),)),)
    sections = (WrittenSection("安排", (Passage("如下："),), schedule=True), WrittenSection("要求"))
    inside = word(generate(plan(schedule=months, sections=sections)).data).styles()
    assert inside[-2:] == [("TableGap", ""), ("Heading1", "要求")]
    after = word(generate(plan(schedule=months)).data).styles()
    assert after[-1] == ("TableGap", "")


def test_a_schedule_has_title_period_table_and_the_school_at_its_head(plan, kind, word):
    made = word(generate(plan(kind=kind("schedule.docx"), title="青山小学2026年各月份工作安排",
                              schedule=(MonthTasks(Month(2026, 3), (Task("例会"),)),),
                              signature=Signature("青山小学", date(2026, 3, 1)))).data)
    assert [text for _style, text in made.styles()] == [
        "青山小学2026年各月份工作安排", "（2026年3月至12月）", "青山小学", "2026年3月1日"]
    assert made.text("word/header-default.xml") == "青山小学"
    assert made.rows(0) == [["月份", "工作内容"], ["三月", "例会"]]
    first = next(made.xml().iter(f"{W}tr"))
    assert first.find(f"{W}trPr/{W}tblHeader") is not None


# signature and annexes

@pytest.mark.parametrize(("signature", "unit", "day"), [
    (Signature("青山小学青禾班主任工作室", date(2026, 3, 1)), 2, 6),    # 12 and 6 characters wide
    (Signature("青山小学", date(2026, 3, 1)), 6, 2),                    # the date is the longer
    (Signature("青山小学", date(2026, 3, 1), seal=True), 5, 4),
    (Signature("青山小学青禾班主任工作室全体", date(2026, 3, 1), seal=True), 2, 6)])
def test_the_signature_is_indented_as_the_standard_says(plan, word, signature, unit, day):
    made = word(generate(plan(signature=signature)).data)
    indents = [one.get(f"{W}rightChars") for one in made.xml().iter(f"{W}ind")]
    assert indents == [str(unit * 100), str(day * 100)]


def test_a_signature_without_a_date_is_one_line(plan, word):
    made = word(generate(plan(signature=Signature("青山小学"))).data)
    assert made.styles()[-1] == ("SignatureUnit", "青山小学")


def test_a_single_annex_has_no_number(plan, word):
    made = word(generate(plan(annexes=(Annex("听课表"),))).data)
    assert made.styles()[-3:] == [("AnnexNote", "附件：听课表"), ("AnnexLabel", "附件"),
                                  ("AnnexTitle", "听课表")]


# what Word demands of a file

ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr "
           "suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct "
           "topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind "
           "contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
           "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps strike color spacing w kern position sz szCs "
           "highlight u lang",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW "
             "jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection "
            "tcFitText vAlign hideMark",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc "
              "pgBorders lnNumType pgNumType cols docGrid",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden "
             "unhideWhenUsed qFormat locked pPr rPr tblPr trPr tcPr tblStylePr",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    "numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
    "tbl": "tblPr tblGrid tr", "tc": "tcPr p", "tr": "tblPrEx trPr tc"}


@pytest.mark.parametrize("part", ["document", "styles", "numbering", "footer-even"])
def test_elements_stand_in_the_order_of_the_schema(full_plan, word, part):
    for element in word(generate(full_plan()).data).xml(f"word/{part}.xml").iter():
        order = ORDER.get(element.tag.removeprefix(W), "").split()
        if order:
            places = [order.index(child.tag.removeprefix(W)) for child in element]
            assert places == sorted(places)


def test_every_number_that_is_used_is_defined_once(full_plan, word):
    made = word(generate(full_plan()).data)
    used = [one.get(f"{W}val") for one in made.xml().iter(f"{W}numId")]
    defined = [one.get(f"{W}numId") for one in made.xml("word/numbering.xml").iter(f"{W}num")]
    assert set(used) <= set(defined)
    assert len(defined) == len(set(defined))


def test_every_style_that_is_used_is_defined(full_plan, word):
    made = word(generate(full_plan()).data)
    used = {one.get(f"{W}val") for one in made.xml().iter(f"{W}pStyle", f"{W}tblStyle")}
    assert used <= {one.get(f"{W}styleId") for one in made.xml("word/styles.xml").iter(f"{W}style")}


def test_python_docx_opens_what_is_made(full_plan):
    document = docx.Document(io.BytesIO(generate(full_plan()).data))
    assert document.core_properties.title == "青禾工作室2026年工作计划"
    assert document.core_properties.author == "青山小学"


# what is missing, and file names

def test_a_field_that_the_template_prints_must_have_a_value(plan, kind, template, tmp_path):
    path = tmp_path / "own.docx"
    path.write_bytes(template("{{ 标题 }}", "备注：{{ 备注 }}"))
    with pytest.raises(UserError) as caught:
        generate(plan(kind=kind(path)))
    fault = caught.value.faults[0]
    assert fault.place.file == "studio.yaml"
    assert "备注：{{ 备注 }}" in fault.what
    assert "备注" in fault.mend


def test_a_name_that_the_kind_does_not_know_is_a_fault_of_the_template(
        plan, kind, template, tmp_path):
    path = tmp_path / "own.docx"
    path.write_bytes(template("{{ 学校名 }}", "{{ 年級 }}"))
    with pytest.raises(UserError) as caught:
        generate(plan(kind=kind(path)))
    assert [fault.place.file for fault in caught.value.faults] == [str(path), str(path)]
    assert "学校名" in caught.value.faults[0].what


def test_a_gap_of_a_draft_is_marked(plan, kind, template, word, tmp_path):
    path = tmp_path / "own.docx"
    path.write_bytes(template("备注：{{ 备注 }}"))
    made = generate(plan(kind=kind(path), gaps=(Gap(Place("studio.yaml"), "备注", "", ""),)))
    assert word(made.data).text() == "备注：【待填：备注】"


def test_a_kind_without_a_template_says_so(plan, kind):
    with pytest.raises(UserError, match="has no Word template"):
        generate(plan(kind=kind(None)))


def test_a_template_that_is_not_there_is_named(plan, kind, tmp_path):
    with pytest.raises(UserError, match=r"gone\.docx"):
        generate(plan(kind=kind(tmp_path / "gone.docx")))


def test_the_file_name_is_that_of_the_kind(plan):
    assert generate(plan()).file_name == "青禾工作室2026年工作计划.docx"


def test_without_a_file_name_the_title_serves(plan, kind):
    assert generate(plan(kind=kind(file_name=""))).file_name == "青禾工作室2026年工作计划.docx"


@pytest.mark.parametrize("file_name", ["{{ 校名 }}计划", "{{ 学校", "{{ ''.__class__.__mro__ }}"])
def test_a_file_name_that_cannot_be_made_is_reported(plan, kind, file_name):
    with pytest.raises(UserError, match="file_name"):
        generate(plan(kind=kind(file_name=file_name)))


@pytest.mark.parametrize(("text", "name"), [
    ("青禾工作室 2026年计划", "青禾工作室 2026年计划"),
    ('甲<乙>:"/\\|?*丙', "甲_乙________丙"), ("甲\n乙\x07", "甲 乙_"), (" 甲. ", "甲"),
    ("CON", "CON_"), ("con.计划", "con_.计划"), ("lpt1", "lpt1_"), ("常规", "常规"),
    ("", "_"), ("...", "_"), ("../../etc", "_.._etc"), ("甲\u202e乙", "甲_乙")])
def test_a_name_is_made_fit_for_every_system(text, name):
    assert safe_name(text) == name


def test_a_long_name_is_cut_to_what_file_systems_take():
    assert len(safe_name("a" * 300)) == 120
    assert len(safe_name("计" * 300).encode()) <= 240


def test_a_field_named_like_a_method_of_dict_is_printed(plan, kind, template, word, tmp_path):
    path = tmp_path / "own.docx"
    path.write_bytes(template("{{ items }}{{ 项目 }}"))
    field = dataclasses.replace(kind().fields[0], name="items", label="项目")
    made = generate(plan(kind=kind(path, fields=(field,), file_name="计划"),
                         shown={"items": "三项"}))
    assert word(made.data).text() == "三项三项"
