"""A kind written as kind.yaml reads back as the same kind, with a comment at every line."""

from __future__ import annotations

import dataclasses
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generators.kind_text import kind_text
from plans.errors import Place
from plans.field_types import FIELD_TYPES, TABLE, WITH_OPTIONS
from plans.figures.vocabulary import Case, Criterion, Each, Figure
from plans.house import TEMPLATES, House
from plans.kind_files import read_kind
from plans.kinds import Claim, Condition, Field, Kind, Option, Section, Spans
from plans.record_maps import RecordMap
from plans.scoring import Item, Scoring
from plans.strips import Strip
from plans.targets import Target

HOUSE = House()
KINDS = HOUSE.kinds
_TEXT = st.text(st.sampled_from("学校计划年度 aB0:#-?[]{},&*!|>'\"%@`~=\\/（）：、。“”—\t\x85\u2028\ufeff😀𠮷"),
                min_size=1, max_size=12)


def read_back(kind: Kind, folder: Path, word: str = "") -> Kind:
    home = folder / kind.id
    home.mkdir(exist_ok=True)
    (home / "kind.yaml").write_text(kind_text(kind, word), encoding="utf-8")
    return read_kind(home, HOUSE.topics, TEMPLATES, None)


def plain(kind: Kind) -> Kind:
    """`kind` without what says where it was read from."""
    first = Target("", "", 0.0)
    return replace(kind, folder=Path(), word=None, targets=tuple(
        replace(one, place=first.place) for one in kind.targets))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_a_built_in_kind_reads_back_as_it_was(kind: Kind, tmp_path: Path) -> None:
    word = kind.word.relative_to(TEMPLATES).as_posix() if kind.word else ""
    again = read_back(kind, tmp_path, word)
    assert plain(again) == plain(kind)
    assert again.word == kind.word


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_every_line_with_a_value_has_a_comment(kind: Kind) -> None:
    bare = [line for line in kind_text(kind, "document.docx").splitlines()
            if line and "#" not in line]
    assert bare == []


COLUMNS = (
    Field("first", "起", "month", True), Field("last", "止", "month"),
    Field("level", "级别", "choice", options=(Option("校级", ("学校",)), Option("市级"))),
    Field("most", "满分", "number"), Field("points", "得分", "number", limit="满分"))
FIELD = Field(
    "school", "学校", "table", True, "江城", "写全称: 不要简称", "required", True, COLUMNS,
    ("校名", "单位: 甲"), (Option("初级", ("三级",)), Option("高级")), True, 1, 2.5, "年", "office",
    ("（盖章）", "年    月    日"), 4, 3, 0.25,
    ({"first": "一", "last": "二"}, {"first": "三"}, {"level": "校级", "first": ""}), "得分",
    "posts.得分", True, True, Figure("judge", cases=(
        Case("好: 的", (("得分", Criterion(("甲", "乙"), "1/3", "9", "8", ("丙",))),)), Case(""))),
    Each("scores", (("by", Criterion(("自评",))), ("item", Criterion(none_of=("基础: 分",)))), "who",
         ("-得分", "first"), (("得分", Criterion(at_least="90")),), 3, True), "member", ("first", "last"))
FIGURES = (Figure("of", columns=("level",)), Figure("number"), Figure("rank", columns=("得分",)),
           Figure("count", "tasks", (), (("state", Criterion(("已完成", "取消"))),)),
           Figure("sum", "attendance", ("hours",)), Figure("texts", "scores", ("item", "reason")),
           Figure("add", columns=("100", "得分")), Figure("share", columns=("most", "得分")))
