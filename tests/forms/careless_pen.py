"""How a teacher fills in what nothing is wrong with: by typing into the controls of a form."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from random import Random

from lxml import etree

from forms.careless_paper import W14, Element, Paper, W, cell_of, filled, run, tag_of
from plans.field_types import CHOICE, YES_NO, printed
from plans.kinds import Field, Kind
from plans.periods import Month
from plans.pictures import Picture
from plans.plan import Value


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value belongs: the controls of a field, or of a column in one row of a table.

    `owner` is the name of the field, of the table for a column.
    """

    owner: str
    field: Field
    value: Value
    controls: tuple[Element, ...]

    @property
    def text(self) -> str:
        """The value as people write it."""
        return printed(self.field, self.value)


def places(paper: Paper, kind: Kind, values: Mapping[str, Value]) -> Iterator[Place]:
    """A place for every value, in the order of the form; IndexError where a table of the form has
    fewer rows than there are values."""
    for field in kind.fields:
        value = values.get(field.name)
        if value is None:
            continue
        if not field.columns:
            yield Place(field.name, field, value, tuple(paper.controls(field.name)))
            continue
        rows = paper.rows(field.name)
        for at, given in enumerate(value):
            for column in field.columns:
                if column.name in given:
                    yield Place(field.name, column, given[column.name], tuple(
                        paper.controls(f"{field.name}.{column.name}", rows[at])))


def fill(paper: Paper, kind: Kind, values: Mapping[str, Value], random: Random) -> list[Place]:
    """Fills in all `values`; returns where they stand now."""
    written = list(places(paper, kind, values))
    for place in written:
        write(paper, place, random)
    return written


def write(paper: Paper, place: Place, random: Random) -> None:
    """Fills in one value as Word does it: typed, chosen, ticked, or a picture inserted."""
    value, controls = place.value, place.controls
    if isinstance(value, Picture):
        paper.show(controls[0], value.data, value.suffix, value.size)
    elif place.field.type == YES_NO or (place.field.options and place.field.type != CHOICE):
        names = ("是" if value else "否",) if isinstance(value, bool) else value
        for control in controls:
            tick(control, tag_of(control).rpartition("/")[2] in names)
    elif place.field.type == "longtext" and "\n" in place.text:
        _write_long(controls[0], place.text, random)
    else:
        type_in(controls[0], place.text, random)
        note_choice(controls[0], place)


def note_choice(control: Element, place: Place) -> None:
    """Keeps in a control which option or day was chosen, beside what it shows."""
    for menu in control.findall(f"{W}sdtPr/{W}dropDownList"):
        menu.set(f"{W}lastValue", place.text)
    for chosen in control.findall(f"{W}sdtPr/{W}date"):
        value = place.value
        day = date(value.year, value.month, 1) if isinstance(value, Month) else value
        chosen.set(f"{W}fullDate", f"{day}T00:00:00Z")


def tick(control: Element, ticked: bool) -> None:
    """Sets a box: its state and its sign."""
    state = control.find(f"{W}sdtPr/{W14}checkbox/{W14}checked")
    state.set(f"{W14}val", str(int(ticked)))
    next(control.iter(f"{W}t")).text = "☑" if ticked else "☐"


def type_in(control: Element, text: str, random: Random) -> None:
    """Types into a control, in one run or, as Word often leaves it, in several."""
    content = control.find(f"{W}sdtContent")
    like = next(content.iter(f"{W}r"))
    for old in list(content):
        content.remove(old)
    content.extend(runs(text, like, random))
    filled(control)


def runs(text: str, like: Element, random: Random) -> list[Element]:
    """`text` as runs that look alike: cut where somebody paused, a mark of the spelling between."""
    if len(text) < 2 or random.random() < 0.6:
        return [run(text, like)]
    cut = random.randint(1, len(text) - 1)
    made = [run(text[:cut], like), run(text[cut:], like)]
    if random.random() < 0.5:
        mark = etree.Element(f"{W}proofErr")
        mark.set(f"{W}type", random.choice(("gramStart", "gramEnd")))
        made.insert(1, mark)
    return made


def _write_long(control: Element, text: str, random: Random) -> None:
    """Types several paragraphs. Word then moves the control around the paragraphs, or around the
    cell where it fills that; who presses Shift+Enter leaves it where it is."""
    type_in(control, text, random)
    outer = control.getparent()
    how = random.choice(("lines", "paragraphs", "cell"))
    if how == "lines" or len(outer) > 2:      # something else stands in the paragraph
        return
    content = control.find(f"{W}sdtContent")
    like = next(content.iter(f"{W}r"))
    look = outer.find(f"{W}pPr")
    written = []
    for line in text.split("\n"):
        made = etree.Element(f"{W}p")
        if look is not None:
            made.append(copy.deepcopy(look))
        made.extend(runs(line, like, random))
        written.append(made)
    cell = cell_of(outer)
    whole = how == "cell" and len(cell.findall(f"{W}p")) == 1
    outer.getparent().replace(outer, control)
    content[:] = written
    if whole:
        cell.addprevious(control)
        content[:] = [cell]
        cell.extend(written)
    elif control.getnext() is None:
        # A cell ends with a paragraph, or Word calls the file damaged.
        end = etree.SubElement(cell, f"{W}p")
        if look is not None:
            end.append(copy.deepcopy(look))
