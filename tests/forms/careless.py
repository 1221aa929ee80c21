"""What careless hands do to a form, in ten ways, and what the form says all the same.

Written without a look at the code that reads forms, so that it measures that code: whoever mends
the reader looks at totals, and at a form only to see whether a person could read it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from forms.careless_persons import person
from forms.careless_tables import a_cell_split, a_row_merged, rows_added, two_columns_swapped
from forms.careless_words import (
    a_prompt_left,
    controls_deleted,
    dates_in_six_styles,
    labels_spaced,
    text_beside_the_box,
    ticks_typed,
)
from forms.data import write_input
from generators.documents import generate
from plans.house import House
from plans.inputs import load_input
from plans.kinds import Kind
from plans.plan import Row, Value, rows_of

Way = Callable[[bytes, Mapping[str, Value], Kind, int], tuple[bytes, set[str]]]
WAYS: tuple[Way, ...] = (
    rows_added, labels_spaced, controls_deleted, ticks_typed, dates_in_six_styles, a_prompt_left,
    two_columns_swapped, text_beside_the_box, a_cell_split, a_row_merged)
"""Each fills in a form (.docx with what the school knows, to be filled in) with values by field
name and says which fields it was careless with; a turn from 0 to 5 is one teacher's manner of it.
"""

TURNS = 6
KIND = "host-application"
KNOWN = ("name", "department", "phone")         # what the school writes before it hands forms out
_MORE_ROWS = ("posts", "class_honours", "honours", "contests")
_UNWRITTEN = ("birth", "gender", "features", "class_name", "title_since", "id_number")


@dataclass(frozen=True, slots=True)
class Filled:
    """A form as it is handed in: its `truth`, the values that a person reads in it by field name,
    and the fields that the `way` has `changed`."""

    path: Path
    way: str
    turn: int
    truth: Mapping[str, Value]
    changed: frozenset[str]


def sixty(folder: Path, turns: Sequence[int] = range(TURNS)) -> list[Filled]:
    """Six forms of each way, by as many teachers, written into `folder`, or only those of some
    `turns`; always the same."""
    house = House()
    kind = house.kind(KIND)
    found = []
    for number, way in enumerate(WAYS):
        for turn in turns:
            truth = _meant(kind, way, number * TURNS + turn)
            data, changed = way(prefilled(house, kind, truth, folder), truth, kind, turn)
            path = folder / f"{truth['name']}_{kind.name}.docx"
            path.write_bytes(data)
            found.append(Filled(path, way.__name__, turn, truth, frozenset(changed)))
    return found


def prefilled(house: House, kind: Kind, values: Mapping[str, Value], folder: Path) -> bytes:
    """The form of `kind` as the school hands it to whom `values` belong to."""
    source = folder / "given.yaml"
    write_input(kind, {name: values[name] for name in KNOWN if name in values}, source)
    made = generate(load_input(source, house, draft=True), to_fill_in=True).data
    source.unlink()
    return made


def _meant(kind: Kind, way: Way, number: int) -> dict[str, Value]:
    """What the teacher with this number wants to write: all there is, but where prompts are left;
    as many yeses as noes where ticks are typed."""
    turn = number % TURNS
    rows = {}
    if way is rows_added:
        chosen = (_MORE_ROWS[turn % 4], _MORE_ROWS[(turn + 1) % 4])
        rows = {one.name: one.rows + 1 + turn % 3 for one in kind.fields if one.name in chosen}
    values = person(kind, number, rows)
    if way is ticks_typed:
        values["in_post"] = turn % 2 == 0
    if way is a_prompt_left:
        for name in (_UNWRITTEN[turn], "contests" if turn % 2 else "research",
                     "enclosed" if turn == 4 else "degree" if turn != 5 else "student_prizes"):
            values.pop(name)
        for name in ("class_honours", "honours"):
            values[name] = tuple(_without(row, "issuer") for row in rows_of(values[name]))
    return values


def _without(row: Row, column: str) -> Row:
    return {name: value for name, value in row.items() if name != column}
