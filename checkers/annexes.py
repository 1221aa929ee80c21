"""Which part of a document is which annex that a kind asks for, told by the annex's title."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from checkers.document import MAIN
from checkers.evidence import SURE_ENOUGH
from checkers.headings import Heading
from checkers.lines import Line
from checkers.marks import mark_of
from checkers.naming import strength_of
from checkers.outline import Outline, PartOutline
from checkers.parts import without_label
from plans.comparing import compare_form
from plans.kinds import Section
from plans.topics import Strength, Topics

_ALIKE = 0.6            # share of characters in common that makes another title a question


@dataclass(frozen=True, slots=True)
class AnnexSeen:
    """A part that may be an annex asked for: `title` is its title as a heading above all others
    (level 0), `strength` how surely that names the annex; below HEAD only the number fits."""

    part: PartOutline
    title: Heading
    strength: Strength


def annexes_seen(outline: Outline, asked: Sequence[Section],
                 topics: Topics) -> dict[str, AnnexSeen]:
    """The parts that are the annexes `asked` for, by the id of the section.

    A title counts whatever number stands over it, the surest first; where no title is that of an
    annex, the part of its number is given, unless it is another annex.
    """
    parts = [(part, title) for part in outline.parts
             if part.name != MAIN and (title := _title(part)) is not None]
    wanted = frozenset(one.topic for one in asked if one.topic)
    pairs = [(strength_of(section, title.title, topics, wanted), section, part, title)
             for section in asked for part, title in parts]
    pairs.sort(key=lambda one: (-one[0], one[2].name != name_of(one[1])))
    seen: dict[str, AnnexSeen] = {}
    taken: set[str] = set()
    for by_title in (True, False):
        for strength, section, part, title in pairs:
            fits = strength >= Strength.HEAD if by_title else part.name == name_of(section)
            if fits and section.id not in seen and part.name not in taken:
                seen[section.id] = AnnexSeen(part, title, strength)
                taken.add(part.name)
    return seen


def name_of(section: Section) -> str:
    """The name of the part that a section belongs in by its number."""
    return f"annex-{section.annex}" if section.annex else MAIN


def is_alike(section: Section, seen: AnnexSeen) -> bool:
    """Whether the title of a part may be meant for the annex: its noun fits, or it is spelt alike.
    """
    form = compare_form(seen.title.title)
    names = [compare_form(one) for one in (section.title, section.topic, *section.also) if one]
    return seen.strength == Strength.NEAR or any(
        SequenceMatcher(None, form, name).ratio() >= _ALIKE for name in names)


def _title(part: PartOutline) -> Heading | None:
    """The title of an annex with the row that it ends on; None where the annex has no line."""
    lines = [(row, line) for row, line in enumerate(part.rows) if isinstance(line, Line)]
    form = compare_form(part.title)
    held = [one for one in lines if one[0] in part.title_rows] or [
        one for one in lines if compare_form(one[1].text) == form] or lines[:1]
    if not held:
        return None
    row, line = held[-1]
    text = without_label(part.title or line.text)
    mark = mark_of(text)
    return Heading(0, "", mark.rest if mark else text, text, "", SURE_ENOUGH, (),
                   line.paragraph, row)
