"""Whose a paper is: matched to a roster by its number, by name and unit, or by a name that only one
bears."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from checkers.mentions import DOUBTFUL, GROUP, SURE, Mentions
from plans.comparing import compare_form, plain_form
from plans.roster import Roster, Submitter

_LATIN = re.compile("[0-9a-z]+")
_JOINED = re.compile("[-_./ ]?")
_PIECES = 4             # of a number such as JC-2026-03-01
_LONG = 5               # digits that are no year and no number of a list
_MIXED = 3              # letters and digits, or Chinese
_YEAR = re.compile("(?:19|20)[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Whose:
    """`owner` is who handed the paper in, where that is sure; `asked` are those who may have, where
    a person has to look. Neither: it belongs to nobody on the roster."""

    owner: Submitter | None = None
    asked: tuple[Submitter, ...] = ()


NOBODY = Whose()


class Owners:
    """Finds out whose papers are."""

    def __init__(self, roster: Roster) -> None:
        people: dict[str, list[Submitter]] = {}
        alone: dict[str, list[Submitter]] = {}      # units that hand in themselves
        units: dict[str, list[Submitter]] = {}
        for one in roster.submitters:
            for name in (one.name or one.unit, *one.also):
                (people if one.name else alone).setdefault(compare_form(name), []).append(one)
            if one.name and one.unit:
                units.setdefault(compare_form(one.unit), []).append(one)
        self._mentions = Mentions(people, alone, roster.surroundings)
        self._units = Mentions({}, units, roster.surroundings)
        self._numbers = {number: one for one in roster.submitters
                         if (number := compare_form(one.id))}
        self._chinese = [number for number in self._numbers if not number.isascii()]

    def whose(self, within: str, said: Sequence[str]) -> Whose:
        """Whose the file is that lies at `within`, below what was given to be checked.

        `said` is what the paper itself says of it: its title, its signature.
        """
        parts = PurePosixPath(within.replace("!/", "/")).parts
        places = [PurePosixPath(part).stem if _has_suffix(part) else part
                  for part in reversed(parts)]      # the file's own name first
        texts = [*places, *said]
        named = self._named(places, said)
        numbered = self._numbered(places, strong=True) or self._numbered(texts, strong=True)
        if len(named) > 1:
            named = self._told_apart(named, texts)
        if numbered:
            both = [one for one in numbered if one in named] if named else numbered
            return _whose(both or [*numbered, *named])
        if named:
            return _whose(named)
        if doubtful := self._bearing(places, (DOUBTFUL,)) or self._bearing(said, (DOUBTFUL,)):
            return Whose(None, tuple(doubtful))
        if numbered := self._numbered(places[:2], strong=False, first=True):
            return _whose(numbered)
        only = {one for place in places for unit in self._units.in_text(place)
                for one in self._units.bearers(unit.name)}
        return Whose(None, tuple(only)) if len(only) == 1 else NOBODY

    def _named(self, places: Sequence[str], said: Sequence[str]) -> list[Submitter]:
        """Those whose names stand in the file's name, else in the folder's, else in the paper."""
        for at, place in enumerate(places):
            if found := self._bearing([place], (SURE,)):
                if len(found) > 1:
                    above = self._bearing(places[at + 1:], (SURE,))
                    found = [one for one in found if one in above] or found
                return found
        return (self._bearing(said, (SURE,)) or self._bearing(places, (GROUP,))
                or self._bearing(said, (GROUP,)))

    def _bearing(self, texts: Iterable[str], strengths: Sequence[str]) -> list[Submitter]:
        """Those who are named in the texts, people rather than units in one text."""
        found: dict[Submitter, None] = {}
        for text in texts:
            names = [one for one in self._mentions.in_text(text) if one.strength in strengths]
            people = [one for one in names if one.is_person] or names
            found |= {one: None for name in people for one in self._mentions.bearers(name.name)}
        return list(found)

    def _told_apart(self, named: list[Submitter], texts: Sequence[str]) -> list[Submitter]:
        """Those of one name whose unit is named too, else whose number is."""
        if len({compare_form(one.name) for one in named}) > 1:
            return named
        at_home = {one: None for text in texts for unit in self._units.in_text(text)
                   for one in self._units.bearers(unit.name) if one in named}
        if at_home:
            return list(at_home)
        numbered = self._numbered(texts, strong=False)
        return [one for one in named if one in numbered] or named

    def _numbered(self, texts: Sequence[str], *, strong: bool,
                  first: bool = False) -> list[Submitter]:
        """Those whose numbers stand in the first text that holds any; `strong` ones are such as
        nobody writes for another reason, `first` asks that they begin the text."""
        for text in texts:
            found: dict[Submitter, None] = {}
            for start, number in self._numbers_in(plain_form(text)):
                one = self._numbers.get(number)
                if one and (_is_strong(number) or not strong) and not (
                        first and (start or len(number) < 3 or _YEAR.fullmatch(number))):
                    found[one] = None
            if found:
                return list(found)
        return []

    def _numbers_in(self, text: str) -> Iterator[tuple[int, str]]:
        """What may be somebody's number, and where it begins: letters and digits, also several that
        are joined by a mark; those with Chinese in them only as they stand on the roster."""
        pieces = list(_LATIN.finditer(text))
        for at, piece in enumerate(pieces):
            joined, end = "", piece.start()
            for one in pieces[at:at + _PIECES]:
                if joined and not _JOINED.fullmatch(text[end:one.start()]):
                    break
                joined, end = joined + one[0], one.end()
                yield piece.start(), joined
        form = compare_form(text)
        yield from ((form.index(number), number) for number in self._chinese if number in form)


def _whose(found: Sequence[Submitter]) -> Whose:
    return Whose(found[0]) if len(found) == 1 else Whose(None, tuple(found))


def _has_suffix(part: str) -> bool:
    return bool(re.search(r"\.[A-Za-z]{2,4}x?$", part))


def _is_strong(number: str) -> bool:
    return len(number) >= (_LONG if number.isdigit() else _MIXED)
