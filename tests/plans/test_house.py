"""Where kinds, topics and calendars are found: the school's own folder over ours."""

import sys

import pytest

from plans.errors import UsageError, UserError
from plans.house import TEMPLATES, House, find_house
from plans.periods import Calendar

OURS = sorted(path.parent.name for path in TEMPLATES.glob("*/kind.yaml"))


@pytest.fixture
def nowhere(tmp_path, monkeypatch):
    """A working folder and a config folder without a house in them."""
    monkeypatch.chdir(tmp_path)
    for variable in ("XDG_CONFIG_HOME", "APPDATA", "HOME"):
        monkeypatch.setenv(variable, str(tmp_path / "config"))
    return tmp_path


def test_without_a_house_there_is_what_we_bring():
    house = House()
    assert list(house.kind_folders) == OURS
    assert [kind.id for kind in house.kinds] == OURS
    assert house.calendar == Calendar()


def test_the_kinds_of_the_house_stand_among_ours(house):
    assert list(house.kind_folders) == sorted([*OURS, "small-plan", "small-schedule"])
    assert house.kind("small-plan").name == "小计划"
    assert house.kind("小计划") == house.kind("small-plan")


def test_a_kind_of_the_house_replaces_ours_of_that_id(house):
    (house.folder / "kinds" / OURS[0]).mkdir()
    (house.folder / "kinds" / OURS[0] / "kind.yaml").write_text("name: 本校的\nfamily: plan\n",
                                                                "utf-8")
    assert house.kind(OURS[0]).name == "本校的"
    assert House().kind(OURS[0]).name != "本校的"


def test_the_calendar_of_the_house_replaces_ours(house):
    (house.folder / "calendar.yaml").write_text("school_year: [8, 7]\nterms: [[8, 7]]\n", "utf-8")
    assert house.calendar == Calendar((8, 7), ((8, 7),))


def test_the_topics_of_the_house_are_added_to_ours(house):
    (house.folder / "topics.yaml").write_text("topics: {指导思想: {also: [办学灵魂]}}\n", "utf-8")
    assert "指导思想" in house.topics.meaning("办学灵魂")
    assert "指导思想" in house.topics.meaning("总体要求")
    assert "指导思想" not in House().topics.meaning("办学灵魂")


def test_an_unknown_kind_is_answered_with_the_nearest(house):
    with pytest.raises(UsageError) as caught:
        house.kind("small-plam")
    assert caught.value.faults[0].mend == "did you mean small-plan?"


def test_a_part_of_the_names_of_few_kinds_is_answered_with_those():
    with pytest.raises(UsageError) as caught:
        House().kind("申报表")
    assert caught.value.faults[0].mend == "did you mean 名班主任工作室主持人申报表?"


def test_an_unknown_kind_near_to_none_is_answered_with_all(house):
    with pytest.raises(UsageError) as caught:
        house.kind("食谱")
    assert "small-plan, small-schedule" in caught.value.faults[0].mend


def test_a_broken_kind_of_the_house_is_told_in_its_own_file(house):
    path = house.folder / "kinds" / "small-plan" / "kind.yaml"
    path.write_text("family: none\n", "utf-8")
    with pytest.raises(UserError) as caught:
        house.kind("small-plan")
    assert caught.value.faults[0].place.file == str(path)
    assert not isinstance(caught.value, UsageError)


# where the house is

def test_where_there_is_no_house_ours_alone_counts(nowhere):
    assert find_house() == House(None)


def test_the_option_beats_the_variable_which_beats_the_working_folder(nowhere, monkeypatch):
    for name in ("option", "variable", "homeroom.d", "config/homeroom"):
        (nowhere / name).mkdir(parents=True)
    monkeypatch.setenv("HOMEROOM_HOUSE", str(nowhere / "variable"))
    assert find_house(str(nowhere / "option")).folder == nowhere / "option"
    assert find_house().folder == nowhere / "variable"
    monkeypatch.delenv("HOMEROOM_HOUSE")
    assert find_house().folder.resolve() == nowhere / "homeroom.d"


@pytest.mark.parametrize(("platform", "folder"), [
    ("linux", "config/homeroom"), ("win32", "config/homeroom"),
    ("darwin", "config/Library/Application Support/homeroom")])
def test_the_last_place_is_the_config_folder_of_the_system(nowhere, monkeypatch, platform, folder):
    (nowhere / folder).mkdir(parents=True)
    monkeypatch.setattr(sys, "platform", platform)
    assert find_house().folder == nowhere / folder


def test_an_empty_variable_is_none(nowhere, monkeypatch):
    monkeypatch.setenv("HOMEROOM_HOUSE", "")
    assert find_house() == House(None)


@pytest.mark.parametrize("how", ["option", "variable"])
def test_a_house_that_is_named_and_not_there_is_told(nowhere, monkeypatch, how):
    if how == "variable":
        monkeypatch.setenv("HOMEROOM_HOUSE", "none")
    with pytest.raises(UsageError, match="none: there is no such folder"):
        find_house("none" if how == "option" else None)


# kinds that serve a purpose

def test_a_built_in_kind_serves_as_notice():
    kind = House().kind_for("notice")
    assert kind.purpose == "notice"
    assert kind.folder.is_relative_to(TEMPLATES)


def test_the_schools_own_kind_serves_before_ours(tmp_path):
    folder = tmp_path / "kinds" / "zz-notice"
    folder.mkdir(parents=True)
    (folder / "kind.yaml").write_text("name: 退件单\nfamily: report\npurpose: notice\n", "utf-8")
    assert House(tmp_path).kind_for("notice").id == "zz-notice"


def test_where_the_schools_kind_of_that_id_serves_nothing_it_is_said(tmp_path):
    folder = tmp_path / "kinds" / House().kind_for("notice").id
    folder.mkdir(parents=True)
    (folder / "kind.yaml").write_text("name: 退件单\nfamily: report\n", "utf-8")
    with pytest.raises(UsageError) as caught:
        House(tmp_path).kind_for("notice")
    assert "purpose: notice" in caught.value.faults[0].mend
