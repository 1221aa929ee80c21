"""S002: sections in another order."""

TEXT = "立足本校实际，把每件小事落到班级里和学生身上，一步一步地做。"


def test_the_usual_order_is_let_be(said, research):
    assert said(*research()) == []


def test_a_section_more_does_not_disturb_the_order(said, research):
    lines = research()
    assert "S002" not in said(*lines[:3], "二、基本情况", TEXT, *lines[3:],
                              kind="school-research-plan")


def test_a_missing_section_does_not_disturb_the_order(said, research):
    assert said(*research(总体目标=None)) == ["S001"]


def test_two_sections_under_one_heading_are_in_order(said, research):
    lines = research(总体目标=None, 具体目标=None)
    lines[3:3] = ["二、总体目标和具体目标", TEXT]
    assert "S002" not in said(*lines)


def moved(lines):
    """The first two sections, each with the number that is now its own."""
    first, second = lines[1:3], lines[3:5]
    return [lines[0], second[0].replace("二、", "一、"), *second[1:],
            first[0].replace("一、", "二、"), *first[1:], *lines[5:]]


def test_two_sections_that_changed_places_are_told_once(said, research):
    assert said(*moved(research())) == ["S002"]


def test_the_usual_order_is_told(finding, research):
    assert "指导思想、总体目标、具体目标、工作措施、月度安排" in finding("S002", *moved(research())).fix


def test_one_section_at_the_wrong_end_is_told_once(check, research):
    lines = research()
    lines = [lines[0], *lines[3:], *lines[1:3]]
    found = [one for one in check(*lines).findings if one.rule == "S002"]
    assert [one.location.section for one in found] == ["一、指导思想"]
