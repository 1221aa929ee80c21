"""How wide labels and values of a form are, in characters, and how a width is shared out."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from generators.signature import width
from plans.field_types import CHOICE, TICKBOX, TICKS, YES_NO
from plans.kinds import Field

_NEEDS = {"longtext": 14.0, "integer": 3.0, "number": 3.5, "money": 4.5, "percent": 4.0,
          "date": 7.5, "month": 5.5, "period": 10.0, YES_NO: 5.5, TICKBOX: 2.5, "phone": 6.0,
          "id-number": 9.5, "picture": 8.0}
_WIDEST_OPTION = 5.0            # a wider one takes two lines
_TEXT = (4.0, 12.0)             # the least and the most that a text is given
_LONGEST_LABEL = 8              # characters on one line of a cell


def need(field: Field) -> float:
    """How many characters a value of `field` takes, about."""
    unit = width(field.unit)
    if field.type == CHOICE:
        widest = max((width(one.name) for one in field.options), default=0.0)
        return min(_WIDEST_OPTION, max(3.0, widest)) + unit
    if field.type == TICKS:
        return min(30.0, sum(width(one.name) + 1.5 for one in field.options))
    if field.type in _NEEDS:
        return _NEEDS[field.type] + unit
    least, most = _TEXT
    return min(most, max(least, width(field.example) + 1)) + unit


def label_lines(label: str, room: int) -> int:
    """How many characters of `label` go on a line where `room` are as many as fit.

    The lines are of about the same length; where they are not, two characters stay together, as
    most words have two: 参加工作 | 时间, 班主任 | 年限.
    """
    length = len(label)
    if length <= room:
        return length
    lines = -(-length // room)
    even = -(-length // lines)
    return even + 1 if length % 2 == 0 and even % 2 and even < room else even


def label_need(label: str, room: int) -> int:
    """How many characters wide the cell of a label is where at most `room` are."""
    return label_lines(label, min(room, _LONGEST_LABEL))


def shared(total: int, needs: Sequence[float]) -> list[int]:
    """`total` in whole parts that are as large as `needs` are, none of them 0."""
    whole = sum(needs) or 1.0
    edges, sum_so_far = [0], 0.0
    for at, one in enumerate(needs, 1):
        sum_so_far += one
        edge = round(total * sum_so_far / whole)
        edges.append(min(max(edge, edges[-1] + 1), total - len(needs) + at))
    return [right - left for left, right in itertools.pairwise(edges)]


def column_shares(columns: Sequence[Field], total: int) -> list[int]:
    """The widths of the columns of a table, as the kind says, the rest as their types ask."""
    given = sum(one.width for one in columns)
    needs = [max(need(one), min(4.0, width(one.label))) for one in columns]
    open_needs = sum(size for one, size in zip(columns, needs, strict=True) if not one.width)
    rest = max(1.0 - given, 0.1) if open_needs else 0.0
    return shared(total, [one.width or rest * size / open_needs
                          for one, size in zip(columns, needs, strict=True)])


class Lines:
    """The vertical lines of a form; one that would run close beside another falls on it."""

    def __init__(self, *known: int) -> None:
        self._known = set(known)

    def at(self, line: int, left: int = 0, right: int = 0) -> int:
        """The place of `line`, which may be moved so far to the left or the right."""
        near = [one for one in self._known if line - left <= one <= line + right]
        found = min(near, key=lambda one: (abs(one - line), one), default=line)
        self._known.add(found)
        return found
