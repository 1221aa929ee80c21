"""A kind → the text of its kind.yaml, with a comment at each line for a head who changes it.

The comments are Chinese whatever the language of the messages, as those of a blank input are.
"""

from __future__ import annotations

from collections.abc import Iterator

from generators.kind_field_text import field_lines
from generators.kind_figure_text import figure_text, report_lines
from generators.kind_form_text import form_lines, paper_lines
from generators.kind_lines import Line, commented, in_brackets, listed
from generators.yaml_text import scalar
from plans.kinds import Kind, Section
from plans.targets import Target

_FAMILIES = {"plan": "计划、方案类", "schedule": "月度安排类", "form": "表格类",
             "report": "总结、报表类", "bundle": "成套材料"}
_PURPOSES = {"notice": "check --notices 用它写退回通知单", "records": "工作记录有哪些清单",
             "checklist": "homeroom checklist 用它印材料自查表",
             "task-list": "homeroom checklist 用它印任务清单"}


def kind_text(kind: Kind, word: str = "") -> str:
    """The text; `word` is what `word:` is to say, "" where the kind has no Word template.

    Read back in a folder named like the kind's id it gives an equal kind, but for paths.
    """
    return "".join(f"{commented(*line)}\n" for line in _lines(kind, word))


def _lines(kind: Kind, word: str) -> Iterator[Line]:
    yield "", f"{kind.name}：这种材料有哪些部分、要填哪些项目，都写在这里。"
    yield "", "“#”后面的话是说明，不起作用。冒号用半角，后面空一格；下一级比上一级多空两格。"
    yield "", "改好后检查：homeroom lint 本文件夹"
    yield "", ""
    yield f"id: {scalar(kind.id)}", "代号，与文件夹同名"
    yield f"version: {kind.version}", "第几版，大改以后加 1"
    yield f"name: {scalar(kind.name)}", "这种材料的名称"
    yield f"family: {kind.family}", _FAMILIES.get(kind.family, "")
    if word:
        yield f"word: {scalar(word)}", "Word 模板，放在本文件旁边"
    if kind.title:
        yield f"title: {scalar(kind.title)}", "印在最上面的标题，双大括号里是项目名称"
    if kind.file_name:
        yield f"file_name: {scalar(kind.file_name)}", "生成的文件叫什么"
    if kind.purpose:
        yield f"purpose: {kind.purpose}", _PURPOSES.get(kind.purpose, "")
    yield (f"also: {in_brackets(kind.also)}",
           "别校或往年还叫什么，检查时靠它认出来，如 [家委会计划]")
    yield from paper_lines(kind)
    yield from report_lines(kind)
    yield "", ""
    yield from listed("fields", "要填的项目", (field_lines(one) for one in kind.fields))
    yield "", "再加一项，照下面写（去掉行首的井号和一个空格，与上面对齐）："
    yield "", "  - name: teacher"
    yield "", "    label: 负责人"
    yield "", "    example: 王珂"
    yield from form_lines(kind)
    # Who changes a form does not look for headings and months in it.
    if kind.sections or not kind.is_drawn:
        yield from _sections(kind)
    if kind.schedule_required or kind.schedule_columns or not kind.is_drawn:
        yield from _schedule(kind)
    if kind.signature_required:
        yield "signature:", "落款"
        yield "  required: true", "要有署名和日期"
    if kind.targets:
        yield "", ""
        yield from listed("targets", "要计数的指标", (_target(one) for one in kind.targets))
    if kind.rules:
        yield "", ""
        yield "rules:", "检查规则改成几级：error 错误，warning 提示，info 说明，off 不查"
        for rule, level in kind.rules.items():
            yield f"  {scalar(rule)}: {level}", f"homeroom rules {rule} 看这条规则说什么"


def _sections(kind: Kind) -> Iterator[Line]:
    yield "", ""
    yield from listed("sections", "要写的部分，检查时也查这些",
                     (_section(one) for one in kind.sections))
    yield "", "再加一部分，照下面写；topic 是常用的名称，自己起的名称写 title："
    yield "", "  - title: 家长开放日"
    yield "", "    hint: 哪一天、看什么、谁来接待"


def _schedule(kind: Kind) -> Iterator[Line]:
    yield "", ""
    yield "schedule:", "月度安排"
    required = str(kind.schedule_required).lower()
    yield f"  required: {required}", ("起止月份里的每个月都要写" if kind.schedule_required else
                                      "可以不写；要求每个月都写就改成 true")
    if kind.schedule_columns:
        yield (f"  columns: {in_brackets(kind.schedule_columns)}",
               "要列成表格，有这几列；两种叫法用斜线隔开")


def _section(one: Section) -> Iterator[Line]:
    if one.topic:
        yield f"topic: {scalar(one.topic)}", "常用名称，叫法不同也认得"
    if one.title != one.topic:
        yield f"title: {scalar(one.title)}", "印出来的标题" if one.topic else "标题"
    yield f"required: {str(one.required).lower()}", "必写" if one.required else "可不写"
    if one.also:
        yield f"also: {in_brackets(one.also)}", "这样写也算"
    if one.never:
        yield f"never: {in_brackets(one.never)}", "看着像，其实不算"
    if one.min_chars:
        yield f"min_chars: {one.min_chars}", "至少写多少字"
    if one.hint:
        yield f"hint: {scalar(one.hint)}", "写什么"
    if one.schedule:
        yield "schedule: true", "月度安排表印在这一部分"
    if one.columns:
        yield f"columns: {in_brackets(one.columns)}", "这一部分要有表格，有这几列"
    if one.annex is not None:
        yield f"annex: {one.annex}", f"是附件{one.annex}，不在正文里"
    if one.says:
        yield f"says: {scalar(one.says)}", "这一部分的第一段，数字由程序填"
    if one.tables:
        yield f"tables: {in_brackets(one.tables)}", "这一部分印哪些表格"
    if one.sections:
        yield from listed("sections", "下一级", (_section(below) for below in one.sections))


def _target(one: Target) -> Iterator[Line]:
    if one.id:
        yield f"id: {scalar(one.id)}", "代号"
    yield f"what: {scalar(one.what)}", "数什么"
    yield f"at_least: {one.number}", "至少多少"
    for name, value, about in (("unit", one.unit, "单位"), ("role", one.role, "谁来完成"),
                               ("per", one.per, "多长时间里：month term year school-year cycle")):
        if value:
            yield f"{name}: {scalar(value)}", about
    if one.counted is not None:
        yield f"counted: {figure_text(one.counted)}", "从工作记录的哪里数"
