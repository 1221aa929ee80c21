"""Labels with their value on one line: 姓名：____ 性别：女, in text or within a cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checkers.document import Document
from checkers.findings import at_paragraph
from checkers.form_reading.grids import FormGrid, Spotted, own_text
from checkers.form_reading.names import Names
from plans.kinds import Field

_RULED = re.compile(r"[_＿﹍]+")
_SPACES = r"[\s\u3000]*"


def inline_in(document: Document, grids: Sequence[FormGrid],
              names: Names) -> Iterator[tuple[Field, Spotted]]:
    """Each field and what follows its label on the line, in order; cells that are claimed are
    left out."""
    pattern = _pattern(names)
    if pattern is None:
        return
    for part in document.parts:
        for paragraph in part.paragraphs():
            if not paragraph.toc:
                for one, text in _on_line(paragraph.displayed, pattern, names):
                    yield one, Spotted(text, at_paragraph(paragraph))
    for grid in grids:
        for row, cell in grid.cells():
            if grid.is_free(row, cell):
                for one, text in _on_line(own_text(cell), pattern, names):
                    yield one, Spotted(text, grid.place(row, cell))


def _pattern(names: Names) -> re.Pattern[str] | None:
    labels = sorted({label for one in names.fields if not one.columns for label in one.names},
                    key=lambda label: -len(label))
    spaced = (_SPACES.join(map(re.escape, "".join(label.split()))) for label in labels
              if len(label) > 1)
    every = "|".join(spaced)
    if not every:
        return None
    return re.compile(rf"(?P<label>{every})(?:[（(][^（()）]*[)）])?{_SPACES}[：:]")


def _on_line(text: str, pattern: re.Pattern[str], names: Names) -> Iterator[tuple[Field, str]]:
    found = [match for match in pattern.finditer(text) if _begins(text, match.start())]
    ends = [*(match.start() for match in found), len(text)][1:]
    for match, end in zip(found, ends, strict=True):
        one = names.called(match["label"])
        if one is not None:
            value = text[match.end():end]
            if one.type != "longtext":
                value = value.partition("\n")[0]
            yield one, _RULED.sub(" ", value).strip(" \t\u3000\n；;")


def _begins(text: str, at: int) -> bool:
    """Whether a label begins here: not 姓名 within 学生姓名."""
    return at == 0 or not ("\u4e00" <= text[at - 1] <= "\u9fff")
