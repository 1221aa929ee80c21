"""What a drawing holds: text boxes, SmartArt, pictures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import _Element

from checkers.word import markup as m


@dataclass(frozen=True, slots=True)
class Held:
    """`boxes` are elements that hold blocks, `diagrams` relationship ids, `pictures` a number."""

    boxes: tuple[_Element, ...] = ()
    diagrams: tuple[str, ...] = ()
    pictures: int = 0


def held_by(graphic: _Element) -> Held:
    """What the w:drawing, w:pict or w:object `graphic` holds."""
    found = [element.tag for element in graphic.iter(m.TXBX, m.DIAGRAM, *m.PICTURES)]
    boxes = tuple(_boxes(graphic)) if m.TXBX in found else ()
    diagrams = tuple(one.get(m.DIAGRAM_MODEL, "") for one in graphic.iter(m.DIAGRAM)) \
        if m.DIAGRAM in found else ()
    return Held(boxes, diagrams, len(found) - found.count(m.TXBX) - len(diagrams))


def diagram_lines(model: _Element) -> Iterator[str]:
    """What the shapes of a SmartArt say, a line each, from the root of its data model."""
    for paragraph in model.iter(m.A_P):
        line = "".join(text.text or "" for text in paragraph.iter(m.A_T))
        if line.strip():
            yield line


def _boxes(element: _Element) -> Iterator[_Element]:
    for child in element:
        if child.tag == m.TXBX:
            yield child
        else:
            yield from _boxes(m.chosen(child) if child.tag == m.ALTERNATE else child)
