"""How a form is laid out, strip by strip, as its kind.yaml says.

    layout:
      - {photo: 照片, rows: 4}              # at the right edge of the next four strips
      - [姓名, 性别, 出生年月]              # side by side, each a label and its value
      - 带班特色                            # alone: its label at the left, or a table's own rows
      - {title: 三、推荐意见}
      - {text: 以上内容属实。, signed: [申报人签名]}
      - {page: new}

Fields go by their name or their label; what no strip names comes last, in order; in a report whose
figures are counted it is not printed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plans.errors import Fault
from plans.field_types import LONG, TABLE
from plans.keys import items_in
from plans.kind_nodes import KindNodes
from plans.kinds import Field
from plans.located import Items, Node, Text
from plans.messages import _
from plans.strips import FIELDS, PAGE, PHOTO, TEXT, TITLE, Strip

_STRIP = ("photo", "rows", "title", "text", "signed", "page")
_SORTS = ("photo", "title", "text", "page")
MOST_BESIDE = 30        # strips that a photo stands beside
_SIDE_BY_SIDE = 2       # short fields in a strip where the kind does not say


def layout_in(node: Node | None, fields: Sequence[Field], nodes: KindNodes) -> tuple[Strip, ...]:
    """The strips under a node, () where there is none."""
    if node is None:
        return ()
    strips: list[Strip] = []
    placed: dict[str, str] = {}
    for item in items_in(node, nodes.faults, "layout"):
        if isinstance(item, Text | Items):
            named = [item] if isinstance(item, Text) else [
                one for one in item.items if isinstance(one, Text)]
            nodes.faults.extend(Fault(one.place, _("{what} must hold plain text").format(
                what="layout"), _("write the labels side by side: [姓名, 性别]"))
                for one in (item.items if isinstance(item, Items) else ())
                if not isinstance(one, Text))
            found = [field for one in named if (field := _field(one, fields, nodes, placed))]
            strips.append(Strip(FIELDS, tuple(one.name for one in found)))
            continue
        values = nodes.values(item, _STRIP, "layout")
        sorts = set(values) - {"rows", "signed"}
        if len(sorts) > 1 or not (sorts or "signed" in values):
            nodes.faults.append(Fault(item.place, _("this line of the layout is not one thing"), _(
                "write one of: {names}").format(names=", ".join(_SORTS))))
        signed = nodes.names(values, "signed")
        if "photo" in values:
            nodes.text(values, "photo")         # a list is a fault
            photo = values["photo"]
            one = _field(photo, fields, nodes, placed) if isinstance(photo, Text) else None
            strips.append(Strip(PHOTO, (one.name,) if one else (), rows=nodes.number(
                values, "rows", MOST_BESIDE) or 1))
        elif "page" in values:
            nodes.one_of(values, "page", ("new",))
            strips.append(Strip(PAGE))
        elif "title" in values:
            strips.append(Strip(TITLE, text=nodes.text(values, "title"), signed=signed))
        else:
            strips.append(Strip(TEXT, text=nodes.text(values, "text"), signed=signed))
    # A report has fields for its title and for what is counted; what is printed is laid out.
    counted = any(one.figure or one.each for one in fields)
    return (*strips, *strips_of([one for one in fields
                                 if one.name not in placed and not counted]))


def strips_of(fields: Sequence[Field]) -> Iterator[Strip]:
    """A decent layout of `fields` where nobody has laid them out: short ones in pairs."""
    waiting: list[str] = []
    for one in fields:
        if one.type in (TABLE, *LONG):
            yield from _filled(waiting)
            waiting = []
            yield Strip(FIELDS, (one.name,))
            continue
        waiting.append(one.name)
        if len(waiting) == _SIDE_BY_SIDE:
            yield from _filled(waiting)
            waiting = []
    yield from _filled(waiting)


def _filled(names: list[str]) -> Iterator[Strip]:
    if names:
        yield Strip(FIELDS, tuple(names))


def _field(node: Text, fields: Sequence[Field], nodes: KindNodes,
           placed: dict[str, str]) -> Field | None:
    text = node.text.strip()
    found = next((one for one in fields if text in one.keys), None)
    if found is None:
        nodes.faults.append(Fault(node.place, _("{name} is no field here").format(name=text), _(
            "write one of: {names}").format(names="、".join(one.label for one in fields) or "–")))
    elif found.name in placed:
        nodes.faults.append(Fault(node.place, _("{name} stands in the layout twice").format(
            name=text), _("keep one of the two")))
    else:
        placed[found.name] = text
    return found
