"""Names of people among the owners of tasks: known by surname and by how offices end."""

import pytest

from plans.errors import UserError
from plans.house import TEMPLATES, House
from plans.names import read_names

NAMES = House().names


@pytest.mark.parametrize("text", [
    "德育处", "德育處", "各班主任", "班主任", "高中部", "高一", "安全办", "任课教师", "全体教师", "成员", "党支部",
    "时间待定", "常委会", "王", "叶校长", "江城实验学校", "", "  ", "、", "2026", "Wang Ke", "体育组", "體育組",
])
def test_an_office_a_post_and_a_doubtful_word_are_no_names(text: str) -> None:
    assert NAMES.names_in(text) == ()


@pytest.mark.parametrize(("text", "names"), [
    ("王珂", ("王珂",)),
    ("周明慧", ("周明慧",)),
    ("欧阳青", ("欧阳青",)),
    ("歐陽青禾", ("歐陽青禾",)),
    ("葉聖言", ("葉聖言",)),           # a Traditional surname
    ("鍾一諾", ("鍾一諾",)),
    ("李和平", ("李和平",)),           # 和 within a name joins nothing
    ("阿依古丽·买买提", ("阿依古丽·买买提",)),
    ("王珂、周明慧", ("王珂", "周明慧")),
    ("王珂和周明慧", ("王珂", "周明慧")),
    ("王珂，德育处；方立言 各班主任", ("王珂", "方立言")),
    ("德育处（王珂）", ("王珂",)),
    ("负责人：周明慧", ("周明慧",)),
    ("周明慧老师", ("周明慧",)),
    ("周明慧副主任", ("周明慧",)),
    ("王珂、王珂", ("王珂",)),
])
def test_the_names_in_an_owner_are_found_as_typed(text: str, names: tuple[str, ...]) -> None:
    assert NAMES.names_in(text) == names


def test_a_school_adds_its_own_people_and_words(tmp_path) -> None:
    own = tmp_path / "names.yaml"
    own.write_text("姓名: [小叶子]\nsurnames: [芈]\nwords: [王珂]\n", "utf-8")
    names = House(tmp_path).names
    assert names.people == {"小叶子"}
    assert names.names_in("小叶子、小叶子老师、芈青、王珂、周明慧") == ("小叶子", "芈青", "周明慧")


def test_what_is_wrong_in_names_yaml_is_told_at_its_line(tmp_path) -> None:
    own = tmp_path / "names.yaml"
    own.write_text("surnames: {王: 1}\npeople: [[王珂]]\nsurname: 王\n", "utf-8")
    with pytest.raises(UserError) as caught:
        read_names(TEMPLATES / "names.yaml", own)
    assert [(fault.place.line, fault.what) for fault in caught.value.faults] == [
        (1, "a list of names must be a list"), (2, "a name must be plain text"),
        (3, "unknown name surname in names.yaml")]


def test_no_word_of_the_lists_is_given_twice() -> None:
    from plans.located import read_yaml

    for _key, node in read_yaml(TEMPLATES / "names.yaml", []):
        words = [item.text for item in node.items]
        assert len(words) == len(set(words))
