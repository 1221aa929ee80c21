"""What the file itself keeps of a form: its controls by field, its pictures, by where they stand.

A control is found by its tag (plans.form_marks), a field of an old form and a bookmark by the
field's name or label as well.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from checkers.controls import Control, Drawn
from checkers.document import Cell, Document, Paragraph, Spot, paragraphs_in
from checkers.form_reading.names import Names
from plans.form_marks import LONGEST_TAG, OF_COLUMN, OF_OPTION, column_tag, option_tag
from plans.kinds import Kind


class Held:
    """The controls and pictures of a document, and the paragraphs that they stand in."""

    def __init__(self, document: Document, kind: Kind) -> None:
        self.paragraphs: dict[Spot, Paragraph] = {
            one.spot: one for part in document.parts for block in part.blocks
            for one in paragraphs_in(block) if one.spot is not None}
        self.drawings: tuple[Drawn, ...] = (document.drawings() or ()) if document.drawings else ()
        self._by_tag: dict[str, list[Control]] = defaultdict(list)
        names = Names(kind.fields)
        controls: Iterable[Control] = (document.controls() or ()) if document.controls else ()
        for one in controls:
            self._by_tag[_tag(one, kind, names)].append(one)

    def controls(self, tag: str) -> list[Control]:
        """The controls with this tag, in order."""
        return self._by_tag.get(tag[:LONGEST_TAG], [])

    def ticks(self, name: str) -> Mapping[str, list[Control]]:
        """The boxes to tick of a field, by the option in their tag."""
        begin = option_tag(name, "")
        return {tag.removeprefix(begin): found for tag, found in self._by_tag.items()
                if tag.startswith(begin)}

    def columns(self, table: str) -> Iterator[tuple[str, Control]]:
        """Column and control for each control in the rows of a table."""
        begin = column_tag(table, "")
        for tag, found in self._by_tag.items():
            if tag.startswith(begin):
                for one in found:
                    yield tag.removeprefix(begin).partition(OF_OPTION)[0], one

    def place(self, control: Control) -> Paragraph | None:
        """The paragraph that a control stands in."""
        return self.paragraphs.get(control.spot) if control.spot is not None else None

    def drawn_in(self, cell: Cell) -> list[Drawn]:
        """The pictures that stand in a cell."""
        spots = {one.spot for one in paragraphs_in(cell) if one.spot is not None}
        return [one for one in self.drawings if one.spot in spots]


def _tag(control: Control, kind: Kind, names: Names) -> str:
    """The tag by which a control is found: an old field may be called as its label."""
    name = control.tag.partition(OF_OPTION)[0].partition(OF_COLUMN)[0]
    if control.source == "control" or (name.isascii() and kind.field_called(name) is not None):
        return control.tag
    field = kind.field_called(control.tag) or names.called(control.tag)
    return field.name if field else control.tag
