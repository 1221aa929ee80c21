"""What w:rPr and w:pPr say, whether they stand in a style or in the text itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from lxml.etree import _Element

from checkers.word import markup as m


class Ink(NamedTuple):
    """How characters look; None where nothing is said, and the style below speaks."""

    bold: bool | None = None
    size: float | None = None       # pt
    font: str | None = None         # the east-Asian one
    hidden: bool | None = None

    def over(self, under: Ink) -> Ink:
        """This ink where it says something, else `under`."""
        return Ink(under.bold if self.bold is None else self.bold,
                   under.size if self.size is None else self.size,
                   under.font if self.font is None else self.font,
                   under.hidden if self.hidden is None else self.hidden)


NOTHING_SAID = Ink()


def ink_of(rpr: _Element | None, under: Ink = NOTHING_SAID) -> Ink:
    """The ink that the children of `rpr` ask for, laid over `under`; character styles left out."""
    if rpr is None or not len(rpr):
        return under
    bold, size, font, hidden = under
    for child in rpr:
        tag = child.tag
        if tag == m.FONTS:
            # The theme's font wins over a named one, and we read no themes.
            themed = child.get(m.EAST_ASIA_THEME) is not None
            font = "" if themed else child.get(m.EAST_ASIA, font)
        elif tag == m.SIZE:
            size = m.points(child.get(m.VAL)) or size
        elif tag == m.BOLD:
            bold = m.is_on(child)
        elif tag == m.VANISH:
            hidden = m.is_on(child)
    return Ink(bold, size, font, hidden)


@dataclass(slots=True)
class Format:
    """What one w:pPr says of its paragraph; None where it is silent.

    `outline` is 1-9, or 0 for body text.
    """

    style: str | None = None
    number: int | None = None
    level: int | None = None
    outline: int | None = None
    align: str | None = None
    page_break: bool | None = None
    mark: _Element | None = None        # the w:rPr of the paragraph mark
    ends_section: bool = False
    element: _Element | None = None     # the w:pPr itself

    @property
    def mark_is_deleted(self) -> bool:
        """Whether the paragraph runs on into the next once pending changes are accepted."""
        return self.mark is not None and (self.mark.find(m.DEL) is not None
                                          or self.mark.find(m.MOVE_FROM) is not None)


def format_of(ppr: _Element | None) -> Format:
    """What `ppr` says."""
    said = Format(element=ppr)
    for child in () if ppr is None else ppr:
        tag = child.tag
        if tag == m.P_STYLE:
            said.style = child.get(m.VAL)
        elif tag == m.NUM_PR:
            said.number = m.whole(m.value_of(child, m.NUM_ID))
            said.level = level_of(m.value_of(child, m.ILVL))
        elif tag == m.OUTLINE_LVL:
            level = m.whole(child.get(m.VAL))
            if level is not None and 0 <= level <= 9:
                said.outline = (level + 1) % 10     # Word's 9 means body text
        elif tag == m.JC:
            said.align = child.get(m.VAL)
        elif tag == m.PAGE_BREAK_BEFORE:
            said.page_break = m.is_on(child)
        elif tag == m.RPR:
            said.mark = child
        elif tag == m.SECT_PR:
            said.ends_section = True
    return said


def level_of(text: str | None) -> int | None:
    """A level of numbering, 0 to 8; None where `text` names none."""
    level = m.whole(text)
    return level if level is not None and 0 <= level <= 8 else None
