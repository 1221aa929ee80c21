"""A blank input of a kind: YAML with a comment at each value, for a head to fill in."""

from __future__ import annotations

from collections.abc import Iterator

from plans.kinds import Kind, Section
from plans.periods import Period, period_of
from plans.placeholders import bare


def blank_input(kind: Kind) -> str:
    """The text of the file; `generate` names by line what is not filled in yet.

    Its comments are Chinese whatever the language of the messages: they are part of the paper.
    """
    return "\n".join(_lines(kind)) + "\n"


def _lines(kind: Kind) -> Iterator[str]:
    yield f"# {kind.name}"
    yield "# 冒号用半角，后面空一格；以 # 开头的是说明，不会印出来。"
    yield "# 填好后运行：homeroom generate 本文件"
    yield f"kind: {kind.id}"
    yield 'id: ""                 # 可不填：给这份计划起个代号，年底对照总结时用，如 plan-2026'
    yield ""
    for one in kind.fields:
        need = "必填" if one.required else "可不填"
        about = "，".join(part for part in (need, one.help, one.example and f"如 {one.example}")
                         if part)
        yield f"{one.label}:            # {about}"
    if any(not section.schedule for section in kind.sections):
        yield ""
        yield "# 每一部分写在名称后面；分段就另起一行，列条目就每行以“- ”开头，都要比名称多空两格。"
        yield "sections:"
        for section in kind.sections:
            yield from _section(section, 1)
    yield ""
    yield from _schedule(kind)
    if kind.family == "plan":
        yield ""
        yield "members:               # 可不填：成员，如 - {name: 王珂, role: 主持人}"
        yield "targets:               # 可不填：要计数的指标，如"
        yield "                       # - {what: 研读专著, at_least: 2, unit: 本, role: 成员}"
        yield "annexes:               # 可不填：附件，如 - {title: 成员名单, body: ……}"
    yield ""
    yield "signature:"
    yield "  unit:                # 落款单位"
    yield "  date:                # 落款日期，如 2026-03-01"


def _section(section: Section, depth: int) -> Iterator[str]:
    if section.schedule:
        return
    indent = "  " * depth
    title = bare(section.title) or section.name
    about = "，".join(part for part in ("" if section.required else "可不填", section.hint,
                                       f"至少{section.min_chars}字" if section.min_chars else "")
                     if part)
    comment = f"    # {about}" if about else ""
    if section.sections:
        yield f"{indent}{title}:{comment}"
        for below in section.sections:
            yield from _section(below, depth + 1)
    else:
        yield f"{indent}{title}: |{comment}"
        yield f"{indent}  "


def _schedule(kind: Kind) -> Iterator[str]:
    need = "" if kind.schedule_required else "可不填："
    yield f"# {need}月度安排。一个月几件事就写几行；"
    yield "# 要写责任人和时限，就写成 - {task: 例会, owner: 王珂, due: 20日}"
    yield "# 每隔一段时间都有的事只写一次：- {every: 2 months, task: 例会}"
    yield "schedule:"
    for month in _months(kind):
        yield f"  - month: {month}"
        yield "    tasks:"
        yield "      - "


def _months(kind: Kind) -> Iterator[str]:
    examples = (period_of(one.example) for one in kind.fields if one.type == "period")
    period = next((one for one in examples if isinstance(one, Period)), None)
    if period:
        yield from (str(month.month) for month in period)
