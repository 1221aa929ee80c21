"""The months of a document → the schedule of an input, and the rows that it is made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checkers.document import Table
from checkers.draft_tables import tasks_of, without_numbers
from checkers.draft_tree import is_inner
from checkers.headings import Heading
from checkers.lines import Line, Row
from checkers.month_words import month_line
from checkers.months import MonthSeen
from checkers.outline import PartOutline
from plans.drafts import DraftMonth, DraftTask
from plans.periods import Month

_TOGETHER = "去年几个月写在一起，这里每个月都抄了一份"
_NO_MONTH = "去年没有写这个月"


def months_of_part(part: PartOutline, above: Heading | None, claimed: frozenset[int],
                   columns: Mapping[str, str], end: frozenset[int],
                   ) -> tuple[tuple[DraftMonth, ...], frozenset[int], tuple[str, ...]]:
    """The months of a part with their tasks, the rows that they take, and what is doubtful.

    `above` is the heading of the schedule, `claimed` the rows of headings that are sections of the
    kind, `end` the rows of the signature; neither belongs to a month.
    """
    found: dict[Month | int, list[DraftTask]] = {}
    doubts: dict[Month | int, list[str]] = {}
    taken: set[int] = set()
    schedule_doubts: list[str] = []
    rows = sorted({one.row for one in part.months})
    stops = _stops(part, above, claimed, rows) | end
    for at, row in enumerate(rows):
        seen = [one for one in part.months if one.row == row]
        line = part.rows[row]
        taken.add(row)
        if isinstance(line, Table):
            told = tasks_of(line, seen, columns)
            schedule_doubts += told.doubts
            for month, own in told.tasks:
                found.setdefault(_key(month), []).extend(own)
            continue
        limit = rows[at + 1] if at + 1 < len(rows) else len(part.rows)
        stretch = range(row + 1, min([limit, *(one for one in stops if one > row)]))
        taken |= set(stretch)
        tasks = _numberless([_tasks_on_line(line), *(_text(part.rows[one]) for one in stretch)])
        for one in seen:
            found.setdefault(_key(one), []).extend(tasks)
            if len(seen) > 1:
                doubts.setdefault(_key(one), []).append(_TOGETHER)
    return (tuple(_all(found, doubts)), frozenset(taken), tuple(dict.fromkeys(schedule_doubts)))


def _stops(part: PartOutline, above: Heading | None, claimed: frozenset[int],
           rows: Sequence[int]) -> frozenset[int]:
    """The headings at which a month ends although no other month begins there."""
    own = [one.level for one in part.headings if one.row in rows]
    level = above.level if above and above.row < rows[0] else min(own, default=1)
    return frozenset(one.row for one in part.headings if one.row not in rows
                     and (one.row in claimed
                          or (one.level <= level and not _is_item(part.rows[one.row]))))


def _is_item(row: Row) -> bool:
    return isinstance(row, Line) and row.mark is not None and is_inner(row.mark)


def _key(seen: MonthSeen) -> Month | int:
    return Month(seen.year, seen.month) if seen.year else seen.month


def _tasks_on_line(line: Line) -> str:
    """What stands behind the month word on its line, as typed."""
    for text in (line.mark.rest if line.mark else line.text, line.text):
        if words := month_line(text):
            at = text.rfind(words.tasks) if words.tasks else -1
            return text[at:].strip() if at > 0 else words.tasks
    return ""


def _text(row: Row) -> str:
    if isinstance(row, Line):
        return row.text
    return "\n".join("　".join(cell.text.split("\n")) for cells in row.rows for cell in cells)


def _numberless(texts: Sequence[str]) -> list[DraftTask]:
    return [DraftTask(one) for one in without_numbers(
        line.strip() for text in texts for line in text.split("\n"))]


def _all(found: Mapping[Month | int, list[DraftTask]],
         doubts: Mapping[Month | int, list[str]]) -> list[DraftMonth]:
    """The months in the order of time, those that are left out between them put in blank."""
    months = [one for one in found if isinstance(one, Month)]
    if len(months) < len(found):
        return [DraftMonth(one, tuple(tasks), tuple(doubts.get(one, ())))
                for one, tasks in found.items()]
    first, last = min(months), max(months)
    return [DraftMonth(month, tuple(found.get(month, ())),
                       tuple(dict.fromkeys(doubts.get(month, ()))) if month in found
                       else (_NO_MONTH,))
            for month in (first + step for step in range(last - first + 1))]
