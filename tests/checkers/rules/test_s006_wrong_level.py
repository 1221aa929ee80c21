"""S006: sections that stand within another instead of beside it."""

TEXT = "全年研读专著两本，写随笔四篇，每学期听课十节。"
BOTH = ("工作目标", "工作措施")


def test_sections_side_by_side_are_let_be(said):
    assert said("计划", "一、工作目标", TEXT, "二、工作措施", TEXT, require=BOTH) == []


def test_two_sections_under_a_heading_of_neither_are_let_be(said):
    assert said("计划", "一、总的打算", TEXT, "（一）工作目标", TEXT, "（二）工作措施", TEXT, "二、其他", TEXT,
                require=BOTH) == []


def test_a_section_that_a_kind_nests_is_let_be(said, research):
    assert "S006" not in said(*research())


def test_a_section_within_another_is_told_at_its_heading(check):
    found = check("计划", "一、工作目标", TEXT, "（一）工作措施", TEXT, "（二）其他", TEXT, "二、组织领导", TEXT,
                  require=BOTH).findings
    assert [(one.rule, one.severity, one.location.quote) for one in found] == [
        ("S006", "warning", "（一）工作措施")]
