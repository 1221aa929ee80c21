"""Which heading is which required section: matched one to one, the surest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from checkers.annexes import AnnexSeen, annexes_seen, is_alike
from checkers.headings import Heading
from checkers.naming import strength_of
from checkers.outline import Outline, PartOutline
from checkers.section_text import is_empty
from checkers.stand_ins import named_in_line, over_months
from plans.comparing import compare_form
from plans.kinds import Section
from plans.placeholders import bare
from plans.topics import Strength, Topics, parts_of

MET, MISSING, EMPTY, UNCERTAIN = "met", "missing", "empty", "uncertain"
_ALIKE = 0.6            # share of characters in common that makes an unclaimed heading a near miss
_DEEP = 2               # levels below its own at which only a declared name is trusted


@dataclass(frozen=True, slots=True)
class Requirement:
    """A section that is asked for, and what was found: `near` is a heading that might be it."""

    section: Section
    state: str
    heading: Heading | None = None
    near: Heading | None = None
    strength: Strength = Strength.NONE
    above: str = ""                 # id of the section that it belongs to
    twice: tuple[Heading, ...] = () # further headings that are this section as surely


@dataclass(frozen=True, slots=True)
class _Pair:
    strength: Strength
    closeness: int                  # 0 where level and place fit, lower where they do not
    section: Section
    heading: Heading
    compound: bool


def match(outline: Outline, sections: Sequence[Section], topics: Topics,
          ) -> tuple[Requirement, ...]:
    """Each section, nested ones after the one they belong to, with the heading that is it.

    The heading of an annex is its title; where the part of its number bears another title, a
    heading in it.
    """
    main = outline.main
    ahead = not compare_form(outline.title).endswith(topics.looking_back or ("\0",))
    found = list(_Matcher(main, topics, ahead).match(
        [one for one in sections if one.annex is None], main.headings, 1, "",
        range(len(main.rows))))
    annexes = [one for one in sections if one.annex is not None]
    seen = annexes_seen(outline, annexes, topics)
    for one in annexes:
        found += _annex(one, seen[one.id], topics) if one.id in seen else [
            Requirement(one, MISSING)]
    order = {section.id: at for at, section in enumerate(
        below for section in sections for below in section.walk())}
    return tuple(sorted(found, key=lambda one: order[one.section.id]))


def _annex(section: Section, seen: AnnexSeen, topics: Topics) -> list[Requirement]:
    matcher, stretch = _Matcher(seen.part, topics), range(len(seen.part.rows))
    if seen.strength >= Strength.HEAD:
        return list(matcher.titled(section, seen, stretch))
    found = list(matcher.match([section], seen.part.headings, 1, "", stretch))
    if found[0].state == MISSING and is_alike(section, seen):
        return [Requirement(section, UNCERTAIN, near=seen.title)]
    return found


class _Matcher:
    """`looks_ahead` where the paper is a plan and no summary: there 主要做法 are 工作措施."""

    def __init__(self, part: PartOutline, topics: Topics, looks_ahead: bool = False) -> None:
        self.part, self.topics, self.looks_ahead = part, topics, looks_ahead
        self.claimed: dict[int, list[Section]] = {}

    def match(self, sections: Sequence[Section], headings: Sequence[Heading], level: int,
              above: str, stretch: range) -> Iterator[Requirement]:
        """Matches `sections` among the `headings` of a stretch of rows, then their sub-sections
        among what stands below."""
        asked = frozenset(one.topic for one in sections if one.topic)
        pairs = sorted(self._pairs(sections, headings, level, asked),
                       key=lambda one: (-one.strength, -one.closeness, one.heading.row))
        taken: dict[str, _Pair] = {}
        for pair in pairs:
            if pair.section.id in taken or pair.strength < Strength.HEAD:
                continue
            owners = self.claimed.get(pair.heading.row, [])
            if owners and not (pair.compound and all(one in sections for one in owners)):
                continue
            taken[pair.section.id] = pair
            self.claimed.setdefault(pair.heading.row, []).append(pair.section)
        for section in sections:
            found = taken.get(section.id) or self._otherwise(section, headings, level, stretch)
            if found is None:
                near = self._near(section, pairs, headings, level)
                yield Requirement(section, UNCERTAIN if near else MISSING, None, near, above=above)
            else:
                yield from self._found(section, found, pairs, stretch, above)

    def titled(self, section: Section, seen: AnnexSeen, stretch: range) -> Iterator[Requirement]:
        """An annex that bears the section's name, and its sub-sections among its headings."""
        yield from self._found(section, _Pair(seen.strength, 0, section, seen.title, False), (),
                               stretch, "")

    def _pairs(self, sections: Sequence[Section], headings: Sequence[Heading], level: int,
               asked: frozenset[str]) -> Iterator[_Pair]:
        for heading in headings:
            compound = bool(parts_of(heading.title)) or sum(
                strength >= Strength.HEAD
                for strength in self.topics.meaning(heading.title).values()) > 1
            for section in sections:
                strength = max(strength_of(section, heading.title, self.topics, asked),
                               self._in_a_plan(section, heading))
                deeper = heading.level - level
                if deeper >= _DEEP and (strength == Strength.HEAD or (
                        strength == Strength.ALIAS and not self._ends_in_head(section, heading))):
                    strength = Strength.NEAR
                if strength:
                    yield _Pair(strength, -abs(deeper), section, heading, compound)

    def _in_a_plan(self, section: Section, heading: Heading) -> Strength:
        """How surely a heading is the section because the paper is a plan."""
        topic = self.topics.topics.get(section.topic) if self.looks_ahead else None
        meaning = self.topics.meaning(heading.title) if topic and topic.in_plans else {}
        return Strength.HEAD if topic and any(
            meaning.get(one, Strength.NONE) >= Strength.HEAD for one in topic.in_plans
        ) else Strength.NONE

    def _ends_in_head(self, section: Section, heading: Heading) -> bool:
        """Whether a title ends in a noun of the topic, and not only in another name for it."""
        topic = self.topics.topics.get(section.topic)
        return topic is None or any(
            form.endswith(topic.heads) for form in self.topics.forms(heading.title) if topic.heads)

    def _otherwise(self, section: Section, headings: Sequence[Heading], level: int,
                   stretch: range) -> _Pair | None:
        """What stands for a section that no heading is."""
        if section.schedule and self.looks_ahead:
            heading = over_months(self.part, headings, self.claimed, level)
            if heading is not None:
                self.claimed.setdefault(heading.row, []).append(section)
                return _Pair(Strength.HEAD, 0, section, heading, False)
        heading = named_in_line(self.part, section, level, stretch, self.topics)
        return _Pair(Strength.ALIAS, 0, section, heading, False) if heading else None

    def _found(self, section: Section, pair: _Pair, pairs: Sequence[_Pair], stretch: range,
               above: str) -> Iterator[Requirement]:
        twice = tuple(other.heading for other in pairs
                      if other.section is section and other.strength >= Strength.ALIAS
                      and other.heading.row != pair.heading.row
                      and other.heading.level == pair.heading.level
                      and self._says_the_same(other.heading, pair)
                      and other.heading.row not in self.claimed)
        end = self._end_of(section, pair.heading, stretch)
        below = [one for one in self.part.headings if pair.heading.row < one.row < end]
        state = MET if (below and section.sections) or not is_empty(
            self.part, pair.heading, lambda caption: self._is_other(section, caption),
            section.hint) else EMPTY
        yield Requirement(section, state, pair.heading, None, pair.strength, above, twice)
        if section.sections and state == MET:
            yield from self.match(section.sections, below, pair.heading.level + 1, section.id,
                                  range(pair.heading.row + 1, end))

    def _is_other(self, section: Section, caption: str) -> bool:
        """Whether a table's caption names another thing than the section."""
        return (strength_of(section, caption, self.topics) == Strength.NONE and max(
            self.topics.meaning(caption).values(), default=Strength.NONE) >= Strength.ALIAS)

    def _end_of(self, section: Section, heading: Heading, stretch: range) -> int:
        """The row at which a section ends: at the next heading of its level that is none of its
        sub-sections, for these may look like it."""
        for one in self.part.headings:
            if one.row > heading.row and one.level <= heading.level and not any(
                    strength_of(below, one.title, self.topics) >= Strength.ALIAS
                    for below in section.sections):
                return one.row
        return stretch.stop

    def _says_the_same(self, heading: Heading, pair: _Pair) -> bool:
        """Whether a heading bears a name of the section's own, and not that of a sister topic.

        A kind may take 工作目标 and 主要任务 for one section; a plan that has both has none twice.
        """
        topic = pair.section.topic
        return (not topic or topic in self.topics.meaning(heading.title)
                or compare_form(heading.title) == compare_form(pair.heading.title))

    def _near(self, section: Section, pairs: Sequence[_Pair], headings: Sequence[Heading],
              level: int) -> Heading | None:
        """An unclaimed heading that might be the section: its noun fits, or it is spelt alike."""
        for pair in pairs:
            if (pair.section is section and pair.strength == Strength.NEAR
                    and pair.heading.row not in self.claimed):
                return pair.heading
        names = [compare_form(one) for one in (bare(section.title), section.topic, *section.also)
                 if one]
        topic = self.topics.topics.get(section.topic)
        asked_near = set(topic.near) if topic else set()
        best, best_share = None, _ALIKE
        for heading in headings:
            if heading.row in self.claimed or heading.level > level:
                continue
            meaning = self.topics.meaning(heading.title)
            if asked_near & {compare_form(topic) for topic in meaning}:
                return heading
            if max(meaning.values(), default=Strength.NONE) >= Strength.HEAD:
                continue        # it is another section, whatever its letters
            form = compare_form(heading.title)
            share = max((SequenceMatcher(None, form, name).ratio() for name in names), default=0.0)
            if share >= best_share:
                best, best_share = heading, share
        return best
