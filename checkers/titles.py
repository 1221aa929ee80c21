"""The title of a document or annex: the lines above its first heading that look like one."""

from __future__ import annotations

from collections.abc import Sequence

from checkers.lines import SENTENCE_ENDS, Line, Row, body_look
from checkers.marks import OUTERMOST
from checkers.month_words import month_line
from plans.comparing import compare_form
from plans.topics import Strength, Topics

_LONGEST = 60
_NAVIGATION = frozenset("><|：:")    # what web pages leave above a pasted document
_LOOKED_AT = 12     # lines from the top; a title further down is none


def title_of(rows: Sequence[Row], topics: Topics,
             announced: str = "") -> tuple[str, frozenset[int]]:
    """The title, "" if there is none, and the rows that hold it.

    `announced` is the title that a list of annexes gave; it wins where a row holds it.
    """
    size, _font = body_look(tuple(rows))
    best, best_row = 0.3, -1
    form = compare_form(announced)
    for row, line in enumerate(rows[:_LOOKED_AT]):
        if not isinstance(line, Line):
            continue
        if form and compare_form(line.text) == form:
            return "".join(line.text.split("\n")).strip(), frozenset({row})
        if line.mark is not None and not line.paragraph.look.centred:
            if best_row >= 0 or line.mark.form in OUTERMOST:
                break
            continue        # a numbered notice that a web page left above the document
        score = _score(line, row, size, topics)
        if score > best:
            best, best_row = score, row
    if best_row < 0:
        return "", frozenset()
    rows_of_title = _with_neighbours(rows, best_row)
    text = "".join(piece.strip() for one in (rows[row] for row in sorted(rows_of_title))
                   if isinstance(one, Line) for piece in one.text.split("\n"))
    return text, frozenset(rows_of_title)


def _score(line: Line, row: int, size: float, topics: Topics) -> float:
    text, look = line.text.strip(), line.paragraph.look
    if len(text) > _LONGEST or text[-1:] in SENTENCE_ENDS + "，," or (
            line.is_date or (_NAVIGATION & set(text) and not look.centred)):
        return 0.0
    is_paper = compare_form(text).endswith(topics.papers)
    known = max(topics.meaning(text).values(), default=Strength.NONE)
    month = month_line(text)
    if (month and month.tasks and not month.year) or (
            not is_paper and (month or known >= Strength.ALIAS)):
        return 0.0      # the first section of a document without a title
    score = 0.0
    score += 0.5 if line.paragraph.style in ("title", "标题") else 0.0
    score += 0.3 if look.centred else 0.0
    score += 0.4 if look.size > size > 0 else 0.0
    score += 0.1 if look.bold else 0.0
    score += 0.5 if is_paper else 0.0
    score += 0.32 if row == 0 else 0.0
    return score - 0.02 * row


def _with_neighbours(rows: Sequence[Row], row: int) -> set[int]:
    """The title's row and those next to it in the same large, centred look (broken by meaning)."""
    line = rows[row]
    assert isinstance(line, Line)
    found = {row}
    if not line.paragraph.look.centred:
        return found
    for step in (-1, 1):
        at = row + step
        while 0 <= at < len(rows):
            other = rows[at]
            if not (isinstance(other, Line) and other.mark is None
                    and other.paragraph.look == line.paragraph.look):
                break
            found.add(at)
            at += step
    return found
