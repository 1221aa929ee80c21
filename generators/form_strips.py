"""The strips of a form, one below the other, on one grid: tables, and what stands between them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generators.form_bands import Band, banded, fields_of, is_of_pairs, sheet_of, table_of
from generators.form_cells import MOST_WHOLE, Cells, box_lines, height_of, lines_of, signed_lines
from generators.form_controls import Slot, shown
from generators.form_grid import MARGIN, Cell, Row
from generators.form_pairs import HEIGHT, Pairs, heads
from generators.form_tables import FormTable
from generators.form_text import CENTRED, GAP, LABEL, PROSE, SMALL, paragraph, run
from generators.form_widths import Lines
from generators.styles import EAST
from plans.field_types import TABLE
from plans.kinds import Field
from plans.pictures import Picture
from plans.plan import Plan, Value
from plans.strips import FIELDS, PAGE, TITLE, Strip

_PHOTO = (1790, 2560)           # twips, of the cell of a photo: 32 by 45 mm
_NARROW = 2                     # characters of the label beside a tall box
_BESIDE_TITLE = 560             # twips


class Strips:
    """Draws the strips of the form that `plan` fills in."""

    def __init__(self, plan: Plan, cells: Cells) -> None:
        self._kind, self._values, self._cells = plan.kind, dict(plan.values), cells
        self._right = cells.grid.columns
        self._beside_photo = self._right - cells.grid.units(_PHOTO[0])
        self._heads, self._bands = banded(plan.kind)
        self._lines = Lines(self._right, self._beside_photo) if any(
            band.photo for band in self._bands) else Lines(self._right)
        self._narrow = self._lines.at(cells.units(_NARROW))
        groups = [(fields_of(strip, plan.kind), self._end(band)) for band in self._bands
                  for strip in band.strips if is_of_pairs(strip, plan.kind)]
        self._pairs = Pairs(cells, self._lines, groups)

    def xml(self) -> Iterator[str]:
        """The tables of the form, and the paragraphs between them; one of those is the last."""
        if self._heads:
            rows = [fields_of(one, self._kind) for one in self._heads]
            yield self._table(heads(rows, self._values, self._cells), bordered=False)
        waiting: list[Row] = []
        begun = ""
        for band in self._bands:
            sheet = None if band.photo else sheet_of(band.strips[0], self._kind)
            if sheet is None and band.strips[0].type != PAGE:
                waiting += self._rows(band)
                continue
            if waiting:
                yield begun + self._table(waiting)
                waiting, begun = [], ""
            if sheet is not None:
                yield begun + self._table(list(self._sheet(sheet)))
                begun = ""
            else:
                begun = paragraph("", GAP, "<w:pageBreakBefore/>")
        yield begun
        if waiting:
            yield self._table(waiting)

    def _table(self, rows: list[Row], *, bordered: bool = True) -> str:
        # Word makes one table of two with no paragraph between them.
        return self._cells.grid.table(rows, bordered=bordered) + paragraph("", GAP, _NO_HEIGHT)

    def _end(self, band: Band) -> int:
        return self._beside_photo if band.photo else self._right

    def _rows(self, band: Band) -> list[Row]:
        end = self._end(band)
        rows = [row for strip in band.strips for row in self._strip(strip, end)]
        if band.photo is None:
            return rows
        least = -(-_PHOTO[1] // len(rows))
        rows = [replace(row, height=max(row.height, least)) for row in rows]
        room = (self._cells.grid.twips(end, self._right) - 2 * MARGIN,
                sum(row.height for row in rows) - 200)
        photo = self._photo(band.photo, end, room)
        below = Cell(paragraph("", CENTRED), end, self._right, merge="continue")
        if len(rows) == 1:
            return [rows[0].beside(photo)]
        return [rows[0].beside(replace(photo, merge="restart")),
                *(row.beside(below) for row in rows[1:])]

    def _photo(self, field: Field, left: int, room: tuple[int, int]) -> Cell:
        value = self._values.get(field.name)
        label = ""
        if not isinstance(value, Picture):
            # Where the picture is there, nobody need be told what belongs there.
            label = paragraph(run(field.label), LABEL)
            if field.help and self._cells.controls.to_fill_in:
                label += paragraph(run(f"（{field.help}）"), SMALL)
            room = (room[0] * 2 // 3, room[1] // 2)
        content = self._cells.controls.of(Slot(field, field.name), value, 0, room)
        return Cell(label + paragraph(content, CENTRED), left, self._right)

    def _strip(self, strip: Strip, end: int) -> Iterator[Row]:
        if strip.type != FIELDS:
            yield self._across(strip, end)
            return
        fields = fields_of(strip, self._kind)
        if table := table_of(strip, self._kind):
            yield from self._form_table(table).beside_label(0, self._narrow, end)
        elif is_of_pairs(strip, self._kind):
            yield self._pairs.row(fields, self._values, end)
        elif fields:
            yield self._box(fields[0], end)

    def _box(self, field: Field, end: int) -> Row:
        value = self._values.get(field.name)
        lines = box_lines(field)
        label = self._cells.label(field.label, 0, self._narrow, lines)
        written = lines_of(shown(field, value), self._cells.fits(self._narrow, end))
        return Row((label, self._cells.box(field, value, self._narrow, end)), height_of(lines),
                   splits=not field.signed or written > MOST_WHOLE)

    def _across(self, strip: Strip, end: int) -> Row:
        """A title, or a text with lines to sign on."""
        is_title = strip.type == TITLE
        content = (paragraph(run(strip.text, fonts=f"<w:rFonts{EAST}/><w:b/>"), LABEL)
                   if is_title else paragraph(run(strip.text), PROSE))
        content += signed_lines(strip.signed, self._cells.char)
        return Row((Cell(content, 0, end),), _BESIDE_TITLE if is_title else HEIGHT)

    def _sheet(self, field: Field) -> Iterator[Row]:
        """A table that takes the whole width; a title says which it is where there are several."""
        if sum(one.type == TABLE for one in self._kind.fields) > 1:
            yield Row((Cell(paragraph(run(field.label), LABEL), 0, self._right),), _BESIDE_TITLE,
                      repeated=True)
        yield from self._form_table(field).rows(0, self._right, repeated=True)

    def _form_table(self, field: Field) -> FormTable:
        value: Value | None = self._values.get(field.name)
        return FormTable(field, value, self._cells, self._lines)


_NO_HEIGHT = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
