"""Names in an input: English or Chinese, never both, unknown ones with the nearest."""

import pytest

from plans import keys
from plans.keys import entries_in, items_in, keyed, text_in
from plans.located import parse_yaml

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
