"""Which heading is which required section."""

import pytest

from checkers.case import Demand, case_of
from checkers.naming import strength_of
from checkers.submission import Submission
from plans.house import House
from plans.kinds import Section
from plans.topics import Strength

HOUSE = House()
TEXT = "立足本校实际，把每件小事落到班级里和学生身上，一步一步地做，每月回头看一看。"


@pytest.fixture
def states(document):
    """The states of the requirements by id."""
    def of(*lines, kind="", require=(), **more):
        demand = Demand(HOUSE.topics, (), HOUSE.kind(kind) if kind else None, tuple(require))
        case = case_of(Submission("a.docx", "docx", "docx", "", document(*lines, **more)), demand)
        return {one.section.id: one.state for one in case.requirements}
    return of


def strength(topic, title, asked=(), **section):
    return strength_of(Section(topic, topic, topic, **section), title, HOUSE.topics,
                       frozenset(asked))


@pytest.mark.parametrize(("topic", "title"), [
    ("工作措施", "保障措施"), ("工作措施", "奖励措施"), ("工作措施", "工作总结"), ("工作总结", "工作计划"),
    ("工作措施", "主要任务"), ("指导思想", "思想建设"), ("工作目标", "目标管理办法"), ("组织领导", "活动组织"),
    ("规章制度", "考勤制度"), ("月度安排", "人员安排"), ("主要任务", "任务完成情况"), ("工作目标", "工作"),
    ("培训内容", "教学内容"), ("考核评价", "考核制度"), ("工作要求", "申报要求"), ("经费保障", "经费使用制度"),
    ("存在问题", "研究问题"), ("总体目标", "具体目标"), ("具体目标", "总体目标"), ("总体目标", "工作目标")])
def test_another_section_is_none_of_the_kind(topic, title):
    assert strength(topic, title, asked=(topic,)) < Strength.HEAD


@pytest.mark.parametrize(("topic", "title"), [
    ("指导思想", "指导思想"), ("指导思想", "校本培訓研修工作指導思想"), ("指导思想", "明确指导思想"),
    ("指导思想", "指 导 思 想"), ("指导思想", "工作的指导思想"),
    ("指导思想", "2026年工作指导思想"), ("工作目标", "主要工作目标与任务"), ("工作目标", "学校德育工作目标"),
    ("工作目标", "目标"), ("工作目标", "目标和任务"), ("工作目标", "总体目标"), ("工作目标", "奋斗目标"),
    ("总体目标", "校本研修工作總體目標"), ("具体目标", "校本研修的具體目標"), ("工作措施", "措施"),
    ("工作措施", "方法措施"), ("工作措施", "具體工作措施和方法"), ("工作措施", "主要措施"),
    ("工作措施", "落实工作措施"), ("组织领导", "加强组织领导"), ("组织领导", "领导小组"),
    ("组织领导", "加强领导，周密计划"), ("规章制度", "工作室规章制度"), ("月度安排", "2014年各月份工作安排"),
    ("月度安排", "行事历"), ("奖励办法", "奖励办法"), ("培训内容", "培训内容"), ("培训方法", "培训方法"),
    ("保障措施", "组织保障"), ("经费保障", "加强投入，确保经费"), ("工作要求", "几点要求"),
    ("今后打算", "下一步工作打算"), ("存在问题", "存在的主要问题")])
def test_what_schools_call_a_section_is_it(topic, title):
    assert strength(topic, title) >= Strength.HEAD


def test_a_wider_name_is_enough_where_the_kind_asks_for_it_alone():
    assert strength("工作目标", "总体目标") == Strength.HEAD


def test_a_narrower_section_that_is_asked_for_as_well_is_not_the_wider():
    assert strength("工作目标", "总体目标", asked=("工作目标", "总体目标")) == Strength.NONE


def test_a_name_that_never_counts_does_not(topics):
    assert strength("工作措施", "安全措施", never=("安全措施",)) == Strength.NONE


def test_a_name_of_the_kinds_own_counts():
    assert strength("工作目标", "主要任务", also=("主要任务",)) == Strength.ALIAS


def test_an_unknown_word_before_the_noun_is_a_question():
    assert strength("实施步骤", "灌溉流程") == Strength.NEAR


def test_a_noun_that_tells_may_have_any_word_before_it():
    assert strength("工作目标", "奔跑目标") == Strength.HEAD


def test_a_compound_heading_is_both_of_its_sections(states):
    assert states("计划", "一、指导思想和工作目标", TEXT, "二、措施", TEXT,
                  require=("指导思想", "工作目标", "工作措施")) == dict.fromkeys(
        ("指导思想", "工作目标", "工作措施"), "met")


