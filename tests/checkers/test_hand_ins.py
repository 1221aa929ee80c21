"""Whole papers in the shapes in which teachers hand them in: complete ones are not sent back."""

from checkers.document import Look, Paragraph

CENTRED = Look(bold=True, centred=True)
TEXT = ("每两个月召开一次例会，先听近况再谈专题，学期末由主持人收齐笔记翻阅，当面交换意见，"
        "意见记进成长档案，下次例会先看上次说的做到没有。")
SYSTEMS = ("学习活动制度", "课题管理制度", "经费使用制度", "总结交流制度", "表彰奖励制度", "总结制度")
STUDIO = "黄志远名班主任工作室2026年工作计划"


def bold(text: str) -> Paragraph:
    return Paragraph(text, look=Look(bold=True))


def plain_studio(heading, systems: list[object]) -> list[object]:
    """A studio's plan whose main headings bear no numbers."""
    return [Paragraph(STUDIO, look=CENTRED), heading("指导思想"), TEXT, heading("工作目标"),
            "1、每人每学期读一本专著，写出心得，在例会上交流，学期末装订成册。", heading("工作措施"), TEXT,
            heading("规章制度"), *systems]


def test_numbered_systems_under_bold_headings_belong_to_them(said):
    systems = [line for number, name in enumerate(SYSTEMS, 1)
               for line in (f"{number}、{name}", TEXT)]
    assert said(*plain_studio(bold, systems), kind="studio-annual-plan") == []


def test_systems_in_brackets_under_centred_headings_belong_to_them(said):
    systems = [line for number, name in zip("一二三四五六", SYSTEMS, strict=True)
               for line in (f"（{number}）{name}", TEXT)]
    centred = plain_studio(lambda text: Paragraph(text, look=Look(centred=True)), systems)
    assert said(*centred, kind="studio-annual-plan") == []


def test_systems_named_at_the_start_of_a_line_are_there(said):
    lines = [STUDIO, "一、指导思想", TEXT, "二、工作目标", TEXT, "三、工作措施", TEXT, "四、规章制度"]
    systems = [f"{name}：{TEXT}" for name in SYSTEMS]
    assert said(*lines, *systems, kind="studio-annual-plan") == []


def test_of_systems_named_in_lines_the_missing_one_is_told(missing):
    lines = [STUDIO, "一、指导思想", TEXT, "二、工作目标", TEXT, "三、工作措施", TEXT, "四、规章制度"]
    systems = [f"{name}：{TEXT}" for name in SYSTEMS if name != "经费使用制度"]
    assert missing(*lines, *systems, kind="studio-annual-plan") == ["经费使用制度"]


def test_two_goals_in_lines_under_one_heading_are_both_there(missing, research):
    lines = research(总体目标=None, 具体目标=None)
    at = lines.index(next(line for line in lines if "措施" in line))
    goals = ["研修目标", f"总体目标：{TEXT}", f"具体目标：{TEXT}"]
    assert missing(*lines[:at], *goals, *lines[at:], kind="school-research-plan") == []


def test_the_lines_of_a_cover_are_neither_headings_nor_months(outline, research):
    cover = [Paragraph(text, look=CENTRED) for text in
             ("校本研修计划", "杏坛小学", "（2014年）", "二〇一四年三月")]
    found = outline(*cover, Paragraph("石门坎小学2014年校本研修计划", look=CENTRED), *research()[1:])
    assert [one.title for one in found.main.headings] == [
        "指导思想", "总体目标", "具体目标", "措施和方法", "2014年各月份工作安排"]
    assert [one.month for one in found.main.months] == [3, 4, 5]


def test_months_behind_bullets_are_months(months):
    assert months("工作安排", "●3月：制定计划。", "●4月：听课。", "◆5月：小结。") == [3, 4, 5]


def test_a_section_that_says_only_omitted_is_empty(said):
    for nothing in ("略", "（略）", "略。", "待补充", "XXXX"):
        assert said("一、工作目标", nothing, "二、工作措施", TEXT, require=("工作目标",)) == ["S003"]


def test_a_section_that_says_little_is_not_empty(said):
    for little in ("无", "见附件", "经略作调整后执行。"):
        assert said("一、工作目标", little, "二、工作措施", TEXT, require=("工作目标",)) == []
