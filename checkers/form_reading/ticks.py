"""Boxes with options beside them, as printed, ticked or typed over → the options ticked.

Read: ☑是 □否, 是☑ 否□, （√）是（ ）否, √是 否, ■ 是, □√是, 口是; ☑ ☒ ■ √ ✓ ✔ are ticks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from plans.comparing import compare_form
from plans.kinds import Option

YES, NO, MARKS = "☑☒■●√✓✔", "□☐○◯〇◻⬜", "√✓✔"
_CROSSES = "×✗✘✕╳❌"
_WORDED = ("已完成", "完成", "已有", "V", "v")       # what is typed for a tick
_NOT = ("非", "不", "未", "没", "不是", "没有")     # 非党员 is no 党员
_BOX = re.compile(
    rf"[（(\[]\s*(?P<in>[{YES}xXvV]?)\s*[）)\]]|(?P<box>[{NO}口])(?P<over>[{MARKS}])|"
    rf"(?P<before>[{MARKS}])(?P<then>[{NO}])|(?P<mark>[{MARKS}])|(?P<yes>[{YES}])|(?P<no>[{NO}])|"
    r"(?P<mouth>口)")


@dataclass(frozen=True, slots=True)
class Ticked:
    """The options that are ticked, in the order of the form; `has_boxes` tells whether there are
    boxes at all, `rest` what else is written among them; `is_clear` is False where a tick may
    belong to either side."""

    names: tuple[str, ...]
    has_boxes: bool
    rest: str = ""
    is_clear: bool = True


@dataclass(frozen=True, slots=True)
class _Piece:
    """A box (`ticked` True or False) or an option (`option` set), from `start` to `end`; a mark
    without a box `is_loose`."""

    start: int
    end: int
    ticked: bool | None = None
    option: str = ""
    is_loose: bool = False


def ticked_in(text: str, options: Sequence[Option]) -> Ticked:
    """What is ticked in `text`."""
    named = _options_in(text, options)
    boxes = [one for one in _boxes_in(text) if not any(
        word.start < one.end and one.start < word.end for word in named)]
    # 口 is a box only where a tick is to be seen too, or where it stands before an option.
    boxes = [one for one in boxes if text[one.start] != "口" or one.ticked
             or any(word.start - one.end in (0, 1) for word in named)]
    rest = _without(text, [*boxes, *named])
    if not boxes:
        return Ticked(tuple(dict.fromkeys(one.option for one in named)), False, rest)
    ticked, is_clear = _assigned(text, boxes, named)
    said = [one.option for one in named]
    if len(said) > len(boxes) and (twice := {one for one in said if said.count(one) > 1}):
        ticked, is_clear = ticked or twice, False       # □是 □否  是: written beside the boxes
    return Ticked(tuple(one.name for one in options if one.name in ticked), True, rest, is_clear)


def box_in(text: str) -> tuple[bool | None, str]:
    """What a box that stands alone says, None where it is empty, and what else is written there.

    ☑ and √ say yes, × and □× no; □ alone nothing, for nobody has looked at it yet.
    """
    signs = "".join(text.split())
    yes = any(sign in YES for sign in signs)
    no = any(sign in _CROSSES for sign in signs)
    rest = "".join(sign for sign in signs if sign not in YES + NO + _CROSSES + "口")
    if rest in _WORDED and not no:
        yes, rest = True, ""
    if yes and no:
        return None, text
    return (True if yes else False if no else None), rest


def _boxes_in(text: str) -> list[_Piece]:
    found = []
    for match in _BOX.finditer(text):
        yes = bool(match["in"] or match["over"] or match["before"] or match["mark"]
                   or match["yes"])
        found.append(_Piece(match.start(), match.end(), yes, is_loose=bool(match["mark"])))
    return found


def _options_in(text: str, options: Sequence[Option]) -> list[_Piece]:
    """The options that `text` names, the longest name first where two begin alike."""
    names = sorted(((name, one.name) for one in options for name in (one.name, *one.also)),
                   key=lambda pair: -len(pair[0]))
    pattern = "|".join(r"\s*".join(map(re.escape, "".join(name.split()))) for name, _one in names)
    owner = {compare_form(name): one for name, one in reversed(names)}
    return [_Piece(match.start(), match.end(), option=owner[compare_form(match[0])])
            for match in re.finditer(pattern, text)
            if compare_form(match[0]) in owner
            and not text[:match.start()].endswith(_NOT)] if pattern else []


def _assigned(text: str, boxes: Sequence[_Piece],
              named: Sequence[_Piece]) -> tuple[set[str], bool]:
    """The options whose box is ticked, or that have a mark beside them."""
    frames = [one for one in boxes if not one.is_loose]
    marks = [one for one in boxes if one.is_loose]
    if len(frames) < len(named) or not named:
        frames, marks = [], [one for one in boxes if one.ticked]
    found, is_clear = _framed(frames, named)
    for mark in marks:
        beside = _beside(text, mark, named)
        if beside:
            found.add(beside[-1])
        is_clear = is_clear and len(beside) == 1
    return found, is_clear


def _framed(frames: Sequence[_Piece], named: Sequence[_Piece]) -> tuple[set[str], bool]:
    """The options of ticked boxes. Boxes stand before their options, or behind them."""
    pieces = sorted((*frames, *named), key=lambda one: one.start) if frames else []
    before = [two.option for one, two in pairwise(pieces) if one.ticked and two.option]
    behind = [one.option for one, two in pairwise(pieces) if two.ticked and one.option]
    found = before if pieces and not pieces[0].option else behind
    return set(found), len(found) == sum(bool(one.ticked) for one in frames)


def _beside(text: str, mark: _Piece, named: Sequence[_Piece]) -> list[str]:
    """The options that a mark may belong to: that which it touches, else those beside it."""
    left = max((one for one in named if one.end <= mark.start), key=lambda one: one.end,
               default=None)
    right = min((one for one in named if one.start >= mark.end), key=lambda one: one.start,
                default=None)
    gaps = [(one, gap) for one, gap in ((left, text[left.end:mark.start] if left else ""),
                                        (right, text[mark.end:right.start] if right else ""))
            if one is not None]
    for near in ([one for one, gap in gaps if not gap],
                 [one for one, gap in gaps if not gap.strip()], [one for one, _gap in gaps]):
        if near:
            return [one.option for one in near]
    return []


def _without(text: str, pieces: Sequence[_Piece]) -> str:
    kept, at = [], 0
    for one in sorted(pieces, key=lambda one: one.start):
        kept.append(text[at:one.start])
        at = max(at, one.end)
    return "".join("".join([*kept, text[at:]]).split()).strip("、，,;；/:：.。")
