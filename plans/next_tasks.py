"""The schedule of next year's plan: edits of this year's text.

What recurs stays, what is done or dropped goes, what is open is carried into the same month.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import yaml

from plans.comparing import simplified
from plans.dates import date_of
from plans.keys import MONTH, RECURRING, TASK, by_either_name, meant
from plans.later_years import later, later_day, later_month
from plans.ledger import LedgerLine
from plans.originals import Original, Splice
from plans.periods import Month
from plans.placeholders import to_fill_in
from plans.states import DONE, DROPPED, LATE_DONE

CARRIED = "上年未完成"
_LONGEST = 20       # characters of a task in a comment
_RECURRING, _MONTH, _TASK = map(by_either_name, (RECURRING, MONTH, TASK))


@dataclass
class NextTasks:
    """Reads the node `schedule:`; the edits are in `splices`, and lines by what becomes of them.

    `marks` says whether what is carried is marked so in a comment.
    """

    original: Original
    lines: Sequence[LedgerLine]
    years: int
    marks: bool
    splices: list[Splice] = field(default_factory=list)
    carried: list[LedgerLine] = field(default_factory=list)
    gone: list[LedgerLine] = field(default_factory=list)
    kept: dict[str, LedgerLine] = field(default_factory=dict)       # what recurs, by its key
    blank: list[Month] = field(default_factory=list)

    def read(self, node: yaml.Node | None) -> None:
        """Goes through the schedule."""
        if not isinstance(node, yaml.SequenceNode):
            return
        entries = [one for one in node.value if isinstance(one, yaml.MappingNode)]
        recurring = [one for one in entries if "every" in _named(one, _RECURRING)]
        named = [one for one in entries if one not in recurring]
        fixed: set[int] = set()
        for entry in recurring:
            for line in self._within(entry):
                self.kept.setdefault(line.key, line)
                fixed.add(line.number)
            values = _named(entry, _RECURRING)
            self._move_month(values.get("starts"))
            self._move_day(values.get("due"))
        months = {line.month for line in self.lines if line.number in fixed}
        for entry in named:
            self._entry(entry, months)

    def _within(self, node: yaml.Node) -> list[LedgerLine]:
        start, end = self.original.start(node), self.original.end(node)
        return [line for line in self.lines
                if start <= self.original.offset_of(line.task.place) <= end]

    def _entry(self, entry: yaml.MappingNode, covered: set[Month]) -> None:
        values = _named(entry, _MONTH)
        self._move_month(values.get("month"))
        tasks = values.get("tasks")
        lines = [line for line in self._within(entry) if line.task.text != blank_task(line.month)]
        if not lines or tasks is None:
            return
        gone = [line for line in lines if line.said in (DONE, LATE_DONE, DROPPED)]
        carried = [line for line in lines if line not in gone]
        self.gone += gone
        self.carried += carried
        blank = "" if carried or lines[0].month in covered else blank_task(lines[0].month)
        if blank:
            self.blank.append(lines[0].month)
        if isinstance(tasks, yaml.ScalarNode):
            self._text(tasks, gone, carried, blank)
        elif isinstance(tasks, yaml.SequenceNode):
            self._list(tasks, gone, blank)

    def _text(self, node: yaml.ScalarNode, gone: Sequence[LedgerLine],
              carried: Sequence[LedgerLine], blank: str) -> None:
        """Tasks written as one text, a line each; a text of one line is not touched in vain."""
        if gone:
            rest = [line.task.text for line in carried] or ([blank] if blank else [])
            text = ", ".join(yaml_text(one) for one in rest)
            self.splices.append(Splice(self.original.start(node), self.original.end(node),
                                       f"[{text}]"))

    def _list(self, node: yaml.SequenceNode, gone: Sequence[LedgerLine], blank: str) -> None:
        items = [(item, self._within(item)) for item in node.value]
        out = [bool(lines) and lines[0] in gone for _item, lines in items]
        marked: dict[int, list[LedgerLine]] = {}
        for (item, lines), is_gone in zip(items, out, strict=True):
            if is_gone or not lines:
                continue
            if isinstance(item, yaml.MappingNode):
                self._move_day(_named(item, _TASK).get("due"))
            if not (isinstance(item, yaml.ScalarNode) and item.style in ("|", ">")):
                marked.setdefault(self.original.line_stop(self.original.end(item)),
                                  []).append(lines[0])
        first = self.original.start(items[0][0])
        if node.flow_style:
            self._out_of_brackets(node, out, blank)
        else:
            start = self.original.line_start(first)
            indent = self.original.text[start:first]
            if blank and all(out):
                self.splices.append(Splice(start, start,
                                           f"{indent}{blank}{self.original.line_end}"))
            for (item, _lines), is_gone in zip(items, out, strict=True):
                if is_gone:
                    self.splices.append(Splice(
                        self.original.line_start(self.original.start(item)),
                        self.original.next_line(self.original.end(item)), ""))
        for stop, lines in marked.items():
            self._mark(stop, lines, in_brackets=bool(node.flow_style))

    def _out_of_brackets(self, node: yaml.SequenceNode, out: Sequence[bool], blank: str) -> None:
        original, items = self.original, node.value
        is_first = True
        for number, is_gone in enumerate(out):
            if not is_gone:
                is_first = False
                continue
            start, end = original.start(items[number]), original.end(items[number])
            if not is_first:
                start = original.end(items[number - 1])
            elif number + 1 < len(items):
                end = original.start(items[number + 1])
            self.splices.append(Splice(start, end, blank if blank and number == 0 else ""))

    def _mark(self, stop: int, lines: Sequence[LedgerLine], *, in_brackets: bool) -> None:
        rest = self.original.text[self.original.line_start(stop):stop]
        if not self.marks or CARRIED in rest:
            return
        said = CARRIED
        if in_brackets:
            said += "：" + "、".join(line.task.text[:_LONGEST] for line in lines)
        joint = "；" if " #" in rest and rest.rindex(" #") > rest.rfind("}") else "  # "
        self.splices.append(Splice(stop, stop, joint + said))

    def _move_month(self, node: yaml.Node | None) -> None:
        if isinstance(node, yaml.ScalarNode):
            self._put(node, later_month(str(node.value).strip(), self.years))

    def _move_day(self, node: yaml.Node | None) -> None:
        if not isinstance(node, yaml.ScalarNode):
            return
        text = str(node.value).strip()
        day = date_of(simplified(text))
        if day is None:
            return      # 20日, 第3周: as good next year
        wanted = later_day(day, self.years)
        moved = later(text, self.years)
        self._put(node, moved if date_of(simplified(moved)) == wanted else str(wanted))

    def _put(self, node: yaml.ScalarNode, text: str) -> None:
        if text != str(node.value).strip():
            self.splices.append(self.original.instead(node, text))


def blank_task(month: Month) -> str:
    """What stands where a month has no task yet."""
    return to_fill_in(month.chinese + "工作")


def yaml_text(text: str) -> str:
    """`text` in double quotes, as YAML reads it."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _named(node: yaml.MappingNode, names: Mapping[str, str]) -> dict[str, yaml.Node]:
    """The values of a mapping by their English names."""
    return {name: value for key, value in node.value
            if isinstance(key, yaml.ScalarNode) and (name := meant(str(key.value), names))}
