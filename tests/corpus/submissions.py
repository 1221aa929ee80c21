"""A text of the corpus, parsed: paragraphs with their tags, and the labels that they make."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

HERE = Path(__file__).parent
HALVES = ("frozen", "open")

# What every submission is asked for; names are those of templates/topics.yaml.
ASKED = ("指导思想", "现状分析", "工作目标", "主要任务", "工作重点", "工作措施", "实施步骤", "组织领导",
         "职责分工", "规章制度", "月度安排", "培训内容", "培训方法", "活动内容", "课题研究", "考核评价",
         "表彰奖励", "保障措施", "经费保障", "工作要求", "预期成果", "总结成果", "存在问题", "今后打算")
STATES = ("has", "empty", "lacks", "unsure")
_LINE = re.compile(r"(T|H[1-4]|P|L|M|C|S|A|TOC|TOP|FOOT|ROW)(?:\{([^}]*)\})?(?: (.*))?$", re.DOTALL)
_CELL = re.compile(r"\{([^}]*)\}\s*")


@dataclass(frozen=True, slots=True)
class Piece:
    """One paragraph: `number`, `text` and what is run in as `body`; `level` is 0 for no heading."""

    tag: str
    text: str = ""
    number: str = ""
    body: str = ""
    level: int = 0
    months: tuple[tuple[int | None, int], ...] = ()
    options: dict[str, str] = field(default_factory=dict)

    @property
    def is_shown(self) -> bool:
        """Whether a reader sees it (a tracked deletion is gone)."""
        return "del" not in self.options


@dataclass(frozen=True, slots=True)
class Cell:
    pieces: tuple[Piece, ...]
    span: int = 1
    down: bool = False
    up: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Submission:
    """`pieces` are paragraphs and rows in order; the rest are its labels."""

    name: str
    half: str
    mess: tuple[str, ...]
    kind: str
    topics: dict[str, str]
    pieces: tuple[Piece | Row, ...]

    @cached_property
    def headings(self) -> tuple[Piece, ...]:
        return tuple(one for one in self._shown() if one.level)

    @cached_property
    def months(self) -> tuple[tuple[int | None, int], ...]:
        return tuple(month for one in self._shown() for month in one.months)

    @property
    def final(self) -> Submission:
        """The submission as printed: what is deleted is gone, what is inserted stays.

        Headings stand in no text box: LibreOffice does not count their automatic numbers there and
        would print all that follow one too low, Word would not.
        """
        return replace(self, pieces=tuple(
            replace(one, options={name: value for name, value in one.options.items()
                                  if name != "box"})
            if isinstance(one, Piece) and one.level else one
            for one in self.pieces if isinstance(one, Row) or one.is_shown))

    def state(self, topic: str) -> str:
        """has, empty, lacks or unsure."""
        return self.topics.get(topic, "lacks")

    def _shown(self) -> Iterator[Piece]:
        for one in self.pieces:
            yield from (piece for piece in _pieces_of(one) if piece.is_shown)


def _pieces_of(one: Piece | Row) -> Iterable[Piece]:
    return [piece for cell in one.cells for piece in cell.pieces] if isinstance(one, Row) else [one]


def submissions(half: str | None = None) -> tuple[Submission, ...]:
    """The corpus, or one half of it, by name."""
    return tuple(read(path) for one in HALVES if half in (None, one)
                 for path in sorted((HERE / one).glob("*.txt")))


def read(path: Path) -> Submission:
    """The submission in a text; raises ValueError with file and line where it cannot be read."""
    lines = path.read_text(encoding="utf-8").split("\n")
    head: dict[str, str] = {}
    at = 0
    while at < len(lines) and lines[at].strip():
        key, colon, value = lines[at].partition(":")
        if not colon:
            raise ValueError(f"{path}:{at + 1}: a line of the head is `name: value`")
        head[key.strip()] = value.strip()
        at += 1
    pieces = []
    for number, line in enumerate(lines[at + 1:], at + 2):
        try:
            pieces.append(_line(line))
        except ValueError as error:
            raise ValueError(f"{path}:{number}: {error}") from None
    while pieces and isinstance(pieces[-1], Piece) and pieces[-1].tag == "P" and (
            not pieces[-1].text):
        pieces.pop()
    unknown = set(head) - {"mess", "kind", *STATES}
    if unknown or "mess" not in head:
        raise ValueError(f"{path}:1: unknown or missing in the head: {unknown or 'mess'}")
    topics = {name: state for state in STATES for name in _names(head.get(state, ""))}
    if strange := set(topics) - set(ASKED):
        raise ValueError(f"{path}:1: not among those that are asked: {'、'.join(sorted(strange))}")
    return Submission(path.stem, path.parent.name, tuple(_names(head["mess"])),
                      head.get("kind", "none"), topics, tuple(pieces))


def _names(text: str) -> list[str]:
    return [one.strip() for one in re.split("[,，]", text) if one.strip()]


def _line(line: str) -> Piece | Row:
    if not line.strip():
        return Piece("P")
    match = _LINE.match(line)
    if not match:
        raise ValueError(f"no tag at the start of {line[:20]!r}")
    tag, options, text = match[1], _options(match[2] or ""), (match[3] or "").strip()
    if tag == "ROW":
        return Row(tuple(_cell(one) for one in text.split("||")))
    return _piece(tag, options, text)


def _options(text: str) -> dict[str, str]:
    pairs = (one.partition("=") for one in text.split())
    return {name: value for name, _sign, value in pairs}


def _piece(tag: str, options: dict[str, str], text: str) -> Piece:
    parts = [one.strip(" ") if position else one for position, one in enumerate(text.split("|"))]
    if tag[0] == "H":
        if len(parts) not in (2, 3):
            raise ValueError("a heading is number|title or number|title|text")
        months = _months(options["m"]) if "m" in options else ()
        return Piece(tag, parts[1], parts[0], "".join(parts[2:]), int(tag[1]), months, options)
    if tag == "L" and len(parts) == 2:
        return Piece(tag, parts[1], parts[0], options=options)
    if tag == "M":
        if len(parts) != 2:
            raise ValueError("a month is month|text")
        return Piece(tag, parts[1], months=_months(parts[0]), options=options)
    if tag == "TOC" and len(parts) == 2:
        return Piece(tag, f"{parts[0]}\t{parts[1]}", options=options)
    if len(parts) > 1:
        raise ValueError(f"| in the text of {tag}")
    return Piece(tag, text, options=options)


def _months(text: str) -> tuple[tuple[int | None, int], ...]:
    found = []
    for one in text.split(","):
        year, dash, month = one.strip().rpartition("-")
        found.append((int(year) if dash else None, int(month)))
    return tuple(found)


def _cell(text: str) -> Cell:
    text = text.strip()
    options: dict[str, str] = {}
    if match := _CELL.match(text):
        options, text = _options(match[1]), text[match.end():]
    pieces = []
    for one in re.split(r"\s*//\s*", text) if text else []:
        match = _LINE.match(one)
        if match and match[1] != "ROW" and match[3] is not None:
            pieces.append(_piece(match[1], _options(match[2] or ""), match[3].strip()))
        else:
            pieces.append(Piece("P", one))
    return Cell(tuple(pieces), int(options.get("span", 1)), "down" in options, "up" in options)
