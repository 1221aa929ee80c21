"""What the readers of a kind.yaml share: mappings of known names, numbers, yes and no, names."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from plans.errors import Fault, Place
from plans.field_types import yes_of
from plans.keys import entries_in, items_in, keyed, text_in
from plans.located import Node, Text
from plans.messages import _
from plans.numerals import number_of


@dataclass(frozen=True, slots=True)
class KindNodes:
    """Reads the nodes of one kind.yaml; what is wrong goes to `faults`."""

    faults: list[Fault]

    def values(self, node: Node | None, names: tuple[str, ...], what: str) -> dict[str, Node]:
        """The values of a mapping by key; another key than `names` is a fault of `what`."""
        return keyed(entries_in(node, self.faults, what), {name: name for name in names},
                     self.faults, what)

    def number(self, values: Mapping[str, Node], name: str, most: int | None = None) -> int:
        """The whole number under `name`, 0 where there is none; one over `most` is a fault."""
        text = text_in(values, name, self.faults)
        number = number_of(text) if text else 0
        if number is None:
            self.faults.append(Fault(values[name].place,
                                     _("{name} must be a whole number").format(name=name),
                                     _("write digits only")))
        if number and most is not None and number > most:
            self.faults.append(Fault(values[name].place, _("{name} is more than {most}").format(
                name=name, most=most), _("write {most} or less").format(most=most)))
            return most
        return number or 0

    def amount(self, values: Mapping[str, Node], name: str) -> float | None:
        """The number under `name`, which need not be whole; None where there is none."""
        text = text_in(values, name, self.faults)
        try:
            number = float(text) if text else None
            if number is None or math.isfinite(number):
                return number
            raise ValueError
        except ValueError:
            self.faults.append(Fault(values[name].place,
                                     _("{text} is no number").format(text=text),
                                     _("write digits, such as 2")))
            return None

    def yes(self, values: Mapping[str, Node], name: str, default: bool) -> bool:
        """Whether `name` says yes; `default` where it is not there."""
        text = text_in(values, name, self.faults)
        answer = yes_of(text) if text else default
        if answer is None:
            self.faults.append(Fault(values[name].place,
                                     _("{name} must be true or false").format(name=name),
                                     _("write true or false (是 or 否)")))
            return default
        return answer

    def names(self, values: Mapping[str, Node], name: str) -> tuple[str, ...]:
        """The texts of the list under `name`."""
        if name not in values:
            return ()
        items = items_in(values[name], self.faults, name)
        self.faults.extend(Fault(item.place, _("{what} must hold plain text").format(what=name), _(
            "write one text a line, after a hyphen and a blank"))
            for item in items if not isinstance(item, Text))
        return tuple(item.text for item in items if isinstance(item, Text))

    def text(self, values: Mapping[str, Node], name: str) -> str:
        """The text under `name`, "" where there is none."""
        return text_in(values, name, self.faults)

    def one_of(self, values: Mapping[str, Node], name: str, known: Iterable[str],
               default: str = "") -> str:
        """The word under `name`; one that is not `known` is a fault."""
        text = self.text(values, name) or default
        if text not in known:
            self.faults.append(Fault(
                values[name].place, _("{name} cannot be {text}").format(name=name, text=text),
                _("write one of: {names}").format(names=", ".join(one for one in known if one))))
            return default
        return text

    def claim(self, names: Iterable[str], owner: str, place: Place,
              seen: dict[str, str]) -> None:
        """Two fields, or two sections under one parent, may not go by the same name."""
        for name in names:
            if name in seen:
                self.faults.append(Fault(
                    place, _("{name} is claimed by {one} and by {other}").format(
                        name=name, one=seen[name], other=owner),
                    _("keep the name in one of the two")))
            elif name:
                seen[name] = owner
