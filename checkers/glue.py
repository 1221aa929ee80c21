"""Headings that are glued into another paragraph are cut out of it before headings are looked for.

Only where a run of numbers has a gap is its missing number looked for: `某校一、指导思想` before
二、, or `…落到实处。三、工作措施` between 二、 and 四、. Where headings bear no numbers, a known
name with a colon is cut off the end of a sentence: `…落到实处。工作措施：每月…`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from checkers.lines import SENTENCE_ENDS, Line, Row
from checkers.marks import mark_of
from checkers.runs import runs_in
from checkers.shapes import shape_of
from plans.topics import Strength, Topics

_FORMS = {"han": re.compile(r"[一二三四五六七八九十]{1,3}[、.．]"),
          "han-paren": re.compile(r"[（(][一二三四五六七八九十]{1,3}[)）]"),
          "arabic": re.compile(r"(?<![\d.．])\d{1,2}[、.．](?!\d)")}
_NAME = re.compile(r"[。！？!?]([\u4e00-\u9fff]{2,10})[：:]")
_FEWEST_NAMES = 2   # known names with a colon, of a line or a sentence, that make it the custom
# Within a sentence (；二、) the number counts what is told, and heads nothing.
_BEFORE = re.compile(rf"(?:^[^{SENTENCE_ENDS}，,：:]{{2,40}}|[。！？!?”）)\s])$", re.DOTALL)
_MOST_CUTS = 9      # headings that are cut out of one line; a longer list is no list of headings
_LONGEST_NAME = 10  # characters of a name with a colon
_LOOK_BACK = 30     # lines before a run's first member in which its missing start is looked for


def unglued(rows: Sequence[Row], topics: Topics) -> tuple[Row, ...]:
    """The rows, each line that holds a missing heading cut in two, until none is found."""
    rows = _names_cut_off(rows, topics)
    for _time in range(_MOST_CUTS):
        cut = _cut_once(rows)
        if len(cut) == len(rows):
            break
        rows = cut
    return tuple(rows)


def _cut_once(rows: Sequence[Row]) -> tuple[Row, ...]:
    cuts: dict[int, int] = {}
    for run in runs_in(rows):
        pattern = _FORMS.get(run.form)
        if pattern is None:
            continue
        stretches = [(max(0, run.members[0] - _LOOK_BACK), run.members[0], 0, run.values[0])]
        stretches += [(run.members[at], run.members[at + 1], run.values[at], run.values[at + 1])
                      for at in range(len(run.members) - 1)]
        if run.parent is None and run.form != "arabic":
            # The next of a list of the outermost level may hang at the end of its last text.
            stretches.append((run.members[-1], len(rows), run.values[-1], run.values[-1] + 9))
        for start, end, low, high in stretches:
            if high - low >= 2:
                found = _find(rows, start, end, low + 1, pattern)
                if found:
                    cuts[found[0]] = found[1]
    return tuple(piece for index, row in enumerate(rows) for piece in _cut(row, cuts.get(index)))


def _names_cut_off(rows: Sequence[Row], topics: Topics) -> tuple[Row, ...]:
    def is_known(title: str) -> bool:
        return max(topics.meaning(title).values(), default=Strength.NONE) >= Strength.ALIAS

    heads = [row.text.partition("：")[0] for row in rows if isinstance(row, Line)
             and row.mark is None and "：" in row.text[:_LONGEST_NAME + 1]]
    heads += [name for row in rows if isinstance(row, Line) for name in _NAME.findall(row.text)]
    if sum(map(is_known, heads)) < _FEWEST_NAMES:
        return tuple(rows)
    done: list[Row] = []
    for row in rows:
        cuts = [match.start() + 1 for match in _NAME.finditer(row.text)
                if is_known(match[1])] if isinstance(row, Line) else []
        if isinstance(row, Line) and cuts:
            done += [replace(row, text=row.text[start:end].rstrip(),
                             mark=mark_of(row.text[start:end]) if start else row.mark)
                     for start, end in pairwise([0, *cuts, len(row.text)])]
        else:
            done.append(row)
    return tuple(done)


def _find(rows: Sequence[Row], start: int, end: int, value: int,
          pattern: re.Pattern[str]) -> tuple[int, int] | None:
    for index in range(end - 1, start - 1, -1):
        row = rows[index]
        if not isinstance(row, Line):
            continue
        for match in pattern.finditer(row.text):
            mark = mark_of(row.text[match.start():])
            if (match.start() and mark and mark.value == value
                    and _BEFORE.search(row.text[:match.start()])
                    and shape_of(mark.rest).form != "sentence"
                    and not _counts_on(row.text[:match.start()], value, pattern)):
                return index, match.start()
    return None


def _counts_on(before: str, value: int, pattern: re.Pattern[str]) -> bool:
    """Whether the number goes on with one that stands within the same sentence or after a colon."""
    for match in pattern.finditer(before):
        mark = mark_of(before[match.start():])
        if match.start() and mark and mark.value == value - 1:
            return not _BEFORE.search(before[:match.start()])
    return False


def _cut(row: Row, at: int | None) -> tuple[Row, ...]:
    if at is None or not isinstance(row, Line):
        return (row,)
    before, after = row.text[:at].rstrip(), row.text[at:]
    return (replace(row, text=before, mark=mark_of(before)),
            replace(row, text=after, mark=mark_of(after)))
