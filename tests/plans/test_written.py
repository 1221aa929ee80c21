"""The sections of an input: text, lists and mappings, known and unknown, whole and in draft."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.located import Items, parse_yaml
from plans.written import passages

HEAD = "kind: small-plan\n学校: 江城实验学校\n年度: 2026\n起止月份: 2026-03/2026-05\n"
RULES = "  规章制度: {学习制度: 每周一次。, 经费制度: 专款专用。}\n"
BOTH = "  指导思想: 以学生为本。\n  工作目标: 人人读书。\n"


@pytest.fixture
def sections_of(plan_of):
    """The titles of the sections of a text with their passages, nested as written."""
    def shape(section):
        texts = [(passage.text, passage.depth) for passage in section.passages]
        return (section.title, texts, [shape(one) for one in section.sections])

    def sections_of(sections, **how):
        return [shape(one) for one in plan_of(f"{HEAD}sections:\n{sections}", **how).sections]

    return sections_of


@pytest.fixture
def section_faults(faults_of):
    """What is wrong with sections whose first line is line 6 of the file."""
    return lambda sections, **how: faults_of(f"{HEAD}sections:\n{sections}", **how)


def titles(shapes):
    return [title for title, _texts, _sections in shapes]


# what is read

def test_sections_come_in_the_order_of_the_kind_under_its_titles(sections_of):
    assert titles(sections_of(RULES + "  工作目标: 甲\n  指导思想: 乙\n")) == [
        "指导思想", "主要工作目标与任务", "规章制度"]


@pytest.mark.parametrize("name", ["工作目标", "主要工作目标与任务", "主要任务", "工作目标：",
                                  "工作目標", "主要 任务"])
def test_a_section_may_be_called_by_topic_title_or_alias(sections_of, name):
    assert titles(sections_of(f"  指导思想: 甲\n  {name}: 乙\n{RULES}"))[1] == "主要工作目标与任务"


@pytest.mark.parametrize(("value", "texts", "below"), [
    ("甲", [("甲", 0)], []),
    ("[甲, 乙]", [("甲", 1), ("乙", 1)], []),
    ("[甲, [乙, [丙]]]", [("甲", 1), ("乙", 2), ("丙", 3)], []),
    ('"甲\\n\\n  乙"', [("甲", 0), ("乙", 0)], []),
    ("[例会: 每两月一次]", [("例会：每两月一次", 1)], []),
    ("[{例会: [甲, 乙]}]", [("例会", 1), ("甲", 2), ("乙", 2)], []),
    ("{主持人: 甲, 学员: [乙]}", [], [("主持人", [("甲", 0)], []), ("学员", [("乙", 1)], [])]),
    ("{正文: 甲, 学员: 乙}", [("甲", 0)], [("学员", [("乙", 0)], [])]),
    ("{text: [甲], 学员: 乙}", [("甲", 1)], [("学员", [("乙", 0)], [])]),
    ("{a: {b: {c: {d: 甲}}}}", [],
     [("a", [], [("b", [], [("c", [], [("d", [("甲", 0)], [])])])])]),
])
def test_a_section_is_text_a_list_or_a_mapping_to_any_depth(sections_of, value, texts, below):
    assert sections_of(f"  指导思想: {value}\n  工作目标: 乙\n{RULES}")[0] == (
        "指导思想", texts, below)


def test_data_is_text_whatever_it_looks_like(sections_of):
    first = sections_of("  指导思想: \"{{ 学校 }} A&B <b> 5<6\"\n  工作目标: 乙\n" + RULES)[0]
    assert first[1] == [("{{ 学校 }} A&B <b> 5<6", 0)]


def test_every_passage_knows_its_place(plan_of):
    plan = plan_of(f"{HEAD}sections:\n{BOTH}{RULES}  保障措施:\n    - 甲\n    - 乙\n")
    assert [(passage.place.line, passage.place.column) for passage in plan.sections[-1].passages] \
        == [(10, 7), (11, 7)]
    assert plan.sections[0].place.line == 6


def test_sections_below_know_their_level(plan_of):
    rules = plan_of(f"{HEAD}sections:\n{BOTH}{RULES}").sections[2]
    assert [(level, one.title) for level, one in rules.walk()] == [
        (1, "规章制度"), (2, "学习制度"), (2, "经费制度")]


def test_an_optional_section_is_left_out_or_printed_in_its_place(sections_of):
    assert titles(sections_of(BOTH + RULES)) == ["指导思想", "主要工作目标与任务", "规章制度"]
    assert titles(sections_of("  保障措施: 丙\n" + BOTH + RULES))[-1] == "保障措施"


def test_a_section_that_the_kind_does_not_know_follows_its_neighbour(sections_of):
    shapes = sections_of(f"  卷首语: 一\n{BOTH}  后勤分工: {{车辆: 甲}}\n  附言: 二\n{RULES}")
    assert titles(shapes) == ["卷首语", "指导思想", "主要工作目标与任务", "后勤分工", "附言",
                              "规章制度"]
    assert shapes[3] == ("后勤分工", [], [("车辆", [("甲", 0)], [])])


def test_a_name_near_to_a_section_that_is_given_is_a_section_of_its_own(sections_of):
    # 学会制度 is near to 学习制度 in letters; both orders must read the same.
    for rules in ("{学会制度: 甲, 学习制度: 乙, 经费制度: 丙}",
                  "{学习制度: 乙, 学会制度: 甲, 经费制度: 丙}"):
        shapes = sections_of(f"{BOTH}  规章制度: {rules}\n")
        assert sorted(titles(shapes[2][2])) == ["学习制度", "学会制度", "经费制度"]


def test_the_month_table_has_its_place_where_there_is_one(plan_of):
    schedule = "schedule: [{every: month, task: 例会}]\n"
    plan = plan_of(f"{HEAD}{schedule}sections:\n{BOTH}{RULES}")
    assert [one.title for one in plan.sections if one.schedule] == ["2026年各月安排"]
    assert not [one for one in plan_of(f"{HEAD}sections:\n{BOTH}{RULES}").sections if one.schedule]


def test_words_before_the_month_table_are_kept(plan_of):
    schedule = "schedule: [{every: month, task: 例会}]\n"
    plan = plan_of(f"{HEAD}{schedule}sections:\n{BOTH}{RULES}  月度安排: 如下表。\n")
    assert [passage.text for passage in plan.sections[-1].passages] == ["如下表。"]


def test_words_in_place_of_a_month_table_are_kept(sections_of):
    assert sections_of(f"{BOTH}{RULES}  月度安排: 另发。\n")[-1] == (
        "2026年各月安排", [("另发。", 0)], [])


# faults

def test_an_unknown_section_is_told_with_the_one_meant_which_is_not_told_as_missing(section_faults):
    assert section_faults(f"  指导思相: 以学生为本。\n  工作目标: 乙\n{RULES}") == [
        "6:3 unknown section 指导思相 (did you mean 指导思想?)"]


def test_two_slips_are_told_each(section_faults):
    assert section_faults(f"  指导思相: 甲\n  工做目标: 乙\n{RULES}") == [
        "6:3 unknown section 指导思相 (did you mean 指导思想?)",
        "7:3 unknown section 工做目标 (did you mean 工作目标?)"]


def test_a_slip_below_a_section_is_told_too(section_faults):
    told = section_faults(f"{BOTH}  规章制度:\n    学习制渡: 甲\n    经费制度: 乙\n")
    assert told == ["9:5 unknown section 学习制渡 (did you mean 学习制度?)"]


def test_a_section_given_under_topic_and_title_is_told(section_faults):
    told = section_faults(f"{BOTH}  主要工作目标与任务: 丙\n{RULES}")
    assert told == ["8:3 the section 工作目标 is given twice (join the two texts under one name)"]


def test_a_missing_section_is_told_with_the_hint_of_the_kind(section_faults):
    assert section_faults(f"  工作目标: 乙\n{RULES}") == [
        "6:3 the section 指导思想 is missing (为什么这样做)"]


def test_without_sections_each_required_one_is_missing_and_told_at_the_head(faults_of):
    assert [told.split(" (")[0] for told in faults_of(HEAD)] == [
        f"1:1 the section {name} is missing" for name in ("指导思想", "工作目标", "规章制度")]


def test_a_missing_part_of_a_section_is_told_at_the_section(section_faults):
    assert section_faults(f"{BOTH}  规章制度: {{学习制度: 甲}}\n") == [
        "8:9 the section 经费制度 is missing (write its text under its name)"]


@pytest.mark.parametrize("blank", ["", " ''", " []", " ~"])
def test_a_section_without_text_is_told_at_its_name(section_faults, blank):
    assert section_faults(f"  指导思想:{blank}\n  工作目标: 乙\n{RULES}") == [
        "6:3 the section 指导思想 has no text (为什么这样做)"]


def test_an_unknown_section_without_text_is_told(section_faults):
    assert section_faults(f"{BOTH}{RULES}  后勤分工:\n") == [
        "9:3 the section 后勤分工 has no text (write its text under its name)"]


@pytest.mark.parametrize(("value", "mend"), [
    ("[甲]", "write `title: text` lines under it"), ("甲", "write `title: text` lines under it"),
    ("指导思想：甲", "write a half-width colon and a blank after the title: `title: …`"),
    ("指导思想:甲", "write a half-width colon and a blank after the title: `title: …`")])
def test_sections_that_are_no_mapping_are_told(faults_of, value, mend):
    told = f"5:11 the sections must be a mapping ({mend})"
    assert told in faults_of(f"{HEAD}sections: {value}\n")


# drafts

def test_a_draft_marks_every_gap_and_lists_it(sections_of, plan_of):
    text = "  指导思想:\n  规章制度: {学习制度: 甲}\n"
    shapes = sections_of(text, draft=True)
    assert shapes == [
        ("指导思想", [("【待填：指导思想】", 0)], []),
        ("主要工作目标与任务", [("【待填：工作目标】", 0)], []),
        ("规章制度", [], [("学习制度", [("甲", 0)], []),
                      ("经费制度", [("【待填：经费制度】", 0)], [])])]
    gaps = plan_of(f"{HEAD}sections:\n{text}", draft=True).gaps
    assert sorted(gap.label for gap in gaps) == sorted(["指导思想", "工作目标", "经费制度"])
    assert str(shapes).count("【待填：") == len(gaps)


def test_a_draft_of_nothing_marks_the_parts_of_a_missing_section(sections_of, plan_of):
    shapes = sections_of("", draft=True)
    assert str(shapes).count("【待填：") == len(plan_of(HEAD, draft=True).gaps) == 4


def test_a_slip_is_a_fault_in_a_draft_too(section_faults):
    assert section_faults("  指导思相: 甲\n", draft=True) == [
        "6:3 unknown section 指导思相 (did you mean 指导思想?)"]


# annexes

def test_annexes_come_in_the_order_given(plan_of, whole):
    plan = plan_of(whole + "annexes:\n  - 名单\n  - {title: 书目, body: [甲, 乙]}\n"
                           "  - {标题: 分工, 正文: {一组: 甲}}\n")
    assert [one.title for one in plan.annexes] == ["名单", "书目", "分工"]
    assert [passage.text for passage in plan.annexes[1].passages] == ["甲", "乙"]
    assert plan.annexes[2].sections[0].title == "一组"


@pytest.mark.parametrize(("annex", "told"), [
    ("{body: 甲}", "10:5 the annex has no title (write `title: …`; it is printed under 附件N)"),
    ("''", "10:5 the annex has no title (write `title: …`; it is printed under 附件N)"),
    ("[甲]", "10:5 title must be text on one line (write the text after the colon)"),
    ("{title: [甲]}", "10:13 title must be text on one line (write the text after the colon)"),
])
def test_an_annex_without_a_title_is_told(faults_of, whole, annex, told):
    assert faults_of(f"{whole}annexes:\n  - {annex}\n") == [told]


# properties

@given(st.recursive(st.sampled_from(["甲", "乙 丙", "1"]), lambda inner: st.lists(
    inner, min_size=1, max_size=3), max_leaves=12))
def test_no_word_of_a_nested_list_is_lost(value):
    def leaves(node):
        return [node] if isinstance(node, str) else [one for item in node for one in leaves(item)]

    node = parse_yaml(f"a: {str(value).replace(chr(39), '')}\n".encode(), "f", []).get("a")
    found = list(passages(node, []))
    assert [passage.text for passage in found] == leaves(value)
    assert all(passage.depth >= 1 for passage in found) == isinstance(node, Items)
