"""A report → an .xlsx workbook: figures as live formulas over what they are counted from.

Loading this module loads openpyxl (190 ms): it is imported where a workbook is made, not before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.worksheet.worksheet import Worksheet

from generators.issued import issued_on, issuer_of
from generators.report_formulas import Row, SheetRange, formula_of
from generators.sheet_look import FOOT, MONTH_FORMAT, Column, cell_at, put_formula
from generators.sheet_table import FIRST_ROW, Entry, Looks, Table, add_table, free_name
from generators.sheet_values import cell_value
from generators.workbook_file import workbook_file
from plans.figures.computing import Computing, Own
from plans.figures.criteria import word_of
from plans.figures.tables import Ground
from plans.figures.vocabulary import BAR, COUNTED, RANK, Each, Figure
from plans.kinds import Field
from plans.plan import Plan
from plans.reports import plain

_NARROWEST, _WIDEST = 8, 44         # widths of a digit
_OVERVIEW = "总表"
_OVERVIEW_COLUMNS = (("项目", 26), ("数值", 16), ("单位", 10))
_FORMATS = {"percent": "0.0%", "money": "0.00", "month": MONTH_FORMAT}
_LOOKS: Looks = {}


def report_workbook(plan: Plan, script: Callable[[str], str] = str) -> bytes:
    """The workbook of a report: an overview, a sheet for each of its tables, and the tables that
    they are counted from. The same report gives the same bytes."""
    book = Workbook()
    book.remove(book.worksheets[0])
    _Writing(plan, book, script).fill()
    book.calculation.fullCalcOnLoad = True      # the figures are not in the file until it is opened
    return workbook_file(book, title=script(plan.title), creator=script(issuer_of(plan)),
                         created=issued_on(plan), identifier=plan.id)


class _Writing:
    """Writes the sheets of one report."""

    def __init__(self, plan: Plan, book: Workbook, script: Callable[[str], str]) -> None:
        self._plan, self._book, self._script = plan, book, script
        self._computing = Computing(plan.kind, {one.name: one for one in plan.grounds})
        self._ranges: dict[str, SheetRange] = {}

    def fill(self) -> None:
        """Fills the book."""
        kind = self._plan.kind
        grounds = self._computing.grounds
        tables = [one for one in kind.fields if one.each is not None and one.name in grounds]
        singles = [one for one in kind.fields if one.figure is not None]
        sources = list(dict.fromkeys(figure.source for figure in self._figures()
                                     if figure.source in grounds))
        shown = [grounds[one.name] for one in tables] + [
            grounds[name] for name in sources if kind.field_called(name) is None]
        if singles and kind.each is None:
            self._overview(singles)
        names = iter(self._names([one.label for one in shown]))
        for ground in shown:
            self._ranges[ground.name] = SheetRange(
                next(names), ground.columns, FIRST_ROW, FIRST_ROW + max(len(ground.rows), 1) - 1,
                frozenset(name for row in ground.rows for name, value in row.items()
                          if isinstance(value, tuple)))
        for ground in shown:
            field = kind.field_called(ground.name)
            self._table(ground, field if field in tables else None)
        if singles and kind.each is None:
            self._overview_formulas(singles)

    def _figures(self) -> Iterator[Figure]:
        for one in self._plan.kind.fields:
            if one.figure is not None:
                yield one.figure
            for column in one.columns:
                if column.figure is not None:
                    yield column.figure

    def _names(self, labels: list[str]) -> list[str]:
        """The names of the sheets, each once, as add_table will call them."""
        taken = list(self._book.sheetnames)
        for label in labels:
            taken.append(free_name(self._script(label), taken))
        return taken[len(self._book.sheetnames):]

    def _overview(self, singles: list[Field]) -> None:
        values = self._plan.values
        rows = tuple((Entry(self._script(one.label)), Entry(cell_value(values.get(one.name))),
                      Entry(self._script(one.unit))) for one in singles)
        columns = tuple(Column(self._script(label), width) for label, width in _OVERVIEW_COLUMNS)
        add_table(self._book, Table(_OVERVIEW, self._script(self._plan.title), self._note(),
                                    columns, rows, 1, True), _LOOKS, FOOT)

    def _overview_formulas(self, singles: list[Field]) -> None:
        sheet, values = self._book[_OVERVIEW], self._plan.values
        names = {one.name for one in singles}
        counted = self._computing.singles({name: value for name, value in values.items()
                                           if name not in names})
        cells = {one.name: f"B{FIRST_ROW + at}" for at, one in enumerate(singles)}
        row = Row(cells, {})
        for one in singles:
            assert one.figure is not None
            if one.figure.way in COUNTED and one.figure.source not in self._ranges:
                continue
            formula = formula_of(one.figure, row, self._ranges.get(one.figure.source), None, "")
            # What the input gives itself is no formula.
            if formula is not None and plain(one, counted[one.name]) == values.get(one.name):
                self._put(sheet, cells[one.name], formula, one)

    def _table(self, ground: Ground, field: Field | None) -> None:
        rows = tuple(tuple(Entry(cell_value(row.get(one.name))) for one in ground.columns)
                     for row in ground.rows)
        columns = tuple(Column(self._script(one.label), _width(one, ground)) for one in
                        ground.columns)
        add_table(self._book, Table(
            self._ranges[ground.name].sheet, self._script(ground.label), self._note(), columns,
            rows, 1, True), _LOOKS, FOOT)
        sheet = self._book.worksheets[-1]
        for at, one in enumerate(ground.columns, 1):
            if one.type in _FORMATS:
                for number in range(FIRST_ROW, FIRST_ROW + len(rows)):
                    cell_at(sheet, number, at).number_format = _FORMATS[one.type]
        if field is not None and field.each is not None:
            self._formulas(sheet, ground, field, field.each)
            self._chart(sheet, ground)

    def _formulas(self, sheet: Worksheet, ground: Ground, field: Field, each: Each) -> None:
        own_range = self._ranges[ground.name]
        source = self._computing.grounds[each.source]
        key = each.distinct or source.key
        key_column = next((one.name for one in field.columns if one.figure and
                           one.figure.columns == (key,) and not one.figure.source), "")
        for number in range(FIRST_ROW, FIRST_ROW + len(ground.rows)):
            cells = {one.name: f"{own_range.letter(one.name)}{number}" for one in field.columns}
            row = Row(cells, {one.name: f"${own_range.letter(one.name)}${own_range.first}:"
                              f"${own_range.letter(one.name)}${own_range.last}"
                              for one in field.columns})
            for one in field.columns:
                figure = one.figure
                # A rank among all, of whom the sheet shows only some, is no formula.
                if figure is None or (figure.way == RANK and (each.having or each.most)):
                    continue
                if figure.way in COUNTED:
                    link = self._computing.link(Own(source, key),
                                                self._computing.grounds[figure.source])
                    formula = formula_of(figure, row, self._ranges.get(figure.source), link,
                                         cells.get(key_column, ""))
                else:
                    formula = formula_of(figure, row, None, None, "")
                if formula is not None:
                    self._put(sheet, cells[one.name], formula, one)

    def _put(self, sheet: Worksheet, name: str, formula: str, one: Field) -> None:
        cell = sheet[name]
        put_formula(cell, f"={formula}", Column("", 0, _FORMATS.get(one.type, "General")))

    def _chart(self, sheet: Worksheet, ground: Ground) -> None:
        """A chart of what a bar shows, in greys that differ in print."""
        bar = next((one.figure for one in ground.columns if one.figure
                    and one.figure.way == BAR), None)
        names = [one.name for one in ground.columns]
        if bar is None or not ground.rows or any(one not in names for one in bar.columns):
            return
        chart = BarChart()
        chart.type, chart.title, chart.height, chart.width = "col", ground.label, 9, 22
        last = FIRST_ROW + len(ground.rows) - 1
        for name, grey in zip(reversed(bar.columns), ("BFBFBF", "404040"), strict=True):
            at = names.index(name) + 1
            chart.add_data(Reference(sheet, min_col=at, min_row=FIRST_ROW - 1, max_row=last),
                           titles_from_data=True)
            chart.series[-1].graphicalProperties.solidFill = grey
        chart.set_categories(Reference(sheet, min_col=1, min_row=FIRST_ROW, max_row=last))
        chart.x_axis.delete = chart.y_axis.delete = False
        sheet.add_chart(chart, f"A{last + 3}")

    def _note(self) -> str:
        period = self._plan.period
        return self._script(f"{period.chinese if period else ''}　　"
                            "数字由后面各表的记录算出，改了记录会跟着变")


def _width(one: Field, ground: Ground) -> float:
    """As wide as the longest text of the column and its label take."""
    longest = max((len(word_of(row.get(one.name))) for row in ground.rows[:200]), default=0)
    return min(max(2.0 * longest + 2, 2.0 * len(one.label) + 3, _NARROWEST), _WIDEST)
