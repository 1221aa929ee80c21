"""A kind as people are shown it."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from office.folding import folded, width_of
from office.kind_page import page_of
from plans.house import House
from plans.kinds import Claim, Condition, Field, Kind, Option, Spans

LEVELS = (Option("校级"), Option("市级"))
KIND = Kind(
    id="x", name="申报表", family="form", version=1, folder=Path(), summary="汇总表",
    notes=("用电脑填。",),
    fields=(
        Field("who", "姓名", "text", True, example="王珂"),
        Field("level", "职称", "choice", options=LEVELS, ordered=True, also=("职务",)),
        Field("topics", "主题", "ticks", options=LEVELS, at_least=1),
        Field("years", "年限", "integer", unit="年", at_least=0, at_most=45),
        Field("said", "意见", "longtext", by="office"),
        Field("files", "附件", "longtext", attached=True),
        Field("posts", "经历", "table", columns=(
            Field("first", "起", "month"), Field("last", "止", "month"),
            Field("rank", "级别", "choice", options=LEVELS))),
        Field("points", "评分", "table", columns=(Field("item", "指标", "text"),
                                                Field("got", "得分", "number")),
              fixed=({"item": "班会"}, {"item": "家访"})),
        Field("sum", "总分", "number", sum_of="评分.得分")),
    conditions=(Condition("a", "years", "须满6年", "must", Claim("6")),
                Condition("b", "level", "市级优先", "prefer", Claim("市级"))),
    spans=(Spans("years", "posts", "first", "last"),))


def shown(kind: Kind) -> list[str]:
    return [click.unstyle(line) for line in page_of(kind)]


def test_a_form_is_shown_with_what_each_field_takes() -> None:
    assert shown(KIND)[1:] == [
        "  fields:",
        "    姓名 (who, required)  such as 王珂",
        "    职称 (level, one option, optional)",
        "      one of, from the lowest: 校级、市级",
        "      also called: 职务",
        "    主题 (topics, boxes to tick, optional)",
        "      any of: 校级、市级",
        "      at least 1 are asked for (boxes)",
        "    年限 (years, whole number, optional)",
        "      0 to 45 are asked for (年)",
        "    意见 (said, long text, optional)",
        "      filled in by the office, not by who hands the form in",
        "    附件 (files, long text, optional)",
        "      what is named here is handed in with the form",
        "    经历 (posts, table, optional)",
        "      a table of: 起、止、级别",
        "        级别  one of: 校级、市级",
        "    评分 (points, table, optional)",
        "      a table of: 指标、得分",
        "      its rows are laid down:",
        "        班会",
        "        家访",
        "    总分 (sum, number, optional)",
        "      the sum of 得分 in 评分",
        "  must be fulfilled:",
        "    须满6年 (年限)",
        "  is preferred:",
        "    市级优先 (职称)",
        "  年限 is compared with the years in 经历",
        "  notes below the form:",
        "    用电脑填。",
        "  many of them are put together as: 汇总表"]


@pytest.mark.parametrize("kind", House().kinds, ids=lambda kind: kind.id)
def test_every_kind_fits_a_terminal_of_80_columns(kind: Kind) -> None:
    assert all(width_of(piece) <= 80 for line in page_of(kind) for piece in folded(line, 80))
