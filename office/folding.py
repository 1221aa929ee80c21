"""Lines broken where a terminal would: by columns, two for a Chinese character."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import click

_NOT_AT_LINE_START = frozenset("，。；：、！？）】》”’…,.;:!?)]")


def width_of(text: str) -> int:
    """Columns that a terminal needs for `text`: two for a Chinese character, none for a colour."""
    return sum(_columns(char) for char in click.unstyle(text))


def folded(line: str, width: int) -> Iterator[str]:
    """The line in pieces of at most `width` columns, further ones indented under the first.

    Chinese may break anywhere but before a closing mark, other words only at a blank; a word that
    is longer than a line stays whole.
    """
    if width_of(line) <= width:
        yield line
        return
    indent = " " * min(len(line) - len(line.lstrip()) + 2, width // 2)
    piece: list[str] = []
    used = 0
    for word in _words(line):
        columns = width_of(word)
        if used + columns > width and "".join(piece).strip():
            # A closing mark takes the character before it along.
            along = [piece.pop()] if word in _NOT_AT_LINE_START and len(piece) > 1 else []
            yield "".join(piece).rstrip()
            piece = [indent, *along]
            word = word if along else word.lstrip()
            used = width_of("".join(piece))
            columns = width_of(word)
        piece.append(word)
        used += columns
    yield "".join(piece)


def _words(line: str) -> Iterator[str]:
    """Pieces between which a line may break; a colour sequence stays with what it colours."""
    word, in_colour = "", False
    for char in line:
        in_colour = in_colour or char == "\x1b"
        if in_colour:
            word += char
            in_colour = char != "m"
        elif _columns(char) == 2 or char == " ":
            if word:
                yield word
            word = char
            if char != " ":
                yield word
                word = ""
        else:
            word += char
    if word:
        yield word


def _columns(char: str) -> int:
    if unicodedata.combining(char) or char in "\u200b\ufeff":
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
