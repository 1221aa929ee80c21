"""profile.yaml: the look as data, and a school's own values over it."""

from __future__ import annotations

import pytest

from plans.errors import UserError
from plans.house import House
from plans.profile import BUILT_IN, HABIT, MEASURED, built_in, read_profile
from plans.type_sizes import number_in, points_of, size_name


@pytest.fixture
def own(tmp_path):
    """The profile with a school's file of this text."""
    def read(text: str, encoding: str = "utf-8"):
        (tmp_path / "profile.yaml").write_text(text, encoding)
        return House(tmp_path).profile
    return read


@pytest.fixture
def faults(own):
    """What is wrong with such a file: line and words."""
    def read(text: str) -> list[tuple[int | None, str, str]]:
        with pytest.raises(UserError) as error:
            own(text)
        return [(one.place.line, one.what, one.mend) for one in error.value.faults]
    return read


def test_the_built_in_profile_is_the_standard():
    look = built_in()
    assert [look.margins.top, look.margins.left] == [37, 28]
    body = look.element("body")
    assert (body.font, body.size, body.line, body.letter, body.indent) == (
        "仿宋", 16, 28.95, -0.25, 2)
    assert [look.heading(level).font for level in range(1, 7)] == [
        "黑体", "楷体", "仿宋", "仿宋", "仿宋", "仿宋"]
    assert (look.element("title").font, look.element("title").size) == ("方正小标宋简体", 22)


def test_every_value_says_where_it_is_from():
    look = built_in()
    for one in (look.margins, *look.elements):
        for name, source in one.sources:
            assert source in (HABIT, MEASURED) or source.startswith("GB/T 9704-2012 "), (
                one.name, name, source)
    assert look.margins.source("top") == "GB/T 9704-2012 5.2.1"
    assert look.element("title").source("font") == "GB/T 9704-2012 7.3.1"
    assert look.heading(2).source("font") == "GB/T 9704-2012 7.3.3"
    assert look.element("page_number").source("size") == "GB/T 9704-2012 7.5"


def test_a_number_that_the_standard_does_not_give_claims_no_clause():
    look = built_in()
    assert look.element("body").source("line") == MEASURED
    assert look.element("body").source("letter") == MEASURED
    assert look.element("title").source("line") == HABIT
    assert look.heading(5).source("font") == HABIT


def test_a_house_without_a_file_has_the_built_in_look(tmp_path):
    assert House(tmp_path).profile == House().profile == built_in()
    assert not built_in().has_own


def test_what_a_school_does_not_say_stays(own):
    look = own("margins: {left: 30}")
    assert (look.margins.left, look.margins.right) == (30, 26)
    assert look.margins.source("left") == "profile.yaml"
    assert look.margins.source("right") == "GB/T 9704-2012 5.2.1"
    assert look.element("body") == built_in().element("body")


def test_chinese_names_say_the_same(own):
    chinese = own("页边距: {上: 30}\n正文: {字体: 宋体, 字号: 小四, 行距: 22磅, 字间距: 0, "
                  "首行缩进: 2字符}\n一级标题: {字号: 四号}\n")
    assert chinese == own("margins: {top: 30 mm}\nbody: {font: 宋体, size: 12, line: 22pt, "
                          "letter: 0, indent: 2}\nheading1: {size: 14}\n")


def test_elements_follow_the_text_unless_they_say_otherwise(own):
    look = own("正文: {字体: 宋体, 字号: 小四}")
    assert look.heading(3).font == look.element("item").font == look.element("signature").font \
        == "宋体"
    assert look.heading(1).font == "黑体"
    assert look.heading(1).size == 12
    assert look.heading(1).source("size") == "profile.yaml"


def test_the_title_of_an_annex_follows_the_title(own):
    assert own("标题: {字体: 黑体}").element("annex_title").font == "黑体"


def test_a_value_written_out_as_the_standard_has_it_keeps_its_clause(own):
    look = own("body: {font: 仿宋, size: 三号}")
    assert look.element("body").source("font") == "GB/T 9704-2012 5.2.2"
    assert look.has_own


