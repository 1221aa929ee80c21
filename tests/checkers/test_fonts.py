"""Fonts that are the same kind of type."""

import pytest

from checkers.fonts import same_type


@pytest.mark.parametrize(("one", "other"), [
    ("仿宋", "仿宋_GB2312"), ("仿宋", "FangSong"), ("仿宋", "方正仿宋_GBK"), ("仿宋", "华文仿宋"),
    ("仿宋", "STFangsong"), ("黑体", "SimHei"), ("黑体", "方正黑体简体"), ("楷体", "楷体_GB2312"),
    ("宋体", "新宋体"), ("方正小标宋简体", "方正小标宋_GBK"), ("方正小标宋简体", "FZXiaoBiaoSong-B05S"),
    ("方正小标宋简体", "小标宋体"), ("霞鹜文楷", "霞鹜文楷"), ("", "")])
def test_two_names_of_one_type_are_the_same(one, other):
    assert same_type(one, other)
    assert same_type(other, one)


@pytest.mark.parametrize(("one", "other"), [
    ("仿宋", "宋体"), ("黑体", "楷体"), ("方正小标宋简体", "宋体"), ("仿宋", ""), ("方正", "华文")])
def test_two_types_are_not_the_same(one, other):
    assert not same_type(one, other)
