"""The names that an input may use: each in English and in Chinese, unknown ones reported.

The Chinese names are part of the input format, not messages: a file reads the same everywhere.
They may be written in Traditional characters as well (內容 for 内容).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from plans.comparing import nearest, simplified
from plans.errors import NOWHERE, Fault
from plans.located import Entries, Items, Node, Text
from plans.messages import _

T = TypeVar("T")

PLAN = {"id": "编号", "kind": "种类", "sections": "内容", "schedule": "月度安排", "members": "成员",
        "targets": "指标", "signature": "落款", "annexes": "附件",
        "verbatim": "原样", "term_starts": "开学日期", "done": "完成情况"}
REPORT = {"plan": "依据计划", "records": "工作记录"}      # of inputs whose figures are counted
MONTH = {"month": "月份", "tasks": "任务"}
RECURRING = {"every": "每隔", "starts": "起始月份", "task": "任务", "id": "编号", "owner": "责任人",
             "evidence": "佐证材料", "due": "完成时限"}
TASK = {"task": "任务", "id": "编号", "owner": "责任人", "evidence": "佐证材料", "due": "完成时限"}
DONE = {"task": "任务", "date": "完成日期", "state": "完成情况", "evidence": "佐证材料",
        "reason": "原因", "month": "月份"}
MEMBER = {"name": "姓名", "role": "职责", "unit": "单位"}
TARGET = {"id": "编号", "what": "指标", "at_least": "至少", "unit": "单位", "role": "对象",
          "per": "周期", "counted": "统计"}
SIGNATURE = {"unit": "单位", "date": "日期", "seal": "盖章"}
LEAD = ("正文", "text")      # in a mapping of sub-sections: the text that stands before them
ANNEX = {"title": "标题", "body": "正文"}


def keyed(node: Entries, known: Mapping[str, str], faults: list[Fault],
          what: str) -> dict[str, Node]:
    """The values of `node` by English name; `known` maps English names to Chinese labels.

    Unknown names and a value given under both names are added to `faults`; `what` says what the
    mapping describes ("a task").
    """
    english = by_either_name(known)
    values: dict[str, Node] = {}
    for key, value in node:
        name = meant(key.text, english)
        if name is None:
            faults.append(unknown(key, english, what))
        elif name in values:
            faults.append(Fault(key.place, _("{label} is given under two names").format(
                label=key.text), _("keep one of the two")))
        else:
            values[name] = value
    return values


def meant(key: str, names: Mapping[str, T]) -> T | None:
    """What `names` has under `key`, or under the same words in other characters (學校, 学校).

    None where it has neither.
    """
    key = key.strip()
    if key in names or key.isascii():
        return names.get(key)
    # Only a name that is not known as it stands is worth the 35 ms that opencc takes to load.
    alike = [label for label in names if len(label) == len(key) and not label.isascii()]
    plain = simplified(key) if alike else key
    return next((names[label] for label in alike if simplified(label) == plain), None)


def named(node: Entries, known: Mapping[str, str], name: str) -> Node | None:
    """The value of `node` under the English `name`, or under its label in `known`."""
    for key in (name, known[name]):
        if (value := node.get(key)) is not None:
            return value
    english = by_either_name(known)
    return next((value for key, value in node if meant(key.text, english) == name), None)


def by_either_name(known: Mapping[str, str]) -> dict[str, str]:
    """The English names of `known`, which maps them to Chinese labels, by either name."""
    return {label: name for name, label in known.items()} | {name: name for name in known}


def unknown(key: Text, known: Iterable[str], what: str) -> Fault:
    """The fault of a name that `what` does not have, with the nearest one that it has."""
    near = nearest(key.text, known, cutoff=0.5)     # half of 姓明 is 姓名
    ours = [name for name in known if name.isascii() == key.text.isascii()] or list(known)
    mend = (_("did you mean {near}?").format(near=near) if near else
            _("known are: {names}").format(names="、".join(ours) or "–"))
    return Fault(key.place, _("unknown name {key} in {what}").format(key=key.text, what=what), mend)


def text_in(values: Mapping[str, Node], name: str, faults: list[Fault]) -> str:
    """The text under `name`, "" where it is blank or absent; a list or mapping is a fault."""
    node = values.get(name)
    if node is None:
        return ""
    if isinstance(node, Text):
        return node.text.strip()
    faults.append(Fault(node.place, _("{name} must be text on one line").format(name=name),
                        _("write the text after the colon")))
    return ""


def texts_in(node: Node | None, faults: list[Fault], what: str) -> tuple[str, ...]:
    """The texts of a list, or the one text that stands for a list of one; blank ones left out."""
    if node is None or (isinstance(node, Text) and node.is_blank):
        return ()
    found = []
    for item in (node,) if isinstance(node, Text) else items_in(node, faults, what):
        if not isinstance(item, Text):
            faults.append(Fault(item.place, _("{what} must hold plain text").format(what=what),
                                _("write one text a line, after a hyphen and a blank")))
        elif not item.is_blank:
            found.append(item.text.strip())
    return tuple(found)


def entries_in(node: Node | None, faults: list[Fault], what: str) -> Entries:
    """`node` where it is a mapping; a blank is an empty one, anything else a fault."""
    if isinstance(node, Entries):
        return node
    if node is not None and not (isinstance(node, Text) and node.is_blank):
        faults.append(Fault(node.place, _("{what} must be a mapping").format(what=what),
                            _("write `name: value` lines under it")))
    return Entries((), node.place if node else NOWHERE)


def items_in(node: Node, faults: list[Fault], what: str) -> tuple[Node, ...]:
    """The items of a list; a blank is an empty list, anything else a fault."""
    if isinstance(node, Items):
        return node.items
    if not (isinstance(node, Text) and node.is_blank):
        faults.append(Fault(node.place, _("{what} must be a list").format(what=what),
                            _("begin each line with a hyphen and a blank: `- …`")))
    return ()
