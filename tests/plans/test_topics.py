"""What schools call their sections: how a heading is understood, and how topics.yaml is read."""

from collections import Counter
from pathlib import Path

import opencc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.comparing import compare_form
from plans.errors import UserError
from plans.house import TEMPLATES, House
from plans.topic_files import read_topics
from plans.topics import Strength, nearest_topic, parts_of

OURS = House().topics
SMALL = """\
modifiers: [主要, 年度, 工作]
openers: [加强, 进一步加强]
papers: [计划]
topics:
  工作目标:
    heads: [目标, 任务]
    also: [奋斗方向]
    never: [教学目标]
  总体目标: {heads: [总体目标], under: 工作目标}
  指导思想: {heads: [指导思想]}
  规章制度: {heads: [制度], also: [工作制度]}
"""


@pytest.fixture
def topics_of(tmp_path):
    """The topics of a text, with a school's own merged in."""
    def topics_of(text=SMALL, own=None):
        (tmp_path / "topics.yaml").write_text(text, "utf-8")
        (tmp_path / "own.yaml").write_text(own or "", "utf-8")
        return read_topics(tmp_path / "topics.yaml", tmp_path / "own.yaml" if own else None)

    return topics_of


# what a heading says

@pytest.mark.parametrize(("title", "meaning"), [
    ("工作目标", {"工作目标": Strength.EXACT}),
    ("奋斗方向", {"工作目标": Strength.ALIAS}),
    ("目标", {"工作目标": Strength.HEAD}),
    ("主要工作目标", {"工作目标": Strength.HEAD}),
    ("年度的主要目标", {"工作目标": Strength.HEAD}),
    ("招生目标", {"工作目标": Strength.NEAR}),
    ("教学目标", {}),
    ("初中教学目标", {}),
    ("后勤", {}),
    ("", {}),
    ("：", {}),
])
def test_a_heading_is_as_strong_as_the_name_that_it_ends_in(topics_of, title, meaning):
    assert topics_of().meaning(title) == meaning


def test_the_longest_ending_wins(topics_of):
    assert topics_of().meaning("主要总体目标") == {"总体目标": Strength.HEAD}


def test_a_long_ending_tells_whatever_stands_before_it(topics_of):
    assert topics_of().meaning("心连心活动指导思想") == {"指导思想": Strength.HEAD}


def test_an_alias_at_the_end_of_a_longer_name_is_only_near(topics_of):
    assert topics_of().meaning("食堂工作制度") == {"规章制度": Strength.NEAR}


@pytest.mark.parametrize(("title", "topics"), [
    ("指导思想和工作目标", {"指导思想", "工作目标"}), ("指导思想与目标", {"指导思想", "工作目标"}),
    ("指导思想、目标及制度", {"指导思想", "工作目标", "规章制度"}),
    ("指导思想以及工作目标", {"指导思想", "工作目标"}), ("目标和任务", {"工作目标"})])
def test_a_compound_heading_names_the_topic_of_each_part(topics_of, title, topics):
    found = topics_of().meaning(title)
    assert set(found) == topics
    assert max(found.values()) < Strength.EXACT


@pytest.mark.parametrize("title", [
    "加强工作目标", "进一步加强工作目标", "2026年工作目标", "2025—2026学年度工作目标",
    "第一学期工作目标", "工作目标（修订）", "工作目标【重点】", "二〇二六年上半年工作目标"])
def test_openers_time_and_brackets_do_not_change_what_a_heading_says(topics_of, title):
    assert topics_of().meaning(title) == {"工作目标": Strength.EXACT}


def test_an_opener_alone_is_no_opener(topics_of):
    assert "加强" in topics_of().forms("加强")


def test_openers_without_end_are_taken_away(topics_of):
    assert topics_of().meaning("加强" * 5000 + "工作目标") == {"工作目标": Strength.EXACT}


