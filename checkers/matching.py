"""Which heading is which required section: matched one to one, the surest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from checkers.headings import Heading
from checkers.month_words import month_line
from checkers.outline import Outline, PartOutline
from checkers.section_text import is_empty
from plans.comparing import compare_form
from plans.kinds import Section
from plans.placeholders import bare
from plans.topics import Strength, Topics, parts_of

MET, MISSING, EMPTY, UNCERTAIN = "met", "missing", "empty", "uncertain"
_ALIKE = 0.6            # share of characters in common that makes an unclaimed heading a near miss
_NEAR_MONTHS = 3        # rows at most from a heading to the months that it holds
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
    """Each section, nested ones after the one they belong to, with the heading that is it."""
    found: list[Requirement] = []
    for name in dict.fromkeys(f"annex-{one.annex}" if one.annex else "main" for one in sections):
        part = outline.part(name)
        asked = [one for one in sections if (f"annex-{one.annex}" if one.annex else "main") == name]
        if part is None:
            found += [Requirement(one, MISSING) for one in asked]
        else:
            found += _Matcher(part, topics).match(asked, part.headings, 1, "")
    order = {section.id: at for at, section in enumerate(
        below for section in sections for below in section.walk())}
    return tuple(sorted(found, key=lambda one: order[one.section.id]))


def strength_of(section: Section, title: str, topics: Topics,
                asked: frozenset[str] = frozenset()) -> Strength:
    """How surely a heading `title` is `section`; `asked` are the topics that the kind asks for.

    A narrower topic (总体目标) counts for the wider (工作目标) unless the kind asks for both.
    """
    forms = set(topics.forms(title))
    if any(form.endswith(compare_form(name)) for form in forms for name in section.never):
        return Strength.NONE
    own = {compare_form(section.title), compare_form(bare(section.title)),
           compare_form(section.topic)} - {""}
    if forms & own:
        return Strength.EXACT
    if forms & {compare_form(name) for name in section.also}:
        return Strength.ALIAS
    meaning = topics.meaning(title)
    strength = meaning.get(section.topic, Strength.NONE) if section.topic else Strength.NONE
    if section.topic:
        narrower = [meaning[one] for one in topics.narrower(section.topic)
                    if one in meaning and one not in asked]
        strength = max([strength, *(min(one, Strength.HEAD) for one in narrower)])
    else:
        strength = max(strength, _ending(section, forms, topics))
    for part in parts_of(title) if strength < Strength.HEAD else ():
        if set(topics.forms(part)) & (own | {compare_form(name) for name in section.also}):
            return Strength.HEAD
    return strength


def _ending(section: Section, forms: set[str], topics: Topics) -> Strength:
    """A section without a topic is met by its title with modifiers before it."""
    best = Strength.NONE
    for name in (section.title, *section.also):
        form = compare_form(name)
        for one in forms:
            if form and one.endswith(form):
                known = topics.modifies(one[:-len(form)]) or len(form) >= 4
                best = max(best, Strength.HEAD if known else Strength.NEAR)
    return best


class _Matcher:
    def __init__(self, part: PartOutline, topics: Topics) -> None:
        self.part, self.topics = part, topics
        self.claimed: dict[int, list[Section]] = {}

    def match(self, sections: Sequence[Section], headings: Sequence[Heading], level: int,
              above: str) -> Iterator[Requirement]:
        """Matches `sections` among `headings`, then their sub-sections among what stands below."""
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
            yield from self._requirement(section, taken.get(section.id), pairs, headings, level,
                                         above)

    def _pairs(self, sections: Sequence[Section], headings: Sequence[Heading], level: int,
               asked: frozenset[str]) -> Iterator[_Pair]:
        for heading in headings:
            compound = bool(parts_of(heading.title))
            for section in sections:
                strength = strength_of(section, heading.title, self.topics, asked)
                deeper = heading.level - level
                if strength == Strength.HEAD and deeper >= _DEEP:
                    strength = Strength.NEAR
                if strength:
                    yield _Pair(strength, -abs(deeper), section, heading, compound)

    def _requirement(self, section: Section, pair: _Pair | None, pairs: Sequence[_Pair],
                     headings: Sequence[Heading], level: int, above: str) -> Iterator[Requirement]:
        if pair is None and section.schedule and (heading := self._over_months(headings)):
            pair = _Pair(Strength.HEAD, 0, section, heading, False)
            self.claimed.setdefault(heading.row, []).append(section)
        if pair is None:
            near = self._near(section, pairs, headings, level)
            yield Requirement(section, UNCERTAIN if near else MISSING, None, near, above=above)
            return
        twice = tuple(other.heading for other in pairs
                      if other.section is section and other.strength >= Strength.ALIAS
                      and other.heading.row != pair.heading.row
                      and other.heading.level == pair.heading.level
                      and self._says_the_same(other.heading, pair)
                      and other.heading.row not in self.claimed)
        state = EMPTY if is_empty(self.part, pair.heading) else MET
        yield Requirement(section, state, pair.heading, None, pair.strength, above, twice)
        if section.sections and state == MET:
            below = [one for one in self.part.headings if one.row > pair.heading.row]
            end = next((at for at, one in enumerate(below) if one.level <= pair.heading.level),
                       len(below))
            yield from self.match(section.sections, below[:end], pair.heading.level + 1, section.id)

    def _says_the_same(self, heading: Heading, pair: _Pair) -> bool:
        """Whether a heading bears a name of the section's own, and not that of a sister topic.

        A kind may take 工作目标 and 主要任务 for one section; a plan that has both has none twice.
        """
        topic = pair.section.topic
        return (not topic or topic in self.topics.meaning(heading.title)
                or compare_form(heading.title) == compare_form(pair.heading.title))

    def _over_months(self, headings: Sequence[Heading]) -> Heading | None:
        """The unclaimed heading right over the months, whatever it is called (具体安排)."""
        if not self.part.months:
            return None
        first = self.part.months[0].row
        above = [one for one in headings if one.row < first and month_line(one.title) is None]
        if above and first - above[-1].row <= _NEAR_MONTHS and above[-1].row not in self.claimed:
            return above[-1]
        return None

    def _near(self, section: Section, pairs: Sequence[_Pair], headings: Sequence[Heading],
              level: int) -> Heading | None:
        """An unclaimed heading that might be the section: its noun fits, or it is spelt alike."""
        for pair in pairs:
            if (pair.section is section and pair.strength == Strength.NEAR
                    and pair.heading.row not in self.claimed):
                return pair.heading
        names = [compare_form(one) for one in (bare(section.title), section.topic, *section.also)
                 if one]
        best, best_share = None, _ALIKE
        for heading in headings:
            if heading.row in self.claimed or heading.level > level:
                continue
            sure = max(self.topics.meaning(heading.title).values(), default=Strength.NONE)
            if sure >= Strength.HEAD:
                continue        # it is another section, whatever its letters
            form = compare_form(heading.title)
            share = max(SequenceMatcher(None, form, name).ratio() for name in names)
            if share >= best_share:
                best, best_share = heading, share
        return best
