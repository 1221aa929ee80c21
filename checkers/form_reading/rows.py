"""Tables that repeat: the row of column labels is found, and the rows below it are read.

Which table a row of labels belongs to is told by its columns, and by the table's own label beside
or above it: 时间, 名称 and 级别 head more than one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from checkers.document import Cell
from checkers.form_reading.grids import FormGrid, own_text
from checkers.form_reading.names import Names
from plans.kinds import Field
from plans.numerals import HAN

_NUMBER = re.compile(rf"^\s*(?:[（(]?[\d{HAN}]{{1,3}}[）)]|[\d{HAN}]{{1,3}}[、.．])\s*")
_FEWEST = 2         # labels of columns that make a row one of labels
_NAMED = 2.0        # what the table's own label is worth, in labels of columns


@dataclass
class Head:
    """A row of column labels: `columns` by name with their cells, `label` that of the table."""

    field: Field
    grid: FormGrid
    row: int
    columns: dict[str, Cell]
    label: tuple[int, Cell] | None = None
    is_named: bool = False          # by its label, or by the line above the whole table
    end: int = 0                    # the row after its last one
    more: tuple[tuple[FormGrid, int], ...] = ()     # rows that a page end put into another table
    rivals: tuple[Field, ...] = ()


def heads_in(grids: Sequence[FormGrid], fields: Sequence[Field], scalars: Names) -> list[Head]:
    """The heads of the tables among `fields`, each table once and each row once, best first."""
    tables = [one for one in fields if one.columns]
    labels, columns_of = Names(tables), [(one, Names(one.columns)) for one in tables]
    found: list[tuple[float, int, Head]] = []
    order = 0
    for grid in grids:
        for row in range(len(grid.grid.rows)):
            for one, names in columns_of:
                columns = _columns_in(grid, row, names)
                order += 1
                if len(columns) < min(_FEWEST, len(one.columns)):
                    continue
                label = _label_of(grid, row, columns, labels)
                named = labels.called(own_text(label[1])) if label else (
                    labels.called(_bare(grid.heading)) if row == 0 else None)
                if named not in (None, one):
                    continue
                if named is None and len(columns) <= _scalars_in(grid, row, scalars, columns):
                    continue        # 姓名 and 性别 side by side are no columns
                score = len(columns) / len(one.columns) * 2 + (_NAMED if named else 0)
                found.append((score, -order, Head(one, grid, row, columns, label,
                                                  is_named=named is one)))
    return _chosen(found)


def _bare(heading: str) -> str:
    """A line above a table without its number: 二、本人荣誉."""
    return _NUMBER.sub("", heading)


def _chosen(found: list[tuple[float, int, Head]]) -> list[Head]:
    heads: list[Head] = []
    rows: set[tuple[int, int]] = set()
    for _score, order, head in sorted(found, key=lambda one: one[:2], reverse=True):
        place = (id(head.grid), head.row)
        if place in rows or any(one.field is head.field for one in heads):
            continue
        if not head.is_named:
            # Without its own label a row of labels may head any table of such columns.
            head.rivals = tuple(other.field for _s, _o, other in found
                                if (id(other.grid), other.row) == place
                                and other.field is not head.field
                                and len(other.columns) >= len(head.columns)
                                and not any(one.field is other.field and one.is_named
                                            for one in heads))
            # Nor is it clear whether they are those of the table above once more, on another page.
            above = max((one for one in found if one[1] > order and one[2].is_named
                         and one[2].columns.keys() >= head.columns.keys()),
                        key=lambda one: -one[1], default=None)
            if above is not None and above[2].field not in (head.field, *head.rivals):
                head.rivals += (above[2].field,)
        rows.add(place)
        heads.append(head)
    return heads


def _columns_in(grid: FormGrid, row: int, names: Names) -> dict[str, Cell]:
    columns: dict[str, Cell] = {}
    for cell in grid.grid.rows[row]:
        one = names.called(own_text(cell))
        if one is not None:
            columns.setdefault(one.name, cell)
    return columns


def _label_of(grid: FormGrid, row: int, columns: Mapping[str, Cell],
              labels: Names) -> tuple[int, Cell] | None:
    """The label of a table beside the row, merged down from above too, or alone above it."""
    first = min(one.column for one in columns.values())
    left = grid.owner(row, first - 1) if first > 1 else None
    if left is not None and labels.called(own_text(left)):
        return left.row - 1, left
    for above in (row - 1, row - 2):
        cells = grid.grid.rows[above] if above >= 0 else []
        named = [one for one in cells if own_text(one)]
        if len(named) == 1 and labels.called(own_text(named[0])):
            return above, named[0]
        if named:
            break
    if row == 0 and grid.outer is not None and labels.called(own_text(grid.outer)):
        return row, grid.outer
    return None


def _scalars_in(grid: FormGrid, row: int, scalars: Names, columns: Mapping[str, Cell]) -> int:
    ours = {id(one) for one in columns.values()}
    return sum(1 for cell in grid.grid.rows[row]
               if id(cell) not in ours and scalars.called(own_text(cell)))


def claim_rows(heads: Sequence[Head], grids: Sequence[FormGrid], names: Names) -> None:
    """Sets where each table ends, and claims its cells; `names` are the form's other labels."""
    starts = {(id(one.grid), one.row) for one in heads}
    starts |= {(id(one.grid), one.label[0]) for one in heads if one.label}
    for head in heads:
        grid, label = head.grid, head.label
        last = len(grid.grid.rows)
        end = head.row + 1
        while end < last and (id(grid), end) not in starts and not _ends(head, end, names):
            end += 1
        head.end = end
        for row in range(head.row, end):
            for cell in grid.grid.rows[row]:
                grid.take(row, cell)
        if label is not None and label[1] is not grid.outer:
            grid.take(*label)
        if end == last:
            head.more = tuple(_next_page(head, grids, starts, names))