def test_a_wider_heading_is_asked_about_and_serves_no_narrower_requirement(states):
    assert states("计划", "一、工作目标", TEXT, kind="school-research-plan") == {
        "指导思想": "missing", "总体目标": "uncertain", "具体目标": "uncertain", "工作措施": "missing",
        "月度安排": "missing"}


def test_an_ambiguous_name_is_asked_about(said):
    assert said("一、工作思路", TEXT, require=("指导思想",)) == ["S007"]


def test_two_goals_under_one_heading_are_both_met(states, research):
    lines = research(总体目标=None, 具体目标=None)
    lines[3:3] = ["二、研修目标", "（一）总体目标", TEXT, "（二）具体目标", TEXT]
    assert set(states(*lines, kind="school-research-plan").values()) == {"met"}


def test_the_exact_name_goes_before_another(states):
    found = states("计划", "一、奋斗目标", "", "二、工作目标", TEXT, require=("工作目标",))
    assert found == {"工作目标": "met"}


def test_a_section_deep_down_counts_by_its_own_name_only(states):
    lines = ("计划", "一、实施", "（一）内容", "1.经费保障", TEXT, "2.学校德育工作目标", TEXT, "（二）其他", TEXT)
    assert states(*lines, require=("经费保障",)) == {"经费保障": "met"}
    assert states(*lines, require=("工作目标",))["工作目标"] != "met"


def test_sub_sections_are_looked_for_under_their_section(states):
    rules = ("学习活动制度", "课题管理制度", "经费使用制度", "总结交流制度", "表彰奖励制度", "总结制度")
    lines = ["名班主任工作室工作计划"]
    for number, name in zip("一二三", ("指导思想", "工作目标", "工作措施"), strict=True):
        lines += [f"{number}、{name}", TEXT]
    lines.append("四、规章制度")
    for number, name in zip("一二三四五六", rules, strict=True):
        if name != "经费使用制度":
            lines += [f"（{number}）{name}", TEXT]
    found = states(*lines, kind="studio-annual-plan")
    assert [one for one, state in found.items() if state == "missing" and "/" in one] == [
        "规章制度/经费使用制度"]


def test_sub_sections_of_a_missing_section_are_not_told(states):
    found = states("名班主任工作室工作计划", "一、指导思想", TEXT, kind="studio-annual-plan")
    assert not [one for one in found if "/" in one]


@pytest.mark.parametrize("form", ["1、{}", "（1）{}", "{}", "1、{}：" + TEXT, "1.{}。" + TEXT])
def test_sub_sections_are_found_whatever_their_numbers(missing, form, bold):
    lines = ["名班主任工作室工作计划"]
    for number, name in zip("一二三", ("指导思想", "工作目标", "工作措施"), strict=True):
        lines += [f"{number}、{name}", TEXT]
    lines.append("四、规章制度")
    for number, name in enumerate(("学习制度", "课题制度", "经费制度", "交流制度", "表彰制度", "总结制度"), 1):
        line = form.replace("1", str(number)).format(name)
        lines += [bold(line) if line == name else line] + ([] if TEXT in line else [TEXT])
    assert missing(*lines, kind="studio-annual-plan") == []


@pytest.mark.parametrize("title", ["具体安排", "时间安排", "每月做什么", "活动一览"])
def test_the_heading_right_over_the_months_is_that_of_the_schedule(missing, research, title):
    months = ["三月份：制定计划。", "四月份：听课评课。", "五月份：交流小结。"]
    lines = research(**{"2014年各月份工作安排": None, title: months})
    assert missing(*lines, kind="school-research-plan") == []


def test_the_measures_right_over_the_months_are_not_the_schedule(missing, research):
    months = ["三月份：制定计划。", "四月份：听课评课。"]
    lines = research(**{"2014年各月份工作安排": None, "措施和方法": [TEXT, *months]})
    assert missing(*lines, kind="school-research-plan") == ["月度安排"]


def test_nothing_is_missing_where_not_all_was_read(states):
    assert states("计划", "一、指导思想", TEXT, require=("工作目标",), skipped=("text boxes",)) == {
        "工作目标": "uncertain"}


def test_a_required_title_that_is_no_topic_is_found_by_its_words(states):
    assert states("计划", "一、班级公约", TEXT, require=("班级公约",)) == {"班级公约": "met"}


@pytest.mark.parametrize("title", ["工作目标要明确", "工作目标如何达成", "关于工作目标的说明"])
def test_a_heading_that_speaks_of_a_section_is_not_surely_it(states, title):
    assert states("计划", f"一、{title}", TEXT, require=("工作目标",))["工作目标"] != "met"