def test_traditional_headings_are_understood(topics_of):
    assert topics_of().meaning("年度工作目標") == {"工作目标": Strength.HEAD}
    assert topics_of().meaning("指導思想") == {"指导思想": Strength.EXACT}


def test_asking_twice_gives_the_same(topics_of):
    topics = topics_of()
    assert topics.meaning("主要工作目标") == topics.meaning("主要工作目标")


def test_a_wider_topic_knows_its_cases(topics_of):
    assert topics_of().narrower("工作目标") == ("总体目标",)
    assert topics_of().narrower("总体目标") == ()


@pytest.mark.parametrize(("words", "are"), [("", True), ("主要", True), ("年度主要工作", True),
                                            ("年度食堂", False), ("食堂", False)])
def test_modifiers_are_known_words_in_any_order(topics_of, words, are):
    assert topics_of().modifies(words) is are


@pytest.mark.parametrize(("title", "parts"), [
    ("目标和任务", ("目标", "任务")), ("目标、任务以及措施", ("目标", "任务", "措施")),
    ("和谐班级", ()), ("目标", ()), ("目标（和任务）", ()),
    ("开班仪式暨培训", ("开班仪式", "培训"))])
def test_a_compound_is_taken_apart(title, parts):
    assert parts_of(title) == parts


def test_the_nearest_topic_is_found(topics_of):
    assert nearest_topic(topics_of(), "指导思相") == "指导思想"
    assert nearest_topic(topics_of(), "食谱") is None


# our own topics.yaml

def test_every_topic_of_ours_is_named_by_its_own_name():
    assert {name: OURS.meaning(name) for name in OURS.topics} == {
        name: {name: Strength.EXACT} for name in OURS.topics}


def test_every_other_name_of_ours_says_its_topic():
    wrong = [(topic.name, name) for topic in OURS.topics.values() for name in topic.also
             if OURS.meaning(name).get(topic.name, Strength.NONE) < Strength.ALIAS]
    assert wrong == []


def test_no_other_name_of_ours_belongs_to_two_topics():
    claims = Counter(name for topic in OURS.topics.values()
                     for name in {compare_form(topic.name), *topic.also})
    assert [name for name, count in claims.items() if count > 1] == []


def test_no_head_of_ours_belongs_to_two_topics():
    claims = Counter(name for topic in OURS.topics.values() for name in set(topic.heads))
    assert [name for name, count in claims.items() if count > 1] == []


def test_what_a_topic_of_ours_is_a_case_of_is_a_topic():
    assert {topic.under for topic in OURS.topics.values() if topic.under} <= set(OURS.topics)


@pytest.mark.parametrize(("title", "topic"), [
    ("指导思想", "指导思想"), ("一年的总体目标", "总体目标"), ("主要工作目标与任务", "工作目标"),
    ("學校德育工作目標", "工作目标"), ("加强组织领导", "组织领导"),
    ("2014年各月份工作安排", "月度安排"), ("措施和方法", "工作措施"), ("经费保障", "经费保障"),
    ("存在的问题和不足", "存在问题"),
    ("今后打算", "今后打算")])
def test_headings_as_schools_write_them_are_understood(title, topic):
    assert OURS.meaning(title).get(topic, Strength.NONE) >= Strength.HEAD


@pytest.mark.parametrize(("one", "other"), [("总体目标", "具体目标"), ("工作措施", "保障措施"),
                                            ("总结成果", "预期成果")])
def test_topics_that_look_alike_are_kept_apart(one, other):
    assert set(OURS.meaning(one)) & set(OURS.meaning(other)) == set()


def test_every_topic_of_ours_is_understood_in_traditional_characters():
    traditional = opencc.OpenCC("s2t")
    assert [name for name in OURS.topics
            if OURS.meaning(traditional.convert(name)) != OURS.meaning(name)] == []


@given(st.lists(st.sampled_from([*OURS.topics, "和", "与", "、", "的", "加强", "2026年", "（", "）",
                                 "一", "食堂", " ", "A"]), max_size=6).map("".join))
