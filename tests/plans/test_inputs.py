"""A whole input: valid, or with everything that is wrong told in one run."""

import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plans.errors import UserError
from plans.inputs import load_input
from plans.periods import Month, Period
from plans.plan import Member, Signature

SIX_MISTAKES = """\
kind: small-plan
学校: 江城实验学校
年度: 今年
起止月份: 2026-03/2026-05
电话: 12345
sections:
  指导思相: 以学生为本。
  工作目标: 人人读书。
  规章制度: {学习制度: 每周一次。, 经费制度: 专款专用。}
schedule:
  - {month: 三月, tasks: [开会]}
  - {month: 四月, tasks: [{task: 听课, due: 2026-04-31}]}
  - {month: 五月, tasks: [总结]}
  - {month: 六月, tasks: [休息]}
signature: {unit: 江城实验学校, date: 2026-03-01}
学校: 江城中学
"""


def test_six_different_mistakes_are_all_told_in_one_run_in_the_order_of_the_file(faults_of):
    assert faults_of(SIX_MISTAKES) == [
        "3:5 年度: 今年 is not understood (write a whole number such as 2026)",
        "5:1 unknown name 电话 in 小计划 (known are: 编号、种类、内容、月度安排、成员、指标、落款、"
        "附件、原样、开学日期、完成情况、学校、年度、起止月份、召开日期、成立月份、课时、备注)",
        "7:3 unknown section 指导思相 (did you mean 指导思想?)",
        "12:41 2026-04-31 is no date (write it as 2026-03-20, as a day of the month (20日), "
        "or as a week (第3周))",
        "14:13 六月 is outside the period 2026年3月至5月 (move the task, or widen the period)",
        "16:1 学校 is given twice (first on line 2) (keep one of the two)",
    ]


def test_the_same_file_with_the_six_mended_is_valid(plan_of):
    mended = (SIX_MISTAKES.replace("今年", "2026").replace("电话: 12345\n", "")
              .replace("指导思相", "指导思想").replace("04-31", "04-30")
              .replace("  - {month: 六月, tasks: [休息]}\n", "").replace("学校: 江城中学\n", ""))
    assert plan_of(mended).gaps == ()


# what is read

def test_an_input_becomes_a_plan(plan_of, whole, house):
    plan = plan_of("id: plan-1\n" + whole)
    assert (plan.id, plan.kind, plan.title) == (
        "plan-1", house.kind("small-plan"), "江城实验学校2026年计划")
    assert plan.values == {"school": "江城实验学校", "year": 2026,
                           "period": Period(Month(2026, 3), Month(2026, 5))}
    assert plan.shown == {"school": "江城实验学校", "year": "2026", "period": "2026年3月至5月"}
    assert plan.period == plan.values["period"]
    assert plan.path.endswith("plan.yaml")


def test_english_names_read_the_same(plan_of, whole):
    english = (whole.replace("学校: ", "school: ").replace("年度", "year")
               .replace("起止月份", "period"))
    assert plan_of(english).values == plan_of(whole).values


def test_chinese_names_read_the_same(plan_of, whole):
    chinese = whole.replace("kind: small-plan", "种类: 小计划").replace("sections:", "内容:")
    assert plan_of(chinese).sections[0].title == "指导思想"
    assert plan_of(chinese).kind.id == "small-plan"


def test_full_width_colons_and_tabs_read_the_same(plan_of, whole):
    typed = whole.replace("\n  ", "\n\t").replace("学校: ", "学校：").replace("年度: ", "年度：")
    assert plan_of(typed).values == plan_of(whole).values
    assert [one.title for one in plan_of(typed).sections] == ["指导思想", "主要工作目标与任务",
                                                              "规章制度"]


@pytest.mark.parametrize("encoding", ["gbk", "utf-8-sig", "utf-16"])
def test_a_file_of_notepad_reads_the_same(tmp_path, house, whole, encoding):
    path = tmp_path / "plan.yaml"
    path.write_text(whole, encoding)
    assert load_input(path, house).shown["school"] == "江城实验学校"


def test_fields_are_read_by_their_type(plan_of, whole):
    plan = plan_of(whole + "召开日期: 2026年3月5日\n成立月份: 2020-09\n课时: 0.5\n"
                           "备注: |\n  甲\n  乙\n")
    assert plan.values["held"] == datetime.date(2026, 3, 5)
    assert plan.values["begun"] == Month(2020, 9)
    assert plan.values["hours"] == 0.5
    assert plan.values["note"] == "甲\n乙"
    assert plan.shown["held"] == "2026年3月5日"


def test_a_blank_field_that_nobody_asks_for_is_absent(plan_of, whole):
    assert "held" not in plan_of(whole + "召开日期:\n").values


def test_a_value_keeps_its_braces_and_leading_zeros(plan_of, whole):
    plan = plan_of(whole.replace("江城实验学校", "\"{{ 年度 }} A&B <校> 0510\""))
    assert plan.title == "{{ 年度 }} A&B <校> 05102026年计划"


