"""A kind that is like another says only what differs; faults keep the line of the file they are in."""

from __future__ import annotations

from pathlib import Path

import pytest

from plans.errors import UserError
from plans.house import House

BASE = """\
id: base
name: 年度小结
family: report
title: "{{ 学校 }}年度小结"
also: [全年小结]
fields:
  - {name: school, label: 学校}
  - {name: year, label: 年度, type: integer, example: 2026}
sections: [{topic: 总结成果}, {topic: 今后打算, title: 明年打算}]
signature: {required: true}
notes: [一年一次]
"""


@pytest.fixture
def kind(tmp_path: Path):
    """The kind `half` with these lines, in a house that has `base` too."""
    def kind(text: str):
        for name, lines in (("base", BASE), ("half", f"id: half\nname: 半年小结\n{text}")):
            (tmp_path / "kinds" / name).mkdir(parents=True, exist_ok=True)
            (tmp_path / "kinds" / name / "kind.yaml").write_text(lines, "utf-8")
        return House(tmp_path).kind("half")
    return kind


def test_what_is_not_said_is_as_the_other_says_it(kind) -> None:
    one = kind("like: base\n")
    assert (one.id, one.name, one.family, one.title, one.notes) == (
        "half", "半年小结", "report", "{{ 学校 }}年度小结", ("一年一次",))
    assert one.signature_required
    assert [field.label for field in one.fields] == ["学校", "年度"]


def test_names_are_never_those_of_the_other(kind) -> None:
    assert kind("like: base\n").also == ()


def test_an_item_of_the_same_name_stands_in_its_place_and_others_behind(kind) -> None:
    one = kind("like: base\nfields: [{name: term, label: 学期}, {name: school, label: 单位名称}]\n"
               "title: 小结\nsections: [{topic: 今后打算, title: 下一步打算}]\n")
    assert [field.label for field in one.fields] == ["单位名称", "年度", "学期"]
    assert [section.title for section in one.sections] == ["总结成果", "下一步打算"]


def test_an_empty_list_says_that_there_are_none(kind) -> None:
    assert kind("like: base\nnotes: []\nsections: []\n").sections == ()


@pytest.mark.parametrize("other", ["nowhere", "half", "''"])
def test_a_kind_that_is_not_there_or_itself_is_told_at_its_line(kind, other: str) -> None:
    with pytest.raises(UserError) as caught:
        kind(f"like: {other}\nfamily: report\n")
    fault = caught.value.faults[0]
    assert (fault.place.line, fault.what) == (3, f"like: there is no other kind {other.strip(chr(39)) or '–'}")


def test_two_kinds_that_are_like_each_other_are_told(kind, tmp_path: Path) -> None:
    kind("like: base\n")
    (tmp_path / "kinds" / "base" / "kind.yaml").write_text(BASE + "like: half\n", "utf-8")
    with pytest.raises(UserError) as caught:
        House(tmp_path).kind("half")
    assert "there is no other kind half" in caught.value.faults[0].what


def test_a_fault_of_the_other_is_told_in_its_own_file(kind, tmp_path: Path) -> None:
    kind("like: base\n")
    path = tmp_path / "kinds" / "base" / "kind.yaml"
    path.write_text(BASE.replace("topic: 总结成果", "topic: 总结成里"), "utf-8")
    with pytest.raises(UserError) as caught:
        House(tmp_path).kind("half")
    assert (caught.value.faults[0].place.file, caught.value.faults[0].place.line) == (str(path), 9)