def test_any_heading_ends_in_topics_that_there_are(title):
    found = OURS.meaning(title)
    assert set(found) <= set(OURS.topics)
    assert Strength.NONE not in found.values()


# topics.yaml is read

def test_the_school_s_own_names_are_added(topics_of):
    own = ("modifiers: [党建]\nopeners: 深耕\npapers: [蓝图]\n"
           "topics:\n  工作目标: {also: [年度愿景]}\n  家校共育: {heads: 家校}\n")
    topics = topics_of(own=own)
    assert topics.meaning("年度愿景") == {"工作目标": Strength.ALIAS}
    assert topics.meaning("奋斗方向") == {"工作目标": Strength.ALIAS}
    assert topics.meaning("家校") == {"家校共育": Strength.HEAD}
    assert topics.meaning("党建目标") == {"工作目标": Strength.HEAD}
    assert topics.meaning("深耕指导思想") == {"指导思想": Strength.EXACT}
    assert topics.papers == ("蓝图", "计划")


def test_topics_may_be_written_with_chinese_names(topics_of):
    topics = topics_of("修饰语: [主要]\n主题:\n"
                       "  工作目标: {中心词: [目标], 别称: [方向], 排除: [教学目标]}\n")
    assert topics.meaning("主要目标") == {"工作目标": Strength.HEAD}
    assert topics.meaning("方向") == {"工作目标": Strength.ALIAS}
    assert topics.meaning("教学目标") == {}


def test_an_empty_file_knows_nothing(topics_of):
    assert topics_of("# nothing\n").meaning("指导思想") == {}


def test_a_topic_with_nothing_but_its_name_is_one(topics_of):
    assert topics_of("topics: {家校共育: }\n").meaning("家校共育") == {"家校共育": Strength.EXACT}


@pytest.mark.parametrize(("own", "told"), [
    ("topics: {甲: {als: [乙]}}", "1:14 unknown name als in 甲"),
    ("topics: {甲: 乙}", "1:13 甲 must be a mapping"),
    ("topics: [甲]", "1:9 topics must be a mapping"),
    ("topic: {甲: }", "1:1 unknown name topic in topics.yaml"),
    ("topics: {甲: {also: [[乙]]}}", "1:21 a name must be plain text"),
    ("topics: {甲: {also: ['：']}}", "1:21 a name must be plain text"),
    ("topics: {甲: {also: {乙: 丙}}}", "1:20 a list of names must be a list"),
    ("topics: {甲: {}, 甲: {}}", "1:17 甲 is given twice"),
    ("openers: [[甲]]", "1:11 a name must be plain text"),
    ("both: {目标思想: [工作目标, 指导方针]}", "1:21 unknown topic 指导方针"),
    ("both: {目标思想: [[甲]]}", "1:15 a name must be plain text"),
    ("topics: {指导思想: {in_plans: [主要做法]}}", "1:28 unknown topic 主要做法"),
    ("topics: {指导思想: {near: [思路], heads: [思想]}}", "1:24 unknown topic 思路"),
    ("topics: {指导思想: {under: 思路}}", "1:24 unknown topic 思路"),
])
def test_what_is_wrong_in_the_school_s_topics_is_told_in_its_file(topics_of, tmp_path, own, told):
    with pytest.raises(UserError) as caught:
        topics_of(own=own)
    fault, = caught.value.faults
    assert f"{fault.place.line}:{fault.place.column} {fault.what}".startswith(told)
    assert fault.place.file == str(tmp_path / "own.yaml")


def test_the_faults_of_both_files_are_told_together(topics_of):
    with pytest.raises(UserError) as caught:
        topics_of("topic: 1\n", own="openers: [[甲]]\n")
    assert [Path(fault.place.file).name for fault in caught.value.faults] == [
        "own.yaml", "topics.yaml"]


def test_ours_is_read_without_a_fault():
    assert read_topics(TEMPLATES / "topics.yaml", None).topics
