"""YAML as Chinese keyboards write it, met as written, with columns as the person sees them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.errors import UserError
from plans.located import Entries, Items, parse_yaml
from plans.yaml_repair import repair


def plain(node):
    if isinstance(node, Entries):
        return {key.text: plain(value) for key, value in node}
    return [plain(item) for item in node.items] if isinstance(node, Items) else node.text


def read(text):
    faults = []
    top = parse_yaml(text.encode(), "plan.yaml", faults)
    assert faults == []
    return top


def seen(text, node):
    """What stands in `text` at the place of a scalar: the person looks there."""
    line = text.split("\n")[node.place.line - 1]
    return line[node.place.column - 1:node.place.column - 1 + len(node.text)]


def scalars(node):
    if isinstance(node, Entries):
        for key, value in node:
            yield key
            yield from scalars(value)
    elif isinstance(node, Items):
        for item in node.items:
            yield from scalars(item)
    elif node.text:
        yield node


# stays quiet

@pytest.mark.parametrize("text", [
    "学校: 江城：实验学校\n",
    "sections:\n  指导思想: 要求如下：一要，二要。\n",
    "a: |\n  学校：江城\nb: 1\n",
    "- 会议：每月一次\n",
    "'学校：': 江城\n",
    "a: [甲：乙, 丙]\n",
])
def test_a_full_width_colon_in_yaml_that_reads_as_it_is_stays(text):
    indented = text.replace("\n", "\n  ")
    assert "：" in str(plain(read(f"top:\n  {indented}\n")))


def test_the_text_of_a_block_keeps_its_colons_though_the_rest_is_mended():
    text = "学校：江城\n正文: |\n  要求：如下\n  一：二\n末尾：完\n"
    assert plain(read(text)) == {"学校": "江城", "正文": "要求：如下\n一：二\n", "末尾": "完"}


def test_a_long_phrase_before_a_full_width_colon_is_prose():
    assert repair("以立德树人为根本，做到：\n").text == "以立德树人为根本，做到：\n"


def test_the_colon_of_a_time_stays():
    assert plain(read("学校：江城\n时间: 上午8：30\n钟点: 8:30\n"))["时间"] == "上午8：30"


# is mended

@pytest.mark.parametrize(("text", "value"), [
    ("学校：江城\n年度：2026\n", {"学校": "江城", "年度": "2026"}),
    ("学校:江城\n年度:二〇二六\n", {"学校": "江城", "年度": "二〇二六"}),
    ("学校: 江城\n年度：2026\n", {"学校": "江城", "年度": "2026"}),
    ("成员：\n  - 姓名：王珂\n    职责：学员\n", {"成员": [{"姓名": "王珂", "职责": "学员"}]}),
    ("月份：\n\t三月：开学\n\t四月：听课\n", {"月份": {"三月": "开学", "四月": "听课"}}),
    ("a:\n\tb:\n\t\tc: 1\n", {"a": {"b": {"c": "1"}}}),
    ("任务:\n-\t开会\n-\t听课\n", {"任务": ["开会", "听课"]}),
    ("任务:\n\t-\t开会\n", {"任务": ["开会"]}),
    ("学校：\t江城\n", {"学校": "江城"}),
    ("正文：|\n  甲\n  乙：丙\n", {"正文": "甲\n乙：丙\n"}),
    ("正文：>-\n  甲\n  乙\n", {"正文": "甲乙"}),
])
def test_full_width_colons_and_tabs_are_read_as_meant(text, value):
    assert plain(read(text)) == value


@pytest.mark.parametrize("text", [
    "学校：江城\n年度：2026\n", "学校：   江城\n年度：\t2026\n", "学校:江城\n年度：2026\n",
    "a:\n\tb: 1\n\tc:  2\n", "a：\n\t\tb：\t x\n\t\tc：y\n", "a：\n  -\tb\n  -\tc：d\n",
    "\t- 姓名：王珂\n\t  职责：学员\n".join(["成员：\n", ""]),
])
def test_places_are_those_of_the_file_that_the_person_sees(text):
    found = list(scalars(read(text)))
    assert found
    assert [seen(text, node) for node in found] == [node.text for node in found]


def test_a_fault_in_mended_yaml_keeps_the_line_and_column_of_the_file():
    with pytest.raises(UserError) as caught:
        parse_yaml("学校：江城\n成员:\n\t- \"王珂\n".encode(), "plan.yaml", [])
    assert str(caught.value) == "plan.yaml:3:4: a quotation mark is not closed"


def test_a_name_given_twice_in_mended_yaml_is_told_at_its_place():
    faults = []
    parse_yaml("a：\n\tb：1\n\tb：2\n".encode(), "plan.yaml", faults)
    assert [str(fault) for fault in faults] == [
        "plan.yaml:3:2: b is given twice (first on line 2)"]


@given(st.text(st.sampled_from("ab学：: \t\n-|>[{\"'#，"), max_size=60))
def test_mending_keeps_the_number_of_lines(text):
    assert repair(text).text.count("\n") == len(text.splitlines() or [""])


@given(st.dictionaries(st.text(st.sampled_from("学校年度起止月份"), min_size=1, max_size=6),
                       st.text(st.sampled_from("江城实验2026"), min_size=1, max_size=6),
                       min_size=1, max_size=5),
       st.lists(st.sampled_from(["：", "： ", "：\t", ": ", ":  "]), min_size=5, max_size=5))
def test_whatever_colon_is_taken_the_names_and_places_are_the_same(values, colons):
    text = "".join(f"{name}{colon}{value}\n"
                   for (name, value), colon in zip(values.items(), colons, strict=False))
    top = read(text)
    assert plain(top) == values
    assert [seen(text, node) for node in scalars(top)] == [node.text for node in scalars(top)]
