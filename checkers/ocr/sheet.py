"""A picture as a page: recognised lines straightened, set in type, with the ruling lines."""

from __future__ import annotations

from collections.abc import Iterator

from PIL.Image import Image

from checkers.ocr.recognition import lines_on
from checkers.ocr.rulings import rulings_on
from checkers.ocr.seen import Seen
from checkers.ocr.sizes import sizes_of
from checkers.ocr.skew import angle_of, level
from checkers.pdf.characters import CLOSING, OPENING, is_wide
from checkers.pdf.drawings import Box
from checkers.pdf.glyphs import Face, Glyph
from checkers.pdf.pages import Page

_HALF_BLANK = 0.45                  # of the size: what is blank in a mark such as ， or （
_BASE = 0.8                         # of the height of a line: where its baseline lies


def page_of(image: Image, number: int, width: float, height: float, threads: int) -> Page:
    """The page that the picture shows, of `width` times `height` points, or turned by 90 degrees
    where the picture lies on its side."""
    upright, seen = lines_on(image, threads)
    if (upright.width > upright.height) != (image.width > image.height):
        width, height = height, width
    scale = width / upright.width
    angle = angle_of(upright, seen)
    straight = [Seen(one.text, level(one.corners, angle, upright.size), one.sure) for one in seen]
    sizes = sizes_of(straight)
    glyphs = tuple(glyph for place, one in enumerate(straight)
                   for glyph in _set(one, sizes[place], scale, place))
    rulings = rulings_on(upright, angle, max(sizes, default=0.0))
    return Page(number, width, height, glyphs, rulings=tuple(
        Box(*(scale * edge for edge in box)) for box in rulings), is_recognised=True)


def _set(one: Seen, size: float, scale: float, owner: int) -> Iterator[Glyph]:
    """The characters of a line, each with the share of its width that it has in print."""
    left, right = min(x for x, _ in one.corners), max(x for x, _ in one.corners)
    top, bottom = min(y for _, y in one.corners), max(y for _, y in one.corners)
    face = Face("", round(size * scale, 1), False, 0, rough=True)
    if bottom - top > 1.5 * (right - left) and len(one.text) > 1:
        step = (bottom - top) / len(one.text)       # written downwards
        for place, char in enumerate(one.text):
            yield _glyph(char, left, top + place * step, right, top + (place + 1) * step, scale,
                         face, owner)
        return
    # A box holds the ink, a character its space: ， at the end of a line is blank on its right.
    left -= _HALF_BLANK * size if one.text[0] in OPENING and is_wide(one.text[0]) else 0
    right += _HALF_BLANK * size if one.text[-1] in CLOSING and is_wide(one.text[-1]) else 0
    widths = [1.0 if is_wide(char) else 0.5 for char in one.text]
    step = (right - left) / sum(widths)
    for char, share in zip(one.text, widths, strict=True):
        yield _glyph(char, left, top, left + share * step, bottom, scale, face, owner)
        left += share * step


def _glyph(char: str, x0: float, y0: float, x1: float, y1: float, scale: float, face: Face,
           owner: int) -> Glyph:
    base = y0 + _BASE * (y1 - y0)
    return Glyph(char, x0 * scale, y0 * scale, x1 * scale, y1 * scale, x0 * scale, base * scale,
                 face, owner, char.isspace())
