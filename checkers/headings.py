"""Which lines of a part are headings, and at what level: runs of numbers, then plain ones.

A line counts as a heading where its evidence reaches SURE_ENOUGH.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from checkers.document import Paragraph
from checkers.evidence import ALIKE, ALL_RUN_IN, SURE_ENOUGH, Evidence, Reason, Weighed
from checkers.lines import Line, Row
from checkers.runs import Run, runs_in
from checkers.signature import annex_list_rows
from plans.topics import Topics

_ALIKE_ENOUGH = 3

_SURE_RUN = 0.6     # mean confidence of a run from which each of its titles is a heading
_OUTERMOST = ("chapter", "han")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: `title` without number and end marks, `text` as displayed, `body` what is run in.

    `row` is its place among the part's rows; `numeral` is "" where it has no number.
    """

    level: int
    numeral: str
    title: str
    text: str
    body: str
    confidence: float
    reasons: tuple[Reason, ...]
    paragraph: Paragraph
    row: int

    @property
    def run_in(self) -> bool:
        """Whether the section's text follows on the heading's own line."""
        return bool(self.body)

    @property
    def part(self) -> str:
        return self.paragraph.part


def headings_in(rows: Sequence[Row], topics: Topics, title_rows: frozenset[int] = frozenset(),
                ) -> tuple[Heading, ...]:
    """The headings among the rows of one part, in order; `title_rows` hold titles, which are none.
    """
    evidence = Evidence(rows, topics)
    title_rows |= annex_list_rows(rows)
    runs = runs_in(rows)
    chosen: dict[int, Weighed] = {}
    heading_runs: set[int] = set()
    for run in runs:
        weighed = [evidence.numbered(index, run) for index in run.members
                   if index not in title_rows]
        if not weighed:
            continue
        if len(weighed) > 1 and all(one.shape.form == "run-in" for one in weighed):
            for one in weighed:
                one.add(ALL_RUN_IN, "all have their text run in")
        mean = sum(one.confidence for one in weighed) / len(weighed)
        for one in weighed:
            # A line is what its run is: a clause among clauses, a heading among headings.
            weight = 1 if mean >= SURE_ENOUGH else 2
            drawn = (one.confidence + weight * mean) / (1 + weight)
            if mean >= _SURE_RUN and one.shape.form == "bare":
                drawn = max(drawn, SURE_ENOUGH)     # the last one may have no text under it
            one.add(drawn - one.confidence, "its list")
            if one.confidence >= SURE_ENOUGH:
                heading_runs.add(id(run))
                one.level = 1 + _heading_depth(run, heading_runs)
                chosen[one.row] = one
    _add_plain(evidence, chosen, title_rows)
    return tuple(_heading(chosen[row]) for row in sorted(chosen))


def _heading_depth(run: Run, heading_runs: set[int]) -> int:
    depth, above = 0, run.parent
    while above is not None:
        depth += id(above) in heading_runs
        above = above.parent
    return depth


def _heading(one: Weighed) -> Heading:
    mark = one.line.mark
    cut = len(one.line.text) - len(one.shape.body) if one.shape.body else len(one.line.text)
    return Heading(one.level, mark.numeral if mark else "", one.shape.title,
                   one.line.text[:cut].strip(), one.shape.body,
                   round(min(1.0, one.confidence), 2), one.reasons, one.line.paragraph, one.row)


def _add_plain(evidence: Evidence, chosen: dict[int, Weighed],
               title_rows: frozenset[int]) -> None:
    """Adds the headings without a number, and moves numbered ones that stand under them down."""
    numbered = dict(chosen)
    plain = [one for row, line in enumerate(evidence.rows)
               if isinstance(line, Line) and line.mark is None and row not in title_rows
               and (one := evidence.plain(row, bool(numbered)))]
    looks = Counter(_key(one) for one in plain if evidence.stands_out(one.row))
    for one in plain:
        if looks[_key(one)] >= _ALIKE_ENOUGH and evidence.stands_out(one.row):
            one.add(ALIKE, "others look the same")
    first = min([*numbered, *(one.row for one in plain if evidence.known(one.shape.title))],
                default=0)
    # Above the first section a line that names none belongs to the cover or the title.
    found = [one for one in plain if one.confidence >= SURE_ENOUGH and one.row >= first]
    for one in found:
        one.level = (_level_beneath(one, chosen, numbered)
                     or _plain_level(one, numbered, found))
        chosen[one.row] = one
    outer = [one for one in found if one.level == 1]
    if outer and _restarts_under(outer, numbered):
        for weighed in numbered.values():
            if weighed.row > outer[0].row:
                weighed.level += 1
    elif len(outer) > 1:
        _put_inner_forms_under(outer, numbered)


def _key(one: Weighed) -> tuple[object, ...]:
    look = one.line.paragraph.look
    return one.line.paragraph.outline, look.bold, look.size, look.font, look.centred


def _level_beneath(one: Weighed, chosen: dict[int, Weighed],
                   numbered: dict[int, Weighed]) -> int:
    """The level of a plain heading right under another one, or like one that is; 0 for others."""
    above = chosen.get(one.row - 1)
    if above is not None and not above.shape.body and above.line.mark is not None:
        return above.level + 1
    before = max((row for row in numbered if row < one.row), default=-1)
    return next((other.level for row, other in chosen.items()
                 if before < row < one.row and _key(other) == _key(one)
                 and (before + 1) in chosen and _key(chosen[before + 1]) == _key(one)), 0)


def _plain_level(one: Weighed, numbered: dict[int, Weighed], found: list[Weighed]) -> int:
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


def _put_inner_forms_under(outer: list[Weighed], numbered: dict[int, Weighed]) -> None:
    """（一） and 1. under plain headings are a level of their own, though they are there once."""
    down = False
    for row, one in sorted(numbered.items()):
        if one.level == 1:
            form = one.line.mark.form if one.line.mark else ""
            down = form not in _OUTERMOST and row > outer[0].row
        one.level += down


def _value(one: Weighed) -> int:
    return one.line.mark.value if one.line.mark else 0


def _restarts_under(outer: list[Weighed], numbered: dict[int, Weighed]) -> bool:
    """Whether the first-level numbers begin anew under at least two of the plain headings."""
    begins = [row for row, one in sorted(numbered.items()) if one.level == 1 and _value(one) == 1]
    under = {max((one.row for one in outer if one.row < row), default=-1) for row in begins}
    return len(begins) >= 2 and len(under - {-1}) >= 2


