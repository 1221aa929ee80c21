"""A kind → the text of its kind.yaml, with a comment at each line for a head who changes it.

The comments are Chinese whatever the language of the messages, as those of a blank input are.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from plans.kinds import Field, Kind, Section
from plans.targets import Target

_COLUMN = 34        # where comments begin, in half-width characters
# What YAML reads as it is written, in a list between brackets too; all else goes into quotes.
_PLAIN = re.compile(r"[\w\u3400-\u9fff《》（）“”、。，；？！·—]"
                    r"[\w\u3400-\u9fff《》（）“”、。，；？！·— ./+=-]*", re.ASCII)
_NOT_TEXT = frozenset({"null", "Null", "NULL", "~", ""})
_FAMILIES = {"plan": "计划、方案类", "schedule": "月度安排类", "form": "表格类",
             "report": "总结、报表类", "bundle": "成套材料"}
_TYPES = {"text": "一行文字", "longtext": "一段文字", "integer": "整数，如 2026",
          "number": "数字", "money": "金额", "date": "日期，如 2026-03-20",
          "month": "月份，如 2026-03", "period": "起止月份，如 2026-03/2026-12",
          "choice": "从几项里选一项", "ticks": "打勾，可选几项", "yesno": "是或否",
          "phone": "电话号码", "id-number": "身份证号", "picture": "图片",
          "table": "表格，列在 columns 里"}
_PURPOSES = {"notice": "check --notices 用它写退回通知单"}

_Line = tuple[str, str]     # what YAML reads, and the comment behind it


def kind_text(kind: Kind, word: str = "") -> str:
    """The text; `word` is what `word:` is to say, "" where the kind has no Word template.

    Read back in a folder named like the kind's id it gives an equal kind, but for paths.
    """
    return "".join(f"{_commented(*line)}\n" for line in _lines(kind, word))


def _commented(text: str, comment: str) -> str:
    if not comment:
        return text
    width = sum(2 if ord(char) > 0x2E7F else 1 for char in text)
    return f"{text}{' ' * max(1, _COLUMN - width) if text else ''}# {comment}"


def _lines(kind: Kind, word: str) -> Iterator[_Line]:
    yield "", f"{kind.name}：这种材料有哪些部分、要填哪些项目，都写在这里。"
    yield "", "“#”后面的话是说明，不起作用。冒号用半角，后面空一格；下一级比上一级多空两格。"
    yield "", "改好后检查：homeroom lint 本文件夹"
    yield "", ""
    yield f"id: {_scalar(kind.id)}", "代号，与文件夹同名"
    yield f"version: {kind.version}", "第几版，大改以后加 1"
    yield f"name: {_scalar(kind.name)}", "这种材料的名称"
    yield f"family: {kind.family}", _FAMILIES.get(kind.family, "")
    if word:
        yield f"word: {_scalar(word)}", "Word 模板，放在本文件旁边"
    if kind.title:
        yield f"title: {_scalar(kind.title)}", "印在最上面的标题，双大括号里是项目名称"
    if kind.file_name:
        yield f"file_name: {_scalar(kind.file_name)}", "生成的文件叫什么"
    if kind.purpose:
        yield f"purpose: {kind.purpose}", _PURPOSES.get(kind.purpose, "")
    yield (f"also: {_names(kind.also)}",
           "别校或往年还叫什么，检查时靠它认出来，如 [家委会计划]")
    yield "", ""
    yield from _list("fields", "要填的项目", (_field(one) for one in kind.fields))
    yield "", "再加一项，照下面写（去掉行首的井号和一个空格，与上面对齐）："
    yield "", "  - name: teacher"
    yield "", "    label: 负责人"
    yield "", "    example: 王珂"
    yield "", ""
    yield from _list("sections", "要写的部分，检查时也查这些",
                     (_section(one) for one in kind.sections))
    yield "", "再加一部分，照下面写；topic 是常用的名称，自己起的名称写 title："
    yield "", "  - title: 家长开放日"
    yield "", "    hint: 哪一天、看什么、谁来接待"
    yield "", ""
    yield "schedule:", "月度安排"
    required = str(kind.schedule_required).lower()
    yield f"  required: {required}", ("起止月份里的每个月都要写" if kind.schedule_required else
                                      "可以不写；要求每个月都写就改成 true")
    if kind.schedule_columns:
        yield (f"  columns: {_names(kind.schedule_columns)}",
               "要列成表格，有这几列；两种叫法用斜线隔开")
    if kind.signature_required:
        yield "signature:", "落款"
        yield "  required: true", "要有署名和日期"
    if kind.targets:
        yield "", ""
        yield from _list("targets", "要计数的指标", (_target(one) for one in kind.targets))
    if kind.rules:
        yield "", ""
        yield "rules:", "检查规则改成几级：error 错误，warning 提示，info 说明，off 不查"
        for rule, level in kind.rules.items():
            yield f"  {_scalar(rule)}: {level}", f"homeroom rules {rule} 看这条规则说什么"


def _list(name: str, about: str, items: Iterator[Iterator[_Line]]) -> Iterator[_Line]:
    """A list of mappings under `name`; nothing stands under an empty one, so that it can grow."""
    yield f"{name}:", about
    for lines in items:
        for number, (text, comment) in enumerate(lines):
            yield f"  {'  ' if number else '- '}{text}", comment


def _field(one: Field) -> Iterator[_Line]:
    yield f"name: {_scalar(one.name)}", "英文名，模板里也可以用"
    yield f"label: {_scalar(one.label)}", "项目名称，填写时写在冒号前面"
    yield f"type: {one.type}", _TYPES.get(one.type, "")
    yield f"required: {str(one.required).lower()}", "必填" if one.required else "可不填"
    if one.example:
        yield f"example: {_scalar(one.example)}", "举例"
    if one.help:
        yield f"help: {_scalar(one.help)}", "填写说明"
    if one.in_document:
        yield f"in_document: {one.in_document}", "检查上交材料时也要看到它"
    if one.verbatim:
        yield "verbatim: true", "转成繁体时不变，如人名、校名"
    if one.columns:
        yield from _list("columns", "表格的各列", (_field(column) for column in one.columns))


def _section(one: Section) -> Iterator[_Line]:
    if one.topic:
        yield f"topic: {_scalar(one.topic)}", "常用名称，叫法不同也认得"
    if one.title != one.topic:
        yield f"title: {_scalar(one.title)}", "印出来的标题" if one.topic else "标题"
    yield f"required: {str(one.required).lower()}", "必写" if one.required else "可不写"
    if one.also:
        yield f"also: {_names(one.also)}", "这样写也算"
    if one.never:
        yield f"never: {_names(one.never)}", "看着像，其实不算"
    if one.min_chars:
        yield f"min_chars: {one.min_chars}", "至少写多少字"
    if one.hint:
        yield f"hint: {_scalar(one.hint)}", "写什么"
    if one.schedule:
        yield "schedule: true", "月度安排表印在这一部分"
    if one.columns:
        yield f"columns: {_names(one.columns)}", "这一部分要有表格，有这几列"
    if one.annex is not None:
        yield f"annex: {one.annex}", f"是附件{one.annex}，不在正文里"
    if one.sections:
        yield from _list("sections", "下一级", (_section(below) for below in one.sections))


def _target(one: Target) -> Iterator[_Line]:
    if one.id:
        yield f"id: {_scalar(one.id)}", "代号"
    yield f"what: {_scalar(one.what)}", "数什么"
    yield f"at_least: {one.number}", "至少多少"
    for name, value, about in (("unit", one.unit, "单位"), ("role", one.role, "谁来完成"),
                               ("per", one.per, "多长时间里：month term year school-year cycle")):
        if value:
            yield f"{name}: {_scalar(value)}", about


def _names(names: tuple[str, ...]) -> str:
    return f"[{', '.join(map(_scalar, names))}]"


def _scalar(text: str) -> str:
    """`text` as YAML reads it back: as it is where that is safe, else in double quotes."""
    if _PLAIN.fullmatch(text) and text == text.strip() and text not in _NOT_TEXT:
        return text
    # JSON leaves these as they are, and YAML would take them for ends of lines or refuse them.
    return re.sub("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]",
                  lambda match: f"\\u{ord(match[0]):04x}", json.dumps(text, ensure_ascii=False))