def test_a_whole_copy_of_our_file_can_be_edited(own):
    look = own(BUILT_IN.read_text("utf-8").replace("size: 二号", "size: 小一"))
    assert look.element("title").size == 24
    assert look.element("title").source("font") == "GB/T 9704-2012 7.3.1"


def test_a_file_in_gbk_is_read(own):
    assert own("正文: {字体: 宋体}", "gbk").element("body").font == "宋体"


def test_an_empty_file_changes_nothing(own):
    assert own("# 暂无\n") == built_in()
    assert not own("正文: {字体: }\n").has_own


def test_a_profile_can_be_the_key_of_a_cache():
    assert hash(built_in()) == hash(read_profile(BUILT_IN, None))


@pytest.mark.parametrize(("text", "what", "mend"), [
    ("正纹: {字体: 宋体}", "unknown name 正纹 in profile.yaml", "did you mean 正文?"),
    ("body: {fnt: 宋体}", "unknown name fnt in body", "did you mean font?"),
    ("正文: {字体: 宋体, 字号: 六十四号}", "六十四号 is no type size",
     "write a size such as 三号 or 小四, or points from 5 to 72"),
    ("body: {size: 300}", "300 is no type size",
     "write a size such as 三号 or 小四, or points from 5 to 72"),
    ("body: {line: 1.5倍}", "行距 cannot be 1.5倍", "write points from 5 to 200"),
    ("body: {indent: 40}", "首行缩进 cannot be 40",
     "write a number of characters from 0 to 10"),
    ("margins: {top: 三厘米}", "上 cannot be 三厘米", "write millimetres from 5 to 120"),
    ("margins: {top: -3}", "上 cannot be -3", "write millimetres from 5 to 120"),
    ("margins: {top: .nan}", "上 cannot be .nan", "write millimetres from 5 to 120"),
    ("body: {font: '仿宋, 宋体'}", "仿宋, 宋体 is no name of a font",
     "write one font as Word lists it, such as 仿宋"),
    ("header: {indent: 2}", "unknown name indent in header", "known are: font、size、clause"),
    ("margins: {left: 90, right: 80}",
     "margins of 90 and 80 mm leave 40 mm of 210 for the text", "leave at least 60 mm"),
    ("body: {line: 14}", "lines of 14 pt cut characters of 16 pt off (正文)",
     "write a larger 行距, or a smaller 字号"),
    ("标题: {字号: 初号}", "lines of 32 pt cut characters of 42 pt off (标题)",
     "write a larger 行距, or a smaller 字号")])
def test_a_fault_is_told_with_its_line(text, what, mend, faults):
    assert (2, what, mend) in faults("# 本校\n" + text)


def test_all_faults_are_told_in_one_run(faults):
    found = faults("body: {size: 大, font: ''}\n\n标题: {字号: 小}\nmargins: {top: 高}\n")
    assert [line for line, _what, _mend in found] == [1, 3, 4]


@pytest.mark.parametrize(("text", "points"), [
    ("三号", 16), ("3号", 16), ("小四", 12), ("小四号", 12), ("小4", 12), ("16", 16), ("16pt", 16),
    ("10.5 磅", 10.5), ("１６", 16), ("五号", 10.5), ("初号", 42), ("3", 3)])
def test_a_type_size_is_read_as_schools_write_it(text, points):
    assert points_of(text) == points


@pytest.mark.parametrize("text", ["", "大", "九号", "16px", "1e3", "inf", "三"])
def test_what_is_no_type_size_is_none(text):
    assert points_of(text) is None


def test_a_size_is_shown_by_name_and_points():
    assert (size_name(16), size_name(17), size_name(10.5)) == (
        "三号 16 pt", "17 pt", "五号 10.5 pt")


def test_a_minus_of_any_kind_is_read():
    assert number_in("-0.25") == number_in("−0.25 磅") == number_in("－0.25") == -0.25
