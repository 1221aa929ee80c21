"""What may stand around a name in the name or the title of a paper: 王珂老师2026年工作计划."""

from __future__ import annotations

from dataclasses import dataclass

from plans.comparing import compare_form
from plans.house import House
from plans.roster_words import RosterWords

_FIRST = 2      # characters that tell that a word of ours begins


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Words in the form in which names are compared."""

    surnames: frozenset[str]
    titles: tuple[str, ...]             # 老师, 主任: behind a name
    groups: tuple[str, ...]             # 工作室: behind the name of its head
    followers: frozenset[str]           # one character that may stand behind a name on its own
    before_units: tuple[str, ...]       # how words end that may stand before the name of a unit
    words: frozenset[str]               # what papers speak of; a name that is in one is doubtful
    _starts: frozenset[str]

    def is_word(self, name: str) -> bool:
        """Whether a name may be an ordinary word as well: 方案, 文明."""
        return any(name in word for word in self.words)

    def is_surname(self, text: str) -> bool:
        """Whether `text`, which stands before a name, makes it another one: 张 before 李明, and not
        班 in 三（2）班李明, though people are called so."""
        return text in self.surnames and len(text) == 1 and not (
            text in self.followers or text in self.groups or text in self.before_units)

    def goes_on(self, text: str) -> bool:
        """Whether `text`, which stands behind a name, begins with a word and not with another
        character of the name."""
        return not text or text[0] in self.followers or text[:_FIRST] in self._starts


def surroundings_of(words: RosterWords, house: House) -> Surroundings:
    """Those of a school: its kinds, topics and names.

    Raises UserError with the faults of their files.
    """
    titles = tuple(compare_form(one) for one in house.names.titles)
    papers = {compare_form(name) for kind in house.kinds for name in (kind.name, *kind.also)}
    papers |= {compare_form(topic.name) for topic in house.topics.topics.values()}
    papers |= {*house.topics.papers, *house.topics.modifiers}
    return Surroundings(house.names.surnames, titles, words.groups, words.followers,
                        words.before_units,
                        frozenset(papers | {compare_form(one) for one in house.names.words}),
                        frozenset(one[:_FIRST] for one in (
                            *papers, *titles, *words.groups, *words.starts)
                                  if len(one) >= _FIRST))
