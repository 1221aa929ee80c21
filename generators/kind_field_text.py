"""The fields of a kind as lines of its kind.yaml, each with a comment."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generators.kind_figure_text import counting_lines
from generators.kind_lines import Line, in_braces, in_brackets, listed
from generators.yaml_text import scalar
from plans.field_types import show_number
from plans.kinds import Field, Option

_TYPES = {"text": "一行文字", "longtext": "一段文字", "integer": "整数，如 2026",
          "number": "数字", "money": "金额", "percent": "百分比", "date": "日期，如 2026-03-20",
          "month": "月份，如 2026-03", "period": "起止月份，如 2026-03/2026-12",
          "choice": "从几项里选一项", "ticks": "打勾，可选几项", "yesno": "是或否",
          "tickbox": "一个方框，打勾是有，画叉是没有，空着是没填",
          "phone": "电话号码", "id-number": "身份证号", "picture": "图片",
          "table": "表格，列在 columns 里"}
_COUNTED = {"ticks": "几项", "table": "几行", "text": "几个字", "longtext": "几个字"}


def field_lines(one: Field) -> Iterator[Line]:
    """A field or a column."""
    yield f"name: {scalar(one.name)}", "英文名，模板里也可以用"
    yield f"label: {scalar(one.label)}", "项目名称，填写时写在冒号前面"
    yield f"type: {one.type}", _TYPES.get(one.type, "")
    yield f"required: {str(one.required).lower()}", "必填" if one.required else "可不填"
    if one.also:
        yield f"also: {in_brackets(one.also)}", "表上写成这样也认得"
    if one.example:
        yield f"example: {scalar(one.example)}", "举例"
    if one.help:
        yield f"help: {scalar(one.help)}", "填写说明"
    if one.in_document:
        yield f"in_document: {one.in_document}", "检查上交材料时也要看到它"
    if one.verbatim:
        yield "verbatim: true", "转成繁体时不变，如人名、校名"
    yield from _options(one)
    yield from _bounds(one)
    yield from _looks(one)
    if one.limit:
        yield f"limit: {scalar(one.limit)}", "不能超过这一列的数"
    if one.sum_of:
        yield f"sum_of: {scalar(one.sum_of)}", "哪个表格哪一列的合计"
    if one.attached:
        yield "attached: true", "这里写到的材料要一起交"
    yield from counting_lines(one)
    if one.columns:
        yield from listed("columns", "表格的各列", (field_lines(each) for each in one.columns))
    if one.fixed:
        yield from listed("fixed", "表格里已经写好的各行", (
            [(_row(one, row), f"第{number}行")] for number, row in enumerate(one.fixed, 1)))


def _options(one: Field) -> Iterator[Line]:
    about = "选项，从低到高" if one.ordered else "选项"
    if one.options and not any(option.also for option in one.options):
        yield f"options: {in_brackets(option.name for option in one.options)}", about
    elif one.options:
        yield from listed("options", about, ([_option(option)] for option in one.options))
    if one.ordered:
        yield "ordered: true", "选项有高低，条件里可以说“中级以上”"


def _option(option: Option) -> Line:
    if not option.also:
        return scalar(option.name), "选项"
    return in_braces([("name", scalar(option.name)), ("also", in_brackets(option.also))]), (
        "also 里的写法也算")


def _bounds(one: Field) -> Iterator[Line]:
    counted = _COUNTED.get(one.type, "多少")
    if one.at_least is not None:
        yield f"at_least: {show_number(one.at_least)}", f"至少{counted}"
    if one.at_most is not None:
        yield f"at_most: {show_number(one.at_most)}", f"至多{counted}"
    if one.unit:
        yield f"unit: {scalar(one.unit)}", "单位，印在数字后面"


def _looks(one: Field) -> Iterator[Line]:
    if one.by:
        yield f"by: {one.by}", "由收表的人填，交表的人不填"
    if one.signed:
        yield f"signed: {in_brackets(one.signed)}", "框里签名的几行"
    if one.lines:
        yield f"lines: {one.lines}", "框有几行高"
    if one.rows:
        yield f"rows: {one.rows}", "空白表上留几行"
    if one.width:
        yield f"width: {show_number(one.width)}", "这一列占表格宽度的几分之几"
    if one.small:
        yield "small: true", "这一列用小字"


def _row(table: Field, row: Mapping[str, str]) -> str:
    """A row that stands in the table: its first cells in order, or each with its column."""
    if list(row) == [column.name for column in table.columns[:len(row)]] and row:
        return in_brackets(row.values()) if len(row) > 1 else scalar(next(iter(row.values())))
    labels = {column.name: column.label for column in table.columns}
    return in_braces((labels.get(name, name), scalar(text)) for name, text in row.items())
