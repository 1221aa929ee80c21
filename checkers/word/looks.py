"""How a paragraph looks, by the ink of its characters."""

from __future__ import annotations

from collections.abc import Mapping

from checkers.document import Look
from checkers.word.properties import Ink

_CENTRED, _RIGHT = "center", frozenset(("right", "end"))


def look_of(inks: Mapping[Ink, int], base: Ink, align: str | None, page_break: bool) -> Look:
    """The look of a paragraph with so many visible characters of each of the `inks`.

    The larger share speaks for the size and for the font; `base` does where there are none.
    """
    centred, right = align == _CENTRED, align in _RIGHT
    if len(inks) <= 1:
        ink = next(iter(inks), base)
        return Look(bool(inks and ink.bold), ink.size or 0.0, ink.font or "",
                    centred, right, page_break)
    sizes: dict[float, int] = {}
    fonts: dict[str, int] = {}
    for ink, count in inks.items():
        sizes[ink.size or 0.0] = sizes.get(ink.size or 0.0, 0) + count
        fonts[ink.font or ""] = fonts.get(ink.font or "", 0) + count
    return Look(all(ink.bold for ink in inks), max(sizes, key=sizes.__getitem__),
                max(fonts, key=fonts.__getitem__), centred, right, page_break)
