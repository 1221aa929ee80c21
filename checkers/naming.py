"""How surely a heading's title names a section that a kind asks for."""

from __future__ import annotations

from plans.comparing import compare_form
from plans.kinds import Section
from plans.placeholders import bare
from plans.topics import Strength, Topics, parts_of


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
