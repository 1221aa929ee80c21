"""YAML as Chinese keyboards write it: full-width colons after names, tabs as indents, folded text.

Line numbers stay; columns are told as in the file that the person sees.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

import yaml

_COLON = re.compile(r"^(\s*(?:-\s+)*)([^\s#'\"\[{：:|>-][^：:#'\"\[\]{}，。]{0,30})"
                    r"(?:：[ \t]*|:(?=[^\s\x00-\x7f]))")
_BLOCK = re.compile(r"[|>][+-]?\d?\s*(?:#.*)?$")
_TAB = "  "
_DASHES = re.compile(r"(?:-[ \t]+)+")
_WIDE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")
_QUOTES = frozenset("“”‘’…—")
_TELLING = 8    # characters on both sides of a line end, enough to find it again in the folded text


@dataclass(frozen=True, slots=True)
class Repaired:
    """Text that YAML can read; `shifts` holds by line the columns at which text was moved right."""

    text: str
    shifts: dict[int, tuple[tuple[int, int], ...]] = field(default_factory=dict)

    def column(self, line: int, column: int) -> int:
        """The column in the original of `column` (both from 0)."""
        return column - sum(by for start, by in self.shifts.get(line, ()) if column >= start)


def joined(text: str, node: yaml.Node, lines: list[str]) -> str:
    """`text` of the scalar `node` without the blanks that YAML put for line ends in Chinese.

    `lines` are those of the file; a blank that was typed within a line stays.
    """
    start, end = node.start_mark, node.end_mark
    own = lines[start.line:end.line + 1]
    own[-1] = own[-1][:end.column]
    own[0] = own[0][start.column:]
    for before, after in pairwise(line.strip(" \t'\"") for line in own):
        if before and after and (_WIDE.match(before[-1]) or _WIDE.match(after[0])
                                 or {before[-1], after[0]} <= _QUOTES):
            left, right = before[-_TELLING:], after[:_TELLING]
            text = text.replace(f"{left} {right}", left + right, 1)
    return text


def repair(text: str) -> Repaired:
    """`text` with tabs at line starts as two blanks, `名称：值` and `名称:值` as `名称: 值`."""
    lines, shifts = [], {}
    block_indent: int | None = None
    for number, line in enumerate(text.splitlines()):
        stripped = line.lstrip("\t ")
        if dashes := _DASHES.match(stripped):
            stripped = dashes[0].replace("\t", " ") + stripped[dashes.end():]
        tabs = line[:len(line) - len(stripped)].count("\t")
        moved: list[tuple[int, int]] = [(0, tabs)] if tabs else []
        line = line[:len(line) - len(stripped)].replace("\t", _TAB) + stripped
        indent = len(line) - len(stripped)
        if block_indent is not None and stripped and indent <= block_indent:
            block_indent = None
        if block_indent is None:
            if match := _COLON.match(line):
                rest = line[match.end():]
                moved.append((match.end(2) + 1, match.end(2) + 2 - match.end()))
                line = f"{match[1]}{match[2]}: {rest}"
            if _BLOCK.search(line):
                block_indent = indent
        if moved:
            shifts[number] = tuple(moved)
        lines.append(line)
    return Repaired("\n".join(lines) + "\n", shifts)
