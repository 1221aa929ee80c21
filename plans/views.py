"""An input of one kind as another kind sees it: the same data under the names that it knows."""

from __future__ import annotations

from plans.keys import meant
from plans.kinds import Field, Kind
from plans.located import Entries, Text


def seen_as(top: Entries, own: Kind, other: Kind) -> Entries:
    """`top`, an input of the kind `own`, with each field under its name in the kind `other`.

    A field is the one of the same name there, else the one of the same label and type; one that
    `other` does not have is left out. All else (sections, schedule, members …) stays as it is.
    """
    names = {key: one for one in own.fields for key in one.keys}
    places = _places(own, other)
    entries = []
    for key, value in top:
        field = meant(key.text, names)
        if field is None:
            entries.append((key, value))
        elif field.name in places:
            entries.append((Text(places[field.name], key.place), value))
    return Entries(tuple(entries), top.place)


def _places(own: Kind, other: Kind) -> dict[str, str]:
    """The names of fields in `own` and what each is called in `other`."""
    theirs = {one.name: one for one in other.fields}
    found = {one.name: one.name for one in own.fields if one.name in theirs}
    free = [one for one in other.fields if one.name not in found]
    return found | {one.name: there.name for one in own.fields if one.name not in found
                    for there in free if _is_same(one, there)}


def _is_same(one: Field, other: Field) -> bool:
    return (one.label, one.type) == (other.label, other.type)
