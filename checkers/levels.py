"""At what level each heading stands: by what it stands in, not by the form of its number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checkers.evidence import Weighed
from checkers.lines import Row
from checkers.marks import OUTERMOST
from checkers.runs import Run


def set_levels(rows: Sequence[Row], runs: Sequence[Run], chosen: Mapping[int, Weighed]) -> None:
    """Sets the level of each of the `chosen` headings, which are given by row."""
    run_of = {row: run for run in runs for row in run.members}
    with_headings = {id(run_of[row]) for row in chosen if row in run_of}
    numbered = {row: one for row, one in sorted(chosen.items()) if row in run_of}
    for row, one in numbered.items():
        one.level = 1 + _depth(run_of[row], with_headings)
    plain = [one for row, one in sorted(chosen.items())
             if row not in run_of and one.line.label is None]
    done = dict(numbered)
    for one in plain:
        one.level = _level_beneath(one, done, numbered) or _plain_level(one, numbered, plain)
        done[one.row] = one
    _put_under_names(plain, chosen)
    outer = [one for one in plain if one.level == 1]
    if outer and _restarts_under(outer, numbered):
        for weighed in numbered.values():
            if weighed.row > outer[0].row:
                weighed.level += 1
    elif len(outer) > 1:
        _put_inner_forms_under(outer, numbered)
    _put_under_labels(rows, chosen)


def _depth(run: Run, with_headings: set[int]) -> int:
    depth, above = 0, run.parent
    while above is not None:
        depth += id(above) in with_headings
        above = above.parent
    return depth


def _key(one: Weighed) -> tuple[object, ...]:
    look = one.line.paragraph.look
    return one.line.paragraph.outline, look.bold, look.size, look.font, look.centred


def _level_beneath(one: Weighed, chosen: Mapping[int, Weighed],
                   numbered: Mapping[int, Weighed]) -> int:
    """The level of a plain heading right under another one, or like one that is; 0 for others."""
    above = chosen.get(one.row - 1)
    if above is not None and not above.shape.body and above.line.mark is not None:
        return above.level + 1
    before = max((row for row in numbered if row < one.row), default=-1)
    return next((other.level for row, other in chosen.items()
                 if before < row < one.row and _key(other) == _key(one)
                 and (before + 1) in chosen and _key(chosen[before + 1]) == _key(one)), 0)


def _put_under_names(plain: Sequence[Weighed], chosen: Mapping[int, Weighed]) -> None:
    """具体做法 with nothing but 强化常规 under it holds it, and those after it that name no topic.
    """
    above: Weighed | None = None
    for one in plain:
        before = chosen.get(one.row - 1)
        if one.is_known or (above is not None and one.level != above.level):
            above = None
        if (above is None and not one.is_known and before is not None and before.is_known
                and before.line.mark is None and not before.shape.body
                and before.level == one.level):
            above = before
        if above is not None:
            one.level = above.level + 1


def _plain_level(one: Weighed, numbered: Mapping[int, Weighed], found: Sequence[Weighed]) -> int:
    """The level of the numbered headings that look the same; else by outline; else by place."""
    alike = [other.level for other in numbered.values() if _key(other) == _key(one)]
    if alike and len({other.level for other in numbered.values()} - set(alike)) == 0:
        return min(alike)
    if alike and any(one.line.paragraph.look.bold or one.line.paragraph.outline for _ in alike):
        return min(alike)
    if outline := one.line.paragraph.outline:
        outlines = sorted({other.line.paragraph.outline for other in found
                           if other.line.paragraph.outline})
        return outlines.index(outline) + 1
    before = [other for row, other in numbered.items() if row < one.row and other.level == 1]
    after = [other for row, other in numbered.items() if row > one.row and other.level == 1]
    inside = before and after and _value(after[0]) == _value(before[-1]) + 1
    return 2 if inside else 1


def _put_inner_forms_under(outer: Sequence[Weighed], numbered: Mapping[int, Weighed]) -> None:
    """（一） and 1. under plain headings are a level of their own, though they are there once."""
    down = False
    for row, one in sorted(numbered.items()):
        if one.level == 1:
            form = one.line.mark.form if one.line.mark else ""
            down = form not in OUTERMOST and row > outer[0].row
        one.level += down


def _value(one: Weighed) -> int:
    return one.line.mark.value if one.line.mark else 0


def _restarts_under(outer: Sequence[Weighed], numbered: Mapping[int, Weighed]) -> bool:
    """Whether the first-level numbers begin anew under at least two of the plain headings."""
    begins = [row for row, one in sorted(numbered.items()) if one.level == 1 and _value(one) == 1]
    under = {max((one.row for one in outer if one.row < row), default=-1) for row in begins}
    return len(begins) >= 2 and len(under - {-1}) >= 2


def _put_under_labels(rows: Sequence[Row], chosen: Mapping[int, Weighed]) -> None:
    """Labels of a layout table stand under the heading above the table, and what their cells hold
    stands under them."""
    labels = [one for row, one in sorted(chosen.items()) if one.line.label is not None]
    if not labels:
        return
    outside = {row: one for row, one in sorted(chosen.items())
               if one.line.paragraph.table != labels[0].line.paragraph.table or not (
                   one.line.label or any(label.line.names(one.line) for label in labels))}
    for one in labels:
        if one.line.mark is None:
            above = [other for row, other in outside.items() if row < one.row
                     and other.line.paragraph.table != one.line.paragraph.table]
            base = above[-1].level if above else 0
            one.level = base + (one.line.label.depth if one.line.label else 1)
        inside = [other for row, other in sorted(chosen.items())
                  if row > one.row and other.line.label is None and one.line.names(other.line)]
        least = min((other.level for other in inside), default=1)
        for other in inside:
            other.level = one.level + 1 + other.level - least
