"""The conditions that a kind.yaml sets, and the years that a table adds up to.

    conditions:
      - {field: homeroom_years, at_least: 6, level: must, says: 具备6年以上班主任工作年限}
      - field: contests             # of a table: how many rows are like this, one at least
        where: {级别: {at_least: 市级}, 名称: {any_of: [能力比赛]}}
        within: {date: 时间, years: 5, until: 申报日期}
        level: prefer
        says: 近五年能力比赛获奖
    spans:
      - {field: homeroom_years, table: posts, first: 起始, last: 终止, until: 申报日期}

Fields and columns go by their name or their label.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from plans.errors import Fault
from plans.field_types import TABLE
from plans.keys import entries_in, items_in
from plans.kind_nodes import KindNodes
from plans.kinds import MUST, PREFER, Claim, Condition, Field, Spans
from plans.located import Node
from plans.messages import _

_CONDITION = ("id", "field", "at_least", "any_of", "where", "within", "level", "says")
_CLAIM = ("at_least", "any_of")
_WITHIN = ("date", "years", "until")
_SPANS = ("field", "table", "first", "last", "until")


def conditions_in(node: Node | None, fields: Sequence[Field],
                  nodes: KindNodes) -> tuple[Condition, ...]:
    """The conditions under a node; those without an id are called by their field and count."""
    conditions: list[Condition] = []
    for item in items_in(node, nodes.faults, "conditions") if node else ():
        values = nodes.values(item, _CONDITION, _("a condition"))
        field = _called(values, "field", fields, nodes)
        if (one := nodes.text(values, "id")) and one in [each.id for each in conditions]:
            nodes.claim((one,), one, values["id"].place, {one: one})
        within = nodes.values(values.get("within"), _WITHIN, "within")
        columns = field.columns if field else ()
        if not nodes.text(values, "says"):
            nodes.faults.append(Fault(item.place, _("a condition does not say what it asks for"),
                                      _("write `says: …`, as the school puts it")))
        date = _called(within, "date", columns, nodes)
        until = _called(within, "until", fields, nodes)
        name = field.name if field else ""
        conditions.append(Condition(
            id=nodes.text(values, "id") or f"{name}-{len(conditions) + 1}", field=name,
            says=nodes.text(values, "says"),
            level=nodes.one_of(values, "level", (MUST, PREFER), MUST),
            claim=_claim(values, nodes), where=_where(values.get("where"), columns, nodes),
            date=date.name if date else "", years=nodes.number(within, "years", 100),
            until=until.name if until else ""))
    return tuple(conditions)


def spans_in(node: Node | None, fields: Sequence[Field], nodes: KindNodes) -> tuple[Spans, ...]:
    """The sums of years under a node."""
    spans = []
    for item in items_in(node, nodes.faults, "spans") if node else ():
        values = nodes.values(item, _SPANS, "spans")
        table = _called(values, "table", [one for one in fields if one.type == TABLE], nodes)
        columns = table.columns if table else ()
        parts = (_called(values, "field", fields, nodes), table,
                 _called(values, "first", columns, nodes), _called(values, "last", columns, nodes),
                 _called(values, "until", fields, nodes))
        spans.append(Spans(*(one.name if one else "" for one in parts)))
    return tuple(spans)


def _claim(values: Mapping[str, Node], nodes: KindNodes) -> Claim:
    words = values.get("any_of")
    named = tuple(filter(None, map(str.strip, nodes.names(values, "any_of"))))
    if words is not None and not named:
        nodes.faults.append(Fault(words.place, _("any_of: names nothing"),
                                  _("name what counts, or leave any_of out")))
    return Claim(nodes.text(values, "at_least"), named)


def _where(node: Node | None, columns: Sequence[Field],
           nodes: KindNodes) -> tuple[tuple[str, Claim], ...]:
    claims = []
    for key, value in entries_in(node, nodes.faults, "where"):
        column = _called({"where": key}, "where", columns, nodes)
        if column is not None:
            claims.append((column.name, _claim(nodes.values(value, _CLAIM, "where"), nodes)))
    return tuple(claims)


def _called(values: Mapping[str, Node], key: str, fields: Sequence[Field],
            nodes: KindNodes) -> Field | None:
    """The field that the text under `key` names; a name that no field has is a fault."""
    text = nodes.text(values, key)
    found = next((one for one in fields if text in one.keys), None)
    if text and found is None:
        nodes.faults.append(Fault(
            values[key].place, _("{name} is no field here").format(name=text),
            _("write one of: {names}").format(names="、".join(one.label for one in fields) or "–")))
    return found
