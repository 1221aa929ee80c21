"""A kind.yaml that says only what differs from another kind: `like: its-id`.

What it does not say is as the other says it. Of fields and sections each item is its own: one of
the same name stands in the place of the other's, others come behind. What a kind is called
(id, name, also …) is never another's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from plans.errors import Fault
from plans.keys import entries_in
from plans.located import Entries, Items, Node, Text, read_yaml
from plans.messages import _

LIKE = "like"
_OWN = frozenset({"id", "version", "name", "also", "file_name", "purpose", LIKE})
_LISTS: Mapping[str, tuple[str, ...]] = {"fields": ("name",), "sections": ("topic", "title")}
"""The lists that are put together item by item, and what an item is called by, the first it has."""


def kind_node(folder: Path, folder_of: Callable[[str], Path | None],
              faults: list[Fault], below: tuple[str, ...] = ()) -> Entries:
    """What `folder`/kind.yaml and those that it is like say together; `below` are kinds that are
    like this one. Raises UserError where a file cannot be read."""
    own = entries_in(read_yaml(folder / "kind.yaml", faults), faults, _("a kind"))
    node = own.get(LIKE)
    key = node.text.strip() if isinstance(node, Text) else ""
    if node is None:
        return own
    other = folder_of(key)
    if other is None or key in (*below, folder.name):
        faults.append(Fault(node.place, _("like: there is no other kind {kind}").format(
            kind=key or "–"), _("write the id of a kind, as `homeroom kinds` lists them")))
        return own
    return _together(own, kind_node(other, folder_of, faults, (*below, folder.name)))


def _together(own: Entries, other: Entries) -> Entries:
    mine = {key.text: value for key, value in own}
    inherited = tuple((key, _merged(key.text, mine.get(key.text), value)) for key, value in other
                      if key.text not in _OWN)
    named = {key.text for key, _value in inherited}
    return Entries((*(one for one in own if one[0].text not in named), *inherited), own.place)


def _merged(name: str, own: Node | None, other: Node) -> Node:
    if own is None:
        return other
    if name not in _LISTS or not (isinstance(own, Items) and isinstance(other, Items)):
        return own
    if not own.items:
        return own              # an empty list says that there are none
    called = {_name(item, _LISTS[name]): item for item in own.items}
    kept = [called.pop(_name(item, _LISTS[name]), item) for item in other.items]
    return Items((*kept, *_rest(own.items, called.values())), own.place)


def _rest(items: Iterable[Node], left: Iterable[Node]) -> list[Node]:
    """Those of the items that are left, in order; what has no name is told by who reads it."""
    chosen = {id(one) for one in left}
    return [one for one in items if id(one) in chosen]


def _name(item: Node, names: tuple[str, ...]) -> str:
    values = [item.get(name) for name in names] if isinstance(item, Entries) else [item]
    return next((one.text.strip() for one in values if isinstance(one, Text)), "")
