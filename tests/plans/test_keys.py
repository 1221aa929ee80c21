"""Names in an input: English or Chinese, never both, unknown ones with the nearest."""

import subprocess
import sys
from pathlib import Path

import pytest

from plans import keys
from plans.keys import entries_in, items_in, keyed, text_in
from plans.located import parse_yaml

ROOT = Path(__file__).parents[2]
KNOWN = {"name": "姓名", "unit": "单位"}


def read(text):
    return parse_yaml(text.encode(), "f", [])


def told(faults):
    return [f"{fault.place.line}:{fault.place.column} {fault.what} ({fault.mend})"
            for fault in faults]


@pytest.mark.parametrize("text", ["name: 王珂", "姓名: 王珂", "' 姓名 ': 王珂"])
def test_a_value_is_found_under_either_name(text):
    faults = []
    assert text_in(keyed(read(text), KNOWN, faults, "a member"), "name", faults) == "王珂"
    assert faults == []


def test_a_value_under_both_names_is_told_at_the_second():
    faults = []
    keyed(read("name: 王珂\nunit: 江城\n姓名: 周明\n"), KNOWN, faults, "a member")
    assert told(faults) == ["3:1 姓名 is given under two names (keep one of the two)"]


def test_an_unknown_name_is_told_with_the_nearest():
    faults = []
    keyed(read("姓明: 王珂\nunits: 江城\n"), KNOWN, faults, "a member")
    assert told(faults) == ["1:1 unknown name 姓明 in a member (did you mean 姓名?)",
                            "2:1 unknown name units in a member (did you mean unit?)"]


def test_an_unknown_name_near_to_none_is_told_with_all_that_are_known():
    faults = []
    keyed(read("电话: 1\n"), KNOWN, faults, "a member")
    assert told(faults) == ["1:1 unknown name 电话 in a member (known are: 姓名、单位)"]


@pytest.mark.parametrize("value", ["[a]", "{a: 1}"])
def test_a_list_is_no_text(value):
    faults = []
    assert text_in(keyed(read(f"name: {value}"), KNOWN, faults, "a member"), "name", faults) == ""
    assert told(faults) == ["1:7 name must be text on one line (write the text after the colon)"]


def test_a_blank_is_an_empty_list_and_an_empty_mapping():
    faults = []
    blank = read("a:\n").get("a")
    assert items_in(blank, faults, "tasks") == ()
    assert list(entries_in(blank, faults, "rules")) == []
    assert list(entries_in(None, faults, "rules")) == []
    assert faults == []


def test_text_is_no_list_and_no_mapping():
    faults = []
    text = read("a: 甲\n").get("a")
    assert items_in(text, faults, "tasks") == ()
    assert list(entries_in(text, faults, "rules")) == []
    assert [one.split(" (")[0] for one in told(faults)] == ["1:4 tasks must be a list",
                                                            "1:4 rules must be a mapping"]


@pytest.mark.parametrize("names", [keys.PLAN, keys.MONTH, keys.RECURRING, keys.TASK, keys.MEMBER,
                                   keys.TARGET, keys.SIGNATURE, keys.ANNEX])
def test_no_two_names_of_one_mapping_are_the_same(names):
    every = [*names, *names.values()]
    assert len(every) == len(set(every))


@pytest.mark.parametrize("text", ["單位: 江城", "' 單位 ': 江城"])
def test_a_label_may_be_in_traditional_characters(text):
    faults = []
    assert text_in(keyed(read(text), KNOWN, faults, "a member"), "unit", faults) == "江城"
    assert faults == []


def test_a_label_that_is_declared_in_traditional_characters_may_be_given_in_simplified():
    faults = []
    values = keyed(read("单位: 江城"), {"unit": "單位"}, faults, "a member")
    assert text_in(values, "unit", faults) == "江城"
    assert faults == []


def test_a_value_under_the_same_label_in_both_writings_is_told_at_the_second():
    faults = []
    keyed(read("单位: 江城\n單位: 青山\n"), KNOWN, faults, "a member")
    assert told(faults) == ["2:1 單位 is given under two names (keep one of the two)"]


def test_an_unknown_name_in_traditional_characters_is_told_with_the_nearest():
    faults = []
    keyed(read("單位號: 1\n"), KNOWN, faults, "a member")
    assert told(faults) == ["1:1 unknown name 單位號 in a member (did you mean 单位?)"]


@pytest.mark.parametrize(("text", "value"), [
    ("every: month", "month"), ("每隔: 每月", "每月"), ("每隔 : 每月", "每月"), ("月份: 三月", None), ("單位: 江城", None)])
def test_one_value_is_found_by_either_name(text, value):
    found = keys.named(read(text), keys.MONTH | keys.RECURRING, "every")
    assert (found and found.text) == value


def test_one_value_is_found_by_a_label_in_traditional_characters():
    assert keys.named(read("編號: 1\n種類: 計劃\n"), keys.PLAN, "kind").text == "計劃"


def test_names_that_are_known_as_they_stand_load_no_converter():
    script = ("import sys; from plans import keys; from plans.located import parse_yaml\n"
              "node = parse_yaml('月份: 三月\\n任务: 开学\\n'.encode(), 'f', [])\n"
              "assert len(keys.keyed(node, keys.MONTH, [], 'a month')) == 2\n"
              "assert keys.named(node, keys.MONTH | keys.RECURRING, 'every') is None\n"
              "print('opencc' in sys.modules)")
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=True,
                          capture_output=True, text=True)
    assert done.stdout.strip() == "False"
