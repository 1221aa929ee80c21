"""The signature under a text: who signs, when, and the annexes that are named there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checkers.lines import Line, Row
from checkers.month_words import month_line
from checkers.parts import is_annex_line

_LONGEST = 25       # characters of a line that holds a unit or a name
_FIRST_ANNEX = re.compile(r"\s*附\s*[件表]\s*[:：]\s*(1)\s*[.．、]")
# Right over a date stands a unit or a name: 某校教科室, 班主任：王珂, 王珂.
_SIGNER = re.compile(r"(?:校|[中小大]学|[中小]學|园|處|处|室|局|科|部|组|会|中心|"
                     r"[：:]\s*[\w·]{2,8})$|^[\u4e00-\u9fff]\s*[\u4e00-\u9fff]{1,3}$")
_UNIT = re.compile(r"\w{2,}(?:学校|中学|小学|中心校|幼儿园|工作室|德育处|学工处|政教处|教导处|"
                   r"教务处|教科室|办公室|教育局|學校|中學|小學|工作處|工作处)$")


def annex_list_rows(rows: Sequence[Row]) -> frozenset[int]:
    """The rows of a list of annexes (附件：1.申报条件 / 2.考核细则)."""
    found: set[int] = set()
    last = 0
    for index, row in enumerate(rows):
        if not isinstance(row, Line):
            last = 0
        elif begun := _FIRST_ANNEX.match(row.text):
            last = int(begun[1])
            found.add(index)
        elif last and row.mark and row.mark.form == "arabic" and row.mark.value == last + 1:
            last += 1
            found.add(index)
        else:
            last = 0
    return frozenset(found)


def signature_rows(rows: Sequence[Row]) -> frozenset[int]:
    """The rows at the end of a part that are a signature, a date or a list of annexes."""
    found: set[int] = set()
    annexes = annex_list_rows(rows)
    dated, names = False, 0
    for index in range(len(rows) - 1, -1, -1):
        row = rows[index]
        if index in annexes:
            found.add(index)
            continue
        if not isinstance(row, Line) or row.mark is not None:
            break
        dated = dated or row.is_date
        short = len(row.text) <= _LONGEST and month_line(row.text) is None
        signs = short and (_UNIT.match if names or not dated else _SIGNER.search)(row.text)
        if not (row.is_date or row.paragraph.look.right or is_annex_line(row.text) or signs):
            break
        names += not row.is_date
        found.add(index)
    return frozenset(found)
