"""How a school writes Traditional Chinese: its own traditional.yaml over ours."""

import pytest

from plans.errors import UserError
from plans.house import TEMPLATES, House
from plans.traditional import CONFIGS, Tradition, read_tradition


def test_without_a_file_of_the_schools_own_ours_counts() -> None:
    ours = House().tradition
    assert (ours.config, ours.language) == ("s2t", "zh-TW")
    assert ours.fonts["方正小标宋简体"] == "方正小标宋_GBK"


def test_a_school_changes_one_thing_and_keeps_the_rest(tmp_path) -> None:
    (tmp_path / "traditional.yaml").write_text(
        "字形: s2hk\nlanguage: zh-HK\n字体: {华文中宋: 新細明體}\ncharacters: {“: 「, ”: 」}\n", "utf-8")
    own = House(tmp_path).tradition
    assert (own.config, own.language) == ("s2hk", "zh-HK")
    assert own.fonts["华文中宋"] == "新細明體"
    assert own.fonts["方正小标宋简体"] == "方正小标宋_GBK"
    assert own.characters["“"] == "「"
    assert own.characters["爲"] == "為"


def test_what_is_wrong_in_traditional_yaml_is_told_at_its_line(tmp_path) -> None:
    own = tmp_path / "traditional.yaml"
    own.write_text("opencc: t2s\nlanguage: zh-Hant\ncharacters: {爲: 為了}\nfonts: {仿宋: ""}\n"
                   "font: 仿宋\n", "utf-8")
    with pytest.raises(UserError) as caught:
        read_tradition(TEMPLATES / "traditional.yaml", own)
    assert [(fault.place.line, fault.what) for fault in caught.value.faults] == [
        (1, "there is no conversion t2s"), (2, "zh-Hant is no language that Word knows"),
        (3, "one character must be given for one character"),
        (4, "the font 仿宋 has no other in its place"),
        (5, "unknown name font in traditional.yaml")]


@pytest.mark.parametrize("config", CONFIGS)
def test_every_conversion_that_may_be_named_is_there(config: str) -> None:
    from generators.traditional import Script

    assert Script(tradition=Tradition(config))("学校") == "學校"
