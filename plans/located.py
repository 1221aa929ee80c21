"""YAML in which every value knows its line and column.

Nothing is typed by YAML itself: a scalar stays the text that was written, so that 0510 keeps its
zero, 2026-03 stays a month, and 否 is not a surprise. Field types read the text later.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from plans.errors import Fault, Place, UserError
from plans.messages import _
from plans.yaml_faults import control_fault, syntax_fault, too_much
from plans.yaml_repair import Repaired, joined, repair

MAX_BYTES = 5 * 2**20       # a plan of 500 pages is about 1 MB
MAX_VALUES = 200_000        # values with every alias followed: stops "billion laughs"
MAX_DEPTH = 60              # of values in values; the parser itself dies of some 50,000
_BLANK = frozenset({"", "~", "null", "Null", "NULL"})
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_UNREADABLE = re.compile(r"[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_NO_LINE_ENDS = str.maketrans("\x85\u2028\u2029", "   ")  # to YAML they end a line, to no editor
_STANDARD = "tag:yaml.org,2002:"
_TAGS = frozenset(_STANDARD + tag for tag in
                  ("str", "int", "float", "bool", "null", "timestamp", "seq", "map", "merge",
                   "value"))


@dataclass(frozen=True, slots=True)
class Text:
    """A scalar as it was written."""

    text: str
    place: Place

    @property
    def is_blank(self) -> bool:
        return not self.text.strip()


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple[Node, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Entries:
    """A mapping, in the order written; keys are unique."""

    entries: tuple[tuple[Text, Node], ...]
    place: Place

    def __iter__(self) -> Iterator[tuple[Text, Node]]:
        return iter(self.entries)

    def get(self, key: str) -> Node | None:
        """The value under `key`, None where there is none."""
        return next((value for name, value in self.entries if name.text == key), None)


Node = Text | Items | Entries


def read_yaml(path: Path, faults: list[Fault], *, name: str | None = None) -> Entries:
    """The mapping that the file at `path` holds; `name` is what errors call the file.

    Faults that leave the rest readable (a key twice, a control character) are added to `faults`.
    Raises UserError where the file cannot be read or is not a mapping.
    """
    name = name or str(path)
    return parse_yaml(_bytes_of(path, name), name, faults)


def read_yaml_list(path: Path, faults: list[Fault]) -> Entries | Items:
    """As `read_yaml`; the file may hold a list as well."""
    name = str(path)
    return _parsed(_bytes_of(path, name), name, faults, (yaml.MappingNode, yaml.SequenceNode))


def _bytes_of(path: Path, name: str) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise UserError.at(name, _("there is no such file"), _("check the name and the folder")
                           ) from None
    except OSError as error:
        raise UserError.at(name, _("cannot be read: {why}").format(why=error.strerror),
                           _("close it in other programs, and check that you may read it")
                           ) from None


def parse_yaml(data: bytes, name: str, faults: list[Fault]) -> Entries:
    """As `read_yaml`, from bytes."""
    node = _parsed(data, name, faults, (yaml.MappingNode,))
    assert isinstance(node, Entries)
    return node


def _parsed(data: bytes, name: str, faults: list[Fault],
            wanted: tuple[type[yaml.Node], ...]) -> Entries | Items:
    if len(data) > MAX_BYTES:
        raise UserError.at(name, _("is larger than {limit} MB").format(limit=MAX_BYTES // 2**20),
                           _("an input is text; pictures and tables belong in files of their own"))
    text = _readable(_decoded(data, name), name, faults)
    try:
        root = _compose(text, name)
    except yaml.YAMLError as error:
        return _second_try(text, name, faults, error)
    if root is not None and not isinstance(root, wanted):
        return _second_try(text, name, faults, None)
    return _converted(root, name, faults, Repaired(text))


def _second_try(text: str, name: str, faults: list[Fault],
                error: yaml.YAMLError | None) -> Entries | Items:
    """Full-width colons and tabs are met as written, but only where plain YAML does not parse."""
    repaired = repair(text)
    try:
        root = _compose(repaired.text, name)
    except yaml.YAMLError as second:
        raise UserError([*faults, syntax_fault(second, name, repaired)]) from None
    if not isinstance(root, yaml.MappingNode):
        if error is not None:
            raise UserError([*faults, syntax_fault(error, name, Repaired(text))]) from None
        raise UserError([*faults, Fault(
            Place(name, 1, 1), _("is not a mapping of `name: value` lines"),
            _("begin with a line `kind: …`; `homeroom new KIND` writes a file to start from"))])
    return _converted(root, name, faults, repaired)


def _compose(text: str, name: str) -> yaml.Node | None:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    depth = values = 0
    # Composing recurses in C, where a file of 100 kB ends the process; events come one by one.
    try:
        for event in yaml.parse(text, loader):
            depth += (isinstance(event, yaml.CollectionStartEvent)
                      - isinstance(event, yaml.CollectionEndEvent))
            values += isinstance(event, yaml.NodeEvent)
            if depth > MAX_DEPTH or values > MAX_VALUES:
                assert event.start_mark is not None     # only events of a stream have none
                raise too_much(Place(name, event.start_mark.line + 1, event.start_mark.column + 1))
        return yaml.compose(text, loader)
    except (ValueError, OverflowError) as error:    # \UFFFFFFFF where PyYAML lacks its C parser
        raise yaml.YAMLError(str(error)) from None


def _readable(text: str, name: str, faults: list[Fault]) -> str:
    """`text` without the characters that YAML refuses, each line that held one told."""
    text = text.translate(_NO_LINE_ENDS).replace("\r\n", "\n").replace("\r", "\n")
    if not _UNREADABLE.search(text):
        return text
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        if bad := _UNREADABLE.search(line):
            faults.append(control_fault(Place(name, number, bad.start() + 1), bad.group()))
    return _UNREADABLE.sub("", text)


def _decoded(data: bytes, name: str) -> str:
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    for candidate in (encoding, "gb18030"):
        try:
            text = data.decode(candidate)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise UserError.at(name, _("is not text in UTF-8 or GBK"),
                       _("save it as UTF-8 (in Notepad: Save as, Encoding UTF-8)"))


def _converted(root: yaml.Node | None, name: str, faults: list[Fault],
               repaired: Repaired) -> Entries | Items:
    if root is None:
        return Entries((), Place(name, 1, 1))
    node = _Conversion(name, faults, repaired).convert(root, 0)
    assert isinstance(node, Entries | Items)
    return node


class _Conversion:
    """From yaml's nodes to ours, counting what is visited so that aliases cannot explode."""

    def __init__(self, name: str, faults: list[Fault], repaired: Repaired) -> None:
        self.name, self.faults, self.repaired = name, faults, repaired
        self.lines = repaired.text.split("\n")
        self.visited = 0

    def convert(self, node: yaml.Node, depth: int) -> Node:
        place = self.place(node.start_mark)
        self.visited += 1
        if depth > MAX_DEPTH or self.visited > MAX_VALUES:
            raise too_much(place)
        if node.tag not in _TAGS:
            self.faults.append(Fault(place, _("the tag {tag} is not allowed").format(tag=node.tag),
                                     _("take the word that begins with ! away")))
        if isinstance(node, yaml.SequenceNode):
            return Items(tuple(self.convert(item, depth + 1) for item in node.value), place)
        if isinstance(node, yaml.MappingNode):
            return Entries(tuple(self.pairs(node, depth)), place)
        return self.text(node, place)

    def pairs(self, node: yaml.MappingNode, depth: int) -> Iterator[tuple[Text, Node]]:
        seen: dict[str, Text] = {}
        for key_node, value_node in node.value:
            key = self.convert(key_node, depth + 1)
            value = self.convert(value_node, depth + 1)
            if not isinstance(key, Text):
                self.faults.append(Fault(key.place, _("a name must be plain text"),
                                         _("put the value in quotes if it begins with a bracket")))
            elif key.text in seen:
                self.faults.append(Fault(
                    key.place, _("{key} is given twice (first on line {line})").format(
                        key=key.text, line=seen[key.text].place.line),
                    _("keep one of the two")))
            else:
                seen[key.text] = key
                yield key, value

    def text(self, node: yaml.Node, place: Place) -> Text:
        text = str(node.value)
        style = getattr(node, "style", None)
        if style in (None, "") and text in _BLANK:
            text = ""
        if style != "|" and node.end_mark.line > node.start_mark.line:
            text = joined(text, node, self.lines)
        if bad := _CONTROL.search(text):
            self.faults.append(control_fault(place, bad.group()))
            text = _CONTROL.sub("", text)
        return Text(text, place)

    def place(self, mark: yaml.Mark) -> Place:
        return Place(self.name, mark.line + 1, self.repaired.column(mark.line, mark.column) + 1)
