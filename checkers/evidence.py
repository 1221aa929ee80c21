"""The reasons for and against each line being a heading, weighed openly.

Each reason adds to or takes from a confidence between 0 and 1, and is kept so that it can be shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checkers.document import Table
from checkers.lines import SENTENCE_ENDS, Line, Row, body_look
from checkers.month_words import month_line
from checkers.parts import is_annex_line
from checkers.runs import Run
from checkers.shapes import Shape, shape_of
from checkers.signature import signature_rows
from plans.topics import Strength, Topics

SURE_ENOUGH = 0.5
_LONGEST_PLAIN = 30     # characters of a heading without a number
CAPTIONS = ("caption", "题注")     # names of the style, as Word and WPS write them
_OUTER = ("chapter", "roman", "subchapter", "han", "han-paren")

# Weights: chosen by hand on plans of our own writing; each is the difference that its reason makes.
_SHAPE = {"bare": 0.3, "run-in": 0.45, "sentence": 0.1}
_HAS_BODY = 0.4
_RUN_IN_OUTER = 0.15
ALIKE = 0.3             # of plain lines that stand out the same way, three or more of them
ALL_RUN_IN = 0.1        # of every line of a run: 1.学习制度：…, 2.课题制度：…
_IN_A_CLAUSE = -0.3
_FORM = {"chapter": 0.15, "han": 0.1, "clause": -0.5, "ordinal": -0.4, "arabic-paren": -0.1,
         "circled": -0.15, "letter": -0.1}
_OUTLINE, _LOOKS_DIFFERENT, _CENTRED = 0.35, 0.15, 0.05
_LIST_END, _LONG = -0.3, -0.1
_KNOWN = {Strength.EXACT: 0.3, Strength.ALIAS: 0.3, Strength.HEAD: 0.15}
_PLAIN = {"outline": 0.6, "exact": 0.4, "head": 0.2, "bold": 0.25, "font": 0.2, "larger": 0.2,
          "centred": 0.1, "body": 0.1, "colon": 0.05}
_NUMBERS_ARE_THE_CUSTOM = -0.15


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason for or against a heading, in English (translated where it is shown), and what it
    adds to the confidence."""

    text: str
    weight: float


@dataclass
class Weighed:
    """A line with its evidence, before it is a heading."""

    line: Line
    row: int
    shape: Shape
    confidence: float = 0.0
    reasons: tuple[Reason, ...] = ()
    level: int = 1

    def add(self, weight: float, reason: str) -> None:
        if weight:
            self.confidence += weight
            self.reasons += (Reason(reason, weight),)


