"""Which lines of a part are headings: numbered ones, plain ones, and the labels of layout tables.

A line counts as a heading where its evidence reaches SURE_ENOUGH; checkers.levels says at what
level.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checkers.document import Paragraph
from checkers.evidence import SURE_ENOUGH, Reason, Weighed, weigh
from checkers.levels import set_levels
from checkers.lines import Line, Row
from checkers.marks import OUTERMOST
from checkers.month_words import month_line
from checkers.parts import is_annex_line
from checkers.runs import Run, runs_in
from checkers.signature import annex_list_rows
from checkers.traits import CAPTIONS, LONGEST_PLAIN, Sight
from checkers.weights import LABEL, NUMBERED, PLAIN
from checkers.words import has_words
from plans.topics import Strength, Topics

_LONGEST_RUN_IN = 12    # characters of a plain name whose text follows on the line
_SHARE_OF_LIST = 0.4    # what the others of its list count for beside a line's own evidence


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: `title` without number and end marks, `text` as displayed, `body` what is run in.

    `row` is its place among the part's rows; `numeral` is "" where it has no number; `is_known`
    where the title names a topic that schools know.
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
    is_known: bool = False

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
    runs = runs_in(rows)
    sight = Sight(rows, topics, runs, title_rows)
    none = title_rows | annex_list_rows(rows)
    chosen = _labels(sight)
    for run in runs:
        chosen |= _numbered(sight, run, none | chosen.keys())
    chosen |= _plain(sight, chosen, none)
    for row, one in chosen.items():
        one.is_known = sight.known(row) >= Strength.HEAD
    set_levels(rows, runs, chosen)
    return tuple(_heading(chosen[row]) for row in sorted(chosen))


def _labels(sight: Sight) -> dict[int, Weighed]:
    """The labels of layout tables, by row."""
    return {row: weigh(line, row, sight.shapes[row], dict.fromkeys(LABEL, 1.0), LABEL)
            for row, line in enumerate(sight.rows) if isinstance(line, Line) and line.label}


def _numbered(sight: Sight, run: Run, none: frozenset[int]) -> dict[int, Weighed]:
    """The headings of a list of numbered lines: a clause among clauses, a heading among headings.
    """
    weighed = [weigh(sight.line(row), row, sight.shapes[row], sight.numbered(row), NUMBERED)
               for row in run.members if row not in none and _may_be_numbered(sight, row)]
    if not weighed:
        return {}
    mean = sum(one.odds for one in weighed) / len(weighed)
    for one in weighed:
        one.add(round(_SHARE_OF_LIST * (mean - one.odds), 2), "its list")
    return {one.row: one for one in weighed if one.confidence >= SURE_ENOUGH}


def _may_be_numbered(sight: Sight, row: int) -> bool:
    """A number alone is none, nor is a month with its tasks on the line."""
    shape = sight.shapes[row]
    return bool(shape.title) and not (
        shape.form == "run-in" and month_line(sight.line(row).text) is not None)


def _plain(sight: Sight, chosen: dict[int, Weighed], none: frozenset[int]) -> dict[int, Weighed]:
    """The headings without a number."""
    lines = [row for row, line in enumerate(sight.rows)
             if isinstance(line, Line) and row not in none and row not in chosen
             and _may_be_plain(sight, row)]
    outermost = [row for row in chosen if (run := sight.run_of.get(row)) is not None
                 and run.form in OUTERMOST]
    known = [row for row in lines if sight.known(row) >= Strength.HEAD]
    # Above the first section a line that names none belongs to the cover or the title.
    first = min([*chosen, *known], default=0)
    weighed = [weigh(sight.line(row), row, sight.shapes[row],
                     sight.plain(row, bool(outermost), first), PLAIN) for row in lines]
    return {one.row: one for one in weighed if one.confidence >= SURE_ENOUGH}


def _may_be_plain(sight: Sight, row: int) -> bool:
    line, shape = sight.line(row), sight.shapes[row]
    if (line.mark is not None or line.paragraph.style.lower() in CAPTIONS
            or is_annex_line(line.text) or not has_words(line.text)):
        return False        # a caption names the table or the picture beside it
    if words := month_line(line.text):
        return sight.text_below(row) and (not words.tasks or shape.form == "bare")
    if shape.form == "run-in":
        return (shape.sep in ("：", "】") and len(shape.title) <= _LONGEST_RUN_IN
                and shape.title.isalpha())      # - 3、温馨提示：… is a line of a web page
    return (shape.form == "bare" and len(line.text) <= LONGEST_PLAIN
            and not line.paragraph.look.right and not line.is_date
            and not line.text.endswith(("；", ";", "，", ",")))


def _heading(one: Weighed) -> Heading:
    mark = one.line.mark
    cut = len(one.line.text) - len(one.shape.body) if one.shape.body else len(one.line.text)
    return Heading(one.level, mark.numeral if mark else "", one.shape.title,
                   one.line.text[:cut].strip(), one.shape.body, round(one.confidence, 2),
                   one.reasons, one.line.paragraph, one.row, one.is_known)
