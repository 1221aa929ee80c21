"""`records:` of a form's kind.yaml: what of a filled-in form goes into which list of records."""

from __future__ import annotations

from collections.abc import Mapping

from plans.errors import Fault
from plans.keys import entries_in, items_in
from plans.kind_nodes import KindNodes
from plans.located import Node, Text
from plans.messages import _
from plans.record_maps import RecordMap

_MAP = ("list", "each", "values", "fixed")


def record_maps_in(node: Node | None, nodes: KindNodes) -> tuple[RecordMap, ...]:
    """What a kind says of records."""
    maps = []
    for item in items_in(node, nodes.faults, "records") if node else ():
        values = nodes.values(item, _MAP, "records")
        if not nodes.text(values, "list"):
            nodes.faults.append(Fault(item.place, _("records: does not say which list"),
                                      _("write `list: scores`")))
        maps.append(RecordMap(nodes.text(values, "list"), nodes.text(values, "each"),
                              _pairs(values, "values", nodes), _pairs(values, "fixed", nodes)))
    return tuple(maps)


def _pairs(values: Mapping[str, Node], name: str,
           nodes: KindNodes) -> tuple[tuple[str, str], ...]:
    return tuple((key.text.strip(), value.text.strip())
                 for key, value in entries_in(values.get(name), nodes.faults, name)
                 if isinstance(value, Text))
