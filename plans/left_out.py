"""What an input holds and its document would not show: nobody's work is dropped in silence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from plans.errors import Fault
from plans.keys import PLAN
from plans.kinds import Kind
from plans.located import Items, Node, Text
from plans.messages import _

_PARTS_OF_A_PLAN = ("sections", "members", "targets", "annexes")


def parts_left_out(kind: Kind, given: Mapping[str, Node]) -> Iterator[Fault]:
    """The parts of a plan in an input of a schedule, whose templates print the tasks alone."""
    if kind.family == "schedule":
        for name in _PARTS_OF_A_PLAN:
            if (node := _filled(given, name)) is not None:
                yield Fault(
                    node.place, _("a document of the kind {kind} does not show {name}").format(
                        kind=kind.name, name=PLAN[name]),
                    _("put it into a plan, and make this document of the plan with --as"))


def tasks_left_out(kind: Kind, given: Mapping[str, Node]) -> Iterator[Fault]:
    """The tasks of an input whose period is not known."""
    node = _filled(given, "schedule")
    label = next((one.label for one in kind.fields if one.type == "period"), "")
    if node is not None and not label:
        yield Fault(node.place, _("a document of the kind {kind} shows no tasks by month").format(
            kind=kind.name), _("take {name} out, or write another kind").format(
                name=PLAN["schedule"]))
    elif node is not None:
        yield Fault(node.place, _("without {label} the tasks cannot be placed, and are left out"
                                  ).format(label=label),
                    _("write it in place of the mark, such as 2026-03/2026-12"))


def _filled(given: Mapping[str, Node], name: str) -> Node | None:
    node = given.get(name)
    if (isinstance(node, Text) and node.is_blank) or (isinstance(node, Items) and not node.items):
        return None
    return node
