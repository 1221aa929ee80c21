"""`scoring:` of a kind.yaml → what it scores, every fault with its line."""

from __future__ import annotations

from plans.errors import Fault
from plans.figures.vocabulary import Criterion
from plans.keys import items_in
from plans.kind_nodes import KindNodes
from plans.located import Node
from plans.messages import _
from plans.scoring import FormItems, Item, Scoring


def scoring_in(node: Node | None, nodes: KindNodes) -> Scoring | None:
    """`scoring:` of a kind.yaml."""
    if node is None:
        return None
    values = nodes.values(node, ("items", "form", "table", "id", "most"), "scoring")
    items: list[Item] = []
    seen: dict[str, str] = {}
    for item in items_in(values["items"], nodes.faults, "items") if "items" in values else ():
        given = nodes.values(item, ("id", "part", "at_least", "at_most"), _("an item"))
        if not nodes.text(given, "id"):
            nodes.faults.append(Fault(item.place, _("an item has no name"), _("write `id: …`")))
        nodes.amount(given, "at_least")
        nodes.amount(given, "at_most")
        items.append(Item(nodes.text(given, "id"), Criterion(
            at_least=nodes.text(given, "at_least"), at_most=nodes.text(given, "at_most")),
            nodes.text(given, "part")))
    form = nodes.text(values, "form")
    if form and items:
        nodes.faults.append(Fault(values["items"].place, _("scoring: has items and a form"),
                                  _("name the items here, or the form that lays them down")))
    for one in items:
        nodes.claim((one.id,), one.id, node.place, seen)
    return Scoring(tuple(items), FormItems(
        form, nodes.text(values, "table"), nodes.text(values, "id"), nodes.text(values, "most"))
        if form else None)
