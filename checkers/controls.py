"""The places of a file that were made to be filled in, its pictures, and what it says it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from checkers.later import Later, Spot
from plans.form_marks import STAMP


@dataclass(frozen=True, slots=True)
class Control:
    """A place of a Word file that was made to be filled in: a content control, a field of an old
    form, a bookmark; `source` says which.

    `tag` names it, `text` is what stands in it, "" where it shows its prompt. `value` is what the
    file itself knows of it: the day of a date as 2026-03-20, "1" and "0" for a box that is ticked
    or not. `spot` is that of the paragraph it stands in, or of its first one.
    """

    tag: str
    source: str
    text: str
    value: str = ""
    prompt: str = ""
    is_prompt: bool = False         # nobody has filled it in
    spot: Spot | None = None


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture that stands in the paragraph at `spot`; `data` gives the bytes of its file."""

    spot: Spot | None
    name: str
    data: Later[bytes]


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a form that we made says of itself: its kind, the version of that, its own id."""

    kind: str
    version: str = ""
    form: str = ""


def stamp_in(properties: Mapping[str, str]) -> Stamp | None:
    """The stamp among the properties of a file, by their names; None where there is none."""
    said = [properties.get(name, "") for name in STAMP]
    return Stamp(*said) if said[0] else None
