"""What stands for a section that no heading is: the months themselves, or a line that names it."""

from __future__ import annotations

from collections.abc import Container, Sequence

from checkers.evidence import SURE_ENOUGH
from checkers.headings import Heading
from checkers.lines import Line
from checkers.month_words import month_line
from checkers.naming import strength_of
from checkers.outline import PartOutline
from checkers.shapes import shape_of
from checkers.words import has_words
from plans.kinds import Section
from plans.topics import Strength, Topics

_A_SCHEDULE = 3     # months that are a schedule whatever stands over them
_NEAR_MONTHS = 3    # rows at most from a heading to the months that it holds


def over_months(part: PartOutline, headings: Sequence[Heading], claimed: Container[int],
                level: int) -> Heading | None:
    """The unclaimed heading right over the months, whatever it is called (具体安排); where there is
    none the first month. None where the months are too few for a schedule."""
    if len({one.month for one in part.months}) < _A_SCHEDULE:
        return None
    first = part.months[0]
    above = [one for one in headings if one.row < first.row and month_line(one.title) is None]
    if above and first.row - above[-1].row <= _NEAR_MONTHS and above[-1].row not in claimed:
        return above[-1]
    own = next((one for one in part.headings if one.row == first.row), None)
    return own or Heading(level, "", first.text, first.text, first.tasks, SURE_ENOUGH, (),
                          first.paragraph, first.row)


def named_in_line(part: PartOutline, section: Section, level: int, stretch: range,
                  topics: Topics) -> Heading | None:
    """A line `总体目标：……` that is no heading of its own: the section stands in it."""
    known = {one.row for one in part.headings}
    for row in stretch:
        line = part.rows[row]
        if row in known or not isinstance(line, Line) or line.mark is not None:
            continue
        shape = shape_of(line.text)
        if (shape.form == "run-in" and line.text[len(shape.title):][:1] in ("：", ":")
                and has_words(shape.body)
                and strength_of(section, shape.title, topics) >= Strength.ALIAS):
            return Heading(level, "", shape.title, f"{shape.title}：", shape.body,
                           SURE_ENOUGH, (), line.paragraph, row)
    return None
