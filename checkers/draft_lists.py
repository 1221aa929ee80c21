"""Tables of members and of targets in a document → the lists of an input."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from checkers.document import Table
from checkers.lines import SENTENCE_ENDS, Line, Row
from plans.comparing import compare_form
from plans.keys import MEMBER, TARGET
from plans.plan import Member
from plans.targets import Target

_CAPTION = 12       # characters of a line over a table that only says what it holds
_AMOUNT = re.compile(r"(?:不少于|至少|≥)?\s*(\d{1,12}(?:\.\d{1,6})?)\s*(\D{0,6})$")
_AT_LEAST = "要求"


@dataclass(frozen=True, slots=True)
class Lists:
    """Members and targets, and the rows that hold them."""

    members: tuple[Member, ...] = ()
    targets: tuple[Target, ...] = ()
    rows: frozenset[int] = frozenset()


def lists_in(rows: Sequence[Row]) -> Lists:
    """The members and targets among the rows of a part; a table with more columns is neither."""
    members: tuple[Member, ...] = ()
    targets: tuple[Target, ...] = ()
    taken: set[int] = set()
    for index, row in enumerate(rows):
        if not isinstance(row, Table) or len(row.rows) < 2:
            continue
        head = [compare_form(cell.text) for cell in row.rows[0]]
        lines = [{label: cell.text.strip() for label, cell in zip(head, cells, strict=False)}
                 for cells in row.rows[1:]]
        if not members and MEMBER["name"] in head and set(head) <= set(MEMBER.values()):
            members = tuple(Member(one.get(MEMBER["name"], ""), one.get(MEMBER["role"], ""),
                                   one.get(MEMBER["unit"], "")) for one in lines)
        elif not targets and (found := _targets(head, lines)):
            targets = found
        else:
            continue
        taken |= {index} | ({index - 1} if index and _is_caption(rows[index - 1]) else set())
    return Lists(members, targets, frozenset(taken))


def _targets(head: Sequence[str], lines: Sequence[dict[str, str]]) -> tuple[Target, ...]:
    known = {TARGET["what"], TARGET["role"], _AT_LEAST, TARGET["per"]}
    if not {TARGET["what"], _AT_LEAST} <= set(head) <= known:
        return ()
    amounts = [_AMOUNT.match(one.get(_AT_LEAST, "")) for one in lines]
    return tuple(Target("", one[TARGET["what"]], float(amount[1]), amount[2],
                        one.get(TARGET["role"], ""), one.get(TARGET["per"], ""))
                 for one, amount in zip(lines, amounts, strict=True) if amount
                 ) if all(amounts) else ()


def _is_caption(row: Row) -> bool:
    return (isinstance(row, Line) and row.mark is None and len(row.text) <= _CAPTION
            and row.text[-1:] not in SENTENCE_ENDS)
