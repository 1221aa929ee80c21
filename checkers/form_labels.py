"""The labels of a form, as far as they tell which kind it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from checkers.document import Document, Paragraph, Table
from checkers.form_reading.names import label_form
from plans.kinds import Kind

_LONGEST = 30       # characters of a label, with what it says in brackets
_FEWEST = 5         # labels below which their share tells little
_COLON = re.compile("[：:]")


def labels_in(document: Document) -> frozenset[str]:
    """What stands in the short cells of a document and before its colons, in compare form."""
    found = set()
    for part in document.parts:
        for block in part.blocks:
            for text in _cells(block) if isinstance(block, Table) else _before_colons(block):
                if len(text) <= _LONGEST:
                    found.add(label_form(text))
    return frozenset(found - {""})


def share_of_labels(kind: Kind, labels: frozenset[str]) -> float:
    """How many of the labels of a form are there, 0 to 1; a kind with few labels reaches less."""
    asked = [one for one in kind.fields if one.required] or list(kind.fields)
    there = sum(any(_known(name) in labels for name in one.names) for one in asked)
    return there / max(len(asked), _FEWEST)


def is_label(text: str, kind: Kind) -> bool:
    """Whether `text` is a label of a form of that kind."""
    if not kind.is_drawn:
        return False
    form = label_form(text)
    return any(form == _known(name) for one in kind.fields for name in one.names)


@lru_cache(maxsize=8192)
def _known(name: str) -> str:
    """The compared form of a name that a kind gives."""
    return label_form(name)


def _cells(table: Table) -> Iterator[str]:
    for row in table.rows:
        for cell in row:
            if cell.covered:
                continue
            yield cell.text
            for paragraph in cell.paragraphs:
                yield from _before_colons(paragraph)
            for inner in cell.tables:
                yield from _cells(inner)


def _before_colons(paragraph: Paragraph) -> Iterator[str]:
    """姓名：____ 性别：____ has two labels."""
    *before, _after = _COLON.split(paragraph.text)
    for text in before:
        yield text.split()[-1] if text.split() else ""
