"""A new input: blank it is a draft of its kind, and what a draft holds is read back unchanged."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.blank_input import blank_input, doubts_in
from generators.kind_text import kind_text
from generators.yaml_text import content, scalar
from plans.drafts import Draft, DraftMonth, DraftSection, DraftTask
from plans.errors import UserError
from plans.house import House
from plans.inputs import load_input
from plans.kinds import Field, Kind, Option, Section
from plans.located import Text, parse_yaml
from plans.plan import Passage, rows_of
from plans.targets import Target
from plans.written import SectionReader

HOUSE = House()
# What an input may hold at all: no control characters, no halves of characters, no line ends.
CHARACTERS = st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufffe\uffff")
LINES = st.one_of(
    st.text(CHARACTERS, min_size=1, max_size=30),
    st.sampled_from(["# 井号", "a: b", "名称：值", "“引号”和\"双引号\"", "'单'", "- 短横线", "{{ 学校 }}", "[x",
                     "&a *b", "|", ">", "? 问", "%", "@", "`", "null", "~", "0510", "是", "1、第一",
                     "（1）第二", "①第三", "---", "...", "制表\t符", "全角　空格", "<<", "=", "!tag",
                     "\u2028", "a\u2029b", "\x85x", "\ufeff", "😀"])).filter(
        lambda text: text == text.strip() and text.strip())


def read(text: str) -> Text:
    faults: list = []
    node = parse_yaml(text.encode(), "a.yaml", faults).get("x")
    assert not faults
    assert isinstance(node, Text)
    return node


@given(LINES)
def test_any_text_is_read_back_as_it_was(text: str) -> None:
    assert read(f"x: {scalar(text)}").text == text


@given(LINES)
def test_any_name_is_read_back_as_it_was(text: str) -> None:
    faults: list = []
    (key, _value), = parse_yaml(f"{scalar(text)}: y".encode(), "a.yaml", faults)
    assert (key.text, faults) == (text, [])


def passages_read(passages: list[Passage]) -> list[tuple[str, int]]:
    faults: list = []
    node = parse_yaml("\n".join(content("x", passages, "")).encode(), "a.yaml", faults).get("x")
    reader = SectionReader(str, False, False, faults)
    read_back, _sections = reader.content(node)
    assert not faults
    return [(one.text, one.depth) for one in read_back]


UNDASHED = LINES.filter(lambda text: not text.startswith(("-", "－", "•", "●")))


@given(st.lists(st.builds(Passage, UNDASHED, st.integers(0, 1)), min_size=1, max_size=6))
def test_paragraphs_and_items_are_read_back_as_they_were(passages: list[Passage]) -> None:
    assert passages_read(passages) == [(one.text, one.depth) for one in passages]


def test_a_list_in_a_list_is_read_back_as_it_was() -> None:
    depths = [1, 2, 2, 3, 1, 3, 2, 1]
    passages = [Passage(f"第{at}条", depth) for at, depth in enumerate(depths)]
    assert passages_read(passages) == [(one.text, one.depth) for one in passages]


@pytest.mark.parametrize("kind", HOUSE.kinds, ids=lambda kind: kind.id)
def test_a_blank_input_is_a_draft_of_its_kind(kind: Kind, tmp_path: Path) -> None:
    path = tmp_path / "blank.yaml"
    path.write_text(blank_input(kind), encoding="utf-8")
    plan = load_input(path, HOUSE, draft=True)
    assert plan.kind == kind
    gaps = {gap.label for gap in plan.gaps}
    assert {one.label for one in kind.fields if one.required} <= gaps
    assert not gaps & {one.name for one in kind.main_sections if not one.required}


def a_kind(**changes: object) -> Kind:
    values: dict = {"id": "x", "name": "计划", "family": "plan", "version": 1, "folder": Path()}
    return Kind(**values | changes)


def test_what_may_be_left_out_is_commented_out() -> None:
    kind = a_kind(sections=(Section("甲", "甲"), Section("乙", "乙", required=False, hint="怎样写"),
                            Section("附", "附一", annex=1, required=False)))
    text = blank_input(kind)
    assert "\n  甲: |\n" in text
    assert "\n  # 乙: |    # 可不填，怎样写\n" in text
    assert "\n  # - {title: 附一, body: ……}" in text


def test_an_annex_that_the_kind_asks_for_stands_there() -> None:
    assert "  - title: 附一\n    body: |\n" in blank_input(
        a_kind(sections=(Section("附", "附一", annex=1),)))


def test_the_targets_of_a_kind_are_offered() -> None:
    kind = a_kind(targets=(Target("books", "读书", 2.0, "本", "成员", "year"),))
    assert "# - {id: books, what: 读书, at_least: 2, unit: 本, role: 成员, per: year}" in (
        blank_input(kind))


def test_what_a_draft_holds_is_in_the_plan() -> None:
    kind = a_kind(fields=(Field("period", "起止月份", "period", True),),
                  sections=(Section("甲", "甲"),))
    draft = Draft(lead=(Passage("前面的话"),), sections=(
        DraftSection("甲", (Passage("总的说："), Passage("一件", 1)), (DraftSection("甲: 之一", (
            Passage("细说#1"),)),), kind.sections[0], doubts=("看看",)),),
        months=(DraftMonth(3, (DraftTask("例会: 一", "王珂", "20日", "纪要"),)),))
    text = blank_input(kind, draft).replace("起止月份: ", "起止月份: 2026-03/2026-03")
    assert doubts_in(text) == 1
    reader_faults: list = []
    top = parse_yaml(text.encode(), "a.yaml", reader_faults)
    lead, (section,) = SectionReader(str, False, False, reader_faults).main(
        top.get("sections"), kind.main_sections, top.place)
    assert not reader_faults
    assert [one.text for one in lead] == ["前面的话"]
    assert [(one.text, one.depth) for one in section.passages] == [("总的说：", 0), ("一件", 1)]
    assert [(one.title, one.passages[0].text) for one in section.sections] == [
        ("甲: 之一", "细说#1")]
    assert "- {task: \"例会: 一\", owner: 王珂, due: 20日, evidence: 纪要}" in text


def test_the_example_row_of_a_table_is_one_that_can_be_read(tmp_path: Path) -> None:
    kind = next(one for one in HOUSE.kinds
                if one.word and not one.is_counted
                and any(field.columns for field in one.fields))
    text = blank_input(kind).replace("  # - {", "  - {")
    for field in kind.fields:
        if not field.columns:
            text = text.replace(f"{field.label}: ", f"{field.label}: {field.example or '甲'} ")
    path = tmp_path / "input.yaml"
    path.write_text(text, encoding="utf-8")
    plan = load_input(path, HOUSE)
    for field in kind.fields:
        if field.columns:
            row, = plan.values[field.name]
            assert list(row) == [column.name for column in field.columns]


FORM = a_kind(family="form", fields=(
    Field("who", "姓名", "text", True, example="王珂", help="如 王珂"),
    Field("level", "职称", "choice", options=(Option("初级"), Option("中级")), example="中级"),
    Field("topics", "主题", "ticks", options=(Option("学习"), Option("心理")), at_least=1),
    Field("years", "年限", "integer", unit="年", at_least=0, at_most=45),
    Field("now", "在岗", "yesno"), Field("photo", "照片", "picture"),
    Field("story", "特色", "longtext", at_least=30), Field("said", "意见", "longtext", by="office"),
    Field("points", "评分", "table", True, columns=(
        Field("item", "指标", "text"), Field("most", "满分", "number"),
        Field("got", "得分", "number", True, limit="most")),
        fixed=({"item": "班会", "most": "10"}, {"item": "家访: 上门"})),
    Field("sum", "总分", "number", sum_of="points.got")))


def test_a_form_says_of_each_field_what_may_be_written() -> None:
    text = blank_input(FORM)
    about = dict(line.split(":", 1) for line in text.splitlines() if ":" in line)
    assert about["姓名"].endswith("# 必填，如 王珂")
    assert about["职称"].endswith("# 可不填，选一项：初级、中级")
    assert about["主题"].endswith("# 可不填，可选几项，中间用“、”隔开：学习、心理，至少1项")
    assert about["年限"].endswith("# 可不填，0到45年")
    assert about["在岗"].endswith("# 可不填，是 或 否")
    assert "png" in about["照片"]
    assert "至少30字" in about["特色"]
    assert "由收表的人填" in about["意见"]
    assert "合计" in about["总分"]


def test_a_form_has_no_lines_of_a_plan() -> None:
    text = blank_input(FORM)
    for name in ("id:", "sections:", "signature:", "schedule:", "members:", "targets:"):
        assert f"\n{name}" not in text


def test_the_rows_that_a_form_lays_down_are_there_to_be_filled_in(tmp_path: Path) -> None:
    folder = tmp_path / "kinds" / "x"
    folder.mkdir(parents=True)
    (folder / "kind.yaml").write_text(kind_text(FORM), encoding="utf-8")
    house = House(tmp_path)
    path = tmp_path / "a.yaml"
    path.write_text(blank_input(house.kind("x")), encoding="utf-8")
    plan = load_input(path, house, draft=True)
    assert [row["item"] for row in rows_of(plan.values["points"])] == ["班会", "家访: 上门"]
    path.write_text(path.read_text("utf-8").replace("得分: }", "得分: 8}").replace(
        "姓名: ", "姓名: 王珂 "), encoding="utf-8")
    plan = load_input(path, house)
    assert [row["got"] for row in rows_of(plan.values["points"])] == [8, 8]


def test_rows_that_only_repeat_what_is_laid_down_are_no_answer(tmp_path: Path) -> None:
    folder = tmp_path / "kinds" / "x"
    folder.mkdir(parents=True)
    (folder / "kind.yaml").write_text(kind_text(FORM), encoding="utf-8")
    house = House(tmp_path)
    path = tmp_path / "a.yaml"
    path.write_text(blank_input(house.kind("x")).replace("姓名: ", "姓名: 王珂 "), encoding="utf-8")
    with pytest.raises(UserError) as told:
        load_input(path, house)
    assert [fault.what for fault in told.value.faults] == ["评分 is missing"]
    marked = rows_of(load_input(path, house, draft=True).values["points"])
    assert [row["got"] for row in marked] == ["【待填：得分】", "【待填：得分】"]
