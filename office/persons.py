"""Whose a form is, and of when, as it says itself."""

from __future__ import annotations

from dataclasses import dataclass

from plans.comparing import compare_form
from plans.kinds import Field, Kind
from plans.roster_words import ID, NAME, UNIT, RosterWords

_NAMING = ("text", "choice")


@dataclass(frozen=True, slots=True)
class PersonFields:
    """The names of the fields that tell a person's name and unit, their numbers (of the ID card, of
    the school), and the day of the form; "" where the kind has no such field."""

    name: str = ""
    unit: str = ""
    numbers: tuple[str, ...] = ()
    day: str = ""


NOT_NAMED = PersonFields()


def person_fields(kind: Kind, words: RosterWords) -> PersonFields:
    """Those of a kind; names, units and numbers are called as the columns of a roster are."""
    own = [one for one in kind.fields if not one.by]
    naming = [one for one in own if one.type in _NAMING]
    numbers = [one.name for one in own if one.type == "id-number"]
    if number := _called(naming, words, ID):
        numbers.append(number)
    return PersonFields(_called(naming, words, NAME), _called(naming, words, UNIT),
                        tuple(numbers), _day(kind, own))


def _called(fields: list[Field], words: RosterWords, meaning: str) -> str:
    for label in words.labels(meaning):
        for one in fields:
            if any(compare_form(name) == label for name in one.names):
                return one.name
    return ""


def _day(kind: Kind, fields: list[Field]) -> str:
    """The date up to which the kind itself counts, else the last one that is written."""
    until = [*(one.until for one in kind.spans), *(one.until for one in kind.conditions)]
    days = [one.name for one in fields if one.type == "date"]
    return next((one for one in until if one in days), days[-1] if days else "")
