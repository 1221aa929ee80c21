"""What a form declares beside its fields as lines of kind.yaml: layout, conditions, notes."""

from __future__ import annotations

from collections.abc import Iterator

from generators.kind_lines import Line, in_braces, in_brackets, listed
from generators.yaml_text import scalar
from plans.kinds import MUST, PAPERS, Claim, Condition, Field, Kind
from plans.strips import FIELDS, PAGE, PHOTO, Strip


def form_lines(kind: Kind) -> Iterator[Line]:
    """The lines, each part after a blank one; none for what the kind does not declare."""
    if kind.layout or kind.is_drawn:
        yield "", ""
        yield from _layout(kind)
    if kind.spans:
        yield "", ""
        yield from listed("spans", "表格里的年月加起来要和填的年数对得上", (
            _spans(kind, at) for at in range(len(kind.spans))))
    if kind.conditions or kind.is_form:
        yield "", ""
        yield from _conditions(kind)
    if kind.notes:
        yield "", ""
        yield from listed("notes", "填表说明，印在表格下面", (
            [(scalar(note), f"第{number}条")] for number, note in enumerate(kind.notes, 1)))


def paper_lines(kind: Kind) -> Iterator[Line]:
    """On what a form is printed, and what is made of many of them."""
    if kind.paper != PAPERS[0] or kind.is_drawn:
        yield f"paper: {kind.paper}", "纸张：portrait 竖放，landscape 横放"
    if kind.summary:
        yield f"summary: {scalar(kind.summary)}", "很多份汇总成哪一种"


def _layout(kind: Kind) -> Iterator[Line]:
    """Without strips the name alone stands in a comment: fields are then laid out two by two."""
    if not kind.layout:
        yield "", "layout: 表格怎么排；不写就一行排两项，写法见 docs/add-a-kind.md"
        return
    yield from listed("layout", "表格怎么排，一行一条；同一行的几项写在方括号里", (
        [_strip(kind, strip)] for strip in kind.layout))


def _strip(kind: Kind, strip: Strip) -> Line:
    labels = [_label(kind.fields, name) for name in strip.fields]
    if strip.type == FIELDS:
        if len(labels) == 1:
            return scalar(labels[0]), "独占一行"
        return in_brackets(labels), "排在一行"
    if strip.type == PHOTO:
        return in_braces([("photo", scalar(labels[0] if labels else "")),
                          ("rows", str(strip.rows))]), f"右边贴照片，占{strip.rows}行"
    if strip.type == PAGE:
        return "{page: new}", "从这里另起一页"
    signed = [("signed", in_brackets(strip.signed))] if strip.signed else []
    return in_braces([(strip.type, scalar(strip.text)), *signed]), (
        "这一段的标题" if not signed else "照印的话和签名的地方")


def _spans(kind: Kind, at: int) -> Iterator[Line]:
    one = kind.spans[at]
    table = kind.field_called(one.table)
    columns = table.columns if table else ()
    for name, fields, value, about in (
            ("field", kind.fields, one.field, "填年数的项目"),
            ("table", kind.fields, one.table, "写着起止年月的表格"),
            ("first", columns, one.first, "从哪一列的年月"),
            ("last", columns, one.last, "到哪一列的年月，空着就是到现在"),
            ("until", kind.fields, one.until, "“现在”是哪一天")):
        if value:
            yield f"{name}: {scalar(_label(fields, value))}", about


def _conditions(kind: Kind) -> Iterator[Line]:
    if not kind.conditions:
        yield "", "conditions: 要具备的条件；写法见 docs/add-a-kind.md"
        return
    yield from listed("conditions", "条件：must 是必须具备的，prefer 是优先的", (
        _condition(kind, one) for one in kind.conditions))


def _condition(kind: Kind, one: Condition) -> Iterator[Line]:
    field = kind.field_called(one.field)
    columns = field.columns if field else ()
    yield f"id: {scalar(one.id)}", "代号"
    if one.field:
        yield f"field: {scalar(_label(kind.fields, one.field))}", "看哪一项"
    for name, value in _claim(one.claim):
        yield f"{name}: {value}", _ABOUT[name]
    if one.where:
        rows = in_braces((_label(columns, name), in_braces(_claim(claim)))
                         for name, claim in one.where)
        yield f"where: {rows}", "只数表格里这样的行"
    within = [("date", scalar(_label(columns, one.date)))] if one.date else []
    within += [("years", str(one.years))] if one.years else []
    within += [("until", scalar(_label(kind.fields, one.until)))] if one.until else []
    if within:
        yield f"within: {in_braces(within)}", "只数这几年里的行"
    yield f"level: {one.level}", "必须具备" if one.level == MUST else "优先"
    yield f"says: {scalar(one.says)}", "本校怎么说，印在通知单上"


_ABOUT = {"at_least": "至少这么多，或这一级以上", "any_of": "要是其中一个"}


def _claim(claim: Claim) -> Iterator[tuple[str, str]]:
    if claim.at_least:
        yield "at_least", scalar(claim.at_least)
    if claim.any_of:
        yield "any_of", in_brackets(claim.any_of)


def _label(fields: tuple[Field, ...], name: str) -> str:
    return next((one.label for one in fields if one.name == name), name)
