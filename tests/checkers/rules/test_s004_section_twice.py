"""S004: sections that are there twice."""

TEXT = "全年研读专著两本，写随笔四篇，每学期听课十节。"


def test_each_section_once_is_let_be(said, research):
    assert said(*research()) == []


def test_goals_and_tasks_are_two_sections(said, plan):
    lines = ["名班主任工作室工作计划"]
    for number, name in zip("一二三", ("指导思想", "工作目标", "主要任务"), strict=True):
        lines += [f"{number}、{name}", TEXT]
    assert "S004" not in said(*lines, kind="studio-annual-plan")


def test_the_same_name_a_level_down_is_let_be(said):
    assert said("计划", "一、工作目标", "（一）工作目标", TEXT, "（二）其他", TEXT, "二、措施", TEXT,
                require=("工作目标",)) == []


def test_the_same_name_in_an_annex_is_let_be(said):
    assert said("计划", "一、工作目标", TEXT, "附件1", "细则", "一、工作目标", TEXT,
                require=("工作目标",)) == []


def test_a_section_left_in_from_last_year_is_told_at_its_place(check):
    found = check("计划", "一、工作目标", TEXT, "二、工作措施", TEXT, "三、工作目标", TEXT,
                  require=("工作目标",)).findings
    assert [(one.rule, one.severity, one.location.paragraph) for one in found] == [
        ("S004", "warning", 6)]


def test_another_name_of_the_same_section_is_told(said):
    assert said("计划", "一、工作目标", TEXT, "二、奋斗目标", TEXT, require=("工作目标",)) == ["S004"]
