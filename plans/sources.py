"""A YAML file as it was read, before it is known what it holds, and the kind that it names."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from plans.errors import Fault, Place, UsageError, UserError
from plans.house import House
from plans.keys import PLAN, named
from plans.kinds import Kind
from plans.located import Entries, Text, read_yaml
from plans.messages import _


@dataclass(frozen=True, slots=True)
class Source:
    """A YAML file as it was read; many plans may be made of it, as other kinds or row by row."""

    path: str
    top: Entries
    faults: tuple[Fault, ...] = ()


def read_source(path: Path) -> Source:
    """The YAML file at `path`, read once; raises UserError where it is no YAML."""
    faults: list[Fault] = []
    return Source(str(path), read_yaml(path, faults), tuple(faults))


def kind_of(source: Source, house: House) -> Kind:
    """The kind that the input says it is; raises UserError."""
    top, place, faults = source.top, Place(source.path, 1), source.faults
    node = named(top, PLAN, "kind")
    key = node.text.strip() if isinstance(node, Text) else ""
    if not key:
        raise UserError([*faults, Fault(
            node.place if node else place, _("the file does not say of what kind it is"),
            _("begin with `kind: …`; known are {names}").format(
                names=", ".join(house.kind_folders)))])
    try:
        return house.kind(key)
    except UsageError as error:
        # With the line of the input, not as a wrong command; faults in kind.yaml keep their place.
        raise UserError([*faults, Fault(
            node.place if node else place, _("there is no kind {kind}").format(kind=key),
            error.faults[0].mend)]) from None
