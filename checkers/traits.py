"""What can be seen of a line that may be a heading: its traits, each an amount from 0 to 1.

Traits say nothing for or against; checkers.weights says what each is worth.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from checkers.document import Table
from checkers.lines import SENTENCE_ENDS, Line, Row, body_look
from checkers.marks import OUTER, RANK
from checkers.month_words import month_line
from checkers.parts import is_annex_line
from checkers.runs import Run
from checkers.shapes import Shape, shape_of, tidy
from checkers.signature import signature_rows
from checkers.wording import line_says, title_says
from plans.comparing import compare_form
from plans.topics import Strength, Topics

Traits = dict[str, float]
CAPTIONS = ("caption", "题注")     # names of the style, as Word and WPS write them
LONGEST_PLAIN = 34      # characters of a heading without a number
_A_VALUE = 14           # characters run in after a name that are a value and no text
_A_SLOGAN = 30          # characters of what a month is given to
_ALONE = 0.2            # what a trait of lists counts for where there is no list
_ALIKE = 3              # lines of one look from which it is a custom
_LENGTHS = ((4, "very short"), (8, "short"), (14, "middling"), (22, "rather long"), (34, "long"))
_OVER_TEXT = 40         # characters of a sentence that may be a heading if a text stands under it
_A_TEXT = 30            # characters of that text
_FORMS = {"chapter": "number of a part", "roman": "number of a part",
          "subchapter": "number of a part", "capital": "一、", "han": "一、",
          "han-paren": "（一）", "module": "（一）", "arabic": "1.",
          "arabic-paren": "（1）", "circled": "①", "letter": "①", "clause": "第一条",
          "ordinal": "一是", "decimal-2": "1.1", "decimal-3": "1.1", "decimal-4": "1.1"}
# Traits of a line that the others of its list are asked for too, and how that is said.
_SHARED = {
    "stands alone": "others stand alone", "is a sentence": "others are sentences",
    "text run in": "others have text run in", "has text below": "others have text below",
    "known name": "others bear a known name", "says a duty": "others say a duty",
    "stands over a text": "others stand over a text", "is long": "others are long",
    "ends like an item": "others end like items", "stands out": "others look different"}


class Sight:
    """The rows of one part, seen for the traits of their lines."""

    def __init__(self, rows: Sequence[Row], topics: Topics, runs: Sequence[Run],
                 title_rows: frozenset[int] = frozenset()) -> None:
        self.rows, self.topics = rows, topics
        self.size, self.font = body_look(tuple(rows))
        self.signature = signature_rows(rows)
        self.run_of = {index: run for run in runs for index in run.members}
        self.titles = {compare_form(row.text) for index in title_rows
                       if isinstance(row := rows[index], Line)}
        self.shapes = {index: self._shape(index, row) for index, row in enumerate(rows)
                       if isinstance(row, Line)}
        self._owned: dict[int, Traits] = {}
        self._totals: dict[int, Counter[str]] = {}
        plain = [index for index in self.shapes if self.line(index).mark is None]
        self._looks = Counter(self._look(index) for index in plain
                              if self.stands_out(index) and self.text_below(index))
        self._colons = sum(map(self._ends_in_colon, plain))

    def line(self, row: int) -> Line:
        """The line in a row that holds one."""
        line = self.rows[row]
        assert isinstance(line, Line)
        return line

    def known(self, row: int) -> Strength:
        """How surely the title of a line names any topic."""
        return max(self.topics.meaning(self.shapes[row].title).values(), default=Strength.NONE)

    def numbered(self, row: int) -> Traits:
        """The traits of a numbered line, those of its list included."""
        run = self.run_of[row]
        own = self._own(row)
        traits = {name: amount for name, amount in own.items() if name not in _SHARED or (
            name in ("stands alone", "is a sentence", "known name", "says a duty",
                     "stands over a text", "ends like an item"))}
        traits[_FORMS[run.form]] = 1.0
        traits["outermost list" if run.parent is None else
               "list within a list" if run.parent.parent is None else "deeper list"] = 1.0
        if run.parent is not None and run.parent.form == "clause":
            traits["within a clause"] = 1.0
        traits[self._below(row)] = 1.0
        total, others = self._total(run), len(run.members) - 1
        if not others and "stands over a text" in traits:
            traits["stands over a text"] = _ALONE      # slogans come in lists
        for name, said in _SHARED.items():
            share = (total[name] - own.get(name, 0.0)) / others if others else own.get(name, 0.0)
            if share:
                traits[said] = share
        if not (total["has text below"] or total["text run in"]) and others:
            traits["a list without texts"] = 1.0
        return traits

    def plain(self, row: int, numbers_are_custom: bool, first: int) -> Traits:
        """The traits of a line without a number; `first` is the row of the first sure heading."""
        line, traits = self.line(row), dict(self._own(row))
        traits[self._below(row)] = 1.0
        if numbers_are_custom:
            traits["others are numbered"] = 1.0
        if self._looks[self._look(row)] >= _ALIKE and self.stands_out(row) and (
                self.text_below(row)):
            traits["others look the same"] = 1.0
        if self._ends_in_colon(row) and self._colons >= _ALIKE:
            traits["others end in a colon"] = 1.0
        if row < first:
            traits["above the first heading"] = 1.0
        above = self.rows[row - 1] if row else None
        if isinstance(above, Line) and above.mark is None and len(above.text) <= LONGEST_PLAIN:
            traits["a short line stands above"] = 1.0
        for name, holds in (
                ("is a month", month_line(line.text) is not None),
                ("is the title", compare_form(line.text) in self.titles),
                ("known name, text run in", self.shapes[row].form == "run-in"
                 and self.known(row) >= Strength.ALIAS)):
            if holds:
                traits[name] = 1.0
        return traits | dict.fromkeys(line_says(line.text), 1.0)

    def _total(self, run: Run) -> Counter[str]:
        """How many lines of a list have each of the traits that lists share."""
        if id(run) not in self._totals:
            total: Counter[str] = Counter()
            for row in run.members:
                total.update(name for name in self._own(row) if name in _SHARED)
            self._totals[id(run)] = total
        return self._totals[id(run)]

    def _own(self, row: int) -> Traits:
        if row not in self._owned:
            self._owned[row] = dict.fromkeys(self._own_traits(row), 1.0)
        return self._owned[row]

    def _own_traits(self, row: int) -> Iterator[str]:
        """Shape, length, ending, name and look of a line by itself."""
        line, shape = self.line(row), self.shapes[row]
        look, title = line.paragraph.look, shape.title
        if shape.form == "run-in":
            yield "text run in"
            yield f"text run in after {shape.sep}"
            if len(shape.body) < _A_VALUE and shape.body[-1:] not in SENTENCE_ENDS:
                yield "a value is run in"
        else:
            yield "stands alone" if shape.form == "bare" else "is a sentence"
            ending = line.text.rstrip()[-1:]
            if ending and ending in "。；;，,：:":
                yield {"。": "ends like a sentence", "：": "ends in a colon",
                       ":": "ends in a colon"}.get(ending, "ends like an item")
        yield next((name for most, name in _LENGTHS if len(title) <= most), "very long")
        for name, holds in (
                ("is long", len(title) > 25),
                ("has text below", self.text_below(row)),
                ("stands over a text", self._stands_over_text(row)),
                ("names a paper", self.known(row) < Strength.ALIAS
                 and compare_form(title).endswith(self.topics.papers)),
                ("outline level", line.paragraph.outline), ("bold", look.bold),
                ("larger", look.size > self.size > 0),
                ("other font", self.font and look.font not in ("", self.font)),
                ("stands out", self.stands_out(row)),
                ("centred", look.centred), ("at the right", look.right),
                ("in brackets", line.text.startswith(("【", "〔")))):
            if holds:
                yield name
        yield from title_says(title)
        yield {Strength.NONE: "unknown name", Strength.NEAR: "nearly a known name",
               Strength.HEAD: "ends in a known noun"}.get(self.known(row), "known name")

    def _shape(self, row: int, line: Line) -> Shape:
        """The shape of a line; what is told after a colon is part of a title that has its text
        below (三月：雷锋在身边)."""
        shape = shape_of(line.rest)
        if shape.sep != "：" or not self.text_below(row):
            return shape
        is_month = month_line(line.text) is not None
        if len(shape.body) <= (_A_SLOGAN if is_month else _A_VALUE) and not any(
                end in shape.body for end in SENTENCE_ENDS + ("" if is_month else "，、,")):
            return Shape("bare", tidy(line.rest))
        return shape

    def _below(self, row: int) -> str:
        if not self.text_below(row):
            return ("its text is on the line" if self.shapes[row].form == "run-in"
                    else "nothing stands below")
        following = self.rows[row + 1]
        if isinstance(following, Table):
            return "a table stands below"
        return "text stands below" if following.mark is None else "a list stands below"

    def text_below(self, row: int) -> bool:
        """Whether something stands under the line that belongs to it."""
        if row + 1 >= len(self.rows) or row + 1 in self.signature:
            return False
        following, line = self.rows[row + 1], self.line(row)
        if isinstance(following, Table):
            return True
        if following.label is not None:
            return False
        run = self.run_of.get(row)
        if following.mark is None:
            if is_annex_line(following.text):
                return False
            # Within a list of months the next month ends the items of the one before.
            if run is not None and run.form not in OUTER:
                return month_line(following.text) is None
            return run is not None or len(following.text) > 20 or following.text.endswith(
                tuple(SENTENCE_ENDS)) or month_line(following.text) is not None
        if line.mark is not None and following.mark.form == line.mark.form:
            return following.mark.value == 1 < line.mark.value      # a list within, numbered alike
        around = run
        while around is not None:
            if row + 1 in around.members or around.form == following.mark.form:
                return False
            around = around.parent
        # A number of an inner form stands under this line; clauses count on through chapters.
        return following.mark.value == 1 or (
            run is not None and RANK[following.mark.form] > RANK[run.form])

    def _stands_over_text(self, row: int) -> bool:
        """Whether a short sentence stands over a text, as a slogan over what was done."""
        line = self.line(row)
        if len(line.rest) > _OVER_TEXT or not self.text_below(row):
            return False
        following = self.rows[row + 1]
        return (line.text.rstrip()[-1:] in "。；;！：:" and isinstance(following, Line)
                and following.mark is None and len(following.text) >= _A_TEXT)

    def _ends_in_colon(self, row: int) -> bool:
        line = self.line(row)
        return (len(line.text) <= 14 and line.text.endswith(("：", ":")) and self.text_below(row))

    def stands_out(self, row: int) -> bool:
        """Whether a line looks other than the running text."""
        look = self.line(row).paragraph.look
        return bool(look.bold or look.size > self.size > 0
                    or (self.font and look.font not in ("", self.font)))

    def _look(self, row: int) -> tuple[object, ...]:
        line = self.line(row)
        look = line.paragraph.look
        return line.paragraph.outline, look.bold, look.size, look.font, look.centred