def _next_page(head: Head, grids: Sequence[FormGrid], starts: set[tuple[int, int]],
               names: Names) -> Iterator[tuple[FormGrid, int]]:
    """The rows at the top of the next table that go on with this one: as many cells, no label."""
    at = grids.index(head.grid) + 1
    if at == len(grids) or grids[at].outer is not None:
        return
    grid = grids[at]
    for row, cells in enumerate(grid.grid.rows):
        own = _cells_of_row(cells, len(head.columns))
        if not own or (id(grid), row) in starts or any(
                names.called(own_text(one)) for one in cells):
            return
        for cell in cells:
            grid.take(row, cell)
        yield grid, row


def _cells_of_row(cells: Sequence[Cell], count: int) -> list[Cell]:
    """The `count` last cells of a row, where nothing is written before them; else none."""
    before = cells[:max(0, len(cells) - count)]
    return [] if len(cells) < count or len(before) > 1 or any(map(own_text, before)) else [
        *cells[-count:]]


def _ends(head: Head, row: int, names: Names) -> bool:
    """Whether a row is no row of the table any more: it has another label, or other cells."""
    grid = head.grid
    cells = grid.grid.rows[row]
    left = min(one.column for one in head.columns.values())
    right = max(one.column + one.width - 1 for one in head.columns.values())
    within = [one for one in cells if one.column + one.width > left and one.column <= right]
    if not within:
        return True
    beside = [one for one in cells if one.column < left and own_text(one)]
    if head.label is not None and any(names.called(own_text(one)) for one in beside):
        return True
    if within[0].column < left:
        return True         # it begins further out: a box of another field
    known = [one for one in within if names.called(own_text(one))]
    if known and len(known) * 2 >= len([one for one in within if own_text(one)]):
        return True
    whole = len(within) == 1 and len(head.columns) > 1
    return whole and (not own_text(within[0]) or len(own_text(within[0])) > 40
                      or within[0].width > right - left + 1)


def data_rows(head: Head) -> Iterator[tuple[FormGrid, int, dict[str, list[Cell]]]]:
    """Each row of the table with the cells of each column; one that goes on from above is there
    too, and a cell over several columns under each of them."""
    for row in range(head.row + 1, head.end):
        cells: dict[str, list[Cell]] = {}
        own = head.grid.grid.rows[row]
        for name, top in head.columns.items():
            under = [one for one in own
                     if one.column < top.column + top.width and top.column < one.column + one.width]
            if len(under) > 1:      # a cell belongs to the column that it lies under most
                under = [one for one in under if _overlap(one, top) * 2 >= one.width]
            if not under and (merged := head.grid.owner(row, top.column)) is not None:
                under = [merged]
            cells[name] = under
        yield head.grid, row, cells
    order = sorted(head.columns, key=lambda name: head.columns[name].column)
    for grid, row in head.more:
        own = _cells_of_row(grid.grid.rows[row], len(order))
        yield grid, row, {name: [cell] for name, cell in zip(order, own, strict=True)}


def _overlap(one: Cell, other: Cell) -> int:
    return (min(one.column + one.width, other.column + other.width)
            - max(one.column, other.column))
