"""Lines joined into the paragraphs that the author typed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from checkers.document import Look, Paragraph
from checkers.marks import mark_of
from checkers.pdf.beginnings import (
    FULL_STOPS,
    begins_anew,
    has_another_look,
    is_head,
    labels_annex,
    names_month,
)
from checkers.pdf.characters import SENTENCE_END, joined
from checkers.pdf.lines import Line
from checkers.pdf.measures import NEAR, Setting

_GAP = 1.22                         # of the pitch: a wider step is a space between paragraphs
_RESIZED = 0.09                     # of the size: a greater change is another kind of text
_TITLE = 1.2                        # of the usual size: what is larger is a title
_EXACT = 0.1                        # of the size: what lies closer is the very same place
_FAR = 5                            # of the size: a step back this long ends a date at the right


def runs(lines: Iterable[tuple[Line, Setting]]) -> list[tuple[list[Line], Setting]]:
    """The lines of each paragraph, with the setting that its first line stands in."""
    found: list[tuple[list[Line], Setting]] = []
    before: Setting | None = None
    waiting = [*lines, None]
    for item, after in pairwise(waiting):
        if item is None:
            break
        line, setting = item
        following = after[0] if after and setting.is_full(line, after[0]) else None
        if not found or before is None or _starts(found[-1][0], before, line, setting, following):
            found.append(([], setting))
        found[-1][0].append(line)
        before = setting
    return found


def _starts(run: Sequence[Line], before: Setting, line: Line, here: Setting,
            following: Line | None) -> bool:
    """Whether `line`, from which `following` may run on, starts a paragraph after those of `run`.
    """
    last = run[-1]
    if last.toc or labels_annex(line) or (
            abs(line.size - last.size) > _RESIZED * max(line.size, last.size)):
        return True
    if _is_spaced(last, line, before) or not before.is_full(last, line):
        return True
    if last.spread or has_another_look(last, line) or (len(run) == 1 and is_right(last, before)):
        return True
    offset, above = here.offset(line), before.offset(last)
    if last.text[-1] in SENTENCE_END and mark_of(line.text) and (
            offset > NEAR or not here.numbers_indented
            or (following is None and is_head(line, heads=False))):
        return True
    if last.text[-1] in FULL_STOPS and (names_month(line) if here.indent else begins_anew(
            run[0], line, following, here.colon_heads)):
        return True
    step = offset - above
    if len(run) > 1:
        return abs(step) >= NEAR and not _are_centred(last, before, line, here)
    if abs(step) < NEAR:
        return bool(here.indent) and abs(offset - here.indent) < NEAR
    if step < 0:
        return step < -_FAR and not _are_centred(last, before, line, here)
    return not (_hangs(last, before, line, here) or _are_centred(last, before, line, here))


def _hangs(above: Line, before: Setting, line: Line, here: Setting) -> bool:
    """Whether `line`, set in deeper than `above`, stands under the text after its number."""
    under = (line.left - here.left - (above.hang - before.left)) / line.size
    if above.tabbed:
        return under < NEAR         # 11. may be too wide for its tab, and its text start deeper
    is_indented = bool(here.indent) and (
        abs(here.offset(line) - here.indent) < min(NEAR, abs(under) + _EXACT))
    return above.hang > above.left and abs(under) < NEAR and not is_indented


def _is_spaced(above: Line, below: Line, setting: Setting) -> bool:
    if above.page != below.page or above.column != below.column:
        return False
    step = below.base - above.base
    return step < 0 or (setting.pitch > 0 and step > _GAP * setting.pitch * above.size)


def _are_centred(above: Line, before: Setting, below: Line, here: Setting) -> bool:
    return is_centred(below, here) and abs(
        (above.left - before.left) - (before.right - above.right)) < 2 * NEAR * above.size


def is_centred(line: Line, setting: Setting) -> bool:
    """Whether the middle of `line` is that of the text area, and it is short on both sides."""
    left, right = line.left - setting.left, setting.right - line.right
    short = max(3.0, setting.indent + 1) * line.size
    return abs(left - right) < max(line.size, 0.06 * (left + right)) and min(left, right) > short


def is_right(line: Line, setting: Setting) -> bool:
    """Whether `line` stands at the right: a signature, a date; GB/T 9704 sets it in 2 or 4."""
    left, right = line.left - setting.left, setting.right - line.right
    if left > 0.45 * (setting.right - setting.left):
        return right < _FAR * line.size
    return abs(right) < 0.3 * line.size and left > _FAR * line.size


def look_of(run: Sequence[Line], setting: Setting, page_break: bool = False) -> Look:
    """How the paragraph of the lines `run` looks."""
    sizes: Counter[float] = Counter()
    fonts: Counter[str] = Counter()
    for line in run:
        sizes[line.size] += len(line.text)
        fonts[line.font] += len(line.text)
    centred = is_centred(run[-1], setting) if len(run) > 1 else _is_title_or_centred(
        run[0], setting)
    return Look(all(line.bold for line in run), sizes.most_common(1)[0][0],
                fonts.most_common(1)[0][0], centred,
                not centred and len(run) == 1 and is_right(run[0], setting), page_break)


def _is_title_or_centred(line: Line, setting: Setting) -> bool:
    # A wide title leaves less than three characters on each side, but as much on both.
    left, right = line.left - setting.left, setting.right - line.right
    if is_centred(line, setting):
        return True
    if abs(left - right) > 0.4 * line.size:
        return False
    is_title = line.size > _TITLE * setting.size > 0
    return min(left, right) > (0.03 if is_title else NEAR) * line.size and (
        is_title or abs(left / line.size - setting.indent) > 0.3)


def text_of(run: Sequence[Line]) -> str:
    """The text of the lines `run` as one paragraph."""
    text = run[0].text
    for above, line in pairwise(run):
        text = joined(text, line.text, above.blank_after)
    return text


def paragraph_of(run: Sequence[Line], setting: Setting, number: int | None = None,
                 page_break: bool = False) -> Paragraph:
    """The paragraph of the lines `run`, the `number`th outside tables."""
    return Paragraph(text_of(run), paragraph=number, page=run[0].page,
                     look=look_of(run, setting, page_break), toc=run[0].toc,
                     spot=(run[0].page, run[0].left, run[0].base, run[0].size))