def test_members_are_names_or_mappings(plan_of, whole):
    plan = plan_of(whole + "members:\n  - 王珂\n  - {name: 周明, role: 学员, unit: 江城}\n")
    assert [(one.name, one.role, one.unit) for one in plan.members] == [
        ("王珂", "", ""), ("周明", "学员", "江城")]
    assert plan.members[0] == Member("王珂", place=plan.members[0].place)


def test_targets_count_one_where_no_number_is_given(plan_of, whole):
    plan = plan_of(whole + "targets:\n  - {id: books, what: 读书, at_least: 2, unit: 本, "
                           "role: 学员, per: term}\n  - {指标: 听课}\n")
    first, second = plan.targets
    assert (first.id, first.what, first.at_least, first.unit, first.role, first.per) == (
        "books", "读书", 2.0, "本", "学员", "term")
    assert (second.what, second.at_least) == ("听课", 1.0)


@pytest.mark.parametrize(("text", "signature"), [
    ("{unit: 江城, date: 2026-03-01, seal: 是}",
     Signature("江城", datetime.date(2026, 3, 1), True)),
    ("{单位: 江城, 日期: 2026年3月1日}", Signature("江城", datetime.date(2026, 3, 1), False)),
    ("{unit: 江城, seal: 否}", Signature("江城")),
    ("", None),
])
def test_a_signature_is_read(plan_of, whole, text, signature):
    assert plan_of(f"{whole}signature: {text}\n").signature == signature


def test_another_view_of_the_data_need_not_show_all_of_it(plan_of, whole, house):
    plan = plan_of(whole + "schedule: [{every: month, task: 例会}]\nannexes: [名单]\n",
                   as_kind=house.kind("small-schedule"))
    assert plan.kind.id == "small-schedule"
    assert (plan.sections, plan.annexes, len(plan.schedule)) == ((), (), 3)


# faults

@pytest.mark.parametrize(("line", "told"), [
    ("课时: 很多", "9:5 课时: 很多 is not understood (write a number such as 12 or 0.5)"),
    ("成立月份: 三月", "9:7 成立月份: 三月 is not understood "
                  "(write a month with its year, such as 2026-03 or 2026年3月)"),
    ("召开日期: 2026-02-30", "9:7 召开日期: 2026-02-30 is not understood "
                         "(write a date such as 2026-03-20 or 2026年3月20日)"),
    ("课时: [1]", "9:5 hours must be text on one line (write the text after the colon)"),
    ("school: 江城", "9:1 school is given under two names (keep one of the two)"),
    ("学校名称: 江城", "9:1 unknown name 学校名称 in 小计划 (did you mean 学校?)"),
    ("members: 王珂",
     "9:10 成员 must be a list (begin each line with a hyphen and a blank: `- …`)"),
    ("members: [[王珂]]", "9:11 a line of 成员 must be a mapping (write its parts as `name: …`)"),
    ("members: [{role: 学员}]", "9:11 a member without a name (write `name: …`)"),
    ("members: [{nmae: 王珂, name: 王珂}]", "9:12 unknown name nmae in 成员 (did you mean name?)"),
    ("targets: [读书]", "9:11 a target must be a mapping "
                        "(write it as {what: 研读专著, at_least: 2, unit: 本, role: 成员})"),
    ("targets: [{at_least: 2}]", "9:11 the target does not say what is counted "
                                 "(write `what: …`, such as 研读专著)"),
    ("targets: [{what: 读书, at_least: 两本}]", "9:32 两本 is no number (write digits, such as 2)"),
    ("signature: 江城", "9:12 the signature must be a mapping (write {unit: …, date: 2026-03-01})"),
    ("signature: {unit: 校, date: 明天}", "9:28 明天 is no date (write it as 2026-03-20)"),
    ("signature: {seal: 也许}", "9:19 也许 is neither yes nor no (write 是 or 否)"),
])
def test_a_wrong_line_is_told_at_its_place(faults_of, whole, line, told):
    assert faults_of(f"{whole}{line}\n") == [told]


@pytest.mark.parametrize("value", ["", "~", "''"])
def test_a_required_field_left_blank_is_told_at_its_value(faults_of, whole, value):
    told, = faults_of(whole.replace("学校: 江城实验学校", f"学校: {value}"))
    assert told.startswith("2:")
    assert told.endswith("学校 is missing (write `学校: 江城实验学校`)")


def test_a_required_field_that_is_not_there_is_told_at_the_head(faults_of, whole):
    assert faults_of(whole.replace("学校: 江城实验学校\n", "")) == [
        "1:1 学校 is missing (write `学校: 江城实验学校`)"]


def test_without_a_period_the_schedule_is_not_judged(faults_of, whole):
    told, = faults_of(whole.replace("起止月份: 2026-03/2026-05\n", "")
                      + "schedule:\n  - {month: 13, tasks: []}\n")
    assert told.startswith("1:1 起止月份 is missing")


