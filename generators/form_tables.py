"""A field of a form that is a table: its labels, its rows, and places for further ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generators.form_cells import MOST_WHOLE, Cells, lines_of
from generators.form_controls import Slot, shown
from generators.form_grid import Cell, Row
from generators.form_text import CENTRED, LABEL, SMALL, VALUE, paragraph, run
from generators.form_widths import Lines, column_shares, label_lines
from plans.field_types import LONG
from plans.fixed_rows import fixed_at
from plans.form_marks import column_tag
from plans.kinds import Field, Kind
from plans.plan import Value, rows_of

_BLANK_ROWS = 3                 # of a table that does not say
_MOST_BESIDE = 6                # columns that a table has room for beside its label
_MOST_WITHIN = 10               # rows that one page surely holds beside a label
_HEIGHT, _LINE = 460, 330       # twips


def is_sheet(field: Field, kind: Kind) -> bool:
    """Whether a table takes the whole width, its head on every page, rather than stand beside its
    label."""
    return (kind.paper == "landscape" or field.each is not None
            or len(field.columns) > _MOST_BESIDE
            or max(len(field.fixed), field.rows) > _MOST_WITHIN)


@dataclass(frozen=True, slots=True)
class FormTable:
    """Draws the rows of the table `field` with `value` between two lines of the grid."""

    field: Field
    value: Value | None
    cells: Cells
    lines: Lines

    def beside_label(self, left: int, middle: int, right: int) -> Iterator[Row]:
        """The rows, with the label of the table at their left down to `middle`."""
        rows = list(self.rows(middle, right))
        whole = sum(row.height for row in rows) // _LINE
        for number, row in enumerate(rows):
            label = (Cell(paragraph("", LABEL), left, middle, merge="continue") if number else
                     self.cells.label(self.field.label, left, middle, whole, "restart"))
            yield replace(row, cells=(label, *row.cells))

    def rows(self, left: int, right: int, *, repeated: bool = False) -> Iterator[Row]:
        """The head, then a row for each that is given, and blank ones."""
        edges = self._edges(left, right)
        places = list(zip(self.field.columns, edges, edges[1:], strict=False))
        yield self._head(places, repeated)
        rows = self._given()
        control = self.cells.controls.control
        for number, (row, blank_before) in enumerate(rows):
            drawn = self._row(places, row, number, prompted=not blank_before)
            if not self.field.fixed:
                # Word then offers to add a row; the whole row is what it repeats.
                begin, end = control("", "", _ITEM, "|").split("|")
                drawn = replace(drawn, before=begin, behind=end)
                if number == 0:
                    start = control(self.field.name, self.field.label, _SECTION, "|").split("|")[0]
                    drawn = replace(drawn, before=start + drawn.before)
                if number == len(rows) - 1:
                    drawn = replace(drawn, behind=drawn.behind + "</w:sdtContent></w:sdt>")
            yield drawn

    def _edges(self, left: int, right: int) -> list[int]:
        shares = column_shares(self.field.columns, right - left)
        edges = [left]
        for share in shares[:-1]:
            edge = edges[-1] + share
            edges.append(max(self.lines.at(edge, 2, 2), edges[-1] + 1))
        return [*edges, right]

    def _head(self, places: Sequence[tuple[Field, int, int]], repeated: bool) -> Row:
        room = [(column, self.cells.fits(left, right)) for column, left, right in places]
        most = max(-(-len(column.label) // label_lines(column.label, fits))
                   for column, fits in room)
        return Row(tuple(self.cells.label(column.label, left, right)
                         for column, left, right in places),
                   max(_HEIGHT, most * _LINE + 60), repeated=repeated)

    def _given(self) -> list[tuple[Mapping[str, Value], bool]]:
        """The rows to draw, and of each whether it is a blank one below another blank one."""
        given = [dict(row) for row in rows_of(self.value)
                 if any(shown(column, row.get(column.name)) for column in self.field.columns)]
        if self.field.fixed:
            taken: list[int] = []
            by_number: dict[int, Mapping[str, Value]] = {}
            for row in given:
                if (at := fixed_at(self.field, row, taken)) is not None:
                    taken.append(at)
                    by_number[at] = row
            return [(by_number.get(at, {}), at > 0) for at in range(len(self.field.fixed))]
        least = (self.field.rows or _BLANK_ROWS) if self.cells.controls.to_fill_in else 1
        blank = max(0, least - len(given))
        return [*((row, False) for row in given), *(({}, number > 0) for number in range(blank))]

    def _row(self, places: Sequence[tuple[Field, int, int]], row: Mapping[str, Value],
             number: int, *, prompted: bool) -> Row:
        fixed = self.field.fixed[number] if self.field.fixed else {}
        above = self.field.fixed[number - 1] if fixed and number else {}
        below = (self.field.fixed[number + 1] if self.field.fixed
                 and number + 1 < len(self.field.fixed) else {})
        drawn, most, joined_above, joined_below = [], 0, True, True
        for column, left, right in places:
            text = fixed.get(column.name, "")
            joined_above = joined_above and bool(text) and above.get(column.name) == text
            joined_below = joined_below and bool(text) and below.get(column.name) == text
            merge = "continue" if joined_above else "restart" if joined_below else ""
            said = text or shown(column, row.get(column.name))
            on_a_line = self.cells.fits(left, right)
            content = "" if joined_above else run(text) if text else self.cells.controls.of(
                Slot(column, column_tag(self.field.name, column.name), prompted, bool(fixed)),
                row.get(column.name), on_a_line)
            lines = lines_of(said, on_a_line)
            is_long = column.type in LONG or (lines > 1 and not column.options)
            drawn.append(Cell(self._text(content, is_long, column), left, right, merge=merge))
            most = max(most, lines)
        return Row(tuple(drawn), _HEIGHT, splits=most > MOST_WHOLE)

    def _text(self, content: str, is_long: bool, column: Field) -> str:
        """Short values stand in the middle; what takes several lines begins at the left."""
        if column.small or len(self.field.columns) > _MOST_BESIDE:
            return paragraph(content, SMALL, '<w:jc w:val="left"/>' if is_long else "")
        return paragraph(content, VALUE if is_long else CENTRED)


_SECTION, _ITEM = "<w15:repeatingSection/>", "<w15:repeatingSectionItem/>"
