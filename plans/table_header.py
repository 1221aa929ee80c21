"""Which row of a sheet is its header, and what its columns are called."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from plans.comparing import compare_form
from plans.errors import Fault
from plans.located import Text
from plans.messages import _
from plans.table_lines import Line, Sheet

SEARCHED = 10       # rows that may stand before the first row of data: titles, notes, who and when
_NOTE = re.compile(r"\s*[（(][^（）()]*[）)]\s*$")
_BLANKS = re.compile(r"(?<=[^\x00-\x7f])\s+(?=[^\x00-\x7f])")
_MARKS = " \t\n:：*＊※"


@dataclass(frozen=True, slots=True)
class Header:
    """The row it is in, and label by column (from 1); a column without a label is not there."""

    number: int
    labels: Mapping[int, Text]


def labels_known(line: Line, known: Mapping[str, str]) -> dict[int, str]:
    """The known labels in `line` by column; `known` maps `compare_form` to the label as meant.

    A note in brackets is no part of a label where it is known without it: 姓名（必填）.
    """
    found = {column: known[form] for column, text in enumerate(line.texts, 1)
             if text and (form := compare_form(text)) in known}
    noted = {column: known[form] for column, text in enumerate(line.texts, 1)
             if column not in found and _NOTE.search(text)
             and (form := compare_form(_NOTE.sub("", text))) in known}
    # 电话（手机） and 电话（家里） are two columns, and neither is the 电话 that is meant.
    times = Counter([*found.values(), *noted.values()])
    return found | {column: label for column, label in noted.items() if times[label] == 1}


def header_in(lines: Sequence[Line], sheet: Sheet, known: Mapping[str, str],
              faults: list[Fault]) -> Header:
    """The header among the first `lines` of `sheet` (at least one).

    It is the row that names the most of `known`, the first of those; else the first row of two
    filled cells, else the first row. A column that is named twice is added to `faults`.
    """
    counts = [len(labels_known(line, known)) for line in lines]
    if max(counts):
        at = counts.index(max(counts))
        # Under a header of two rows, 姓名 that is merged over both stands in the second too.
        while at + 1 < len(lines) and _continues(lines[at], lines[at + 1], known):
            at += 1
    else:
        at = next((index for index, line in enumerate(lines)
                   if sum(map(bool, line.texts)) > 1), 0)
    line = lines[at]
    meant = labels_known(line, known)
    labels: dict[int, Text] = {}
    seen: dict[str, int] = {}
    for column, text in enumerate(line.texts, 1):
        if not (label := meant.get(column) or _cleaned(text)):
            continue
        place = sheet.place(line.number, column)
        form = compare_form(label) or label
        if form in seen:
            faults.append(Fault(place, _("the column {label} is there twice (first in column "
                                         "{column})").format(label=label, column=seen[form]),
                                _("rename or delete one of the two")))
            continue
        seen[form] = column
        labels[column] = Text(label, place)
    return Header(line.number, labels)


def _continues(line: Line, after: Line, known: Mapping[str, str]) -> bool:
    labels = labels_known(line, known)
    return after.number == line.number + 1 and labels.items() <= labels_known(after, known).items()


def _cleaned(text: str) -> str:
    """A label without the blanks and marks that only lay it out: 姓  名： is 姓名."""
    return _BLANKS.sub("", " ".join(text.strip(_MARKS).split()))
