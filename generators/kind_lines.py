"""The lines of a kind.yaml that we write: what YAML reads, and the comment behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generators.yaml_text import scalar

Line = tuple[str, str]      # what YAML reads, and the comment behind it

_COLUMN = 34        # where comments begin, in half-width characters


def commented(text: str, comment: str) -> str:
    """A line with its comment, in the column where comments begin if there is room."""
    if not comment:
        return text
    width = sum(2 if ord(char) > 0x2E7F else 1 for char in text)
    return f"{text}{' ' * max(1, _COLUMN - width) if text else ''}# {comment}"


def listed(name: str, about: str, items: Iterable[Iterable[Line]]) -> Iterator[Line]:
    """A list under `name`, the lines of each item after a hyphen; nothing stands under an empty
    one, so that it can grow."""
    yield f"{name}:", about
    for lines in items:
        for number, (text, comment) in enumerate(lines):
            yield f"  {'  ' if number else '- '}{text}", comment


def in_brackets(texts: Iterable[str]) -> str:
    """A list of texts on one line."""
    return f"[{', '.join(map(scalar, texts))}]"


def in_braces(values: Iterable[tuple[str, str]]) -> str:
    """A mapping on one line, of names and of what is YAML already."""
    return "{" + ", ".join(f"{scalar(name)}: {value}" for name, value in values) + "}"
