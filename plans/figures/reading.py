"""`each:` and `figure:` of a kind.yaml → the vocabulary, every fault with its line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from plans.errors import Fault
from plans.figures.criteria import bound_of
from plans.figures.vocabulary import (
    COUNT,
    COUNTED,
    JUDGE,
    NUMBER,
    OF,
    PAIRS,
    RANK,
    WAYS,
    Case,
    Criterion,
    Each,
    Figure,
    Where,
)
from plans.keys import entries_in, items_in
from plans.kind_nodes import KindNodes
from plans.located import Items, Node, Text
from plans.messages import _

_EACH = ("in", "where", "distinct", "sort", "having", "most", "belonging")
_BOUNDS = ("at_least", "at_most", "under")
_TEST = ("any_of", *_BOUNDS, "none_of")


def each_in(node: Node | None, nodes: KindNodes) -> Each | None:
    """What the rows of a table are; None where a kind does not say."""
    if node is None:
        return None
    if isinstance(node, Text):
        return Each(node.text.strip())
    values = nodes.values(node, _EACH, "each")
    if not nodes.text(values, "in"):
        nodes.faults.append(Fault(node.place, _("each: does not say of what"),
                                  _("write `each: {in: members}`")))
    return Each(nodes.text(values, "in"), where_in(values.get("where"), nodes),
                nodes.text(values, "distinct"), nodes.names(values, "sort"),
                where_in(values.get("having"), nodes), nodes.number(values, "most"),
                nodes.yes(values, "belonging", False))


def figure_in(node: Node | None, nodes: KindNodes) -> Figure | None:
    """How a value comes about; None where a kind does not say."""
    if node is None:
        return None
    if isinstance(node, Text):
        name = node.text.strip()
        return Figure(NUMBER) if name == NUMBER else Figure(OF, columns=(name,))
    values = nodes.values(node, (*WAYS, "where"), "figure")
    named = [one for one in WAYS if one in values]
    if len(named) != 1:
        nodes.faults.append(Fault(node.place, _("a figure must be counted in one way"),
                                  _("write one of: {names}").format(names=", ".join(WAYS))))
        return None
    way, where = named[0], where_in(values.get("where"), nodes)
    if way == JUDGE:
        return Figure(way, cases=tuple(_cases(values[way], nodes)))
    if way in COUNTED:
        source, _dot, column = nodes.text(values, way).partition(".")
        columns = tuple(one.strip() for one in column.split("+") if one.strip())
        if not source or (way != COUNT and not columns):
            nodes.faults.append(Fault(values[way].place, _("{way}: does not say of what").format(
                way=way), _("write `{way}: attendance.hours`").format(way=way)))
        return Figure(way, source, columns, where)
    if where:
        nodes.faults.append(Fault(values["where"].place, _("{way}: has no rows to choose from"
                                                           ).format(way=way),
                                  _("write where: beside what is counted")))
    columns = (nodes.names(values, way) if isinstance(values[way], Items)
               else (nodes.text(values, way),))
    if (way in PAIRS and len(columns) != 2) or (way == RANK and len(columns) != 1):
        nodes.faults.append(Fault(values[way].place, _("{way}: takes other columns").format(
            way=way), _("write `{way}: [done, planned]`").format(way=way) if way in PAIRS else
            _("write `{way}: total`").format(way=way)))
    return Figure(way, "", columns, where)


def where_in(node: Node | None, nodes: KindNodes) -> Where:
    """Columns, and what each must be: a word, a list of words, or bounds."""
    found = []
    for key, value in entries_in(node, nodes.faults, "where"):
        if isinstance(value, Text):
            test = Criterion((value.text.strip(),))
        elif isinstance(value, Items):
            test = Criterion(nodes.names({"where": value}, "where"))
        else:
            values = nodes.values(value, _TEST, "where")
            low, high, under = (_bound(values, name, nodes) for name in _BOUNDS)
            test = Criterion(nodes.names(values, "any_of"), low, high, under,
                        nodes.names(values, "none_of"))
        found.append((key.text.strip(), test))
    return tuple(found)


def _bound(values: Mapping[str, Node], name: str, nodes: KindNodes) -> str:
    text = nodes.text(values, name)
    if text and bound_of(text) is None:
        nodes.faults.append(Fault(values[name].place, _("{text} is no number").format(text=text),
                                  _("write digits, such as 12 or 1/4")))
        return ""
    return text


def _cases(node: Node, nodes: KindNodes) -> Iterator[Case]:
    for item in items_in(node, nodes.faults, JUDGE):
        values = nodes.values(item, ("when", "says"), JUDGE)
        yield Case(nodes.text(values, "says"), where_in(values.get("when"), nodes))