WHOLE = Kind(
    id="全", name="全部", family="report", version=7, folder=Path("a"), word=Path("a"),
    title="{{ 学校 }}的", file_name="{{ school }}", also=("甲", "乙: 丙"),
    fields=(
        replace(FIELD, options=(), ordered=False, limit=""),
        *(Field(f"figure{at}", f"数字{at}", "text", figure=one) for at, one in enumerate(FIGURES)),
        Field("years", "年限", "integer", at_least=6), Field("day", "申报日期", "date"),
        Field("photo", "照片", "picture"), Field("note", "备注", "longtext"),
        Field("title", "职称", "choice", options=(Option("初级", ("三级: 无",)), Option("高级")),
              ordered=True),
        Field("gender", "性别", "choice", options=(Option("男"), Option("女")))),
    sections=(
        Section("指导思想", "指导思想", "指导思想", False, ("宗旨",), ("理念",), 60, "写 # 什么", True,
                ("项目", "金额"), 2,
                (Section("指导思想/例会", "例会"),), "共{{ 年限 }}年", ("学校",)),
        Section("规章", "规章", sections=(Section("规章/例会", "例会"),)),
        Section("月度安排", "各月", "月度安排", True, schedule=True)),
    schedule_required=True, schedule_columns=("任务/工作内容", "责任人"), signature_required=True,
    purpose="notice", rules={"S002": "off", "S010": "error"},
    targets=(Target("b", "研读", 2.5, "本", "成员", "2 years", Place("a"), FIGURES[3]),
             Target("", "听课", 20.0, counted=FIGURES[4])),
    conditions=(
        Condition("rows", "school", "近五年: 市级", "prefer", Claim("2"), (
            ("level", Claim("市级")), ("first", Claim()), ("last", Claim("", ("甲", "乙")))),
            "first", 5, "day"),
        Condition("title", "title", "要中级", "must", Claim("", ("初级", "高级"))),
        Condition("there", "note", "要写", "must")),
    spans=(Spans("years", "school", "first", "last", "day"),
           Spans("years", "school", "first", "last")),
    layout=(Strip("photo", ("photo",), rows=4), Strip("title", text="一、基本情况"),
            Strip("fields", ("years", "day")), Strip("fields", ("school",)), Strip("page"),
            Strip("text", text="以上: 属实", signed=("签名：", "年    月    日")),
            Strip("fields", ("title", "gender", "note"))),
    paper="landscape", notes=("用电脑填。", "不要改: 栏目"), summary="全部汇总",
    scoring=Scoring((Item("例会", Criterion(at_least="-2", at_most="1"), "常规: 一"),
                     Item("安全", Criterion(at_most="0")))),
    records=(RecordMap("scores", "得失分", (("who", "姓名"),), (("by", "德育处"),)),
             RecordMap("checks")), each=Each("members"))


def test_a_form_says_nothing_of_headings_and_months() -> None:
    form = replace(WHOLE, family="form", word=None, sections=(), schedule_required=False,
                   schedule_columns=(), conditions=(), layout=())
    text = kind_text(form)
    assert "sections:" not in text
    assert "schedule:" not in text
    assert "# layout: " in text
    assert "# conditions: " in text


@pytest.mark.parametrize("part", [
    WHOLE, FIELD, WHOLE.sections[0], WHOLE.targets[0], WHOLE.conditions[0], WHOLE.spans[0]],
                         ids=lambda part: type(part).__name__)
def test_nothing_that_may_be_declared_is_left_out_here(part: object) -> None:
    """A new word of the vocabulary must be given a value above, and so be written."""
    assert dataclasses.is_dataclass(part)
    assert [one.name for one in dataclasses.fields(part)
            if getattr(part, one.name) in (one.default, (), "", None)
            or getattr(part, one.name) == {}] == []


def test_everything_that_a_kind_may_declare_is_written(tmp_path: Path) -> None:
    assert plain(read_back(WHOLE, tmp_path)) == plain(WHOLE)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(_TEXT, min_size=4, max_size=4),
       kind=st.sampled_from([one.name for one in FIELD_TYPES if one.name != TABLE]),
       flag=st.booleans())
def test_odd_text_reads_back_as_it_was(tmp_path: Path, texts: list[str], kind: str,
                                       flag: bool) -> None:
    # Blanks at the ends are no part of a text, and a blank text is none.
    name, label, example, hint = (" ".join(one.split()).strip("\ufeff ") or "空" for one in texts)
    given_kind = Kind(
        id="odd", name=name, family="plan", version=1, folder=Path(), also=(label, example),
        fields=(Field("one", "label", kind, flag, example, hint, options=(
            Option("a", (example,)), Option("b")) if kind in WITH_OPTIONS else (),
            signed=(hint, label)),),
        notes=(hint, name),
        layout=(Strip("title", text=label, signed=(name,)), Strip("fields", ("one",))),
        sections=(Section("章", "章", required=flag, hint=hint),))
    assert plain(read_back(given_kind, tmp_path)) == plain(given_kind)
