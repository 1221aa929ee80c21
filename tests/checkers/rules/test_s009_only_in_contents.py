"""S009: sections that only the table of contents names."""

from checkers.document import Paragraph

CONTENTS = [Paragraph(f"{number}、{name}\t{page}", toc=True) for number, name, page in (
    ("一", "指导思想", 1), ("二", "总体目标", 1), ("三", "具体目标", 2))]


def test_a_section_in_both_is_let_be(said, research):
    lines = research()
    assert said(*CONTENTS, *lines) == []


def test_a_missing_section_that_the_contents_do_not_name_is_only_missing(said, research):
    assert said(*CONTENTS, *research(措施和方法=None)) == ["S001"]


def test_a_section_in_the_contents_alone_is_missing_and_told(said, research):
    assert said(*CONTENTS, *research(具体目标=None)) == ["S001", "S009"]


def test_a_contents_list_typed_by_hand_counts(said_of, tmp_path, word, research):
    from checkers.case import Demand
    from checkers.submission import submission_of
    from checkers.verdict import judge
    from plans.house import House

    lines = ["目录", "一、指导思想……1", "二、总体目标……1", "三、具体目标……2", "四、措施和方法……2",
             *research(具体目标=None)]
    found = judge(submission_of(word(*lines), "a.docx"), Demand(House().topics, House().kinds))
    assert [one.rule for one in found.findings] == ["S001", "S009"]
