"""The values of a kind's fields, as an input gives them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from plans.errors import Fault, Place, UserError
from plans.field_bounds import bounds_broken
from plans.field_tables import TableReader
from plans.field_types import PICTURE, TICKS, Scalar, expected, field_type, value_of
from plans.keys import text_in, texts_in
from plans.kinds import Field
from plans.located import Entries, Items, Node
from plans.messages import _
from plans.periods import Calendar
from plans.pictures import Picture, read_picture
from plans.placeholders import is_to_fill_in, to_fill_in
from plans.plan import Gap, Value


@dataclass
class FieldReader:
    """Reads fields into `values`, and as they are printed into `shown`, by name.

    What is wrong goes to `faults`, what is missing to `gaps`; in a `draft` 【待填：…】 is written.
    """

    calendar: Calendar
    draft: bool
    faults: list[Fault]
    gaps: list[Gap]
    values: dict[str, Value]
    shown: dict[str, str]

    def read(self, one: Field, given: Mapping[str, Node], place: Place) -> None:
        """Reads the value of a field, if there is one; `place` is where one that is missing goes.
        """
        if one.columns:
            self._read_table(one, given, place)
            return
        node = given.get(one.name)
        if isinstance(node, Items) and one.type == TICKS:
            text = "、".join(texts_in(node, self.faults, one.label))
        else:
            text = text_in(given, one.name, self.faults)
        where = node.place if node is not None else place
        if not text:
            if one.required and (node is None or not isinstance(node, Entries)):
                self._miss(one, where)
                if self.draft:
                    self.shown[one.name] = to_fill_in(one.label)
            return
        if is_to_fill_in(text):
            # It was put there to be seen: the document is written, and the place is told.
            self.gaps.append(Gap(where, one.label, _("{label} is still to be filled in").format(
                label=one.label), _("write it in place of the mark"), is_marked=True))
            self.shown[one.name] = text
            return
        value = self._value(one, text, where)
        if value is not None:
            self.values[one.name] = value
            self.shown[one.name] = field_type(one.type).show(value)

    def _read_table(self, one: Field, given: Mapping[str, Node], place: Place) -> None:
        reader = TableReader(self._value, self.draft, self.faults, self.gaps)
        before = len(self.faults)
        rows = reader.rows(one, given[one.name]) if one.name in given else ()
        if not rows and one.required and len(self.faults) == before:
            self._miss(one, given[one.name].place if one.name in given else place)
            rows = reader.missing(one) if self.draft else ()
        if rows:
            self.values[one.name] = rows

    def _miss(self, one: Field, where: Place) -> None:
        example = one.example or "…"
        if one.columns:
            example = "[" + "{" + ", ".join(f"{column.label}: {column.example or '…'}"
                                           for column in one.columns) + "}]"
        self.gaps.append(Gap(where, one.label, _("{label} is missing").format(label=one.label),
                             _("write `{label}: {example}`").format(label=one.label,
                                                                    example=example)))

    def _value(self, one: Field, text: str, where: Place) -> Scalar | None:
        """The value that `text` means; None, and a fault told, where it means none."""
        if one.type == PICTURE:
            return self._picture(text, where)
        value = value_of(one, text, self.calendar)
        if value is None:
            self.faults.append(Fault(where, _("{label}: {text} is not understood").format(
                label=one.label, text=text), _("write {expects}").format(expects=expected(one))))
        elif (wrong := bounds_broken(one, value)) is not None:
            self.faults.append(Fault(where, f"{one.label}: {wrong}", _("correct it")))
        return value

    def _picture(self, text: str, where: Place) -> Picture | None:
        try:
            return read_picture(Path(where.file).parent / text, where)
        except UserError as error:
            self.faults += error.faults
            return None