def test_a_wrong_period_is_one_fault(faults_of, whole):
    told, = faults_of(whole.replace("2026-03/2026-05", "2026-05/2026-03")
                      + "schedule:\n  - {month: 4, tasks: [甲]}\n")
    assert told.startswith("4:7 起止月份: 2026-05/2026-03 is not understood")


@pytest.mark.parametrize("text", ["", "学校: 江城\n", "kind:\n", "kind: [small-plan]\n"])
def test_a_file_that_names_no_kind_is_told_which_there_are(faults_of, text):
    told, = faults_of(text)
    assert "the file does not say of what kind it is" in told
    assert "small-plan, small-schedule" in told


def test_an_unknown_kind_is_told_at_its_line_with_the_nearest(faults_of):
    assert faults_of("学校: 江城\nkind: small-pan\n") == [
        "2:7 there is no kind small-pan (did you mean small-plan?)"]


def test_a_broken_kind_is_told_in_its_own_file(tmp_path, house, whole):
    path = house.folder / "kinds" / "small-plan" / "kind.yaml"
    path.write_text("name: 小计划\n", "utf-8")
    (tmp_path / "plan.yaml").write_text(whole, "utf-8")
    with pytest.raises(UserError, match="no family of kinds") as caught:
        load_input(tmp_path / "plan.yaml", house)
    assert {fault.place.file for fault in caught.value.faults} == {str(path)}


# drafts

def test_a_draft_marks_what_is_missing_and_counts_it(plan_of):
    plan = plan_of("kind: small-plan\n起止月份: 2026-03/2026-04\nmembers: [{role: 学员}]\n"
                   "schedule: [{month: 3, tasks: [甲]}]\nsections: {指导思想: 甲, 规章制度: 乙}\n",
                   draft=True)
    shown = (plan.title + str(plan.shown) + str(plan.members) + str(plan.sections)
             + str(plan.schedule))
    assert plan.title == "【待填：学校】【待填：年度】年计划"
    assert sorted(gap.label for gap in plan.gaps) == sorted([
        "学校", "年度", "a member's name", "tasks of 四月", "工作目标", "学习制度", "经费制度"])
    for mark in ("学校", "年度", "姓名", "四月工作", "工作目标", "学习制度", "经费制度"):
        assert f"【待填：{mark}】" in shown


def test_a_whole_input_has_no_gaps_as_a_draft(plan_of, whole):
    assert plan_of(whole, draft=True) == plan_of(whole)


def test_a_fault_stops_a_draft_and_its_gaps_are_not_told(faults_of):
    assert faults_of("kind: small-plan\n年度: 今年\n", draft=True) == [
        "2:5 年度: 今年 is not understood (write a whole number such as 2026)"]


# hostile

HOSTILE = ["[]", "{}", "[[a]]", "{a: {b: c}}", "~", "''", "9" * 50, "2026-13-45", "*x", "&a [*a]",
           "!!python/name:os.system", "{month: {}}", "[{month: []}]", "[{every: {}}]", "[~]",
           "[{task: {}}]", "[{every: 999 years, task: a}]",
           "[{every: month, starts: [1], task: a}]",
           "[{month: 2999-12, tasks: a}]", "{? [a] : b}", "{? {a: b} : c}", "\"\\ud800\"",
           "\"\\0\"", "{date: {}}", "{seal: []}", "[{at_least: {}}]", "[{name: []}]",
           "[{title: {}}]", "'：'",
           "[{body: {a: [{b: c}]}}]", "2999-01/2999-12", "2999-09/01", "1900-01/2999-12"]
NAMES = ["id", "kind", "sections", "schedule", "members", "targets", "signature", "annexes", "学校",
         "年度", "起止月份", "召开日期", "成立月份", "课时", "备注"]


def faults_in(path, house, **how):
    """The faults of a file, none where it is valid; any other error comes through."""
    try:
        load_input(path, house, **how)
    except UserError as error:
        return error.faults
    return ()


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("value", HOSTILE)
def test_a_hostile_value_ends_as_a_plan_or_as_faults(tmp_path, house, whole, name, value):
    kept = "".join(line for line in whole.splitlines(keepends=True)
                   if not line.startswith((f"{name}:", " " if name == "sections" else "\0")))
    path = tmp_path / "plan.yaml"
    path.write_text(f"{kept}{name}: {value}\n", "utf-8")
    for draft in (False, True):
        assert all(fault.what and fault.mend for fault in faults_in(path, house, draft=draft))


@given(st.dictionaries(st.sampled_from(NAMES[2:]), st.sampled_from(HOSTILE), max_size=6))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_hostile_values_together_end_as_a_plan_or_as_faults_in_order(tmp_path, house, values):
    path = tmp_path / "plan.yaml"
    path.write_text("kind: small-plan\n" + "".join(
        f"{name}: {value}\n" for name, value in values.items()), "utf-8")
    lines = [fault.place.line or 0 for fault in faults_in(path, house)]
    assert lines == sorted(lines)
    assert max(lines, default=0) <= len(values) + 1
