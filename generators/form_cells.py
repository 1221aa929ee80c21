"""What stands in the cells of a form: labels, values, boxes of text, lines to sign on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generators.form_controls import Controls, Slot, shown
from generators.form_grid import MARGIN, Cell, Grid
from generators.form_text import CENTRED, LABEL, PROSE, SIGN, VALUE, paragraph, run
from generators.form_widths import label_lines
from generators.signature import width
from plans.field_types import LONG
from plans.kinds import Field
from plans.plan import Value

LINE_HEIGHT = 340               # twips, of a line in a cell
_PADDING = 160                  # twips, above and below all of them
_SIGNATURE_ROOM = 8             # characters behind 签字：
_RIGHT = 2                      # characters kept free at the right of a line to sign on
_ABOVE_SIGNED = 200             # twips
PICTURE_HEIGHT = 2700           # twips
MOST_WHOLE = 25                 # lines of a box that a page break does not divide


@dataclass(frozen=True, slots=True)
class Cells:
    """Draws cells on a `grid`; `char` is the width of a character in twips."""

    grid: Grid
    controls: Controls
    char: int

    def fits(self, left: int, right: int) -> int:
        """How many characters stand on a line of a cell."""
        return max(1, int((self.grid.twips(left, right) - 2 * MARGIN + 20) // self.char))

    def units(self, characters: float) -> int:
        """How many columns of the grid a cell takes that holds so many on a line."""
        return self.grid.units(characters * self.char + 2 * MARGIN)

    def label(self, text: str, left: int, right: int, lines: int = 0, merge: str = "") -> Cell:
        """A label; where its box is `lines` high and narrow, as many as fit stand one below the
        other."""
        room = self.fits(left, right)
        on_a_line = label_lines(text, room)
        if room <= 2 and len(text) % 2 and room < len(text) <= lines:
            on_a_line = 1
        # An indent, not a line end: the label stays one word for whoever looks for it.
        free = self.grid.twips(left, right) - 2 * MARGIN - on_a_line * self.char
        side = max(0, free // 2 - 20) if on_a_line < min(room, len(text)) else 0
        indent = f'<w:ind w:left="{side}" w:right="{side}"/>' if side else ""
        return Cell(paragraph(run(text), LABEL, indent), left, right, merge=merge)

    def value(self, field: Field, value: Value | None, left: int, right: int, *,
              centred: bool = True) -> Cell:
        """The place of a short value; one that takes several lines is not centred."""
        room = self.grid.twips(left, right) - 2 * MARGIN
        content = self.controls.of(Slot(field, field.name), value, self.fits(left, right),
                                   (room, PICTURE_HEIGHT))
        centred = (centred and field.type not in LONG
                   and width(shown(field, value)) <= self.fits(left, right))
        return Cell(paragraph(content, CENTRED if centred else VALUE), left, right)

    def box(self, field: Field, value: Value | None, left: int, right: int) -> Cell:
        """The place of a long text, with the lines to sign on at its foot."""
        text = shown(field, value)
        style = VALUE if field.attached or "\n" in text else PROSE
        on_a_line = self.fits(left, right)
        content = paragraph(self.controls.of(Slot(field, field.name), value, on_a_line), style)
        if not field.signed:
            return Cell(content, left, right, "top")
        written = lines_of(text, on_a_line) if text else 0
        free = (box_lines(field) - written - len(field.signed)) * LINE_HEIGHT if text else 0
        return Cell(content + signed_lines(field.signed, self.char, max(_ABOVE_SIGNED, free)),
                    left, right, "bottom")


def box_lines(field: Field) -> int:
    """How many lines high the box of a long text is."""
    return max(field.lines or (5 if field.signed else 6), len(field.signed) + 2
               if field.signed else 1)


def height_of(lines: int) -> int:
    """Twips."""
    return lines * LINE_HEIGHT + _PADDING


def lines_of(text: str, on_a_line: int) -> int:
    """How many lines `text` takes where so many characters stand on one."""
    return sum(max(1, -int(-width(line) // on_a_line)) for line in text.split("\n"))


def signed_lines(lines: Iterable[str], char: int, above: int = _ABOVE_SIGNED) -> str:
    """Lines to sign on, at the right; behind 签字： there is room to do so."""
    written = []
    for number, line in enumerate(lines):
        right = (_SIGNATURE_ROOM if line.endswith(("：", ":")) else _RIGHT) * char
        before = f'<w:spacing w:before="{above}"/>' if not number else ""
        written.append(paragraph(run(line), SIGN, f'{before}<w:ind w:right="{right}"/>'))
    return "".join(written)
