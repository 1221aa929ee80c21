"""How the lines of a paragraph lie: line spacing and indents, through its styles."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lxml.etree import _Element

from checkers.document import Layout
from checkers.word import markup as m

if TYPE_CHECKING:
    from checkers.word.styles import Styles

_TWIPS = 20             # in a point
_NO_SIZE = 10.5         # pt: what Word takes where no size is said


class Spread(NamedTuple):
    """What one w:pPr says; None where it is silent. Indents in hundredths of a character and in
    twips; a hanging first line counts below 0."""

    line: float | None = None           # pt, 0 where the spacing is not fixed
    first_chars: int | None = None
    first: int | None = None
    right_chars: int | None = None
    right: int | None = None

    def over(self, under: Spread) -> Spread:
        """This one where it says something, else `under`."""
        return Spread(
            under.line if self.line is None else self.line,
            under.first_chars if self.first_chars is None else self.first_chars,
            under.first if self.first is None else self.first,
            under.right_chars if self.right_chars is None else self.right_chars,
            under.right if self.right is None else self.right)


def spread_of(ppr: _Element | None) -> Spread:
    """What `ppr` says itself."""
    if ppr is None:
        return Spread()
    spacing, indent = ppr.find(m.SPACING), ppr.find(m.IND)
    line: float | None = None
    if spacing is not None and (height := m.whole(spacing.get(m.LINE))) is not None:
        line = height / _TWIPS if spacing.get(m.LINE_RULE) == "exact" else 0.0
    if indent is None:
        return Spread(line)
    return Spread(line, _first(indent, m.FIRST_CHARS, m.HANGING_CHARS),
                  _first(indent, m.FIRST, m.HANGING),
                  m.whole(indent.get(m.RIGHT_CHARS, indent.get(m.END_CHARS))),
                  m.whole(indent.get(m.RIGHT, indent.get(m.END))))


def layout_of(ppr: _Element | None, styles: Styles, style_id: str | None, size: float) -> Layout:
    """The layout of a paragraph of `size` points with this `ppr` and style."""
    found = spread_of(ppr).over(styles.spread(style_id))
    character = (size or _NO_SIZE) * _TWIPS
    return Layout(found.line or 0.0, _characters(found.first_chars, found.first, character),
                  _characters(found.right_chars, found.right, character))


def _characters(hundredths: int | None, twips: int | None, character: float) -> float:
    # Word obeys the characters where there are any; 0 of them is how it takes them back.
    return round(hundredths / 100 if hundredths else (twips or 0) / character, 2)


def _first(indent: _Element, first: str, hanging: str) -> int | None:
    back = m.whole(indent.get(hanging))
    return -back if back else m.whole(indent.get(first)) if back is None or (
        indent.get(first) is not None) else 0
