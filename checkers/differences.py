"""In what a paragraph differs from the look that a profile asks for, in words."""

from __future__ import annotations

from collections.abc import Iterator

from checkers.document import Paragraph
from checkers.fonts import same_type
from plans.messages import N_, _
from plans.profile import HABIT, MEASURED, STANDARD, Element
from plans.type_sizes import size_name

_NEAR = {"size": 0.24, "line": 0.06, "indent": 0.1}     # pt, pt, characters: Word's rounding
_LABELS = {"font": N_("the font"), "size": N_("the type size"), "line": N_("the line spacing"),
           "indent": N_("the first-line indent")}


def differences(paragraph: Paragraph, wanted: Element,
                properties: tuple[str, ...] = ("font", "size", "line", "indent"),
                ) -> Iterator[str]:
    """A phrase for each of `properties` that is not as wanted; what is mere custom is let be."""
    layout, look = paragraph.layout, paragraph.look
    if layout is None:
        return
    found = {"size": look.size, "line": layout.line, "indent": layout.first}
    for name in properties:
        if wanted.source(name) == HABIT:
            continue
        value = getattr(wanted, name)
        if name == "font":
            if not same_type(look.font, wanted.font):
                yield told(_(_LABELS[name]), look.font or _("not named"), wanted.font,
                           wanted.source(name))
        elif abs(found[name] - value) > _NEAR[name]:
            yield told(_(_LABELS[name]), _shown(name, found[name]), _shown(name, value),
                       wanted.source(name))


def told(what: str, found: str, wanted: str, source: str) -> str:
    """What is found, what is wanted, and who says so."""
    return _("{what} is {found} instead of {wanted} ({source})").format(
        what=what, found=found, wanted=wanted, source=source_name(source))


def source_name(source: str) -> str:
    """A source as people are told it: a clause of the standard, the school's file, our custom."""
    if source == HABIT:
        return _("our custom")
    if source == MEASURED:
        return _("measured, for the 22 lines of 28 characters of {clause}").format(
            clause=f"{STANDARD} 5.2.3")
    return source if source.startswith(STANDARD) else _("the school's {file}").format(file=source)


def joined(phrases: tuple[str, ...]) -> str:
    """Phrases as one sentence."""
    return _("; ").join(phrases)


def _shown(name: str, value: float) -> str:
    if name == "size":
        return size_name(value) if value else _("not said")
    if name == "line":
        return _("{number} pt").format(number=f"{value:g}") if value else _("not fixed")
    return _("{number} characters").format(number=f"{value:g}")