def test_a_month_table_after_its_name_as_an_appendix_is_the_schedule(missing, research, table):
    lines = research(**{"2014年各月份工作安排": None})
    months = table("月份 工作", "三月 计划", "四月 听课", "五月 小结")
    assert missing(*lines, "附：各月份工作安排表", months, kind="school-research-plan") == []


CONDITIONS = ["担任班主任六年以上，具有中级以上职称，爱学生、懂学生，受到家长的信任和同事的好评。"]
RULES = {"总体要求": ["领导有力", "定位准确", "方案周密"], "工作室成员": ["人员组成", "人员要求"],
         "建设实践": ["建设模式", "工作载体", "组织实施", "资源建设", "建班育人"],
         "建设成效": ["育人理念", "工作团队", "工作研究", "育人资源", "班级建设质量"], "工作保障": []}


def scheme(*annexes):
    """The lines of a 名班主任工作室建设方案 with these annexes, each (label, title, lines)."""
    lines = ["江城实验学校名班主任工作室建设方案"]
    for number, name in zip("一二三四五六", ("指导思想", "工作目标", "组建、运行程序", "主要任务", "保障措施",
                                     "工作要求"), strict=True):
        below = {"主要任务": ["工作室主要任务", "工作室主持人主要职责"], "保障措施": ["组织管理", "条件保障"]}
        lines.append(f"{number}、{name}")
        lines += sub_sections(below.get(name, []))
    lines += [f"附件{number}：{title}" for number, (_label, title, _lines) in enumerate(annexes, 1)]
    return [*lines, "江城实验学校德育处", "2026年3月2日",
            *(line for label, title, body in annexes for line in (label, title, *body))]


def sub_sections(names):
    return [line for number, name in zip("一二三四五", names, strict=False)
            for line in (f"（{number}）{name}", TEXT)] or [TEXT]


def rules(without=""):
    kept = {name: [one for one in names if one != without] for name, names in RULES.items()
            if name != without}
    return [line for number, (name, names) in zip("一二三四五", kept.items(), strict=False)
            for line in (f"{number}、{name}", *sub_sections(names))]


FIRST = ("附件1", "江城实验学校名班主任工作室主持人申报条件", CONDITIONS)
SECOND = ("附件2", "江城实验学校名班主任工作室考核细则", rules())


def annex_findings(check, *annexes):
    return [(one.rule, one.location.part, one.location.section)
            for one in check(*scheme(*annexes), kind="studio-scheme").findings]


def test_annexes_are_met_by_their_titles(check):
    verdict = check(*scheme(FIRST, SECOND), kind="studio-scheme")
    assert verdict.findings == ()
    assert {one.id: (one.heading, one.location.part) for one in verdict.requirements
            if one.id.startswith("名班主任工作室") and one.required and "/" not in one.id} == {
        "名班主任工作室主持人申报条件": (FIRST[1], "annex-1"),
        "名班主任工作室考核细则": (SECOND[1], "annex-2")}


def test_an_annex_counts_whatever_its_number(check):
    first, second = ("附件1", *SECOND[1:]), ("附件2", *FIRST[1:])
    assert annex_findings(check, first, second) == [
        ("S002", "annex-1", SECOND[1])]


def test_an_annex_with_a_label_and_title_on_one_line_is_met(check):
    lines = scheme(FIRST, SECOND)
    at = lines.index("附件2")
    lines[at:at + 2] = [f"附件2：{SECOND[1]}"]
    assert check(*lines, kind="studio-scheme").findings == ()


def test_a_heading_in_the_annex_of_that_number_is_enough(check):
    second = ("附件2", "江城实验学校有关材料", ["一、填表说明", TEXT, "二、考核办法", TEXT])
    states = {one.id: one.state for one in
              check(*scheme(FIRST, second), kind="studio-scheme").requirements}
    assert states["名班主任工作室考核细则"] == "met"


@pytest.mark.parametrize(("annexes", "finding"), [
    ((FIRST,), ("S001", "annex-2", "名班主任工作室考核细则")),
    ((FIRST, ("附件2", "共读书目", [TEXT])), ("S001", "annex-2", "名班主任工作室考核细则")),
    ((("附件1", FIRST[1], []), SECOND), ("S003", "annex-1", FIRST[1])),
    ((FIRST, (*SECOND[:2], rules("建设成效"))), ("S001", "annex-2", "建设成效")),
    ((FIRST, (*SECOND[:2], rules("定位准确"))), ("S001", "annex-2", "定位准确"))])
def test_what_an_annex_lacks_is_told_with_its_place(check, annexes, finding):
    assert annex_findings(check, *annexes) == [finding]


def test_a_title_that_may_be_meant_is_asked_about(check):
    second = ("附件2", "名班主任工作室考察细目", [TEXT])
    assert annex_findings(check, FIRST, second) == [("S007", "annex-2", second[1])]
