"""Whose a paper is: `whose("王珂-计划.docx")` on a roster of `王珂 一中 001`."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkers.owners import Owners
from plans.house import House
from plans.roster import Roster, Submitter
from plans.roster_words import roster_words
from plans.surroundings import surroundings_of

HOUSE = House()
AROUND = surroundings_of(roster_words(HOUSE), HOUSE)
FEW = ("王珂 一中", "王珂然 一中", "李明 二中", "周明慧 江城实验学校", "欧阳雪 二中")


@pytest.fixture(scope="session")
def whose():
    """The name of the owner; those of whom it is asked, with question marks; "" for nobody."""
    def of(within, *said, roster=FEW):
        owners = Owners(Roster(tuple(person(one) for one in roster), AROUND))
        found = owners.whose(within, said)
        return found.owner.called if found.owner else "".join(
            f"{one.called}?" for one in found.asked)
    return of


def person(text: str) -> Submitter:
    name, unit, number = (*text.split(" "), "", "")[:3]
    return Submitter("" if name == "-" else name, unit, number)


# The name of the file.

@pytest.mark.parametrize("within", [
    "王珂.docx", "王珂-计划.docx", "计划（王珂）.docx", "王珂工作计划.docx", "2026年王珂老师研修计划.pdf",
    "一中王珂.docx", "01王珂.docx", "王珂的计划.docx", "王珂_终稿_v2.docx", "【王珂】计划.doc", "王珂1.docx",
    "三（2）班王珂.docx", "王珂表.docx", "王珂上学期工作计划.docx", "王珂听课记录.docx", "校长王珂.docx", "王珂", "王 珂.docx",
    "王　珂 工作计划.docx", "王珂和团队.docx"])
def test_a_name_in_the_name_of_the_file_is_found(whose, within):
    assert whose(within) == "王珂（一中）"


@pytest.mark.parametrize(("within", "name"), [
    ("周明慧.docx", "周明慧（江城实验学校）"), ("周明慧工作计划.docx", "周明慧（江城实验学校）"),
    ("歐陽雪的計劃.docx", "欧阳雪（二中）"), ("李明計畫.docx", "李明（二中）")])
def test_a_name_in_traditional_characters_is_found(whose, within, name):
    assert whose(within) == name


@pytest.mark.parametrize("within", ["王珂然.docx", "王珂然工作计划.docx", "王珂然-王珂然.docx"])
def test_the_longest_name_counts(whose, within):
    assert whose(within) == "王珂然（一中）"


def test_part_of_a_longer_name_that_is_not_there_is_asked_about(whose):
    some = ("王珂 一中", "李明 二中")
    assert whose("王珂然.docx", roster=some) == "王珂（一中）?"
    assert whose("王珂然工作计划.docx", roster=some) == "王珂（一中）?"
    assert whose("张李明.docx", roster=some) == "李明（二中）?"


@pytest.mark.parametrize("within", ["王珂、李明.docx", "王珂李明师徒结对.docx", "李明-王珂.docx"])
def test_two_people_in_one_name_are_asked_about(whose, within):
    assert whose(within) in ("王珂（一中）?李明（二中）?", "李明（二中）?王珂（一中）?")


@pytest.mark.parametrize("within", ["计划.docx", "赵六.docx", "2026年.docx", "一中.docx", "明慧.docx"])
def test_a_file_of_nobody_is_nobodys(whose, within):
    assert whose(within) == ""


def test_the_head_of_a_group_does_not_stand_before_its_members(whose):
    assert whose("王珂工作室-李明-计划.docx") == "李明（二中）"
    assert whose("王珂名班主任工作室计划.docx") == "王珂（一中）"
    assert whose("王珂名班主任工作室计划.docx", "负责人：李明") == "李明（二中）"


def test_a_name_that_is_a_word_counts_only_on_its_own(whose):
    some = ("文明 一中", "方案 二中", "安全 一中", "李明 二中")
    for within in ("文明班级评比.docx", "工作方案.docx", "安全工作计划.docx", "校园安全.docx"):
        assert whose(within, roster=some) == ""
    assert whose("安全-计划.docx", roster=some) == "安全（一中）"
    assert whose("文明老师的计划.docx", roster=some) == "文明（一中）"
    assert whose("安全工作计划-李明.docx", roster=some) == "李明（二中）"


def test_names_of_other_writing_are_found(whose):
    some = ("阿依古丽·买买提 一中", "Ann 二中", "李 一中")
    assert whose("阿依古丽•买买提的计划.docx", roster=some) == "阿依古丽·买买提（一中）"
    assert whose("plan-ann.docx", roster=some) == "Ann（二中）"
    assert whose("annual.docx", roster=some) == ""
    assert whose("李.docx", roster=some) == "李（一中）"
    assert whose("李明.docx", roster=some) == ""


SURNAMES, GIVEN = "王李张刘陈杨赵黄周吴徐孙朱马胡郭林何罗梁", "伟芳娜秀英敏静丽强磊洋勇艳杰涛超霞刚桂红玉玲斌鹏宇欣"
NAMES = st.lists(st.builds(str.__add__, st.sampled_from(SURNAMES),
                           st.text(st.sampled_from(GIVEN), min_size=1, max_size=2)),
                 min_size=1, max_size=40, unique=True)
FILES = ("{}.docx", "{}工作计划.doc", "2026年{}班主任工作计划.docx", "计划（{}）.pdf", "三（2）班{}.docx", "{}/计划.docx",
         "{}老师读书笔记.docx", "{}听课记录表.docx", "七年级组-{}-手册.docx", "包.zip!/{}个人发展规划.docx")


@given(NAMES, st.sampled_from(FILES))
def test_everybody_on_any_roster_is_found_in_any_usual_name(whose, names, name_of_file):
    assert [whose(name_of_file.format(name), roster=names) for name in names] == names


# The folder, the archive, the paper itself.

@pytest.mark.parametrize("within", [
    "王珂/计划.docx", "一中-王珂/计划.docx", "二中/王珂/材料/计划.docx", "王珂.zip!/计划.docx",
    "材料.zip!/王珂/计划.docx", "李明/王珂-计划.docx"])
def test_a_name_in_the_folder_is_found_where_the_file_names_nobody(whose, within):
    assert whose(within) == "王珂（一中）"


def test_the_folder_decides_between_two_in_the_name_of_the_file(whose):
    assert whose("王珂/王珂、李明师徒结对.docx") == "王珂（一中）"


@pytest.mark.parametrize("said", [("王珂2026年工作计划",), ("工作计划", "班主任：王珂"), ("", "王  珂"),
                                  ("工作计划", "一中 王珂", "2026年3月6日")])
def test_the_paper_itself_is_asked_where_no_name_is_on_it(whose, said):
    assert whose("计划.docx", *said) == "王珂（一中）"


def test_the_name_of_the_file_stands_before_the_paper(whose):
    assert whose("李明.docx", "王珂工作计划") == "李明（二中）"


def test_two_in_the_paper_are_asked_about(whose):
    assert whose("计划.docx", "校长：王珂", "班主任：李明") == "王珂（一中）?李明（二中）?"


# Several of one name.

NAMESAKES = ("王珂 江城市第一中学 0301", "王珂 江城市第二中学 0302", "李明 江城市第二中学 0303")


def test_of_two_with_one_name_the_unit_decides(whose):
    for within, said in (("江城市第二中学王珂.docx", ()), ("二中/王珂.docx", ()), ("二中-王珂.docx", ()),
                         ("王珂.docx", ("江城市第二中学工作计划",)),
                         ("王珂.docx", ("计划", "第二中学", "2026年3月6日"))):
        assert whose(within, *said, roster=NAMESAKES) == "王珂（江城市第二中学）"


def test_of_two_with_one_name_the_number_decides(whose):
    assert whose("0302王珂.docx", roster=NAMESAKES) == "王珂（江城市第二中学）"
    some = ("王珂 一中 1", "王珂 一中 2")
    assert whose("2-王珂.docx", roster=some) == "王珂（一中）"


def test_a_tie_is_a_question(whose):
    assert whose("王珂.docx", roster=NAMESAKES) == "王珂（江城市第一中学）?王珂（江城市第二中学）?"


def test_a_unit_of_only_one_is_asked_about_where_nobody_is_named(whose):
    assert whose("江城实验学校/计划.docx") == "周明慧（江城实验学校）?"
    assert whose("一中/计划.docx") == ""
    assert whose("计划.docx", "江城实验学校工作计划") == ""


def test_somebody_elses_unit_decides_nothing_where_the_name_is_only_one(whose):
    assert whose("江城市第一中学/李明.docx", roster=NAMESAKES) == "李明（江城市第二中学）"


# Numbers.

NUMBERED = ("王珂 一中 JC-2026-003", "李明 二中 20230015", "周明慧 二中 教字7号", "欧阳雪 二中 012")


@pytest.mark.parametrize(("within", "name"), [
    ("JC-2026-003.docx", "王珂"), ("jc2026003计划.docx", "王珂"), ("计划_JC_2026_003.pdf", "王珂"),
    ("20230015.docx", "李明"), ("二中/20230015/计划.docx", "李明"), ("计划20230015.docx", "李明"),
    ("教字7号-计划.docx", "周明慧"), ("012-计划.docx", "欧阳雪")])
def test_a_number_is_enough(whose, within, name):
    assert whose(within, roster=NUMBERED).startswith(name)


@pytest.mark.parametrize("within", [
    "120230015.docx", "202300150.docx", "JC-2026-0031.docx", "计划012.docx", "0120.docx"])
def test_part_of_a_longer_number_is_none(whose, within):
    assert whose(within, roster=NUMBERED) == ""


def test_the_number_of_a_list_or_a_year_says_nothing(whose):
    some = ("王珂 一中 3", "李明 二中 2026", "周明慧 二中 07")
    for within in ("3-计划.docx", "2026年工作计划.docx", "2026.docx", "07.docx", "3月.docx"):
        assert whose(within, roster=some) == ""
    assert whose("3-李明.docx", roster=some) == "李明（二中）"


def test_a_number_and_a_name_that_do_not_agree_are_asked_about(whose):
    assert whose("20230015-王珂.docx", roster=NUMBERED) == "李明（二中）?王珂（一中）?"


def test_a_number_decides_between_two_names(whose):
    assert whose("20230015-王珂、李明.docx", roster=NUMBERED) == "李明（二中）"


# Units that hand in themselves.

UNITS = ("- 江城市第一中学", "- 江城市滨河小学", "- 实验小学", "- 江城市第十一中学")


@pytest.mark.parametrize(("within", "name"), [
    ("江城市第一中学工作计划.docx", "江城市第一中学"), ("第一中学.docx", "江城市第一中学"),
    ("一中工作计划.docx", "江城市第一中学"), ("江城一中.docx", "江城市第一中学"), ("市一中.docx", "江城市第一中学"),
    ("十一中.docx", "江城市第十一中学"), ("2026年滨河小学计划.docx", "江城市滨河小学"),
    ("滨河小学/计划.docx", "江城市滨河小学"), ("江城市实验小学.docx", "实验小学"), ("统一中考方案.docx", ""),
    ("一中心小学.docx", ""), ("红星实验小学.docx", "实验小学?")])
def test_a_unit_goes_by_its_short_names(whose, within, name):
    assert whose(within, roster=UNITS) == name


def test_a_short_name_of_two_units_is_none(whose):
    assert whose("一中.docx", roster=("- 江城市第一中学", "- 滨江市第一中学")) == ""


def test_a_person_stands_before_a_unit(whose):
    assert whose("一中-王珂.docx", roster=("- 一中", "王珂 一中")) == "王珂（一中）"


def test_a_department_within_its_school_is_found(whose):
    assert whose("江城实验学校德育处工作计划.docx", roster=("- 德育处", "- 教务处")) == "德育处"
