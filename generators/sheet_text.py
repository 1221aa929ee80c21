"""Text as a cell of a workbook can hold it."""

from __future__ import annotations

import re

MAX_UNITS = 32_767      # UTF-16 units in a cell: "Excel specifications and limits"
# What XML 1.0 cannot hold (2.2, Char), and the control characters U+007F-009F that nobody sees.
_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_LINE_END = re.compile(r"\r\n?")
# In a cell _x0041_ stands for A (ECMA-376 part 1, 22.9.2.19); typed text must say that it does not.
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_FORMULA = ("=", "+", "-", "@")


def legible(text: str) -> str:
    """`text` without the characters that no file for people may hold; line ends are `\\n`."""
    return _ILLEGAL.sub("", _LINE_END.sub("\n", text))


def cell_text(text: str) -> str:
    """`text` fit for a cell: legible, and cut with … where it is longer than a cell can hold."""
    text = legible(text).replace("\t", " ")
    if len(text) * 2 > MAX_UNITS:
        units = text.encode("utf-16-le")
        if len(units) > MAX_UNITS * 2:
            # A character of two units that would be cut in half goes as a whole.
            text = units[:(MAX_UNITS - 1) * 2].decode("utf-16-le", "ignore") + "…"
    return text


def stored(text: str) -> str:
    """`text` as it is written into the file so that it is read as typed."""
    return _ESCAPE.sub("_x005F_", text)


def looks_like_formula(text: str) -> bool:
    """Whether a program could take `text` for a formula when somebody edits the cell."""
    return text.lstrip().startswith(_FORMULA)
