"""Careless hands on the rows, columns and cells of a form: what they add, swap, split and merge."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from itertools import pairwise
from random import Random

from lxml import etree

from forms.careless_paper import (
    Element,
    Paper,
    W,
    cell_of,
    cells_of,
    controls_in,
    is_blank,
    is_merged_down,
    merge,
    row_of,
    run,
    split,
    text_of,
    unwrap,
)
from forms.careless_pen import Place, fill, places, runs
from plans.kinds import Field, Kind
from plans.plan import Value, rows_of

Values = Mapping[str, Value]


def rows_added(form: bytes, values: Values, kind: Kind, turn: int) -> tuple[bytes, set[str]]:
    """Further rows where the form has too few: by the plus sign of its last row, or by a row below
    the last as Word or an older office inserts it, without controls; the label goes on beside it.
    """
    random, paper = Random(f"rows {turn}"), Paper(form)
    fitting, changed = dict(values), set()
    further: list[tuple[Field, list[Mapping[str, Value]]]] = []
    for field in kind.fields:
        rows = rows_of(values.get(field.name))
        have = len(paper.rows(field.name)) if field.columns else 0
        if len(rows) <= have:
            continue
        changed.add(field.name)
        if turn % 3 == 0:
            for _row in rows[have:]:
                _row_by_plus(paper, field)
        else:
            fitting[field.name] = rows[:have]
            further.append((field, list(rows[have:])))
    fill(paper, kind, fitting, random)
    for field, rest in further:
        last = paper.rows(field.name)[-1]
        for given in rest:
            last = _row_below(last, field, given, random, outside=turn % 3 == 2)
    return paper.bytes(), changed


def _row_by_plus(paper: Paper, field: Field) -> None:
    item = next(paper.rows(field.name)[-1].iterancestors(f"{W}sdt"))
    further = copy.deepcopy(item)
    item.addnext(further)
    highest = max(int(one.get(f"{W}val")) for one in paper.root.iter(f"{W}id"))
    for number, one in enumerate(further.iter(f"{W}id"), highest + 1):
        one.set(f"{W}val", str(number))


def _row_below(row: Element, field: Field, given: Mapping[str, Value], random: Random, *,
               outside: bool) -> Element:
    """A row like the one above it; `outside` of what the form says may be repeated."""
    made = copy.deepcopy(row)
    unwrap(reversed(controls_in(made)))
    for cell in cells_of(made):
        for old in cell.findall(f"{W}p")[1:]:
            cell.remove(old)
    for column, cell in zip(field.columns, cells_of(made)[1:], strict=True):
        only = cell.find(f"{W}p")
        like = next(only.iter(f"{W}r"))
        for old in list(only.iter(f"{W}r", f"{W}proofErr")):
            only.remove(old)
        if column.name in given:
            text = Place(field.name, column, given[column.name], ()).text
            only.extend(runs(text, like, random))
    sections = list(row.iterancestors(f"{W}sdt"))
    (sections[-1] if outside and sections else row).addnext(made)
    return made


def two_columns_swapped(form: bytes, values: Values, kind: Kind,
                        turn: int) -> tuple[bytes, set[str]]:
    """Two columns of a table cut and pasted at each other's place, label and cells and all; in
    every second form without the controls, which an editor may lose on the way."""
    random, paper = Random(f"columns {turn}"), Paper(form)
    fill(paper, kind, values, random)
    tables = [one for one in kind.fields if one.columns and one.name in values]
    field = tables[turn % len(tables)]
    one, other = sorted(random.sample(range(1, len(field.columns) + 1), 2))
    rows = [paper.head(field), *paper.rows(field.name)]
    if turn % 2:
        unwrap(paper.controls(field.name))
        for row in rows:
            unwrap(reversed([*controls_in(row), *row.iterancestors(f"{W}sdt")]))
    for row in rows:
        cells = cells_of(row)
        left, right = cells[one], cells[other]
        mark = etree.Element("mark")
        left.addprevious(mark)
        right.addprevious(left)
        mark.addnext(right)
        mark.getparent().remove(mark)
    return paper.bytes(), {field.name}


def a_cell_split(form: bytes, values: Values, kind: Kind, turn: int) -> tuple[bytes, set[str]]:
    """The cell of a value split in two: what was written stays in the first, or is cut over both;
    with its control, or without."""
    random, paper = Random(f"split {turn}"), Paper(form)
    fill(paper, kind, values, random)
    name = ("nation", "class_name", "id_number", "department", "phone", "birth")[turn]
    place = next(one for one in places(paper, kind, values) if one.owner == name)
    cell = cell_of(place.controls[0])
    second = split(cell).find(f"{W}p")
    if turn >= 2:
        text = place.text
        at = {"id_number": 6, "phone": 3}.get(name) or text.find("年") + 1 or len(text) // 2
        content = place.controls[0].find(f"{W}sdtContent")
        like = next(content.iter(f"{W}r"))
        content[:] = [run(text[:at], like)]
        second.append(run(text[at:], like))
    if turn % 2:
        unwrap(place.controls)
    return paper.bytes(), {name}


def a_row_merged(form: bytes, values: Values, kind: Kind, turn: int) -> tuple[bytes, set[str]]:
    """Cells that became one: a label with its value, or with all of its row, and two of a row in a
    table; what stood in them follows one below the other, in every second form without controls."""
    random, paper = Random(f"merged {turn}"), Paper(form)
    written = fill(paper, kind, values, random)
    first = (("gender", "nation"), ("birth", ""), ("class_name", "department"), ("subject", ""),
             ("title", "title_since"), ("education", ""))[turn]
    row = row_of(paper.controls(first[0])[0])
    at = cells_of(row).index(cell_of(paper.controls(first[0])[0]))
    merged = [one for one in cells_of(row) if not is_merged_down(one)]
    changed = {one.owner for one in written if any(row_of(each) is row for each in one.controls)
               and not is_merged_down(cell_of(one.controls[0]))}
    if not first[1]:
        merged, changed = merged[at - 1:at + 1], {first[0]}
    touched = [*merged]
    merge(merged)
    table = random.choice([one for one in kind.fields if one.columns and one.name in values])
    line = random.choice(paper.rows(table.name)[:len(rows_of(values[table.name]))])
    pair = random.choice([(left, right) for left, right in pairwise(cells_of(line)[1:])
                          if all(_is_written(one) for one in (left, right))])
    merge(pair)
    touched.append(pair[0])
    if turn % 2:
        for cell in touched:
            unwrap(reversed(controls_in(cell)))
    return paper.bytes(), changed | {table.name}


def _is_written(cell: Element) -> bool:
    return bool(text_of(cell).strip()) and not any(
        is_blank(one) for one in controls_in(cell))

