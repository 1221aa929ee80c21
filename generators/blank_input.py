"""A new input of a kind: YAML with a comment at each value, blank or with what a draft holds.

Its comments are Chinese whatever the language of the messages: they are part of the paper.
"""

from __future__ import annotations

from collections.abc import Iterator

from generators.input_fields import field_lines
from generators.input_schedule import schedule_lines
from generators.input_sections import (
    DOUBT,
    annex_lines,
    blank_section,
    lead_lines,
    section_lines,
)
from generators.yaml_text import mapping, on_line, scalar
from plans.drafts import Draft
from plans.kinds import Kind
from plans.targets import Target


def blank_input(kind: Kind, draft: Draft | None = None) -> str:
    """The text of the file; `generate` names by line what is not filled in yet.

    What a `draft` holds stands in it, its doubts in comments that begin with 待核对.
    """
    return "\n".join(_lines(kind, draft or Draft())) + "\n"


def doubts_in(text: str) -> int:
    """How many places of an input are to be looked at."""
    return text.count(DOUBT)


def _lines(kind: Kind, draft: Draft) -> Iterator[str]:
    yield f"# {kind.name}"
    if draft.source:
        yield f"# 照着“{on_line(draft.source)}”写成，文字没有改动；标着“待核对”的地方请看一看。"
    if draft.title:
        yield f"# 去年的标题：{on_line(draft.title)}"
    yield "# 冒号用半角，后面空一格；以 # 开头的是说明，不会印出来。"
    yield "# 填好后运行：homeroom generate 本文件"
    yield from (f"{DOUBT}{on_line(doubt)}" for doubt in draft.doubts)
    yield f"kind: {scalar(kind.id)}"
    if kind.is_counted:
        yield "plan:                  # 依据哪份计划：它的 YAML 文件，年度、人员、指标都从它来"
        yield "records:               # 工作记录：.yaml 或 .xlsx，几个写成 [a.xlsx, b.yaml]"
        yield "# 计划里有的栏目（年度、起止月份等）可以不填；数字由记录数出来，不用填。"
    if kind.is_all_fields:
        yield ""
        yield from field_lines(kind, draft)
        return
    yield 'id: ""                 # 可不填：给这份计划起个代号，年底对照总结时用，如 plan-2026'
    yield ""
    yield from field_lines(kind, draft)
    yield from _sections(kind, draft)
    if any(one.type == "period" for one in kind.fields) and not kind.is_counted:
        yield ""
        yield from schedule_lines(kind, draft)
    if kind.family == "plan" or draft.members or draft.targets or draft.annexes:
        yield ""
        yield from _lists(kind, draft)
    yield ""
    yield from _signature(draft)


def _sections(kind: Kind, draft: Draft) -> Iterator[str]:
    asked = [one for one in kind.main_sections if not one.schedule]
    sections = draft.sections or tuple(blank_section(one) for one in asked)
    if sections or draft.lead:
        yield ""
        yield "# 每一部分写在名称后面；分段就另起一行，列条目就每行以“- ”开头，都要比名称多空两格。"
        yield "# 名称前面有井号的部分可以不写，要写就去掉井号和它后面的一个空格。"
        yield "sections:"
        if not draft.lead:
            yield "  # 正文: |            # 可不填：第一部分前面的话"
        yield from lead_lines(draft.lead, draft.lead_doubts)
        for section in sections:
            yield from section_lines(section, 1, bool(kind.sections))


def _lists(kind: Kind, draft: Draft) -> Iterator[str]:
    yield "members:               # 可不填：成员，如 - {name: 王珂, role: 主持人}"
    for member in draft.members:
        yield "  - " + mapping({"name": member.name, "role": member.role, "unit": member.unit})
    yield "targets:               # 可不填：要计数的指标，如"
    yield "                       # - {what: 研读专著, at_least: 2, unit: 本, role: 成员}"
    yield from ("  - " + _target(one) for one in draft.targets)
    if kind.targets and not draft.targets:
        yield "  # 这种材料常用的指标，要用就去掉井号和它后面的一个空格："
        yield from ("  # - " + _target(one) for one in kind.targets)
    yield "annexes:               # 可不填：附件，如 - {title: 成员名单, body: ……}"
    for annex in draft.annexes or tuple(blank_section(one) for one in kind.annexes):
        yield from annex_lines(annex)
    yield "verbatim:              # 可不填：转成繁体时一个字也不改的词，如 - 王珂"


def _target(target: Target) -> str:
    return mapping({"id": target.id, "what": target.what, "at_least": target.number,
                    "unit": target.unit, "role": target.role, "per": target.per})


def _signature(draft: Draft) -> Iterator[str]:
    yield from (f"{DOUBT}{doubt}" for doubt in draft.signature_doubts)
    yield "signature:"
    yield f"  unit: {scalar(draft.unit)}    # 落款单位" if draft.unit else (
        "  unit:                # 落款单位")
    if draft.date:
        yield f"  {DOUBT}去年的落款日期，改成今年的"
        yield f"  date: {scalar(draft.date)}"
    else:
        yield "  date:                # 落款日期，如 2026-03-01"
