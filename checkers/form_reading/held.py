"""What the file itself keeps of a form: its controls by field, its pictures, by where they stand.

A control is found by its tag: the name of a field, `table.column` in a table's rows, `field/option`
for a box to tick; older fields and bookmarks by the field's name or label as well.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from checkers.controls import Control, Drawn
from checkers.document import Cell, Document, Paragraph, Spot, Table
from checkers.form_reading.names import Names
from plans.kinds import Kind

LONGEST_TAG = 64        # characters; Word takes no more


class Held:
    """The controls and pictures of a document, and the paragraphs that they stand in."""

    def __init__(self, document: Document, kind: Kind) -> None:
        self.paragraphs: dict[Spot, Paragraph] = {
            one.spot: one for part in document.parts for block in part.blocks
            for one in _paragraphs(block) if one.spot is not None}
        self.drawings: tuple[Drawn, ...] = (document.drawings() or ()) if document.drawings else ()
        self._by_tag: dict[str, list[Control]] = defaultdict(list)
        names = Names(kind.fields)
        controls: Iterable[Control] = (document.controls() or ()) if document.controls else ()
        for one in controls:
            self._by_tag[_tag(one, kind, names)].append(one)

    def controls(self, tag: str) -> list[Control]:
        """The controls with this tag, in order."""
        return self._by_tag.get(tag[:LONGEST_TAG], [])

    def boxes(self, name: str) -> Mapping[str, list[Control]]:
        """The boxes to tick of a field, by what follows `field/` in the tag."""
        begin = name + "/"
        return {tag.removeprefix(begin): found for tag, found in self._by_tag.items()
                if tag.startswith(begin)}

    def columns(self, table: str) -> Iterator[tuple[str, Control]]:
        """Column and control for each control in the rows of a table."""
        begin = table + "."
        for tag, found in self._by_tag.items():
            if tag.startswith(begin):
                for one in found:
                    yield tag.removeprefix(begin).partition("/")[0], one

    def place(self, control: Control) -> Paragraph | None:
        """The paragraph that a control stands in."""
        return self.paragraphs.get(control.spot) if control.spot is not None else None

    def drawn_in(self, cell: Cell) -> list[Drawn]:
        """The pictures that stand in a cell."""
        spots = {one.spot for one in _paragraphs(cell) if one.spot is not None}
        return [one for one in self.drawings if one.spot in spots]


def _tag(control: Control, kind: Kind, names: Names) -> str:
    """The tag by which a control is found: an old field may be called as its label."""
    name = control.tag.partition("/")[0].partition(".")[0]
    if control.source == "control" or (name.isascii() and kind.field_called(name) is not None):
        return control.tag
    field = kind.field_called(control.tag) or names.called(control.tag)
    return field.name if field else control.tag


def _paragraphs(block: Paragraph | Table | Cell) -> Iterator[Paragraph]:
    if isinstance(block, Paragraph):
        yield block
    elif isinstance(block, Cell):
        yield from block.paragraphs
        for table in block.tables:
            yield from _paragraphs(table)
    else:
        for row in block.rows:
            for cell in row:
                yield from _paragraphs(cell)
