"""The rows of a table that repeats → an answer for each cell, those that are blank left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from checkers.answers import (
    BLANK,
    BOUNDS,
    CONTROL,
    GIVEN,
    MISSING,
    TABLE,
    UNCLEAR,
    Answer,
    Doubt,
)
from checkers.controls import Control
from checkers.document import Cell, Spot
from checkers.findings import NOWHERE, Location, at_paragraph
from checkers.form_reading.entries import Entry
from checkers.form_reading.grids import FormGrid, own_text
from checkers.form_reading.names import Names
from checkers.form_reading.rows import Head, data_rows
from plans.comparing import compare_form
from plans.field_bounds import bounds_broken
from plans.field_types import printed
from plans.fixed_rows import fixed_at, fixed_columns, fixed_row
from plans.form_marks import OF_OPTION
from plans.kinds import Field
from plans.plan import Row

# 合计：300元 below the rows is the form's own; as a row it would be counted once more.
_TOTAL = re.compile(r"(?:合计|总计|小计|共计|总和)(?:金额|人数|得分)?(?:\d+\w{0,3})?|total")
_LONGEST_TOTAL = 20     # characters
_COUNTING = frozenset(("序号", "编号", "备注"))
_NOTHING = frozenset(("", "无", "暂无", "没有"))
Cells = Mapping[str, Answer]


def table_answer(field: Field, head: Head | None, entry: Entry) -> Answer:
    """The answer of a table: its rows as they stand under `head`, its row of labels."""
    if head is None:
        return _of_controls(field, entry)
    labels = Names(field.columns)
    rows: list[Cells] = [row for grid, at, cells in data_rows(head)
                         if (row := _row(field, labels, grid, at, cells, entry))]
    doubts = [Doubt(UNCLEAR, "、".join(one.label for one in head.rivals))] if head.rivals else []
    if field.fixed:
        rows, strange = _in_place(field, rows)
        doubts += strange
    if len(head.columns) < len(field.columns):
        doubts += [Doubt(UNCLEAR, label, place) for label, place in _unread(head)]
    return _answer(field, rows, tuple(doubts), head.grid.place(*(head.label or (
        head.row, next(iter(head.columns.values()))))))


def _answer(field: Field, rows: Sequence[Cells], doubts: tuple[Doubt, ...],
            location: Location) -> Answer:
    if not rows:
        return Answer(field, BLANK, source=TABLE, location=location, doubts=doubts)
    values: tuple[Row, ...] = tuple({name: one.text for name, one in row.items()} for row in rows)
    return Answer(field, GIVEN, "\n".join(" ".join(one.text for one in row.values() if one.text)
                                          for row in rows),
                  source=TABLE, location=location, doubts=doubts, rows=tuple(rows),
                  error=BOUNDS if bounds_broken(field, values) else "")


def _row(field: Field, labels: Names, grid: FormGrid, at: int, cells: Mapping[str, list[Cell]],
         entry: Entry) -> dict[str, Answer]:
    """The answers of one row by column; {} for one in which nobody wrote. `labels` are those of
    the columns."""
    texts, doubts = _texts(field, at, cells)
    filled = [text for text in texts.values() if text]
    if filled and sum(labels.called(text) is not None for text in filled) * 2 > len(filled):
        return {}       # the labels once more, at the head of another page
    if not field.fixed and is_total(grid.grid.rows[at]):
        return {}
    controls = _controls(field, grid, at, entry)
    answers: dict[str, Answer] = {}
    for column in field.columns:
        if column.name not in cells:
            answers[column.name] = Answer(column, MISSING)
            continue
        own = list(controls.get(column.name, ()))
        place = grid.place(at, cells[column.name][0]) if cells[column.name] else NOWHERE
        text = texts[column.name]
        if not own and _is_others(cells[column.name], controls, column):
            text = ""
        seen = entry.said(column, text, TABLE, place)
        seen = replace(seen, doubts=(*seen.doubts, *doubts.get(column.name, ())))
        answers[column.name] = entry.with_controls(
            column, seen, [one for one in own if OF_OPTION not in one.tag], _ticks(own))
    return answers if field.fixed or _says_anything(field, answers) else {}


def _unread(head: Head) -> Iterator[tuple[str, Location]]:
    """The columns that have another name than any of ours, and something written under it: they
    may be the ones that are missing."""
    ours = {id(one) for one in head.columns.values()}
    grid = head.grid
    for cell in grid.grid.rows[head.row]:
        label = "".join(own_text(cell).split())
        if id(cell) in ours or not label or compare_form(label) in _COUNTING or (
                head.label is not None and cell is head.label[1]):
            continue
        if any(own_text(one) for row in range(head.row + 1, head.end)
               for one in grid.grid.rows[row] if one.column == cell.column):
            yield label, grid.place(head.row, cell)


def is_total(cells: Sequence[Cell]) -> bool:
    """Whether a row sums up those above it: its first words say so."""
    first = next((text for one in cells if (text := own_text(one))), "")
    return len(first) <= _LONGEST_TOTAL and bool(_TOTAL.fullmatch(compare_form(first)))


def _texts(field: Field, at: int, cells: Mapping[str, list[Cell]]
           ) -> tuple[dict[str, str], dict[str, tuple[Doubt, ...]]]:
    """The text of each column, and what is doubtful where cells were merged or cut."""
    texts: dict[str, str] = {}
    doubts: dict[str, tuple[Doubt, ...]] = {}
    fixed = fixed_columns(field)
    sharing: dict[int, list[str]] = {}
    for name, under in cells.items():
        parts = [own_text(one) for one in under if own_text(one)]
        texts[name] = "".join(parts)
        if len(parts) > 1 or (parts and under[0].row - 1 != at and name not in fixed):
            doubts[name] = (Doubt(UNCLEAR, " | ".join(parts)),)
        if len(under) == 1 and parts:
            sharing.setdefault(id(under[0]), []).append(name)
    for names in sharing.values():
        if len(names) > 1:          # one cell over several columns
            whole = texts[names[0]]
            pieces = whole.split()
            for n, name in enumerate(names):
                texts[name] = (pieces[n] if len(pieces) == len(names) else
                               whole if n == 0 else "")
                doubts[name] = (Doubt(UNCLEAR, whole),)
    return texts, doubts


def _controls(field: Field, grid: FormGrid, at: int,
              entry: Entry) -> dict[str, list[Control]]:
    """The controls of the table that stand in a row, by column."""
    spots = _spots(grid.grid.rows[at])
    found: dict[str, list[Control]] = {}
    for column, control in entry.held.columns(field.name):
        if control.spot in spots:
            found.setdefault(column, []).append(control)
    return found


def _spots(cells: Sequence[Cell]) -> frozenset[Spot]:
    return frozenset(one.spot for cell in cells for one in cell.paragraphs if one.spot is not None)


def _is_others(cells: Sequence[Cell], controls: Mapping[str, Sequence[Control]],
               column: Field) -> bool:
    """Whether what stands in the cells is in the control of another column."""
    spots = _spots(cells)
    return any(control.spot in spots and control.text for name, found in controls.items()
               if name != column.name for control in found)


def _ticks(controls: Sequence[Control]) -> dict[str, list[Control]]:
    """The boxes to tick among the controls of a cell, by their options."""
    ticks: dict[str, list[Control]] = {}
    for one in controls:
        _column, parted, option = one.tag.partition(OF_OPTION)
        if parted:
            ticks.setdefault(option, []).append(one)
    return ticks


def _says_anything(field: Field, answers: Cells) -> bool:
    """Whether somebody wrote in the row: fixed cells, a counting number and 无 are nothing."""
    fixed = fixed_columns(field)
    filled = [one for name, one in answers.items()
              if name not in fixed and "".join(one.text.split()) not in _NOTHING]
    counts = len(filled) == 1 and filled[0].field.type == "integer" and (
        filled[0].field is field.columns[0]) and not field.fixed
    return bool(filled) and not counts


def _in_place(field: Field, rows: Sequence[Cells]) -> tuple[list[Cells], list[Doubt]]:
    """The rows that the kind has laid down, with what was written in them; others are doubtful.

    None where nobody wrote anything in any of them.
    """
    found: dict[int, Cells] = {}
    strange: list[Doubt] = []
    fixed = fixed_columns(field)
    for row in rows:
        said: Row = {name: one.text for name, one in row.items() if name in fixed and one.text}
        at = fixed_at(field, said, tuple(found))
        if at is None:
            at = _nearest(field, said, found)
        if at is not None:
            found[at] = _laid_down(field, at, row)
        elif _says_anything(field, row):
            strange.append(Doubt(UNCLEAR, " ".join(str(one) for one in said.values())[:40],
                                 next(iter(row.values())).location))
    if not any(_says_anything(field, row) for row in found.values()):
        return [], strange
    return [found[at] for at in sorted(found)], strange


def _nearest(field: Field, said: Row, taken: Mapping[int, Cells]) -> int | None:
    """The one row that says the same in its longest fixed cell."""
    longest = max((compare_form(str(one)) for one in said.values()), key=len, default="")
    fitting = [at for at, row in enumerate(field.fixed) if at not in taken and longest and any(
        compare_form(one) == longest for one in row.values())]
    return fitting[0] if len(fitting) == 1 else None


def _laid_down(field: Field, at: int, row: Cells) -> Cells:
    """A row with what the kind says in it, whatever became of that in the form."""
    values = fixed_row(field, at)
    return {name: Answer(one.field, GIVEN, printed(one.field, values[name]), values[name],
                         one.source, one.location) if name in values else one
            for name, one in row.items()}


def _of_controls(field: Field, entry: Entry) -> Answer:
    """The rows of a table whose labels are gone, by the controls that stand side by side."""
    rows: dict[tuple[int | None, int | None], dict[str, list[Control]]] = {}
    for column, control in entry.held.columns(field.name):
        place = entry.held.place(control)
        key = (place.table, place.row) if place else (None, None)
        rows.setdefault(key, {}).setdefault(column, []).append(control)
    if not rows:
        return Answer(field, MISSING)
    answers = [row for found in rows.values() if _says_anything(
        field, row := dict(_by_column(field, found, entry)))]
    first = next(iter(next(iter(rows.values())).values()))[0]
    place = entry.held.place(first)
    answer = _answer(field, answers, (), at_paragraph(place) if place else NOWHERE)
    return replace(answer, source=CONTROL)


def _by_column(field: Field, found: Mapping[str, list[Control]],
               entry: Entry) -> Iterator[tuple[str, Answer]]:
    for column in field.columns:
        own = found.get(column.name, [])
        yield column.name, entry.with_controls(column, Answer(column, MISSING), [
            one for one in own if OF_OPTION not in one.tag], _ticks(own))