class Evidence:
    """The reasons for and against each line of one part."""

    def __init__(self, rows: Sequence[Row], topics: Topics) -> None:
        self.rows, self.topics = rows, topics
        self.size, self.font = body_look(tuple(rows))
        self.signature = signature_rows(rows)

    def numbered(self, row: int, run: Run) -> Weighed:
        line = self.line(row)
        one = Weighed(line, row, shape_of(line.rest))
        one.add(_SHAPE[one.shape.form], one.shape.form)
        if one.shape.form == "bare" and self.has_body(row, run):
            one.add(_HAS_BODY, "text follows")
        if one.shape.form == "run-in" and run.form in _OUTER:
            one.add(_RUN_IN_OUTER, "text run in")
        one.add(_FORM.get(run.form, 0.0), run.form)
        if run.parent is not None and run.parent.form == "clause":
            one.add(_IN_A_CLAUSE, "within a clause")
        one.add(self.known(one.shape.title) if one.shape.form != "sentence" else 0.0, "known name")
        look = line.paragraph.look
        if line.paragraph.outline:
            one.add(_OUTLINE, "outline level")
        if look.bold or look.size > self.size or (self.font and look.font not in ("", self.font)):
            one.add(_LOOKS_DIFFERENT, "looks different")
        if look.centred:
            one.add(_CENTRED, "centred")
        if line.text.rstrip()[-1:] in "；;，,":
            one.add(_LIST_END, "ends like an item")
        if len(one.shape.title) > (12 if one.shape.form == "run-in" else 25):
            one.add(_LONG, "long")
        return one

    def plain(self, row: int, numbers_are_custom: bool) -> Weighed | None:
        line = self.line(row)
        text = line.text
        shape = shape_of(text)
        look = line.paragraph.look
        known = max(self.topics.meaning(shape.title).values(), default=Strength.NONE)
        if shape.form == "run-in" and known >= Strength.ALIAS and not numbers_are_custom and (
                text[len(shape.title):].startswith(("：", ":")) or text.startswith("【")):
            one = Weighed(line, row, shape)
            one.add(_PLAIN["exact"], "known name")
            one.add(_PLAIN["body"], "text run in")
            return one
        if line.paragraph.style.lower() in CAPTIONS:
            return None         # it names the table or the picture beside it
        if (shape.form != "bare" or len(text) > _LONGEST_PLAIN or look.right or line.is_date
                or is_annex_line(text) or month_line(text) or text.endswith(("；", ";", "，", ","))
                or (text.endswith("。") and not line.paragraph.outline)):
            return None
        one = Weighed(line, row, shape)
        if line.paragraph.outline:
            one.add(_PLAIN["outline"], "outline level")
        one.add(_PLAIN["exact"] if known >= Strength.ALIAS else
                _PLAIN["head"] if known == Strength.HEAD else 0.0, "known name")
        one.add(_PLAIN["bold"] if look.bold else 0.0, "bold")
        one.add(_PLAIN["font"] if self.font and look.font not in ("", self.font) else 0.0, "font")
        one.add(_PLAIN["larger"] if look.size > self.size > 0 else 0.0, "larger")
        one.add(_PLAIN["centred"] if look.centred else 0.0, "centred")
        one.add(_PLAIN["larger"] if text.startswith("【") else 0.0, "in brackets")
        one.add(_PLAIN["colon"] if text.endswith(("：", ":")) else 0.0, "colon")
        one.add(_PLAIN["body"] if self.has_text_after(row) else -_PLAIN["body"], "text follows")
        if text.startswith("附") and known >= Strength.HEAD and self.has_table_after(row):
            one.add(_PLAIN["outline"], "names the table below")
        if numbers_are_custom and not line.paragraph.outline and known < Strength.EXACT:
            one.add(_NUMBERS_ARE_THE_CUSTOM, "others are numbered")
        return one

    def has_table_after(self, row: int) -> bool:
        return row + 1 < len(self.rows) and isinstance(self.rows[row + 1], Table)

    def stands_out(self, row: int) -> bool:
        """Whether a line differs from the running text and has text under it."""
        look = self.line(row).paragraph.look
        return self.has_text_after(row) and (
            look.bold or look.size > self.size > 0
            or bool(self.font and look.font not in ("", self.font)))

    def line(self, row: int) -> Line:
        line = self.rows[row]
        assert isinstance(line, Line)
        return line

    def known(self, title: str) -> float:
        found = self.topics.meaning(title)
        return _KNOWN.get(max(found.values(), default=Strength.NONE), 0.0)

    def has_body(self, row: int, run: Run) -> bool:
        """Whether something stands under the line before its run, or one around it, goes on."""
        if row + 1 >= len(self.rows):
            return False
        following = self.rows[row + 1]
        if isinstance(following, Table):
            return True
        if row + 1 in self.signature:
            return False
        if following.mark is None:
            # Within a list of months the next month ends the items of the one before.
            return not is_annex_line(following.text) and (
                run.form in _OUTER or month_line(following.text) is None)
        around: Run | None = run
        while around is not None:
            if row + 1 in around.members:
                return False
            around = around.parent
        # A number of another form that begins anew stands under this line.
        return following.mark.value == 1

    def has_text_after(self, row: int) -> bool:
        if row + 1 >= len(self.rows):
            return False
        following = self.rows[row + 1]
        return isinstance(following, Table) or len(following.text) > 20 or (
            following.text.endswith(tuple(SENTENCE_ENDS))) or (
            following.mark is not None and following.mark.value == 1) or month_line(
                following.text) is not None
